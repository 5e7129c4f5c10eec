import { addDuration, stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import type { Api } from './api.js';
import { people } from './scenario.js';
import { does, reported, walk } from './walk.js';

/** What the actions say. */
export const words = {
  ofCase: 'Ny rutin för kvällsbesök hos fru Påhittad',
  elsewhere: 'Utbilda i barnsamtal',
  ofRecord: 'Skriv en rutin för planering',
  formula: '=HYPERLINK("http://x")',
};

/** Two actions of cases, in two units, and two that are records, one of them decided on; each with another day. */
export async function listedActions(api: Api) {
  const today = stockholmDate(api.core.clock.now().toISOString());
  const planned = async (caseId: string, what: string, days: number, by: Actor = people.manager) =>
    does(
      api.core,
      caseId,
      {
        type: 'PlanAction',
        area: 'routines',
        horizon: 'shortTerm',
        dueAt: `${addDuration(today, `P${days}D`)}T12:00:00.000Z`,
        what,
        howJudged: 'Stickprov.',
      } as never,
      by,
    );
  const numberOf = async (caseId: string) => {
    const state = await api.core.cases.load(caseId);
    return state.exists ? state.number : '';
  };
  const one = await reported(api.core);
  await walk(api.core, one, 'assessing');
  await planned(one, words.ofCase, 5);
  await does(api.core, one, { type: 'Diarise', diaryNumber: 'SN2026-1', secrecy: true } as never, people.registrar);
  const elsewhere = await reported(api.core, { unit: 'afs-sodra' });
  const { otherManager } = people;
  await does(api.core, elsewhere, { type: 'ClassifyCase', categories: ['serviceDelivery'], lawAreas: ['SoL'] }, otherManager);
  await does(api.core, elsewhere, { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no' }, otherManager);
  await does(api.core, elsewhere, { type: 'GiveFeedback', what: 'confirmation', method: 'phone' }, otherManager);
  await does(api.core, elsewhere, { type: 'AssignCase', person: otherManager.person }, otherManager);
  await does(api.core, elsewhere, { type: 'AnswerConflict', answer: 'none' }, otherManager);
  await planned(elsewhere, words.elsewhere, 200, otherManager);
  const risk = { unit: 'afs-norra', activity: 'x', description: 'x', probability: '4', consequence: '3', nextReview: addDuration(today, 'P20D') };
  const { id: riskId, number } = (await api.post('/api/risks', risk, 'manager')).body;
  const action = { unit: 'afs-norra', risk: riskId, area: 'training', what: words.ofRecord, due: addDuration(today, 'P3D') };
  const record = (await api.post('/api/actions', action, 'manager')).body;
  const decided = { type: 'DecideAction', owner: people.carer.person, due: addDuration(today, 'P3D'), effectDue: addDuration(today, 'P90D') };
  expect((await api.post(`/api/actions/${record.id}/commands`, decided, 'manager')).status).toBe(200);
  const other = (await api.post('/api/actions', { ...action, risk: null, what: words.formula }, 'manager')).body;
  await api.caughtUp();
  return {
    today,
    numbers: {
      case: await numberOf(one),
      elsewhere: await numberOf(elsewhere),
      risk: number as string,
      record: record.number as string,
      other: other.number as string,
    },
    ids: { case: one, elsewhere, record: record.id as string },
  };
}

/** The rows of a page, as text. */
export const rows = (html: string): readonly string[] =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/gs)].slice(1).map(([, row]) =>
    (row as string)
      .replaceAll(/<[^>]+>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim(),
  );
