import { z } from 'zod';
import type { SecondedDecision, UrgentStep } from '../codes/seconded.js';
import type { Actor } from '../org/actor.js';
import type { Organisation } from '../org/units.js';
import type { FieldText } from '../records/command-text.js';
import type { ExistingCase } from './case.js';
import type { Codes } from './choices.js';
import type { When } from './conditions.js';
import type { Born } from './decide/born.js';
import type { Context } from './decide/context.js';
import type { NewCaseEvent } from './events.schema.js';
import type { By, Process, WorkStage } from './processes/process.js';

/** Events of another case that exists, in the same append. */
export interface Beside {
  readonly caseId: string;
  /** The version that it was decided on. */
  readonly version: number;
  readonly events: readonly NewCaseEvent[];
}

/** What a command makes of a case, the cases it gives rise to, and what it says in others. */
export interface Decision {
  readonly events: readonly NewCaseEvent[];
  readonly born: readonly Born[];
  readonly beside?: readonly Beside[];
}

/** Who asks, in which organisation, and which day it is in Stockholm (YYYY-MM-DD). */
export type Asking = Pick<Context, 'actor' | 'organisation' | 'today'>;

/** What a command does to the case, for one who looks for it among others. */
export type Under = 'add' | 'correct' | 'handOn';

/** The check that stage and person allow the command, whatever its values are. @throws Refusal */
export type Guard = (state: ExistingCase, process: Process, asking: Asking) => void;

/** How a case may end before its last stage. */
export type EarlyEnd = 'atOnce' | 'handedOver' | 'cancelled';

/** The stages and the situation in which a command is offered. */
export interface Offer {
  readonly stages: 'any' | readonly (WorkStage | 'closed')[];
  readonly when: When;
}

/**
 * Who may give the command to a case that they see. `anyone`: everyone who is logged in; `reporter`: the one who reported it; `system`: the
 * platform itself; `code`: the one with the receipt code. A function reads the process's own table.
 */
export type Who =
  | readonly By[]
  | 'anyone'
  | 'reporter'
  | 'system'
  | 'code'
  | ((process: Process, state: ExistingCase, command: { readonly to?: unknown }) => readonly By[]);

/**
 * What a field names: a unit where the case is to be; one who is to carry it, or some of it; any person on the case's side of the wall (wall.ts); another
 * case, typed by its number; one that it is linked with.
 */
export type Named = 'unit' | 'carrier' | 'person' | 'case' | 'linkedCase';

/** A field of the form: its words, in which situation it is asked (always, where nothing is said), and the codes it then offers (else its whole list). */
export interface FormField extends FieldText {
  readonly asked?: When;
  readonly choices?: (state: ExistingCase) => Codes;
  /** What is chosen from the start, by code or by id of a person; null for nothing. `person` is who fills the form in. Never an answer that the law wants from a person. */
  readonly initial?: (state: ExistingCase, person: string | null) => string | null;
}

/** The schema of a command: its name and its fields; unknown fields are refused. */
export const commandSchema = <const N extends string, S extends z.ZodRawShape>(name: N, input: S) =>
  z
    .object({ type: z.literal(name), ...input })
    .strict()
    .meta({ id: name });

/** The value of a command with this name and these fields, once parsed. */
export type ValueOf<N extends string, S extends z.ZodRawShape> = z.infer<ReturnType<typeof commandSchema<N, S>>>;

