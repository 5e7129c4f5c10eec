import { type Lack, refuse } from '../../errors.js';
import type { Lacking } from '../../lacks.js';
import { type Actor, personActor } from '../../org/actor.js';
import type { Organisation } from '../../org/units.js';
import type { ExistingCase } from '../case.js';
import { overrideLacks } from '../conflict.js';
import type { NewCaseEvent, OpenOf } from '../events.schema.js';
import { hasNoDuplicate, notJudged, notWithIvo } from '../processes/ending-gates.js';
import type { Process } from '../processes/process.js';
import { actingRole, isOneOf, rolesIn } from '../roles-in.js';
import { type Exception, exceptionOf, isExcepted, type Second, secondsAwaited, secondsOf } from '../seconds.js';
import { type Context, newId } from './context.js';
import { closed } from './duties.js';
import { mustBeOpen } from './situation.js';

/*
 * What takes two persons: one asks, with reasons; another, by their own log-in, confirms or refuses; and only then does it take effect, as
 * the case stands then. One way for every such decision. Events from before it name a second person, and mean what they meant.
 */

type Asked = Pick<OpenOf<'SecondAsked'>, 'of' | 'second'> & Partial<Pick<OpenOf<'SecondAsked'>, 'reason' | 'person' | 'ground' | 'step'>>;

/** @param lacking what the command that asks lacks */
export function ask(lacking: Lacking, state: ExistingCase, asked: Asked, reasons: string, process: Process, context: Context): NewCaseEvent[] {
  const waits = secondsAwaited(state).some((row) => row.of === asked.of && (row.person ?? null) === (asked.person ?? null));
  lacking
    .needEach(lacksOf(asked, state, context, context.actor.person))
    .need(hasSecond(asked, state, process, context), 'second', 'Makulering kräver en andra person, en chef över enheten')
    .need(!waits, 'second', 'En andra person är redan tillfrågad. Vänta på svaret, eller ta tillbaka frågan')
    .orRefuse();
  return [
    {
      type: 'SecondAsked',
      open: {
        ...asked,
        request: newId(context, 'request'),
        by: context.actor.person ?? refuse('notYours'),
        as: actingRole(context.actor, state, context.organisation, context.today),
        secondRole: roleOf(asked, state, process, context) ?? refuse('notYours'),
      },
      sealed: { reasons },
    },
  ];
}

/** What others have asked that the actor may answer as the second person. */
export const mayAnswer = (actor: Actor, state: ExistingCase, process: Process, organisation: Organisation, today: string): readonly Second[] =>
  secondsAwaited(state).filter(({ by, of }) => by !== actor.person && isOneOf(secondsOf(of, process), actor, state, organisation, today));

/** What a request that these events make would do: judged by the law when it is asked, and again when it is confirmed. */
export const effectAsked = (events: readonly NewCaseEvent[], state: ExistingCase): readonly NewCaseEvent[] =>
  events.flatMap((event) => (event.type === 'SecondAsked' ? effectOf(event.open as Asked & Pick<Second, 'request' | 'as'>, state, event.open.second) : []));

/** One with a conflict of interest has taken the step that was excepted: it is used up. */
export function withExceptionUsed(
  state: ExistingCase,
  events: readonly NewCaseEvent[],
  command: Parameters<typeof isExcepted>[1],
  context: Context,
): readonly NewCaseEvent[] {
  const given: Exception | null = exceptionOf(state, context.actor.person);
  if (given === null || events.length === 0 || !isExcepted(given, command)) return events;
  return [...events, { type: 'ExceptedStepTaken', open: { exception: given.id, step: given.step } }];
}

export function awaited(state: ExistingCase, request: string, command: string): Second {
  return (
    secondsAwaited(state).find((row) => row.request === request) ??
    refuse('unknownReference', [{ field: `${command}.request`, text: 'Det finns ingen sådan fråga som väntar på svar' }])
  );
}

export function answer(
  state: ExistingCase,
  { request, of }: Second,
  said: 'confirmed' | 'refused' | 'takenBack',
  reasons: string | null | undefined,
  process: Process,
  context: Context,
): NewCaseEvent[] {
  const { actor, organisation, today } = context;
  const role = rolesIn(actor, state, organisation, today).find((held) => secondsOf(of, process).includes(held));
  const as = role ?? actingRole(actor, state, organisation, today);
  return [
    {
      type: 'SecondAnswered',
      open: { request, of, answer: said, by: actor.person ?? refuse('notYours'), as },
      sealed: reasons ? { reasons } : undefined,
    },
    ...closed(state, ({ rule, subject }) => rule === 'LOK-ANDRA-PERSON' && subject === request, said === 'takenBack' ? 'withdrawn' : 'met'),
  ];
}

/** What it does when both have stood for it. */
export function effectOf(asked: Asked & Pick<Second, 'request' | 'as'>, state: ExistingCase, second: string): NewCaseEvent[] {
  const { of, as, person, ground, step, reason, request } = asked;
  if (of === 'cancel' && reason != null)
    return [
      ...closed(state, ({ rule, subject }) => !(rule === 'LOK-ANDRA-PERSON' && subject === request), 'withdrawn', 'caseCancelled'),
      { type: 'CaseCancelled', open: { reason, second } },
    ];
  if (of === 'override' && person != null && ground != null) return [{ type: 'ConflictOverridden', open: { person, as, ground, second } }];
  if (of === 'except' && person != null && ground != null && step != null)
    return [{ type: 'StepExcepted', open: { exception: request, person, step, ground, as, second } }];
  return [];
}

/** @throws Refusal where the case can't be cancelled, or has ended: when it is asked, and again when it is confirmed */
export function mustBePossible(state: ExistingCase, { of }: Pick<Asked, 'of'>): void {
  if (of !== 'cancel') {
    mustBeOpen(state);
    return;
  }
  if (state.end?.as === 'cancelled') refuse('cancelled');
  const lack = notWithIvo(state) ?? notJudged(state) ?? hasNoDuplicate(state);
  if (lack !== null) refuse('incomplete', [lack]);
}

/** Fields of the command that asks. */
export const lacksOf = ({ of, person, second, step }: Asked, state: ExistingCase, context: Context, asker: string | null): readonly Lack[] =>
  of === 'cancel' || person == null ? [] : overrideLacks({ person, second, step: step ?? null }, state, context, asker);

/** For what is cancelled; an override names its second in `lacksOf`. */
function hasSecond(asked: Asked, state: ExistingCase, process: Process, context: Context): boolean {
  if (asked.of !== 'cancel') return true;
  return asked.second !== context.actor.person && !state.conflict.barred.includes(asked.second) && roleOf(asked, state, process, context) !== null;
}

/** The role by which the one who is named may be the second; null where they may not. */
function roleOf({ of, second }: Asked, state: ExistingCase, process: Process, { people, organisation, today }: Context) {
  const posts = people.find(({ id }) => id === second)?.posts;
  if (posts === undefined) return null;
  const held = rolesIn(personActor(second, posts), state, organisation, today);
  return secondsOf(of, process).find((role) => held.includes(role)) ?? null;
}
