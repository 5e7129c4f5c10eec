import { labelOf } from '#domain/codes/code';
import { elected, roles } from '#domain/codes/roles';
import type { Asking } from '#domain/records/record-command';
import type { Person } from '#organisation/people';
import type { Option } from '#ui/field';

/** The name of a person; of one who is not there any more, that somebody it was. */
export const nameOf = (id: string, people: readonly Person[]): string => people.find((person) => person.id === id)?.name ?? 'En medarbetare';

/** The units of today among these codes, in the order of the organisation. */
export const unitOptions = (codes: readonly string[], { organisation, today }: Asking): readonly Option[] =>
  organisation
    .at(today)
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name }) => ({ value: code, label: name }));

/** Those who hold a post by which something is done, with the first of theirs: politicians are not asked to do it. */
export const peopleOptions = (people: readonly Person[]): readonly Option[] =>
  people
    .filter(({ posts }) => posts.some(({ role }) => !elected.includes(role)))
    .map(({ id, name, posts }) => ({ value: id, label: `${name}, ${posts[0] === undefined ? '' : labelOf(roles, posts[0].role)}` }));
