import { type Lack, Refusal, refuse } from '../../errors.js';
import { processOf } from '../../process/index.js';
import type { ExistingCase } from '../case.js';
import type { CaseCommand } from '../commands.schema.js';
import type { Context } from './context.js';

/** Commands that decide something in the matter; a lex Sarah that is put down is decided to be none. */
const deciding: ReadonlySet<CaseCommand['type']> = new Set(['DecideOutcome', 'DecideIvo', 'DecideNoAction']);
const decides = (command: CaseCommand): boolean => deciding.has(command.type) || (command.type === 'ConvertCase' && command.why === 'downgraded');

/** Whoever decides has said first whether they have a conflict of interest (KL 6 kap. 28–30 §§); null where that is done. */
export const conflictUnanswered = (state: ExistingCase, person: string | null): Lack | null =>
  person !== null && state.conflictFree.includes(person)
    ? null
    : {
        field: 'AnswerConflict.answer',
        text:
          processOf(state.desc.process).provider === true
            ? 'Du som beslutar ska svara på om saken gäller dig själv eller någon närstående'
            : 'Du som beslutar ska svara på frågan om jäv (KL 6 kap. 28–30 §§)',
      };

/** Runs a decision; what it lacks and a question of conflict that is not answered are told in one refusal. */
export function withConflictAnswered<T>(command: CaseCommand, state: ExistingCase, { actor }: Context, run: () => T): T {
  const lack = decides(command) ? conflictUnanswered(state, actor.person) : null;
  if (lack === null) return run();
  try {
    run();
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'incomplete') throw error;
    return refuse('incomplete', error.missing.some(({ field }) => field === lack.field) ? error.missing : [...error.missing, lack], error.detail);
  }
  return refuse('incomplete', [lack]);
}
