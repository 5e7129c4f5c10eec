import { otherWayOf, otherWayReceivers, otherWaySteps, otherWays } from '../../codes/other-ways.js';
import { Lacking } from '../../lacks.js';
import { date, maybeWords, oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import { whileOpen } from '../decide/guards.js';
import { notPast } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { earliestOf } from '../other-ways.js';
import { desk } from '../who.js';
import { at } from './shared.js';

/**
 * Something in the case belongs to another way of the law's own, and what is done about it. That it was mistaken is a decision with reasons.
 * @throws Refusal
 */
export const recordOtherWay = defineCaseCommand({
  name: 'RecordOtherWay',
  input: {
    way: oneOf(otherWays),
    step: oneOf(otherWaySteps),
    to: oneOf(otherWayReceivers).nullable().default(null),
    cameInOn: date.nullable().default(null),
    reasons: maybeWords,
    at,
  },
  endsDuties: true,
  who: desk,
  mustStand: whileOpen,
  offered: [{ stages: 'any', when: 'always' }],
  title: 'Anteckna vad som hör hemma på annat håll',
  button: 'Spara',
  form: {
    way: { label: 'Vad är det?' },
    step: { label: 'Hur står det till med det?', hint: 'Ett överklagande eller en oro för ett barn är klart först när det är lämnat vidare.' },
    to: { label: 'Vart lämnades det?', hint: 'Behövs när det är lämnat vidare.' },
    cameInOn: { label: 'Vilken dag kom det in?', hint: 'Lämna tomt om det kom in samma dag som ärendet. För ett överklagande räknas tiden från den dagen.' },
    at: { label: 'Vilken dag lämnades det vidare? (om inte i dag)' },
    reasons: { label: 'Skäl eller anteckning', hint: 'Behövs om det inte var så. Läses av dem som får läsa ärendets text.' },
  },
  decide(state, command, context): readonly NewCaseEvent[] {
    const { way, step, to, cameInOn, reasons, at } = command;
    const known = state.outside.otherWays.find((row) => row.way === way && row.mistakenAt === null);
    const { passedOn, must, law } = otherWayOf(way);
    const isMistaken = step === 'mistaken';
    new Lacking('RecordOtherWay')
      .need(cameInOn === null || cameInOn <= context.today, 'cameInOn', 'Dagen då det kom in kan inte ligga i framtiden')
      .need(!isMistaken || known !== undefined, 'way', 'Det är inte antecknat i ärendet')
      .need(!isMistaken || Boolean(reasons), 'reasons', 'Skriv varför det inte var så')
      .need(step !== 'told' || !passedOn, 'step', `Det räcker inte att berätta vart man vänder sig. ${must} (${law})`)
      .need(step !== 'passedOn' || to !== null, 'to', 'Välj vart det lämnades')
      .add(notPast(at, 'RecordOtherWay.at', context, earliestOf(known, state)))
      .orRefuse();
    if (step === 'found' && known !== undefined && (cameInOn === null || cameInOn === known.cameInOn) && !reasons) return [];
    const open = { way, step, cameInOn, to: step === 'passedOn' ? to : step === 'told' ? ('sender' as const) : null };
    return [{ type: 'OtherWayRecorded', at, open, sealed: reasons ? { reasons } : undefined }];
  },
});
