import { z } from 'zod';
import { type CodeDay, type CodedField, codedFields, lacksOfDay, notThen } from '../../coded.js';
import { codesOn, isValidAt } from '../../codes/code.js';
import type { Lack } from '../../errors.js';
import { stockholmDate } from '../../law/calendar.js';
import type { ExistingCase } from '../case.js';
import type { AnyCaseCommand } from '../case-command.js';
import { described } from '../commands.schema.js';
import type { Desc } from '../events.schema.js';

/*
 * A code that is newly stated holds on its day. What describes the event is stated by the codes of the day on which the case was received, whenever it is done:
 * an old case that is classified today is counted in the tables of its own time. Anything else is stated by the codes of today.
 */

const describing = codedFields(z.object(described));
const describes = (field: CodedField): boolean => describing.some(({ path, list }) => path[0] === field.path.at(-1) && list === field.list);

const dayIn = (field: CodedField, receivedAt: string, today: string): CodeDay =>
  describes(field) ? { day: stockholmDate(receivedAt), of: 'received' } : { day: today, of: 'today' };

const codesIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value : typeof value === 'string' ? [value] : []);
const standing = ({ desc }: ExistingCase, field: CodedField): readonly string[] => (describes(field) ? codesIn(desc[field.path.at(-1) as keyof Desc]) : []);

/** What a command states that did not hold on its day, and what the case says that would not hold on another day of receipt. */
export function lacksOfCodes(
  { name, schema }: AnyCaseCommand,
  command: Readonly<Record<string, unknown>>,
  state: ExistingCase,
  today: string,
): readonly Lack[] {
  const set = (command['set'] ?? {}) as { readonly [F in keyof Desc]?: unknown };
  const receivedAt = typeof set.receivedAt === 'string' ? set.receivedAt : state.desc.receivedAt;
  const lacks = lacksOfDay(
    schema,
    command,
    (field) => dayIn(field, receivedAt, today),
    (field) => standing(state, field),
  );
  return [...lacks, ...leftBehind(state, stockholmDate(receivedAt), set)].map(({ field, text }) => ({ field: `${name}.${field}`, text }));
}

/** Codes of the description which held on the day of receipt so far, stand on after what is `set`, and do not hold on the `day` it is corrected to. */
function leftBehind(state: ExistingCase, day: string, set: { readonly [F in keyof Desc]?: unknown }): readonly Lack[] {
  const receivedOn = stockholmDate(state.desc.receivedAt);
  if (day === receivedOn) return [];
  return describing.flatMap((field) => {
    const name = field.path[0] as keyof Desc;
    const before = standing(state, field);
    const after = set[name] === undefined ? before : codesIn(set[name]).filter((code) => before.includes(code));
    const gone = field.list.filter((entry) => after.includes(entry.code) && isValidAt(entry, receivedOn) && !isValidAt(entry, day));
    return gone.map((entry) => ({ field: `set.${name}`, text: notThen(entry, { day, of: 'received' }) }));
  });
}

/** The codes that a field of a command's form offers: of `choices`, those of its day, those that the case says and those that stand in the form. */
export function codesOffered(
  { schema }: AnyCaseCommand,
  name: string,
  choices: readonly string[] | null,
  { state, today, inForm }: { readonly state: ExistingCase; readonly today: string; readonly inForm: readonly string[] },
): readonly string[] | null {
  const field = codedFields(schema).find(({ path }) => path.length === 1 && path[0] === name);
  if (field === undefined) return choices;
  const offered = codesOn(field.list, dayIn(field, state.desc.receivedAt, today).day, [...standing(state, field), ...inForm]);
  return choices === null ? offered.map(({ code }) => code) : choices.filter((code) => offered.some((entry) => entry.code === code));
}
