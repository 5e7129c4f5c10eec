import { ivoOutcomes } from '../../codes/ivo.js';
import { Lacking } from '../../lacks.js';
import { maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { given } from '../decide/given.js';
import { withIvo } from '../decide/guards.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { at, ivoLetter } from './shared.js';

/** Records that IVO has closed its matter. */
export const closeIvoMatter = defineCaseCommand({
  name: 'CloseIvoMatter',
  input: { ivoOutcome: oneOf(ivoOutcomes).nullable().default(null), text: maybeWords, at },
  who: [],
  mustStand: withIvo('CloseIvoMatter'),
  offered: [{ stages: 'any', when: ['atIvo'] }],
  onDecisionPage: true,
  title: 'IVO har avslutat ärendet',
  button: 'Spara',
  form: {
    at: { label: 'Vilken dag? (om inte i dag)' },
    ivoOutcome: { label: 'Hur slutade det?', hint: 'Lämna tomt om det är som i beslutet.' },
    text: ivoLetter,
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { sent, investigationSentAt, supplements, requirements, decision } = state.ivoTrack;
    const ivoOutcome = command.ivoOutcome ?? decision?.ivoOutcome ?? null;
    new Lacking('CloseIvoMatter')
      .add(notPast(command.at, 'CloseIvoMatter.at', context, given(sent).at))
      .needFirst(investigationSentAt !== null, 'SendToIvo.what', 'Utredningen är inte insänd till IVO')
      .needFirst(
        [...supplements, ...requirements].every((row) => row.sentAt !== null),
        'SendToIvo.what',
        'IVO väntar på det som har begärts',
      )
      .need(ivoOutcome !== null, 'ivoOutcome', 'Ange hur IVO avslutade ärendet')
      .orRefuse();
    return [{ type: 'IvoClosed', at: command.at, open: { ivoOutcome: given(ivoOutcome) }, sealed: command.text ? { text: command.text } : undefined }];
  },
});
