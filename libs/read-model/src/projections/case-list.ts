import { closedOf, type ExistingCase, type Feedback, isDecided, isOpen, mergedInto, nextDuty } from '#domain/case/case';
import { isMirror } from '#domain/case/conditions';
import { processOf } from '#domain/case/processes/index';
import { secondsAwaited, secondsOf } from '#domain/case/seconds';
import { carriedOnBy, seenOf } from '#domain/case/visible';
import type { codedLists } from '../coded-lists.js';

/** The case's row in the work list. Pure. */
export function listRow(state: ExistingCase): Readonly<Record<string, unknown>> {
  const { desc } = state;
  const seen = seenOf(state);
  const next = isOpen(state) ? nextDuty(state) : null;
  return {
    case_id: state.id,
    version: state.version,
    number: state.number,
    kind: desc.kind,
    stage: state.end?.as === 'cancelled' ? 'cancelled' : state.stage,
    since: state.progress.since,
    unit: seen.unit,
    law_areas: seen.lawAreas,
    handler: seen.handler,
    lead: seen.lead,
    reporter: seen.reporter,
    barred: seen.barred,
    excepted: state.conflict.barred.filter((person) => !seen.barred.includes(person)),
    called: seen.called,
    carried_on_by: carriedOnBy(state),
    received_at: desc.receivedAt,
    next_due: next?.dueAt ?? next?.targetAt ?? null,
    next_rule: next?.rule ?? null,
    // Where law gives no date the day is the municipality's own target, and is never shown as law.
    next_basis: next === null ? null : next.dueAt === null ? 'local' : next.basis,
    next_owner: next?.owner ?? null,
    opinion_type: desc.opinionType,
    source: desc.source,
    diary_number: state.diary.number,
    secrecy: state.diary.secrecy,
    closed_at: closedOf(state)?.at ?? null,
    cancelled_at: state.end?.as === 'cancelled' ? state.end.at : null,
    duplicate_of: mergedInto(state),
    done: !isOpen(state),
    codes: codesOfCase(state),
    unanswered: isOpen(state) && desc.opinionType !== 'praise' && ![...state.contact.feedback, ...state.contact.lapsed].some(isAnswer),
    unjudged: state.end?.as !== 'cancelled' && state.remedy.actions.some(({ status, effect }) => status === 'done' && effect === null),
    crossings: crossingsOf(state),
    awaits: awaitsOf(state),
    flag: flagOf(state),
    about: headed(desc),
    mirror: isMirror(state),
    titled_at: state.titledAt,
    ...awaitedSeconds(state),
  };
}

/** Why the case is marked in lists: unread words, also in a closed case; a second person who is to confirm; opened again. */
function flagOf(state: ExistingCase): 'written' | 'second' | 'reopened' | null {
  if (state.contact.written !== null && state.end?.as !== 'cancelled') return 'written';
  if (state.end?.as !== 'cancelled' && secondsAwaited(state).length > 0) return 'second';
  return state.progress.reopenings.length > 0 && isOpen(state) ? 'reopened' : null;
}

/** The owners of the case's unit who may answer as the second person, and who has asked. */
function awaitedSeconds(state: ExistingCase) {
  const process = processOf(state.desc.process);
  const waits = state.end?.as === 'cancelled' ? [] : secondsAwaited(state);
  const owners = waits.flatMap(({ of }) => secondsOf(of, process).map((role) => `${role}@${state.desc.unit ?? 'none'}`));
  return { seconds: [...new Set(owners)], asked_by: [...new Set(waits.map(({ by }) => by))] };
}

/** What is left of the decision on notification: to decide, or to send what is decided. */
function awaitsOf(state: ExistingCase): 'decision' | 'notification' | null {
  if (!isOpen(state)) return null;
  const decidesHere = state.stage === 'ivoDecision' && processOf(state.desc.process).ivo.position === 'decides';
  if (decidesHere && !isDecided(state)) return 'decision';
  return state.ivo?.notify === 'yes' && state.ivoTrack.sent === null ? 'notification' : null;
}

/** As in the report feedback-times: an answer, or a record that none is possible. */
const isAnswer = ({ what, to }: Feedback): boolean => what === 'answer' && !['board', 'staffGroup', 'provider'].includes(to);

/** Each cause with each thing that the case is about: its cells in the table of causes, `<cause> <list>:<code>`. */
function crossingsOf({ investigation, desc }: ExistingCase): readonly string[] {
  const causes = new Set(investigation.causes.flatMap(({ area, withdrawn }) => (withdrawn ? [] : [area])));
  return [...causes].sort().flatMap((cause) => aboutOf(desc).map((about) => `${cause} ${about}`));
}

/** What the case is about, `<list>:<code>`: the categories of a complaint, the kinds of a lex Sarah, the type of any other deviation. */
function aboutOf({ kind, categories, lexSarahKinds, deviationType }: ExistingCase['desc']): readonly string[] {
  const named = (list: string, codes: readonly (string | null)[] | null) => [
    ...new Set((codes ?? []).flatMap((code) => (code === null ? [] : [`${list}:${code}`]))),
  ];
  if (kind === 'complaint') return named('complaintCategory', categories);
  return kind === 'lexSarah' ? named('lexSarahKind', lexSarahKinds) : named('deviationType', [deviationType]);
}

/** Every code that a heading names, `<list>:<code>`, in the order in which it names them. */
const headed = ({ categories, deviationType, lexSarahKinds }: ExistingCase['desc']): readonly string[] => [
  ...(categories ?? []).map((code) => `complaintCategory:${code}`),
  // A fact that an older event does not have is not stated.
  ...(deviationType == null ? [] : [`deviationType:${deviationType}`]),
  ...(lexSarahKinds ?? []).map((code) => `lexSarahKind:${code}`),
];

function codesOfCase({ desc, stage, end }: ExistingCase): readonly string[] {
  const one = (prefix: keyof typeof codedLists, code: string | null) => (code === null ? [] : [`${prefix}:${code}`]);
  const many = (prefix: keyof typeof codedLists, codes: readonly string[] | null) => (codes ?? []).map((code) => `${prefix}:${code}`);
  return [
    ...one('kind', desc.kind),
    ...one('stage', end?.as === 'cancelled' ? 'cancelled' : stage),
    ...one('source', desc.source),
    ...one('channel', desc.channel),
    ...one('opinion', desc.opinionType),
    ...many('category', desc.categories),
    ...many('law', desc.lawAreas),
  ];
}
