import { refuse } from '../../errors.js';
import { id, words } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { openWith } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';

/** Takes back a cause, with reasons. */
export const withdrawCause = defineCaseCommand({
  name: 'WithdrawCause',
  input: { causeId: id, text: words },
  who: workers,
  mustStand: openWith(({ investigation: { causes } }) => causes.length > 0, 'WithdrawCause.causeId', 'Det finns ingen orsak att ta bort'),
  offered: [{ stages: ['investigating'], when: ['hasCauses'] }],
  under: 'correct',
  title: 'Ta tillbaka en orsak',
  button: 'Ta tillbaka',
  form: {
    causeId: { label: 'Vilken orsak?' },
    text: { label: 'Varför?' },
  },
  decide(state, command): readonly NewCaseEvent[] {
    const cause =
      state.investigation.causes.find((row) => row.causeId === command.causeId) ??
      refuse('unknownReference', [{ field: 'WithdrawCause.causeId', text: 'Orsaken finns inte' }]);
    return cause.withdrawn ? [] : [{ type: 'CauseWithdrawn', open: { causeId: cause.causeId }, sealed: { text: command.text } }];
  },
});
