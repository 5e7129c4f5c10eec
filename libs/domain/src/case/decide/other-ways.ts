import { otherWayOf } from '../../codes/other-ways.js';
import { refuse } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import type { NewCaseEvent } from '../events.schema.js';
import { earliestOf } from '../other-ways.js';
import type { Context } from './context.js';
import { mustBeOpen, mustBePast } from './situation.js';

type Record = CommandOf<'RecordOtherWay'>;

/**
 * Something in the case belongs to another way of the law's own, and what is done about it. That it was mistaken is a decision with reasons.
 * @throws Refusal
 */
export function recordOtherWay(state: ExistingCase, command: Record, context: Context): NewCaseEvent[] {
  mustBeOpen(state);
  const { way, step, to, cameInOn, reasons, at } = command;
  const known = state.otherWays.find((row) => row.way === way && row.mistakenAt === null);
  if (cameInOn !== null && cameInOn > context.today)
    refuse('incomplete', [{ field: 'RecordOtherWay.cameInOn', text: 'Dagen då det kom in kan inte ligga i framtiden' }]);
  if (step === 'mistaken') mustBeReasoned(known !== undefined, reasons);
  if (step === 'told' && otherWayOf(way).passedOn)
    refuse('incomplete', [
      { field: 'RecordOtherWay.step', text: `Det räcker inte att berätta vart man vänder sig. ${otherWayOf(way).must} (${otherWayOf(way).law})` },
    ]);
  if (step === 'passedOn' && to === null) refuse('incomplete', [{ field: 'RecordOtherWay.to', text: 'Välj vart det lämnades' }]);
  mustBePast(at, 'RecordOtherWay.at', context, earliestOf(known, state));
  if (step === 'found' && known !== undefined && (cameInOn === null || cameInOn === known.cameInOn) && !reasons) return [];
  const open = { way, step, cameInOn, to: step === 'passedOn' ? to : step === 'told' ? ('sender' as const) : null };
  return [{ type: 'OtherWayRecorded', at, open, sealed: reasons ? { reasons } : undefined }];
}

function mustBeReasoned(isKnown: boolean, reasons: string | undefined): void {
  if (!isKnown) refuse('incomplete', [{ field: 'RecordOtherWay.way', text: 'Det är inte antecknat i ärendet' }]);
  if (!reasons) refuse('incomplete', [{ field: 'RecordOtherWay.reasons', text: 'Skriv varför det inte var så' }]);
}

/** What the first assessment found; what is known already is not said twice. */
export const foundAtTriage = (state: ExistingCase, ways: CommandOf<'AnswerTriage'>['otherWays']): NewCaseEvent[] =>
  (ways ?? [])
    .filter((way) => !state.otherWays.some((row) => row.way === way && row.mistakenAt === null))
    .map((way) => ({ type: 'OtherWayRecorded', open: { way, step: 'found', cameInOn: null, to: null } }));
