import { z } from 'zod';
import type { Role } from '../codes/roles.js';
import type { Actor } from '../org/actor.js';
import type { Holder } from '../org/holders.js';
import type { Organisation } from '../org/units.js';
import type { FieldText } from './command-text.js';
import type { NewRecordEvent, RecordState } from './record-event.js';

/** Who asks, in which organisation, and which day it is in Stockholm (YYYY-MM-DD). */
export interface Asking {
  readonly actor: Actor;
  readonly organisation: Organisation;
  readonly today: string;
}

/** What a decision may know besides the command and the record. No clock and no random numbers: both are handed in. */
export interface RecordContext extends Asking {
  /** The platform's time as an instant. */
  readonly now: string;
  readonly commandId: string;
  readonly people: readonly Holder[];
  /** The streams that the command names (`refers`) which exist and the actor may see. */
  readonly seen: ReadonlySet<string>;
}

/** A command on a case that is given by the system in the same append, so that the case knows of the record what its rules ask. */
export interface Beside {
  readonly caseId: string;
  readonly command: { readonly type: string };
}

/** The same on another record, by its stream: what its own rules ask about the one that is decided on. */
export interface BesideRecord {
  readonly stream: string;
  readonly command: { readonly type: string };
}

export interface RecordDecision {
  readonly events: readonly NewRecordEvent[];
  readonly beside?: readonly Beside[];
  readonly besideRecords?: readonly BesideRecord[];
}

/** Roles over the record's unit; `owner`: the person whom it names; `system`: the platform alone. */
export type RecordBy = Role | 'owner' | 'system';

/** What a field of the form chooses from, where its schema does not say: a unit, a person, or a case or another record by its number. */
export type ChosenFrom = 'unit' | 'person' | 'case' | 'record';

export interface RecordField extends FieldText {
  readonly of?: ChosenFrom;
}

interface Shared<N extends string, S extends z.ZodRawShape> {
  readonly name: N;
  /** The fields as they are sent. */
  readonly input: S;
  readonly who: readonly RecordBy[];
  /** Heading of the form and its button, Swedish. */
  readonly title: string;
  readonly button: string;
  /** What is asked, in this order. */
  readonly form: { readonly [F in keyof S]?: RecordField };
  /** Given from a page of the type's own, so that its form is none of those on the page that all records have. */
  readonly onPageOfItsOwn?: true;
  /** The streams that the command names: the actor must see them. */
  refers?(command: z.infer<z.ZodObject<S>>): readonly string[];
}

/** A command on a record that exists. */
export interface RecordCommandParts<R extends RecordState, N extends string, S extends z.ZodRawShape> extends Shared<N, S> {
  /** The situation in which it is offered; given in another it is refused. */
  offered(state: R): boolean;
  /** @throws Refusal with everything that the values lack */
  decide(state: R, command: z.infer<z.ZodObject<S>>, context: RecordContext): readonly NewRecordEvent[] | RecordDecision;
}

/** The command that makes a record, for a unit. */
export interface RecordCreationParts<N extends string, S extends z.ZodRawShape> extends Shared<N, S> {
  unitOf(command: z.infer<z.ZodObject<S>>): string;
  /** @throws Refusal with everything that the values lack */
  decide(number: string, command: z.infer<z.ZodObject<S>>, context: RecordContext): readonly NewRecordEvent[] | RecordDecision;
}

interface AnyShared extends Omit<Shared<string, z.ZodRawShape>, 'refers' | 'form'> {
  readonly form: { readonly [field: string]: RecordField | undefined };
  readonly schema: z.ZodType<{ readonly type: string }>;
  refers?(command: never): readonly string[];
}

/** A command whose fields are not known here: its functions take what `schema` has parsed. */
export interface AnyRecordCommand<R extends RecordState> extends AnyShared {
  offered(state: R): boolean;
  decide(state: R, command: never, context: RecordContext): readonly NewRecordEvent[] | RecordDecision;
}

export interface AnyRecordCreation extends AnyShared {
  unitOf(command: never): string;
  decide(number: string, command: never, context: RecordContext): readonly NewRecordEvent[] | RecordDecision;
}

/** A case has commands of the same names: in the OpenAPI document each is named with its family. */
const schemaOf = <const N extends string, S extends z.ZodRawShape>(family: string, name: N, input: S) =>
  z
    .object({ type: z.literal(name), ...input })
    .strict()
    .meta({ id: `${family}.${name}` });

/** For a record type, by its family: defines its commands. A command's file is the one place where it is described. */
export const commandsOf =
  <R extends RecordState>(family: string) =>
  <const N extends string, S extends z.ZodRawShape>(parts: RecordCommandParts<R, N, S>) => ({ ...parts, schema: schemaOf(family, parts.name, parts.input) });

/** The command that makes a record; its name may be left out of the body (POST /api/<records>). */
export const defineCreation = <const N extends string, S extends z.ZodRawShape>(family: string, parts: RecordCreationParts<N, S>) => ({
  ...parts,
  schema: z
    .object({ type: z.literal(parts.name).default(parts.name), ...parts.input })
    .strict()
    .meta({ id: `${family}.${parts.name}` }),
});
