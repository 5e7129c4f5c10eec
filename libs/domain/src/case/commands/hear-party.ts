import { heardResults, parties } from '../../codes/case-codes.js';
import { notHeardReasons } from '../../codes/hearing.js';
import { Lacking } from '../../lacks.js';
import { doneOn } from '../../records/command-text.js';
import { oneOf, typedKeyOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { byWhen } from '../choices.js';
import { notComplaint } from '../conditions.js';
import { whileOpen } from '../decide/guards.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';
import { at } from './shared.js';

/**
 * Somebody has been heard, has declined, or could not be: then it is said why.
 */
export const hearParty = defineCaseCommand({
  name: 'HearParty',
  input: { party: oneOf(parties), result: oneOf(heardResults), reason: typedKeyOf(notHeardReasons).nullable().default(null), at },
  who: workers,
  mustStand: whileOpen,
  offered: [{ stages: ['investigating'], when: 'always' }],
  title: 'Någon har hörts',
  button: 'Spara',
  form: {
    party: {
      label: 'Vem?',
      choices: byWhen(
        [['complaint'], ['complainant', 'individual', 'relative', 'staff', 'unitManager', 'provider', 'document']],
        [
          ['care', 'lexMaria'],
          ['patient', 'relative', 'staff', 'unitManager', 'reporter', 'provider', 'authority'],
        ],
        ['always', ['individual', 'relative', 'reporter', 'staff', 'unitManager', 'provider', 'authority']],
      ),
    },
    result: { label: 'Hur gick det?' },
    reason: { label: 'Om personen inte hördes: varför?', asked: notComplaint },
    at: doneOn,
  },
  decide(_state, command, context): readonly NewCaseEvent[] {
    const { party, result, reason, at } = command;
    new Lacking('HearParty')
      .add(notPast(at, 'HearParty.at', context))
      .need(result !== 'notPossible' || reason !== null, 'reason', 'Ange varför det inte gick att höra personen')
      .orRefuse();
    return [{ type: 'PartyHeard', at, open: { party, result, reason } }];
  },
});
