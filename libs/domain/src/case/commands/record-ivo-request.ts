import { ivoAnswerers } from '../../codes/ivo.js';
import { Lacking } from '../../lacks.js';
import { date, maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { newId } from '../decide/context.js';
import { given } from '../decide/given.js';
import { withIvo } from '../decide/guards.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { at, ivoLetter } from './shared.js';

/** Records that IVO wants more material, and by which day. */
export const recordIvoRequest = defineCaseCommand({
  name: 'RecordIvoRequest',
  input: {
    dueOn: date.nullable().default(null),
    answeredBy: oneOf(ivoAnswerers).default('unit'),
    text: maybeWords,
    at,
  },
  who: [],
  mustStand: withIvo('RecordIvoRequest'),
  offered: [{ stages: 'any', when: ['atIvo'] }],
  onDecisionPage: true,
  title: 'IVO vill ha mer',
  button: 'Spara begäran',
  form: {
    at: { label: 'Vilken dag kom brevet? (om inte i dag)' },
    dueOn: { label: 'Vilken dag vill IVO ha svar?', required: true },
    answeredBy: { label: 'Vem svarar?' },
    text: ivoLetter,
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { sent, supplements } = state.ivoTrack;
    const { dueOn, answeredBy, text, at } = command;
    new Lacking('RecordIvoRequest')
      .add(notPast(at, 'RecordIvoRequest.at', context, given(sent).at))
      .need(dueOn !== null, 'dueOn', 'Ange vilken dag IVO vill ha svar')
      .orRefuse();
    const id = newId(context, 'supplement');
    return [
      {
        type: 'IvoSupplementRequested',
        at,
        open: { id, round: supplements.length + 1, dueOn, duePrecision: 'day', answeredBy },
        sealed: text ? { text } : undefined,
      },
    ];
  },
});
