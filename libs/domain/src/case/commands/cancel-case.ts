import { cancelReasons } from '../../codes/closing.js';
import { Lacking } from '../../lacks.js';
import { id, oneOf, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { ask, mustBePossible } from '../decide/seconds.js';
import type { NewCaseEvent } from '../events.schema.js';

/**
 * Cancels what should never have been a case (docs/law/practice.md#stages): the number stays.
 */
export const cancelCase = defineCaseCommand({
  name: 'CancelCase',
  input: { reason: oneOf(cancelReasons), second: id, text: words },
  names: { second: 'carrier' },
  endsEarly: 'cancelled',
  asksFor: ['cancel'],

  who: (process) => process.cancel.by,
  mustStand: (state): void => mustBePossible(state, { of: 'cancel' }),
  offered: [{ stages: 'any', when: 'always' }],
  under: 'correct',
  title: 'Begär makulering',
  button: 'Begär makulering',
  form: {
    reason: { label: 'Varför?' },
    second: { label: 'Vilken chef ska bekräfta?', hint: 'Ärendet makuleras först när den andra personen har bekräftat med egen inloggning.' },
    text: { label: 'Beskriv' },
  },
  decide(state, { reason, second, text }, context, process): readonly NewCaseEvent[] {
    return ask(new Lacking('CancelCase'), state, { of: 'cancel', second, reason }, text, process, context);
  },
});