/** Everything that is known of one command on a case; forms, policy, offers, documentation and decisions are computed from it. */
export interface CaseCommandParts<N extends string, S extends z.ZodRawShape> {
  readonly name: N;
  /** The fields, as they are sent. */
  readonly input: S;
  /** The fields that name a unit, a person or another case, by path. */
  readonly names?: Readonly<Record<string, Named>>;
  /** It decides something in the matter: whoever gives it has first said whether they have a conflict of interest (KL 6 kap. 28–30 §§). */
  readonly decidesMatter?: true | ((command: ValueOf<N, S>) => boolean);
  readonly who: Who;
  /** In which cases it is taken only from one who has logged in recently. */
  readonly asksLogInAgain?: (process: Process) => boolean;
  /** Narrows `who` by what the command says, or by the case's place. May refuse in its own words. */
  readonly unless?: (
    command: Partial<ValueOf<N, S>>,
    actor: Actor,
    state: ExistingCase,
    process: Process,
    organisation: Organisation,
    today: string,
  ) => boolean;
  /** Where `who` depends on where it leads: each place that it may lead to from here. */
  readonly leadsTo?: (process: Process, state: ExistingCase) => readonly string[];
  /** The one with the receipt code may give it too. */
  readonly byCode?: true;
  readonly mustStand?: Guard;
  /** Made with reasons by one whose it is, it may end a duty of law that is not met (decide/statutory-rule.ts). No other command can. */
  readonly endsDuties?: true;
  /** It makes a case, or changes who sees this one: it is sent by itself, never in the same form as others (libs/case-view step-form.ts). */
  readonly alone?: true;
  /** Also asked in the form of the next step then, where that form stands anyway; whoever fills it in may leave it. */
  readonly alsoInStep?: Offer;
  /** Its place in the form of the next step, among others at 10: who takes part is settled first, and what sums up comes last. */
  readonly inStep?: number;
  /** It takes the case on, and is refused with all that the gates lack. */
  readonly goesOn?: true;
  /** Where a gate lacks it, the handler alone can supply it, for themselves. */
  readonly byHandler?: true;
  /** The case ends by it before its last stage. */
  readonly endsEarly?: EarlyEnd;
  /** The decisions for which it asks a second person (decide/seconds.ts). */
  readonly asksFor?: readonly SecondedDecision[];
  /** Lets take effect what another has asked for. */
  readonly confirms?: true;
  /** The step that it is, where a person with a conflict of interest may be let take a single one (KL 6 kap. 30 §). */
  readonly urgentStep?: UrgentStep;
  /** Fields that it has got since it was first used, which are null where nobody gives them (first-sent.ts). */
  readonly addedFields?: readonly (keyof S & string)[];
  /** None: it is given by a door of its own, never offered. */
  readonly offered?: readonly Offer[];
  /** Offered also when the case has ended. */
  readonly afterEnd?: true;
  /** Stands on the page of the decision on notification, where the case has one. */
  readonly onDecisionPage?: true;
  /** Under which heading a page lists it, where it is not the next step: what is added (where nothing is said), what is put right, or what leads the case elsewhere. */
  readonly under?: Under;
  /** Heading of the form, Swedish. */
  readonly title?: string;
  readonly button?: string;
  /** What is asked, in this order. A field that is not here has a default, is held by the form, or is not this person's to choose. */
  readonly form?: { readonly [F in keyof S]?: FormField };
  /**
   * What the command makes of the case. A `Decision` where cases are born of it: then it has seen to its duties itself.
   * @throws Refusal with everything that the values lack
   */
  decide(state: ExistingCase, command: ValueOf<N, S>, context: Context, process: Process): readonly NewCaseEvent[] | Decision;
}

export interface CaseCommandOf<N extends string, S extends z.ZodRawShape> extends CaseCommandParts<N, S> {
  readonly schema: ReturnType<typeof commandSchema<N, S>>;
}

/** A command whose fields are not known here. `decide` and `unless` take a value that its own schema has parsed. */
export interface AnyCaseCommand extends Omit<CaseCommandParts<string, z.ZodRawShape>, 'decide' | 'decidesMatter' | 'unless' | 'form'> {
  readonly schema: z.ZodType;
  readonly form?: { readonly [field: string]: FormField };
  readonly decidesMatter?: true | ((command: never) => boolean);
  unless?(command: never, actor: Actor, state: ExistingCase, process: Process, organisation: Organisation, today: string): boolean;
  decide(state: ExistingCase, command: never, context: Context, process: Process): readonly NewCaseEvent[] | Decision;
}

/** Defines a command on a case. Its file is the one place where the command is described. */
export const defineCaseCommand = <const N extends string, S extends z.ZodRawShape>(parts: CaseCommandParts<N, S>): CaseCommandOf<N, S> => ({
  ...parts,
  schema: commandSchema(parts.name, parts.input),
});
