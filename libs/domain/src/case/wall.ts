import type { Lack } from '../errors.js';
import type { Holder, Post } from '../org/holders.js';
import type { Role } from '../org/roles.js';
import { OWN_SIDE, sideOf, sidesOf, treesOf } from '../org/trees.js';
import type { Organisation } from '../org/units.js';
import type { ExistingCase } from './case.js';

/*
 * The municipality's tree and each private provider's own are walled off from each other (OSL 8 kap. 1–2 §§: secrecy holds between
 * authorities and towards others; SoL 17 kap. for what a provider keeps). A case goes from one to the other only by a handing-over, which
 * makes no one of the other side see it here. The municipality's mirror of a provider's case stands in its own tree.
 */

/** Roles that read and count; by none of them alone is a case carried. */
const readers: readonly Role[] = ['controller', 'dso', 'system'];

/** Is a case carried by a post of theirs? */
export const carries = ({ role }: Pick<Post, 'role'>): boolean => !readers.includes(role);

/**
 * What a field of a command names: a unit where the case is to be; one who is to carry it, or some of it; any person on the case's side of
 * the wall. A test holds that every field that names a unit or a person stands here.
 */
export const named: Readonly<Record<string, 'unit' | 'carrier' | 'person'>> = {
  'MoveToUnit.unit': 'unit',
  'CorrectCase.set.unit': 'unit',
  'AssignCase.person': 'carrier',
  'OpenInvestigation.lead': 'carrier',
  'DecideIvo.presenter': 'carrier',
  'DecideIvo.participants': 'carrier',
  'DecideOutcome.participants': 'carrier',
  'AnswerConflict.person': 'person',
  'OverrideConflict.person': 'person',
  'OverrideConflict.second': 'carrier',
  'CancelCase.second': 'carrier',
};

interface Known {
  readonly organisation: Organisation;
  readonly people: readonly Holder[];
  readonly today: string;
}

/** What a command names on the other side of the wall, or who can't carry a case at all. */
export function beyondTheWall(command: { readonly type: string }, state: ExistingCase, known: Known): readonly Lack[] {
  return Object.entries(named).flatMap(([field, what]) => {
    const texts = valuesAt(command, field).map((value) => (what === 'unit' ? unitBeyond(value, state, known) : personBeyond(value, what, state, known)));
    const text = texts.find((each) => each !== null);
    return text == null ? [] : [{ field, text }];
  });
}

function unitBeyond(unit: string, state: ExistingCase, { organisation, today }: Known): string | null {
  const [there, here] = [sideOf(unit, organisation, today), sideOf(state.desc.unit, organisation, today)];
  if (there === null || here === null || there === here) return null;
  return here === OWN_SIDE
    ? 'Enheten hör till en utförares egen verksamhet, som inte får ta över kommunens ärende. Lämna över ärendet till utföraren i stället'
    : 'Enheten hör inte till den egna verksamheten. Ett ärende lämnas till kommunen genom överlämning';
}

function personBeyond(person: string, what: 'carrier' | 'person', state: ExistingCase, { organisation, people, today }: Known): string | null {
  const posts = people.find(({ id }) => id === person)?.posts ?? [];
  // One who holds no post, today or at all, stands on no side; what such a person may do is asked elsewhere.
  if (posts.length === 0) return null;
  const here = sideOf(state.desc.unit, organisation, today);
  const able = what === 'carrier' ? posts.filter(carries) : posts;
  if (able.length === 0) return 'Personen har bara en roll som läser och räknar, och kan inte handlägga ärenden';
  return here === null || sidesOf(able, organisation, today).includes(here) ? null : 'Personen arbetar i en annan verksamhet och får inte ta del av ärendet';
}

/** The values of `Command.path.to.field`; none where it is another command or nothing was stated. */
function valuesAt(command: { readonly type: string }, field: string): readonly string[] {
  const [type, ...path] = field.split('.');
  if (type !== command.type) return [];
  const value = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], command);
  return [value].flat().filter((each) => typeof each === 'string');
}

/** Where a report about a unit is received, and the unit that it concerns where that is another. */
export interface Received {
  readonly unit: string | null;
  readonly concernsUnit: string | null;
}

/**
 * A report about a unit of a provider's own tree by one who does not work there is the municipality's to receive: its own board has the
 * case, and the provider's unit is what it concerns. It is never refused for it (SoL 27 kap. 2 §: whoever learns of it shall report).
 */
export function receivedAt(unit: string | null, posts: readonly Post[], organisation: Organisation, today: string): Received {
  const side = unit === null ? OWN_SIDE : sideOf(unit, organisation, today);
  if (side === OWN_SIDE || side === null || sidesOf(posts, organisation, today).includes(side)) return { unit, concernsUnit: null };
  const own = organisation.ownBoards(today);
  const trees = treesOf(posts, organisation, today);
  const board = own.find(({ code }) => trees.includes(code)) ?? own[0];
  return { unit: board?.code ?? null, concernsUnit: unit };
}
