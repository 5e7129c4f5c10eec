import type { Lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import { processOf } from '../processes/index.js';

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
