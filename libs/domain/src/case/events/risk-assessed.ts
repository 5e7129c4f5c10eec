import { z } from 'zod';
import { riskPhases } from '../../codes/risk.js';
import { roles } from '../../codes/roles.js';
import { key, oneOf, sealed } from '../../shapes.schema.js';
import type { ExistingCase, Risk } from '../case.js';
import { defineCaseEvent } from '../case-event.js';
import type { Change } from '../changes.js';
import type { OpenOf } from '../events.schema.js';
import type { Envelope } from '../step.js';

const grade = z.int().min(1).max(4);

export const riskAssessed = defineCaseEvent({
  name: 'RiskAssessed',
  label: 'Risken bedömdes',
  open: z.object({ phase: oneOf(riskPhases), scale: key, severity: grade, probability: grade, routedTo: oneOf(roles) }),
  sealed: sealed('reasons'),
  detail: (open): string | null => `${Number(open.severity) * Number(open.probability)} av 16`,
  evolve(state, event): Change {
    return { assessment: { ...state.assessment, risk: assessedRisk(state, event, event.open) } };
  },
});

function assessedRisk(state: ExistingCase, event: Envelope, open: OpenOf<'RiskAssessed'>): Risk {
  if (open.phase === 'final') return { ...state.assessment.risk, severityFinal: open.severity, probabilityFinal: open.probability };
  return { ...state.assessment.risk, severity: open.severity, probability: open.probability, at: state.assessment.risk.at ?? event.at };
}
