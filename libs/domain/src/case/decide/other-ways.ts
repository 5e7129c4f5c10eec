import { otherWayOf } from '../../codes/other-ways.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { earliestOf } from '../other-ways.js';
import type { Context } from './context.js';
import { Lacking } from './lacks.js';
import { notPast } from './situation.js';

type Record = CommandOf<'RecordOtherWay'>;

/**
 * Something in the case belongs to another way of the law's own, and what is done about it. That it was mistaken is a decision with reasons.
 * @throws Refusal
 */
export function recordOtherWay(state: ExistingCase, command: Record, context: Context): NewCaseEvent[] {
  const { way, step, to, cameInOn, reasons, at } = command;
  const known = state.otherWays.find((row) => row.way === way && row.mistakenAt === null);
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
}

/** What the first assessment found; what is known already is not said twice. */
export const foundAtTriage = (state: ExistingCase, ways: CommandOf<'AnswerTriage'>['otherWays']): NewCaseEvent[] =>
  (ways ?? [])
    .filter((way) => !state.otherWays.some((row) => row.way === way && row.mistakenAt === null))
    .map((way) => ({ type: 'OtherWayRecorded', open: { way, step: 'found', cameInOn: null, to: null } }));
