import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';
import { people } from '../support/scenario.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

const words = 'Hon låg på golvet hela natten.';
const become = async (id: string, who: Who, to: string, more: object = {}): Promise<string> =>
  (await does(api, id, { type: 'ConvertCase', to, lawAreas: ['SoL'], reasons: 'Kan vara ett missförhållande.', ...more }, who)).body.born[0].id;
const status = async (id: string, who: Who) => (await api.get(`/api/cases/${id}`, who)).status;
const listed = async (who: Who): Promise<readonly string[]> => {
  await api.caughtUp();
  return (await api.get('/api/cases', who)).body.items.map((item: { id: string }) => item.id);
};

describe('When a complaint becomes another kind', () => {
  test('the investigator of the lex Sarah reads the complaint’s own words, in the case, in its history and in the list', async () => {
    const id = await reported(api, { what: words });
    expect(await status(id, 'irregularityInvestigator')).toBe(404);
    const lexSarah = await become(id, 'sas', 'lexSarah');
    const seen = await api.get(`/api/cases/${id}`, 'irregularityInvestigator');
    expect([seen.status, seen.body.words?.what]).toEqual([200, words]);
    expect(JSON.stringify((await api.get(`/api/cases/${id}/history`, 'irregularityInvestigator')).body)).toContain(words);
    expect(await listed('irregularityInvestigator')).toEqual(expect.arrayContaining([id, lexSarah]));
    expect((await api.get(`/api/cases/${lexSarah}`, 'irregularityInvestigator')).body.linked).toEqual([expect.objectContaining({ id, relation: 'parent' })]);
    expect(seen.body.may).toEqual([]);
  });

  test('also by two steps, and whoever handles the last of them; one who is barred still sees nothing', async () => {
    const id = await reported(api, { what: words });
    const deviation = await become(id, 'manager', 'deviation', { deviationType: 'other', eventClass: 'adverseEvent' });
    const lexSarah = await become(deviation, 'sas', 'lexSarah');
    await does(api, lexSarah, { type: 'AssignCase', person: people.investigator.person, as: 'medarbetare' }, 'director');
    for (const one of [id, deviation]) expect(await status(one, 'investigator')).toBe(200);
    expect(await listed('investigator')).toEqual(expect.arrayContaining([id, deviation, lexSarah]));
    await does(api, id, { type: 'AnswerConflict', answer: 'conflict', person: people.investigator.person }, 'manager');
    expect([await status(id, 'investigator'), await status(deviation, 'investigator')]).toEqual([404, 200]);
    expect(await listed('investigator')).not.toContain(id);
  });
});
