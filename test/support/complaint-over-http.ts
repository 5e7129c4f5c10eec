import { randomUUID } from 'node:crypto';
import type { Answer, Api, Who } from './api.js';
import { people } from './scenario.js';

export type Stage = 'received' | 'investigating' | 'assessing' | 'ivoDecision' | 'feedback' | 'followUp' | 'closed';
export const way: readonly Stage[] = ['received', 'investigating', 'assessing', 'ivoDecision', 'feedback', 'followUp', 'closed'];

type Command = { readonly type: string } & Record<string, unknown>;

/** The least a complaint needs. */
export const complaint = { kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom på kvällen.' };

/** Reports a complaint over HTTP; the id of the case. */
export async function reported(api: Api, body: Record<string, unknown> = {}, who: Who | null = 'registrar'): Promise<string> {
  const { status, body: answer } = await api.post('/api/cases', { ...complaint, ...body }, who, { 'idempotency-key': randomUUID() });
  if (status !== 201) throw new Error(`${status} ${answer.code} ${JSON.stringify(answer.missing ?? [])}`);
  return answer.id as string;
}

export const does = (api: Api, id: string, command: Command, who: Who | null = 'manager'): Promise<Answer> =>
  api.post(`/api/cases/${id}/commands`, command, who, { 'idempotency-key': randomUUID() });

const inTwentyDays = (api: Api): string => new Date(api.core.clock.now().getTime() + 20 * 86_400_000).toISOString();

/** What each stage needs before the case goes on, in order. */
const work: Readonly<Record<Exclude<Stage, 'closed'>, (api: Api, id: string) => Promise<readonly Command[]>>> = {
  received: async (api, id) => [
    { type: 'ClassifyCase', categories: ['serviceDelivery'], lawAreas: ['SoL'] },
    { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' },
    ...((await api.get(`/api/cases/${id}`, 'manager')).body.feedback.length > 0 ? [] : [{ type: 'GiveFeedback', what: 'confirmation', method: 'phone' }]),
    { type: 'AssignCase', person: people.manager.person },
    { type: 'AnswerConflict', answer: 'none' },
  ],
  investigating: async () => [
    { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'Besöket föll bort ur planeringen.' },
    { type: 'FindCause', area: 'routines', level: 'unit', text: 'Ingen kontroll vid byte av schema.' },
    { type: 'CompleteInvestigation' },
  ],
  assessing: async (api) => [
    { type: 'DecideOutcome', complaintOutcome: 'deficiency', reasons: 'Besöket uteblev.' },
    {
      type: 'PlanAction',
      area: 'routines',
      horizon: 'shortTerm',
      dueAt: inTwentyDays(api),
      what: 'Dubbelkontroll av schemat.',
      howJudged: 'Uteblivna besök räknas i en månad.',
    },
  ],
  ivoDecision: async () => [{ type: 'DecideIvo', notify: 'notApplicable', reasons: 'Ett enstaka besök, ingen fara.' }],
  feedback: async () => [{ type: 'GiveFeedback', what: 'answer', method: 'letter', text: 'Vi ber om ursäkt. Så här har vi ändrat.' }],
  followUp: async (api, id) => {
    const { actions } = (await api.get(`/api/cases/${id}`, 'manager')).body as { actions: { actionId: string; effect: unknown }[] };
    return actions
      .filter((action) => action.effect === null)
      .map(({ actionId }) => ({ type: 'JudgeEffect', actionId, effect: 'yes', evidence: 'Inga uteblivna besök på en månad.' }));
  },
};

/** Takes a case to a stage by its manager, one lawful step after the other. */
export async function walk(api: Api, id: string, to: Stage): Promise<void> {
  let { stage } = (await api.get(`/api/cases/${id}`, 'manager')).body as { stage: Stage };
  while (stage !== to) {
    const next = way[way.indexOf(stage) + 1] as Stage;
    for (const command of [...(await work[stage as Exclude<Stage, 'closed'>](api, id)), { type: 'AdvanceCase', to: next }]) {
      const { status, body } = await does(api, id, command);
      if (status !== 200) throw new Error(`${stage} ${command.type}: ${status} ${body.code} ${JSON.stringify(body.missing)}`);
    }
    stage = next;
  }
}
