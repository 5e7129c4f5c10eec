import type { Lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import { type Process, stageAfter, stageRow } from '../processes/process.js';
import { owedAtEnd } from './statutory-rule.js';

/** Everything that keeps the case from its next stage: shown on the page, and refused with. */
export function lacksToAdvance(state: ExistingCase, process: Process): readonly Lack[] {
  if (state.stage === 'closed' || state.stage === 'cancelled') return [];
  const lacks = stageRow(process, state.stage)
    .needs.map((gate) => gate(state))
    .filter((lack) => lack !== null);
  if (stageAfter(process, state.stage) !== 'closed') return lacks;
  return [...lacks, ...owedAtEnd(state).filter(({ field }) => !lacks.some((other) => other.field === field))];
}
