import { z } from 'zod';
import { type Role, roles } from '../codes/roles.js';
import { refuse } from '../errors.js';
import { uuidOf } from '../ids.js';
import { addDuration, atWorkingTime, workingDayUpTo } from '../law/calendar.js';
import type { Settings } from '../org/settings.js';
import { id, key, maybe, oneOf } from '../shapes.schema.js';
import { commandsOf } from './record-command.js';
import { eventsOf, type RecordState } from './record-event.js';
import type { RecordStep } from './record-type.js';

interface Stepping extends RecordState {
  readonly stepsTaken: readonly string[];
}

/** What the platform does when a step's time has come. */
export const stepSays = { remind: 'påminnelse', escalate: 'påminnelse till närmast högre chef', ask: 'fråga om effekt' } as const;

/** The next chief is told a week after the day. No law gives it (docs/law/practice.md#reminders). */
export const CHIEF_AFTER = 'P8D';

interface AwaitedDay {
  /** The record's. */
  readonly id: string;
  readonly about: string;
  readonly day: string;
  readonly toRole: Role;
  /** The person who is reminded before the role; where there is one, the role itself is told a week later. */
  readonly toPerson?: string | null;
  readonly stepsTaken: readonly string[];
}

/** What time does about a day that somebody is responsible for: a reminder on it, and a week later the next chief is told. What has been taken is left out. */
export function remindedAndRaised({ id, about, day, toRole, toPerson = null, stepsTaken }: AwaitedDay, ladder: Settings['ladder']): readonly RecordStep[] {
  const step = (what: 'remind' | 'escalate', on: string, role: Role): RecordStep => ({
    id: uuidOf(id, about, what, day),
    do: what,
    at: atWorkingTime(workingDayUpTo(on), 8),
    toRole: role,
    toPerson: what === 'remind' ? toPerson : null,
    about,
  });
  const chief = toPerson === null ? ladder[toRole] : toRole;
  const steps = [step('remind', day, toRole), ...(chief === null ? [] : [step('escalate', addDuration(day, CHIEF_AFTER), chief)])];
  return steps.filter((one) => !stepsTaken.includes(one.id));
}

/** The event that a step of the agenda has been taken, and the system's command that takes it: the same for every record type that has an agenda. */
export function stepsOf<R extends Stepping>(family: string, agenda: (state: R, settings: Settings) => readonly RecordStep[]) {
  const stepTaken = eventsOf<R>()({
    name: 'StepTaken',
    label: 'Gensvar påminde',
    open: z.object({ step: id, do: z.enum(['remind', 'escalate', 'ask']), about: key, toRole: oneOf(roles), toPerson: maybe(id) }),
    detail: ({ do: what }) => stepSays[what],
    evolve: (state, { open }) => ({ stepsTaken: [...state.stepsTaken, open.step] }) as unknown as Partial<R>,
  });
  const takeStep = commandsOf<R>(family)({
    name: 'TakeStep',
    input: { step: id },
    who: ['system'],
    title: 'Påminn',
    button: 'Påminn',
    form: {},
    offered: () => true,
    decide(state, { step }, { now, organisation }) {
      const item = agenda(state, organisation.settings).find((one) => one.id === step);
      if (item === undefined) refuse('alreadyMet');
      if (item.at > now) refuse('tooEarly');
      return [stepTaken.of({ step, do: item.do, about: item.about, toRole: item.toRole, toPerson: item.toPerson })];
    },
  });
  return { stepTaken, takeStep };
}
