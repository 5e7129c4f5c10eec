import type { ExistingCase } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import type { Process } from '../processes/process.js';
import { closed, metBy } from './duties.js';

/** Which duty is met by what is said to the one who complained. */
const dutyOfWhat = { confirmation: 'confirmation', answer: 'answer', interim: null } as const;

export function met(
  state: ExistingCase,
  said: { to: string; what: keyof typeof dutyOfWhat },
  process: Process,
  as: 'met' | 'notApplicable',
  reason: string | null = null,
  at?: string,
): NewCaseEvent[] {
  const how = dutyOfWhat[said.what];
  return how === null || said.to !== 'complainant' ? [] : closed(state, metBy(process, how), as, reason, at);
}
