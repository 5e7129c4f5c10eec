import type { Lack } from '../../errors.js';
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

/** What keeps the actor from this command as long as the question is not answered; null for what decides nothing. */
export const lackOfAnswer = (command: CaseCommand, state: ExistingCase, { actor }: Pick<Context, 'actor'>): Lack | null =>
  decides(command) ? conflictUnanswered(state, actor.person) : null;
