import { lacksOfDay } from '../coded.js';
import type { Role } from '../codes/roles.js';
import { refuse } from '../errors.js';
import { Lacking } from '../lacks.js';
import { rolesOver } from '../org/roles-over.js';
import { addAttachment, commandNamed } from './attachments.js';
import type { AnyRecordCommand, Asking, RecordBy, RecordContext, RecordDecision } from './record-command.js';
import type { NewRecordEvent, RecordState } from './record-event.js';
import type { RecordType } from './record-type.js';
import { unitsSeen } from './sight.js';

const decisionOf = (made: readonly NewRecordEvent[] | RecordDecision): RecordDecision => ('events' in made ? made : { events: made });

/** Does the actor see the record? By a role over its unit, or below it where it is handed down, or as the one whom it names as owner. */
export function seesRecord<R extends RecordState>(type: RecordType<R>, state: R, asking: Asking): boolean {
  const { id, person } = asking.actor;
  if (id === 'system') return true;
  if (person === null) return false;
  return type.ownerOf(state) === person || unitsSeen(type, asking).includes(state.unit);
}

const isOne = (by: readonly RecordBy[], held: readonly Role[], isOwner: boolean, isSystem: boolean): boolean =>
  by.some((who) => (who === 'system' ? isSystem : who === 'owner' ? isOwner : held.includes(who)));

/** May the actor give the command, whatever its values are? */
export function mayGive<R extends RecordState>(type: RecordType<R>, command: AnyRecordCommand<R>, state: R, { actor, organisation, today }: Asking): boolean {
  const isOwner = actor.person !== null && type.ownerOf(state) === actor.person;
  return isOne(command.who, rolesOver(actor, state.unit, organisation, today), isOwner, actor.id === 'system');
}

/** The commands that the actor may give now, in the order of the registry. */
export const offeredTo = <R extends RecordState>(type: RecordType<R>, state: R, asking: Asking): readonly AnyRecordCommand<R>[] =>
  type.commands.filter((command) => command.offered(state) && mayGive(type, command, state, asking));

/** May the actor add a file to the record? Whoever may give any of its commands, in whatever situation it is. */
export const mayAttach = <R extends RecordState>(type: RecordType<R>, state: R, asking: Asking): boolean => mayGive(type, addAttachment(type), state, asking);

/** The units for which the actor may make a record of this type today. */
export const unitsToCreateIn = <R extends RecordState>({ creation }: RecordType<R>, { actor, organisation, today }: Asking): readonly string[] =>
  organisation
    .at(today)
    .filter(({ code }) => isOne(creation.who, rolesOver(actor, code, organisation, today), false, false))
    .map(({ code }) => code);

/** What a command makes of a record. Pure. @throws Refusal with everything that is missing, in Swedish */
export function decideRecord<R extends RecordState>(
  type: RecordType<R>,
  command: { readonly type: string },
  state: R | null,
  context: RecordContext,
): RecordDecision {
  if (state === null || !seesRecord(type, state, context)) refuse('notFound');
  const definition = commandNamed(type, command.type);
  if (definition === undefined) refuse('badShape');
  if (!mayGive(type, definition, state, context)) refuse('notYours');
  if (!definition.offered(state)) refuse('alreadyMet');
  mustSee(definition.refers?.(command as never) ?? [], context, command.type);
  return stated(definition, command, context.today).with(() => decisionOf(definition.decide(state, command as never, context)));
}

/** What makes a record, under a number that the store has given. Pure. @throws Refusal */
export function createRecord<R extends RecordState>(
  { creation }: RecordType<R>,
  number: string,
  command: { readonly type: string },
  context: RecordContext,
): RecordDecision {
  const unit = creation.unitOf(command as never);
  const { actor, organisation, today } = context;
  if (!organisation.isValidOn(unit, today)) refuse('unitNotValid', [{ field: `${creation.name}.unit`, text: 'Enheten finns inte den här dagen' }]);
  if (!isOne(creation.who, rolesOver(actor, unit, organisation, today), false, actor.id === 'system')) refuse('notYours');
  mustSee(creation.refers?.(command as never) ?? [], context, creation.name);
  return stated(creation, command, today).with(() => decisionOf(creation.decide(number, command as never, context)));
}

/** What a command states by codes that do not hold today. What the decision finds besides is said together with it. */
const stated = ({ name, schema }: Pick<AnyRecordCommand<never>, 'name' | 'schema'>, command: unknown, today: string): Lacking =>
  new Lacking(name).needEach(lacksOfDay(schema, command, () => ({ day: today, of: 'today' })));

function mustSee(streams: readonly string[], { seen }: RecordContext, type: string): void {
  if (streams.some((stream) => !seen.has(stream)))
    refuse('unknownReference', [{ field: type, text: 'Det du hänvisar till finns inte eller är inte synligt för dig' }]);
}
