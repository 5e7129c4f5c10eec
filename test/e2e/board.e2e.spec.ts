import { stockholmDate } from '#domain/law/calendar';
import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { carry } from '../support/carry.js';
import { does, reported } from '../support/complaint-over-http.js';
import { decidedToNotify } from '../support/decided.js';
import { people } from '../support/scenario.js';

const words = 'Trygghetslarmet besvarades inte på fyra timmar';
let api: Api;
let told: string;
let untold: string;
let decided: string;
atServer(freshApi, async (fresh) => {
  api = fresh;
  const serious = { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], what: words };
  told = await reported(api, serious, 'carer');
  untold = await reported(api, serious, 'carer');
  decided = await decidedToNotify(api);
  expect((await does(api, told, { type: 'GiveFeedback', to: 'board', what: 'interim', method: 'letter' }, 'director')).status).toBe(200);
  await api.caughtUp();
});

const page = async (path: string, who: Who = 'committee') => {
  const response = await fetch(api.base + path, { headers: { accept: 'text/html', authorization: `Bearer ${api.tokenOf(who)}` } });
  return { status: response.status, text: await response.text() };
};

describe('The page of the board (R-207)', () => {
  test('has what the board was told of, the decisions and the ways to the figures, by codes alone', async () => {
    const { status, text } = await page('/namnden');
    expect(status).toBe(200);
    expect([text.includes(`/arende/${told}`), text.includes(`/arende/${untold}`)]).toEqual([true, false]);
    expect(text).toContain(`<time>${stockholmDate(api.core.clock.now().toISOString())}</time>`);
    expect(text).toContain('Ett beslut sedan');
    expect(text).toContain('/statistik/ivo-notifications');
    expect(text).not.toContain(words);
    // What the board has delegated does not wait for it.
    expect(text).not.toContain('Att besluta');
  });

  test('opens the words of what was laid before it, and of nothing else', async () => {
    const [laid, other, sent] = await Promise.all([told, untold, decided].map((id) => page(`/arende/${id}`)));
    expect([laid?.status, other?.status, sent?.status]).toEqual([200, 200, 200]);
    expect([laid?.text.includes(words), other?.text.includes(words), sent?.text.includes('Hemtjänsten kom inte')]).toEqual([true, false, false]);
    const api404 = await api.get(`/api/cases/${untold}/history`, 'committee');
    expect(JSON.stringify(api404.body)).not.toContain(words);
  });

  test('is for those who sit there alone', async () => {
    for (const who of ['director', 'manager', 'controller', 'dataOfficer', 'registrar'] as const)
      expect([who, (await page('/namnden', who)).status]).toEqual([who, 403]);
  });

  test('no form of anybody offers a politician: not to handle, present, lead or own anything', async () => {
    const politician = people.committee.person as string;
    const lexSarah = await reported(api, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'] }, 'carer');
    const maria = await reported(
      api,
      { kind: 'deviation', opinionType: null, source: 'staff', lawAreas: ['HSL'], deviationType: 'fall', eventClass: 'adverseEvent' },
      'carer',
    );
    const offered = async (): Promise<readonly string[]> => {
      const found: string[] = [];
      const paths = [lexSarah, maria].flatMap((id) => [`/arende/${id}`, `/arende/${id}/beslut`, `/arenden/fordela?id=${id}`]);
      for (const who of ['director', 'manager', 'sas', 'mas', 'registrar'] as const)
        for (const path of [...paths, '/atgarder/ny', '/risker/ny', '/loggkontroller/ny']) {
          const { text } = await page(path, who);
          if (text.includes(`value="${politician}"`)) found.push(`${who} ${path}`);
        }
      return found;
    };
    // The page of the director does offer persons.
    expect((await page(`/arende/${lexSarah}`, 'director')).text).toContain(`value="${people.sas.person}"`);
    expect(await offered()).toEqual([]);
    for (const stage of ['investigating', 'assessing', 'ivoDecision'] as const) {
      for (const id of [lexSarah, maria]) await carry(api.core, id, stage).catch(() => undefined);
      await api.caughtUp();
      expect([stage, await offered()]).toEqual([stage, []]);
    }
  }, 120_000);
});
