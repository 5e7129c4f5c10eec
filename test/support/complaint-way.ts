import type { PublicCommand } from '#domain/case/commands.schema';
import { people } from './people.js';

export const way = ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed'] as const;
export type Stage = (typeof way)[number];
/** A command as it is sent. */
export type Given = { readonly [C in PublicCommand as C['type']]: { readonly type: C['type'] } & Record<string, unknown> }[PublicCommand['type']];

/** The least a complaint needs. */
export const complaint = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom på kvällen.' };

/** What the way must know of a case: the state has it, and so has the API's answer. */
export interface Seen {
  readonly stage: string;
  readonly feedback: readonly unknown[];
  readonly actions: readonly { readonly actionId: string; readonly effect: unknown }[];
}

/** How a case is reached: the command service over the store, or HTTP. */
export interface Transport {
  readonly now: () => Date;
  readonly see: (caseId: string) => Promise<Seen>;
  /** One command by the case's manager. @throws where it is refused */
  readonly give: (caseId: string, command: Given) => Promise<void>;
}

/** Instants: when the planned action is to be done, and when its effect is to be judged. */
interface Planned {
  readonly dueAt: string;
  readonly effectDueAt?: string | null;
}

/** What a complaint needs before it leaves a stage, in order. */
function work({ dueAt, effectDueAt = null }: Planned): Readonly<Record<Exclude<Stage, 'closed'>, (seen: Seen) => readonly Given[]>> {
  return {
    received: ({ feedback }) => [
      { type: 'ClassifyCase', categories: ['serviceDelivery'], lawAreas: ['SoL'] },
      { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' },
      ...(feedback.length > 0 ? [] : [{ type: 'GiveFeedback', what: 'confirmation', method: 'phone' } as const]),
      { type: 'AssignCase', person: people.manager.person },
      { type: 'AnswerConflict', answer: 'none' },
    ],
    investigating: () => [
      { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'Besöket föll bort ur planeringen.' },
      { type: 'FindCause', area: 'routines', level: 'unit', text: 'Ingen kontroll vid byte av schema.' },
      { type: 'CompleteInvestigation' },
    ],
    assessing: () => [
      { type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'Besöket uteblev.' },
      {
        type: 'PlanAction',
        area: 'routines',
        horizon: 'shortTerm',
        dueAt,
        effectDueAt,
        what: 'Dubbelkontroll av schemat.',
        howJudged: 'Uteblivna besök räknas i en månad.',
      },
    ],
    ivoDecision: () => [{ type: 'DecideIvo', notify: 'notApplicable', reasons: 'Ett enstaka besök, ingen fara.' }],
    feedback: () => [{ type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi ber om ursäkt. Så här har vi ändrat.' }],
    followUp: ({ actions }) =>
      actions
        .filter((action) => action.effect === null)
        .map(({ actionId }) => ({ type: 'JudgeEffect', actionId, effect: 'yes', evidence: 'Inga uteblivna besök på en månad.' })),
  };
}

/**
 * The shortest lawful way of a complaint to a stage, by its manager: each step is the commands that take it one stage on. Whoever gives them
 * says after each step how the case then is, whether over the pure functions, the store or HTTP.
 */
export function* complaintWay(begins: Seen, to: Stage, planned: Planned): Generator<readonly Given[], void, Seen> {
  const needed = work(planned);
  for (let seen = begins; seen.stage !== to; ) {
    const next = way[way.indexOf(seen.stage as Stage) + 1];
    if (next === undefined) throw new Error(`a complaint in ${seen.stage} never comes to ${to}`);
    seen = yield [...needed[seen.stage as Exclude<Stage, 'closed'>](seen), { type: 'AdvanceCase', to: next }];
  }
}

const SOON = 20 * 86_400_000;

/** Takes a complaint to a stage over a transport that answers later. @param effectDueAt the day when the planned action's effect is to be judged */
export async function walkBy({ now, see, give }: Transport, caseId: string, to: Stage, effectDueAt: string | null = null): Promise<void> {
  const steps = complaintWay(await see(caseId), to, { dueAt: new Date(now().getTime() + SOON).toISOString(), effectDueAt });
  for (let step = steps.next(); !step.done; step = steps.next(await see(caseId))) {
    for (const command of step.value) await give(caseId, command);
  }
}
