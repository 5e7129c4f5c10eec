import type { Lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';

export const UNKNOWN = 'Åtgärden finns inte i ärendet';
export const unknownCauses = (state: ExistingCase, causes: readonly string[], field: string): readonly Lack[] =>
  causes.every((cause) => state.causes.some((row) => row.causeId === cause && !row.withdrawn)) ? [] : [{ field, text: 'Orsaken finns inte i ärendet' }];
export const tooEarly = (effectDueAt: string | null, dueAt: string | null, field: string): readonly Lack[] =>
  effectDueAt !== null && dueAt !== null && effectDueAt < dueAt ? [{ field, text: 'Effekten kan inte bedömas innan åtgärden är klar' }] : [];
