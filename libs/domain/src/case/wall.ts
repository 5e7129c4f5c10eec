import { elected, type Role } from '../codes/roles.js';
import { type Lack, placeOf } from '../errors.js';
import type { Holder, Post } from '../org/holders.js';
import { OWN_SIDE, sideOf, sidesOf, treesOf } from '../org/trees.js';
import type { Organisation } from '../org/units.js';
import type { ExistingCase } from './case.js';
import type { AnyCaseCommand, Asking, Named } from './case-command.js';
import { publicCommands } from './commands/index.js';
import { seenOf, sees, visible } from './visible.js';

/*
 * The municipality's tree and each private provider's own see nothing of each other (OSL 8 kap. 1–2 §§: secrecy holds between
 * authorities and towards others; SoL 17 kap. for what a provider keeps). A case goes from one to the other only by being handed over, which
 * gives nobody on the other side access here. The municipality's mirror of a provider's case is in its own tree.
 */

/** Roles that read, count or decide; a case can't be handled or presented by these alone. */
const others: readonly Role[] = ['controller', 'dso', 'systemforvaltare', 'system', ...elected];

/** Whether a person holds a post by which cases are handled. */
export const carries = ({ role }: Pick<Post, 'role'>): boolean => !others.includes(role);

/** What each field of a command names, by `Command.path`. A test holds that every field that names a unit or a person is here. */
export const named: Readonly<Record<string, Named>> = Object.fromEntries(
  publicCommands.flatMap(({ name, names }: AnyCaseCommand) => Object.entries(names ?? {}).map(([field, what]) => [`${name}.${field}`, what])),
);

interface Known {
  readonly organisation: Organisation;
  readonly people: readonly Holder[];
  readonly today: string;
}

/** References of a command to the other side, or to a person who can't handle cases. */
export function beyondTheWall(command: { readonly type: string }, state: ExistingCase, known: Known): readonly Lack[] {
  return Object.entries(named).flatMap(([field, what]) => {
    if (isCase(what)) return [];
    const texts = valuesAt(command, field).map((value) => (what === 'unit' ? unitBeyond(value, state, known) : personBeyond(value, what, state, known)));
    const text = texts.find((each) => each !== null);
    return text == null ? [] : [{ field, text }];
  });
}

const isCase = (what: Named): what is 'case' | 'linkedCase' => what === 'case' || what === 'linkedCase';

/** The other cases that a command names. */
export const casesNamedIn = (command: { readonly type: string }): readonly string[] =>
  Object.entries(named).flatMap(([field, what]) => (isCase(what) ? valuesAt(command, field) : []));

/** The fields of a command that name something of this sort. */
export const fieldsNaming = (command: string, sort: Named): readonly string[] =>
  Object.entries(named).flatMap(([path, what]) => (what === sort && path.startsWith(`${command}.`) ? [path.slice(command.length + 1)] : []));

export const NO_CASE = 'Det finns inget ärende med det numret som du kan se';

/** Cases that a command names and the actor does not see are refused as ones that do not exist. */
export function unseenCases(
  command: { readonly type: string },
  { actor, organisation, today, cases }: Asking & { readonly cases: readonly ExistingCase[] },
): readonly Lack[] {
  const filter = visible(actor, organisation, today);
  const isSeen = (id: string) => cases.some((one) => one.id === id && sees(filter, seenOf(one)));
  return Object.entries(named).flatMap(([field, what]) =>
    isCase(what) && valuesAt(command, field).some((id) => !isSeen(id)) ? [{ field, text: NO_CASE }] : [],
  );
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
  // A person without a post, today or ever, is on no side; what they may do is decided elsewhere.
  if (posts.length === 0) return null;
  const here = sideOf(state.desc.unit, organisation, today);
  const able = what === 'carrier' ? posts.filter(carries) : posts;
  if (able.length === 0)
    return 'Personen har ingen roll som handlägger ärenden (förtroendevalda, dataskyddsombud och andra som läser eller räknar gör det inte)';
  return here === null || sidesOf(able, organisation, today).includes(here) ? null : 'Personen arbetar i en annan verksamhet och får inte ta del av ärendet';
}

/** The values of `Command.path.to.field`; none where it is another command or nothing was stated. */
function valuesAt(command: { readonly type: string }, field: string): readonly string[] {
  const { command: type, path } = placeOf({ field });
  if (type !== command.type) return [];
  const value = path.reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], command);
  return [value].flat().filter((each) => typeof each === 'string');
}

/** The unit that receives a report about a unit, and the unit that it concerns where that is another. */
export interface Received {
  readonly unit: string | null;
  readonly concernsUnit: string | null;
}

/**
 * A report about a unit of a provider's own tree by somebody who does not work there is received by the municipality: its own board has the
 * case, and the provider's unit is what it concerns. It is never refused for that (SoL 27 kap. 2 §: whoever learns of it shall report).
 */
export function receivedAt(unit: string | null, posts: readonly Post[], organisation: Organisation, today: string): Received {
  const side = unit === null ? OWN_SIDE : sideOf(unit, organisation, today);
  if (side === OWN_SIDE || side === null || sidesOf(posts, organisation, today).includes(side)) return { unit, concernsUnit: null };
  const own = organisation.ownBoards(today);
  const trees = treesOf(posts, organisation, today);
  const board = own.find(({ code }) => trees.includes(code)) ?? own[0];
  return { unit: board?.code ?? null, concernsUnit: unit };
}
