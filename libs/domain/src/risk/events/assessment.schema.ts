import { z } from 'zod';
import { labelOf } from '../../codes/code.js';
import { riskConsequences, riskLevels, riskProbabilities } from '../../codes/risk.js';
import { date, oneOf } from '../../shapes.schema.js';
import type { Assessment } from '../risk.js';

/** An assessment as it is stored, with the value and the level that it amounted to that day, and the day of the next. */
export const assessmentShape = {
  probability: oneOf(riskProbabilities),
  consequence: oneOf(riskConsequences),
  value: z.int().min(1).max(25),
  level: oneOf(riskLevels),
  nextReview: date,
};

type Stored = Omit<Assessment, 'at'>;

/** “4 Sannolikt × 3 Kännbar = 12, kritisk”. */
export const assessmentInWords = ({ probability, consequence, value, level }: Stored): string =>
  `${labelOf(riskProbabilities, probability)} × ${labelOf(riskConsequences, consequence)} = ${value}, ${labelOf(riskLevels, level).toLowerCase()}`;

export const pointOf = ({ probability, consequence, value, level }: Stored, at: string): Assessment => ({ probability, consequence, value, level, at });
