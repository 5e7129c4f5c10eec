import { reopenReasons } from '../../codes/case-codes.js';
import { stages } from '../../codes/stages.js';
import { refuse } from '../../errors.js';
import { oneOf, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { reopened } from '../decide/endings.js';
import { ownMatter } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';

/** Opens a closed case again: its duties start over from now, its answer and outcome must be given anew. */
export const reopenCase = defineCaseCommand({
  name: 'ReopenCase',
  input: { to: oneOf(stages).default('investigating'), reason: oneOf(reopenReasons), text: words },
  who: (process) => process.reopen.by,
  mustStand: (state, process, asking): void => {
    ownMatter(state, process, asking);
    if (state.end?.as === 'cancelled') refuse('cancelled');
    if (state.end?.as !== 'closed') refuse('notClosed');
  },
  offered: [{ stages: ['closed'], when: ['ownMatter'] }],
  afterEnd: true,
  under: 'correct',
  title: 'Öppna ärendet igen',
  button: 'Öppna igen',
  form: {
    reason: { label: 'Varför?' },
    text: { label: 'Beskriv' },
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
    const to =
      process.reopen.to.find((stage) => stage === command.to) ??
      refuse('notInThisStage', [{ field: 'ReopenCase.to', text: 'Ärendet kan inte öppnas i det skedet' }]);
    return reopened(state, to, { reason: command.reason, text: command.text }, process, context);
  },
});
