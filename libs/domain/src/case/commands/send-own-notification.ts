import { ownNotifications } from '../../codes/authorities.js';
import { Lacking } from '../../lacks.js';
import { oneOf, typedNumber } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import type { Codes } from '../choices.js';
import { openWith } from '../decide/guards.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { at } from './shared.js';

/**
 * @throws Refusal before it is decided
 */
export const sendOwnNotification = defineCaseCommand({
  name: 'SendOwnNotification',
  input: { about: oneOf(ownNotifications), theirNumber: typedNumber.nullable().default(null), at },
  who: [],
  mustStand: openWith(
    ({ outside: { authorities } }) => authorities.own.some((row) => row.notify && row.sentAt === null),
    'DecideOwnNotification.notify',
    'Besluta först att saken ska anmälas',
  ),
  offered: [{ stages: 'any', when: ['ownToBeSent'] }],
  title: 'Den egna anmälan är skickad till IVO',
  button: 'Spara',
  form: {
    about: {
      label: 'Vilken anmälan?',
      choices: ({ outside: { authorities } }): Codes => authorities.own.flatMap((row) => (row.notify && row.sentAt === null ? [row.about] : [])),
    },
    at: { label: 'Vilken dag skickades den? (om inte i dag)' },
    theirNumber: { label: 'IVO:s diarienummer' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { about, theirNumber, at } = command;
    const decided = state.outside.authorities.own.find((row) => row.about === about && row.notify);
    new Lacking('SendOwnNotification')
      .needFirst(decided !== undefined, 'DecideOwnNotification.notify', 'Besluta först att saken ska anmälas')
      .need(decided?.sentAt == null, 'about', 'Anmälan är redan skickad')
      .add(notPast(at, 'SendOwnNotification.at', context, decided?.at))
      .orRefuse();
    return [{ type: 'OwnNotificationSent', at, open: { about, theirNumber } }];
  },
});
