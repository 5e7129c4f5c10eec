import { uuidOf } from '#domain/ids';
import { daysBefore, type LooseCommand, type PlannedAction, personId, type Step, stepId } from './story.js';

/*
 * Helpers for stories: steps with names, so that a step can refer to what another has made.
 */

/** One case of a story: the story's own, or one that came of it. */
export interface Told {
  readonly key: string;
  readonly firstStart: string;
  /** Tells its steps from those of the story's other cases. */
  readonly name: string;
  /** Its id, where it is not the story's own. */
  readonly id?: string;
}

export const ownCase = (key: string, firstStart: string): Told => ({ key, firstStart, name: 'own' });
/** The sibling under another law that the report itself made. */
export const siblingOf = (told: Told, name: string): Told => ({ ...told, name, id: uuidOf(stepId(told.key, -1), 'case', 1) });
/** The case that a conversion makes; `converts` is the step that makes it. */
export const bornOf = (told: Told, name: string): Told => ({ ...told, name, id: uuidOf(stepId(told.key, labelOf(told, `to-${name}`)), 'case', 1) });
export const converts = (told: Told, daysAgo: number, by: string, name: string, command: LooseCommand): Step => does(told, daysAgo, by, command, `to-${name}`);

const labelOf = (told: Told, label: string): string => `${told.name}.${label}`;

/** One step, with the name by which others know what it made. */
export const does = (told: Told, daysAgo: number, by: string, command: LooseCommand, as: string): Step => ({
  daysAgo,
  by,
  command,
  as: labelOf(told, as),
  ...(told.id === undefined ? {} : { of: told.id }),
});
/** What somebody does at one sitting: the steps are called by `as` and their place. */
export const sitting = (told: Told, daysAgo: number, by: string, as: string, ...commands: readonly LooseCommand[]): readonly Step[] =>
  commands.map((command, n) => does(told, daysAgo, by, command, `${as}-${n}`));

const made = (told: Told, as: string, what: 'action' | 'cause'): string => uuidOf(stepId(told.key, labelOf(told, as)), what, 0);

export interface FoundCause {
  readonly area: 'routines' | 'communication' | 'competence' | 'environmentAndOrganisation' | 'technology';
  readonly level?: 'individual' | 'group' | 'unit' | 'organisation';
  readonly serious?: boolean;
  readonly text: string;
}
export const findCauses = (told: Told, daysAgo: number, by: string, causes: readonly FoundCause[]): readonly Step[] =>
  causes.map(({ level = 'unit', serious = false, ...cause }, n) => does(told, daysAgo, by, { type: 'FindCause', level, serious, ...cause }, `cause-${n}`));

/** Days of an action may be left out: it is then due in two weeks and judged in two months. */
export type Planned = Omit<PlannedAction, 'dueDaysAgo'> & { readonly dueDaysAgo?: number };
/** Each action answers the cause of its own place, or the first. */
export const planActions = (told: Told, daysAgo: number, by: string, actions: readonly Planned[], causes: number): readonly Step[] =>
  actions.map(({ dueDaysAgo = daysAgo - 14, effectDaysAgo = dueDaysAgo - 46, ...action }, n) =>
    does(
      told,
      daysAgo,
      by,
      {
        type: 'PlanAction',
        horizon: 'shortTerm',
        ...action,
        causes: [made(told, `cause-${n < causes ? n : 0}`, 'cause')],
        dueAt: daysBefore(told.firstStart, dueDaysAgo),
        effectDueAt: daysBefore(told.firstStart, effectDaysAgo),
      },
      `action-${n}`,
    ),
  );
export const judgeActions = (told: Told, daysAgo: number, by: string, actions: number, evidence: string): readonly Step[] =>
  Array.from({ length: actions }, (_, n) =>
    does(told, daysAgo, by, { type: 'JudgeEffect', actionId: made(told, `action-${n}`, 'action'), effect: 'yes', evidence }, `judged-${n}`),
  );

type Recipient = 'reporter' | 'individual' | 'relative' | 'staffGroup' | 'board' | 'provider' | 'patientsCommittee';
const ways = { reporter: 'inSystem', board: 'letter', patientsCommittee: 'letter' } as const satisfies Partial<Record<Recipient, string>>;
/** Told what came of it: the one who reported in the system, the board and the committee in writing, others at a meeting. */
export const tell = (told: Told, daysAgo: number, by: string, ...to: readonly Recipient[]): readonly Step[] =>
  to.map((recipient) =>
    does(
      told,
      daysAgo,
      by,
      {
        type: 'GiveFeedback',
        what: 'answer',
        to: recipient,
        method: (ways as Partial<Record<Recipient, 'inSystem' | 'letter'>>)[recipient] ?? 'meeting',
        parts: ['explanation', 'actions'],
        text: 'Vi har berättat vad som hände, varför, och vad som ändras.',
      },
      `told-${recipient}`,
    ),
  );

/** The diary number, by the year it is given. */
export const diarise = (told: Told, daysAgo: number, serial: number): Step =>
  does(told, daysAgo, 'registrator', { type: 'Diarise', diaryNumber: `SN-${daysBefore(told.firstStart, daysAgo).slice(0, 4)}.${serial}` }, 'diarised');
/** The case is given to somebody, who answers that nothing stands in the way. */
export const assign = (
  told: Told,
  daysAgo: number,
  by: string,
  to: string,
  as: 'enhetschef' | 'lexSarahUtredare' | 'analysledare' | 'avtal' | 'mas',
): readonly Step[] => [
  does(told, daysAgo, by, { type: 'AssignCase', person: personId(to), as }, 'assigned'),
  does(told, daysAgo, to, { type: 'AnswerConflict', answer: 'none' }, 'free'),
];

/** The steps of a case as far as there are days for it: a day each for what leads to the next stage. */
export const onTheWay = (days: readonly number[], phases: readonly ((daysAgo: number) => readonly Step[])[]): readonly Step[] =>
  phases.slice(0, days.length).flatMap((phase, n) => phase(days[n] as number));

const DAY = 86_400_000;
/** Days of a text (`MM-DD`) in the last year for which `last` has been; `yearsBefore` for what began the year before. @returns days before the first start */
export function datesOf(firstStart: string, last: string): (monthDay: string, yearsBefore?: number) => number {
  const year = Number(firstStart.slice(0, 4)) - (firstStart.slice(5, 10) > last ? 0 : 1);
  return (monthDay, yearsBefore = 0) => (Date.parse(firstStart) - Date.parse(`${year - yearsBefore}-${monthDay}T08:30:00.000Z`)) / DAY;
}
