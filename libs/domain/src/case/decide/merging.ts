import type { Lack } from '../../errors.js';
import { type CaseLink, type ExistingCase, isOpen, mergedInto } from '../case.js';
import type { NewCaseEvent } from '../events.schema.js';
import { answered } from '../processes/gates.js';
import { type Process, stageRow } from '../processes/process.js';
import { demanded } from '../processes/statutory.js';
import { dangerMet, isGraveByLaw, said } from '../processes/suspicions.js';
import { isOneOf } from '../roles-in.js';
import { mergers } from '../who.js';
import type { Context } from './context.js';
import { passedOn } from './convert.js';
import { closed, dutyOpened, ofStage, openedFrom } from './duties.js';
import { closing, unreachable } from './endings.js';
import { foldNew } from './foresee.js';
import { workStage } from './situation.js';
import { mayEndAll, owedAtEnd } from './statutory-rule.js';

/*
 * A duplicate: the same matter has come in twice. It is investigated in the case that came first, and counted there alone. Nobody is left without an
 * answer: whoever spoke up in the duplicate is answered in it, and it ends when that is done (docs/decisions/0028-linked-cases.md).
 */

/** What the other case takes over. Every other demand of the law is met where it arose. */
const takenOver: ReadonlySet<string> = new Set(['investigation', 'position']);

/** What keeps the case from being a duplicate of the other: in the fields of the command, and what the law demands first. */
export function lacksOfDuplicate(
  state: ExistingCase,
  other: ExistingCase,
  context: Context,
): { readonly own: readonly Lack[]; readonly owed: readonly Lack[] } {
  const of = (field: string, text: string): Lack => ({ field, text });
  const isSame = state.desc.kind === other.desc.kind && state.desc.process === other.desc.process && lawsOf(state).every((law) => lawsOf(other).includes(law));
  const owed = demanded(state).filter(({ key, isAnswer }) => !isAnswer && !takenOver.has(key));
  const rows: readonly (readonly [boolean, Lack])[] = [
    [isOpen(state), of('relation', 'Ärendet är avslutat. Öppna det igen först, eller koppla det som samma händelse')],
    [
      state.assessment.outcome === null && state.ivo === null && state.ivoTrack.sent === null && state.stage !== 'feedback' && state.stage !== 'followUp',
      of('relation', 'Ärendet är redan bedömt och har ett eget resultat. Koppla det som samma händelse'),
    ],
    [isSame, of('relation', 'En dubblett är av samma slag och under samma lag som det andra ärendet. Koppla det som samma händelse')],
    [
      state.desc.receivedAt >= other.desc.receivedAt,
      of('other', 'Det här ärendet kom in först och är det som utreds. Koppla från det andra ärendet i stället'),
    ],
    [mergedInto(other) === null, of('other', 'Det andra ärendet är självt en dubblett. Koppla till det ärende som utreds')],
    [!state.links.some(({ relation }) => relation === 'hasDuplicate'), of('relation', 'Det här ärendet har egna dubbletter. Koppla först om dem')],
    [!isGraveByLaw(state), of('relation', 'Ärendet är eller kan vara allvarligt och handläggs för sig. Koppla det som samma händelse')],
    [
      !isGraver(state, other),
      of('relation', 'Den första bedömningen är allvarligare här än i det andra ärendet. Gör först om bedömningen där, eller koppla som samma händelse'),
    ],
    [mayDecide(state, context), of('relation', 'Att ett ärende är en dubblett beslutar en chef, eller den som svarar för lex Sarah eller för vården')],
  ];
  return {
    own: rows.flatMap(([holds, lack]) => (holds ? [] : [lack])),
    owed: [...owed.map(({ lack }) => lack), dangerMet(state)].filter((lack) => lack !== null),
  };
}

const lawsOf = ({ desc }: ExistingCase): readonly string[] => desc.lawAreas ?? [];

/** What may be more than it seems is never left to a case in which nobody has said so. */
const isGraver = ({ assessment: { triage } }: ExistingCase, { assessment: { triage: other } }: ExistingCase): boolean =>
  (said(triage?.irregularity) && !said(other?.irregularity)) || (said(triage?.careInjury) && !said(other?.careInjury));

/** The duties of law that the other case takes over are let go by those who may end them (statutory-rule.ts), never by the handler or the registrar alone. */
const mayDecide = (state: ExistingCase, context: Context): boolean =>
  isOneOf(mergers, context.actor, state, context.organisation, context.today) && mayEndAll(state, context);

/** What follows in the duplicate: it goes to the answer, and ends at once where nobody is left to answer. @param state with the link */
export function merged(state: ExistingCase, into: string, process: Process, context: Context): NewCaseEvent[] {
  const moved = passedOn(state, process, into, context);
  const then = foldNew(state, moved, context.now);
  const out = answered(then) === null ? [] : unreachable(then, process);
  const told = foldNew(then, out, context.now);
  const isDone = (['feedback', 'followUp'] as const).every((stage) => stageRow(process, stage).needs.every((gate) => gate(told) === null));
  if (!isDone || owedAtEnd(told).length > 0) return [...moved, ...out];
  return [...moved, ...out, ...closing(told, [{ stage: 'followUp', reason: 'elsewhere' }], 'duplicate')];
}

/**
 * The duplicate is a case of its own again: in the stage where it was linked, with the duties that the other case had taken over, from the day on which
 * they began. An answer that was given in it as a duplicate no longer stands, and is owed anew.
 */
export function restored(state: ExistingCase, unlinked: NewCaseEvent, reasons: string, process: Process, context: Context): NewCaseEvent[] {
  const link = state.links.find(({ relation }) => relation === 'duplicateOf') as CaseLink;
  const back = isOpen(state) ? sentBack(state, link, process) : reopened(link, reasons);
  const events = [unlinked, ...back];
  const then = foldNew(state, events, context.now);
  const taken = (rule: string) => then.duties.findLast((duty) => duty.rule === rule && isTakenOver(duty, link)) ?? null;
  const duties = process.duties.flatMap((row) => {
    const duty = taken(row.rule);
    return duty === null ? [] : [dutyOpened(row, then, duty.startedAt, duty.subject, context)];
  });
  const isWaiting = (rule: string) => then.duties.some((duty) => duty.rule === rule && duty.closed === null) || taken(rule) !== null;
  const answers = state.desc.answerBy === 'none' ? [] : process.duties.filter((row) => row.metBy === 'answer' && row.applies(then) && !isWaiting(row.rule));
  return [...events, ...duties, ...answers.flatMap((row) => openedFrom(row, then, context.now, context))];
}

const isTakenOver = ({ closed: end }: ExistingCase['duties'][number], { at }: CaseLink): boolean =>
  end !== null && end.at >= at && (end.reason === 'elsewhere' || end.reason === 'caseClosed');

function sentBack(state: ExistingCase, { stage }: CaseLink, process: Process): NewCaseEvent[] {
  const from = workStage(state);
  if (from === stage) return [];
  return [
    ...closed(state, ofStage(process, from), 'withdrawn', 'sentBack'),
    { type: 'StageEntered', open: { stage, from, direction: 'back', notApplicable: [] } },
  ];
}

const reopened = ({ stage }: CaseLink, text: string): NewCaseEvent[] => [
  { type: 'CaseReopened', open: { reason: 'noDuplicate', to: stage }, sealed: { text } },
];
