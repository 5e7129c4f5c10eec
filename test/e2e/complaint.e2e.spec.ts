import { commandAnswer } from '../../apps/api/src/answers.schema.js';
import { caseAnswer, historyAnswer } from '../../apps/api/src/case-answers.schema.js';
import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported, walk, way } from '../support/complaint-over-http.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const stageOf = async (id: string): Promise<string> => (await api.get(`/api/cases/${id}`, 'manager')).body.stage;

describe('A complaint from receipt to follow-up over HTTP', () => {
  test('R-060 R-061 a complaint is received, investigated, assessed, decided, answered, followed up and closed; opened again; closed again', async () => {
    const id = await reported(api);
    for (const stage of way.slice(1)) {
      await walk(api, id, stage);
      expect(await stageOf(id)).toBe(stage);
    }
    const closed = (await api.get(`/api/cases/${id}`, 'manager')).body;
    expect(closed).toMatchObject({
      missing: [],
      next: null,
      duties: [],
      closed: { reason: 'actionsDoneAndEffectFollowed' },
      labels: { stage: { closed: 'Avslutad' } },
    });

    const opened = await does(api, id, { type: 'ReopenCase', reason: 'happenedAgain', text: 'Det hände igen i natt.' }, 'divisionHead');
    expect(opened.status).toBe(200);
    expect(await stageOf(id)).toBe('investigating');
    await does(api, id, { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'Samma byte av schema.' });
    await does(api, id, { type: 'FindCause', area: 'routines', level: 'unit', text: 'Dubbelkontrollen glömdes.' });
    await walk(api, id, 'closed');
    const again = (await api.get(`/api/cases/${id}`, 'manager')).body;
    expect(again).toMatchObject({ stage: 'closed', reopened: 1 });

    const history = historyAnswer.parse((await api.get(`/api/cases/${id}/history`, 'manager')).body).items;
    expect(history.map((line) => line.version)).toEqual(history.map((_line, n) => n + 1));
    expect(history.map((line) => line.text)).toEqual(
      expect.arrayContaining(['Ärendet togs emot', 'Ärendet gick vidare: Utreds', 'Bedömningen gjordes: Brist', 'Ärendet öppnades igen: Det hände igen']),
    );
    expect(history.filter((line) => line.type === 'CaseClosed')).toHaveLength(2);
  }, 60_000);

  test('AC-23 a case under investigation can’t be closed: every stage that is passed must be named with a reason', async () => {
    const id = await reported(api);
    await walk(api, id, 'investigating');
    const refused = await does(api, id, { type: 'AdvanceCase', to: 'closed' });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(refused.body.code).toBe('mayNotBeSkipped');
    for (const stage of ['Bedöms', 'IVO-beslut', 'Återkoppling', 'Uppföljning']) expect(JSON.stringify(refused.body.missing)).toContain(stage);
    expect(await stageOf(id)).toBe('investigating');
  }, 30_000);

  test('R-026 everything that is missing for the next stage is listed at once, by the command and field that supplies it', async () => {
    const id = await reported(api);
    const { missing, next } = caseAnswer.parse((await api.get(`/api/cases/${id}`, 'manager')).body);
    expect(next).toMatchObject({ to: 'investigating', text: 'Börja utreda' });
    const refused = await does(api, id, { type: 'AdvanceCase', to: 'investigating' });
    expect(refused.body).toMatchObject({ status: 422, code: 'incomplete', missing });
    expect(missing.map((lack) => lack.field)).toEqual(expect.arrayContaining(['ClassifyCase.categories', 'AnswerTriage', 'AssignCase.person']));
  });

  test('a command is answered with version, position and events, and the version is the ETag of the next reading', async () => {
    const id = await reported(api);
    const done = await does(api, id, { type: 'ClassifyCase', categories: ['treatment'], lawAreas: ['SoL'] });
    const answer = commandAnswer.parse(done.body);
    expect(answer.events).toEqual([{ type: 'CaseClassified' }]);
    expect(answer.position).toBe(await api.core.store.position());
    expect(done.headers.get('etag')).toBe(`"${answer.version}"`);
    const seen = await api.get(`/api/cases/${id}`, 'manager');
    expect(seen.headers.get('etag')).toBe(`"${answer.version}"`);
  });
});
