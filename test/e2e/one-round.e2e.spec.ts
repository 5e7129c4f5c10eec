import { type Api, freshApi } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { reported } from '../support/complaint-over-http.js';
import { CookieJar } from '../support/cookie-jar.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

test('a form names in one round what was not answered and what can not be read', async () => {
  const id = await reported(
    api,
    { kind: 'deviation', opinionType: null, source: 'staff', lawAreas: ['HSL'], deviationType: 'fall', eventClass: 'adverseEvent' },
    'carer',
  );
  const jar = new CookieJar(api.base);
  await jar.go('/demo/login?user=manager');
  const body = new URLSearchParams({ _type: 'InformPatient', _version: '1', at: '2026-02-30', journalRef: 'J 1' });
  const answer = await jar.go(`/arende/${id}`, { method: 'POST', body, headers: { accept: 'text/html' } });
  const summary = /id="fel"[\s\S]*?<\/div>/.exec(await answer.text())?.[0] ?? '';
  expect(answer.status).toBe(422);
  expect(summary).toContain('Svara på: Vem fick informationen?');
  expect(summary).toContain('href="#f-InformPatient-at"');
});
