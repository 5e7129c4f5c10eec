import type { CaseRelation, linkRelations } from '../../codes/case-relations.js';
import type { CodeOf } from '../../codes/code.js';
import { refuse } from '../../errors.js';
import type { Lacking } from '../../lacks.js';
import { type CaseLink, type ExistingCase, mergedInto } from '../case.js';
import type { Beside, Decision } from '../case-command.js';
import { conflictsOf } from '../conflict.js';
import type { NewCaseEvent } from '../events.schema.js';
import { processOf } from '../processes/index.js';
import type { Process } from '../processes/process.js';
import type { Context } from './context.js';
import { followed } from './follow.js';
import { foldNew } from './foresee.js';
import { lacksOfDuplicate, merged, restored } from './merging.js';

/*
 * Two cases that belong together say so, each in its own stream and in one append (docs/decisions/0028-linked-cases.md). A link changes neither case, but
 * for a duplicate: that one is investigated in the other.
 */

interface Link {
  readonly other: string;
  readonly relation: CodeOf<typeof linkRelations>;
  readonly reasons: string;
}

const backwards: Readonly<Record<CaseRelation, CaseRelation>> = {
  samePerson: 'samePerson',
  sameEvent: 'sameEvent',
  duplicateOf: 'hasDuplicate',
  hasDuplicate: 'duplicateOf',
};

/** Puts a link in both cases. @param lacking what the command lacks; nothing yet @throws Refusal with everything that stands in the way */
export function linked(lacking: Lacking, state: ExistingCase, { other: id, relation, reasons }: Link, process: Process, context: Context): Decision {
  lacking.need(id !== state.id, 'other', 'Det är det här ärendets eget nummer. Skriv det andra ärendets').orRefuse();
  const other = named(id, context);
  const isDuplicate = relation === 'duplicateOf';
  const duplicate = isDuplicate ? lacksOfDuplicate(state, other, context) : { own: [], owed: [] };
  lacking
    .need(!state.links.some(({ caseId }) => caseId === id), 'other', 'Ärendena är redan kopplade. Ta först bort den koppling som finns')
    .need(other.end?.as !== 'cancelled', 'other', 'Det andra ärendet är makulerat')
    .needEach(duplicate.own)
    .add(duplicate.owed)
    .orRefuse();
  const here: NewCaseEvent = { type: 'CaseLinked', open: { caseId: id, relation }, sealed: { reasons } };
  const there: NewCaseEvent = { type: 'CaseLinked', open: { caseId: state.id, relation: backwards[relation] } };
  if (!isDuplicate) return { events: [here], born: [], beside: [beside(other, [there], context)] };
  const first = [here, ...barredToo(other, state)];
  const events = [...first, ...merged(foldNew(state, first, context.now), id, process, context)];
  return {
    events: followed(state, events, process, context),
    born: [],
    beside: [beside(other, [there, ...barredToo(state, other)], context)],
  };
}

/** Takes a link back in both cases, from either of them. @throws Refusal where there is none */
export function unlinked(lacking: Lacking, state: ExistingCase, { other: id, reasons }: Omit<Link, 'relation'>, process: Process, context: Context): Decision {
  const other = named(id, context);
  const link = linkTo(state, id) ?? lacking.need(false, 'other', 'Ärendena är inte kopplade till varandra', 'unknownReference').refuse();
  const here: NewCaseEvent = { type: 'CaseUnlinked', open: { caseId: id, relation: link.relation }, sealed: { reasons } };
  const there: NewCaseEvent = { type: 'CaseUnlinked', open: { caseId: state.id, relation: backwards[link.relation] } };
  const ownAgain = (of: ExistingCase, event: NewCaseEvent, way: Process) => (mergedInto(of) === null ? [event] : restored(of, event, reasons, way, context));
  return {
    events: followed(state, ownAgain(state, here, process), process, context),
    born: [],
    beside: [beside(other, ownAgain(other, there, processOf(other.desc.process)), context)],
  };
}

const linkTo = (state: ExistingCase, id: string): CaseLink | undefined => state.links.find(({ caseId }) => caseId === id);

/** The other case; whether the actor sees it has been asked (wall.ts). */
const named = (id: string, { cases }: Context): ExistingCase => cases.find((one) => one.id === id) ?? refuse('notFound');

function beside(other: ExistingCase, events: readonly NewCaseEvent[], context: Context): Beside {
  return { caseId: other.id, version: other.version, events: followed(other, events, processOf(other.desc.process), context) };
}

/** In the same matter a conflict of interest is the same: who is barred from the one case is barred from the other (KL 6 kap. 28 §). */
function barredToo(from: ExistingCase, to: ExistingCase): readonly NewCaseEvent[] {
  return conflictsOf(from)
    .filter(({ person }) => !to.conflict.barred.includes(person))
    .map((open) => ({ type: 'ConflictAnswered', open }));
}
