import type { Kind } from '../codes/kinds.js';
import type { Lack } from '../errors.js';
import { personActor } from '../org/actor.js';
import { type Holder, managersOf } from '../org/holders.js';
import { decidersOf } from '../org/settings.js';
import type { Organisation } from '../org/units.js';
import type { ExistingCase } from './case.js';
import type { OpenOf } from './events.schema.js';
import { isOneOf } from './roles-in.js';
import { exceptionOf } from './seconds.js';
import { chiefs } from './who.js';

/*
 * Nobody handles or decides a matter in which they have a conflict of interest, or takes any part in it, also not
 * in feedback and follow-up (KL 6 kap. 28–30 §§; docs/law/decisions.md#conflict-of-interest). What the facts say by themselves is computed; the rest is asked.
 */

/** What a report says about the people it concerns. */
export interface Concerned {
  readonly unit: string | null;
  /** Ids of persons who are named as concerned. */
  readonly concerns: readonly string[];
  /** Whether it is about the manager of the unit: the holder of the post today, since that is whom the reporter knows. */
  readonly concernsChief: boolean;
}

/** The organisation and the people on a day. */
export interface Known {
  readonly organisation: Organisation;
  readonly people: readonly Holder[];
  readonly today: string;
}

type Answered = OpenOf<'ConflictAnswered'>;

/** The conflicts of interest that follow from a report, as open parts of ConflictAnswered; one per person. */
export function conflictsAt({ unit, concerns, concernsChief }: Concerned, { organisation, people, today }: Known): readonly Answered[] {
  const named = [...new Set(concerns)];
  const managers = concernsChief && unit !== null ? managersOf(people, unit, organisation, today).filter((id) => !named.includes(id)) : [];
  return [...named.map((person) => computed(person, 'named')), ...managers.map((person) => computed(person, 'managerOfTheAct'))];
}

/** The conflicts that pass to the case it becomes: a person who is barred from the one is barred from the other. */
export const conflictsOf = (parent: ExistingCase): readonly Answered[] =>
  parent.conflict.found
    .filter((row) => !row.overridden)
    .map((row) => ({ person: row.person, as: 'system', answer: 'conflict', ground: row.ground, computed: row.computed }));

const computed = (person: string, ground: 'named' | 'managerOfTheAct'): Answered => ({ person, as: 'system', answer: 'conflict', ground, computed: true });

/** Who investigated may not also decide, where the decision is the one on notification (docs/law/lex-sarah.md#who-decides). */
export function hasInvestigated(state: Pick<ExistingCase, 'investigation' | 'conflict'>, person: string): boolean {
  return (
    state.investigation.investigators.includes(person) &&
    !state.conflict.found.some((row) => row.person === person && row.ground === 'investigated' && row.overridden)
  );
}

/** Why a person can't be chosen as, or act as, handler, investigator or decider in the case; null where they can. */
export function whyNotChosen(state: ExistingCase, person: string, as: 'handler' | 'investigator' | 'decider', field: string): Lack | null {
  if (state.conflict.barred.includes(person)) return { field, text: 'Personen är jävig och kan inte handlägga ärendet' };
  if (as === 'decider' && isDecidedApart(state.desc.kind) && hasInvestigated(state, person)) {
    return { field, text: 'Den som har utrett saken beslutar inte i den. En annan behörig person ska besluta' };
  }
  return null;
}

/** Kinds in which investigator and decider must be two persons. */
const isDecidedApart = (kind: Kind): boolean => kind === 'lexSarah' || kind === 'lexMaria';

/**
 * Whether a chief may withdraw a conflict by a new answer (AnswerConflict none): only one that was stated. One that follows from the facts
 * takes a second person (`overrideLacks`).
 */
export const mayBeTakenBack = (state: ExistingCase, person: string): boolean => !state.conflict.found.some((row) => row.person === person && row.computed);

/**
 * Why one who has investigated can't be allowed to decide, or, with `step`, one whom the matter concerns can't be allowed to take that
 * step alone (KL 6 kap. 30 §, FL 18 §): the bar itself is never lifted. It takes two: the one who asks (`actor`), and a second who is a
 * chief over the case's unit or the registrar, and is neither of the others nor in conflict themselves. Fields of the command that asks.
 */
export function overrideLacks(
  { person, second, step = null }: { readonly person: string; readonly second: string; readonly step?: string | null },
  state: ExistingCase,
  { organisation, people, today }: Known,
  actor: string | null,
): readonly Lack[] {
  const lacks: Lack[] = [];
  const need = (holds: boolean, field: string, text: string) => {
    if (!holds) lacks.push({ field, text });
  };
  if (step !== null) {
    need(state.conflict.barred.includes(person), 'person', 'Personen är inte jävig och behöver inget undantag');
    need(exceptionOf(state, person) === null, 'person', 'Personen har redan ett undantag som inte är använt');
  }
  const decider = decidersOf(organisation.settings, state.desc.kind).length > 0;
  need(step !== null || state.conflict.barred.includes(person) || (decider && hasInvestigated(state, person)), 'person', 'Personen har inget jäv i ärendet');
  // The bar is the law's. That an investigator does not decide is the municipality's own order, and two people may depart from it.
  need(
    step !== null || !state.conflict.barred.includes(person),
    'person',
    'Den som saken rör får inte ta del i den, och det kan ingen bestämma bort (KL 6 kap. 28–30 §§, FL 16–18 §§). Låt en annan person ta vid, eller ange det enda steg som ingen annan kan ta utan olägligt uppskov',
  );
  need(person !== actor, 'person', 'Den som är jävig kan inte själv bortse från jävet');
  need(second !== actor && second !== person, 'second', 'Det krävs en andra person, som varken är du eller den som är jävig');
  need(!state.conflict.barred.includes(second), 'second', 'Den andra personen är själv jävig');
  const holder = people.find(({ id }) => id === second);
  const mayBeSecond = holder !== undefined && isOneOf([...chiefs, 'registrator'], personActor(second, holder.posts), state, organisation, today);
  need(mayBeSecond, 'second', 'Den andra personen ska vara chef över enheten eller registrator');
  return lacks;
}
