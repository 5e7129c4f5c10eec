import { type Api, freshApi, type Who } from '../support/api.js';
import { atServer } from '../support/at-server.js';
import { does, reported } from '../support/complaint-over-http.js';
import { waitFor } from '../support/processes.js';

let api: Api;
atServer(freshApi, (fresh) => {
  api = fresh;
});

/** The events of a stream, until it is closed. */
const listening = (who: Who, api: Api) => hearing(api, { authorization: `Bearer ${api.tokenOf(who)}` });
async function hearing(api: Api, headers: Record<string, string>) {
  const stop = new AbortController();
  const response = await fetch(`${api.base}/api/stream`, { headers, signal: stop.signal });
  const heard = { text: '', ended: false, type: response.headers.get('content-type') };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) heard.text += decoder.decode(part, { stream: true });
    heard.ended = true;
  })().catch(() => undefined);
  await waitFor(() => heard.text.includes('event: open'));
  return { heard, stop: () => stop.abort() };
}

describe('Live updates', () => {
  test('R-307 by id and code, to those who may see the case and nobody else', async () => {
    const [manager, other] = [await listening('manager', api), await listening('otherManager', api)];
    expect(manager.heard.type).toMatch(/^text\/event-stream/);
    const id = await reported(api, { what: 'Ord som inte ska höras.' });
    const theirs = await reported(api, { unit: 'afs-sodra' });
    await waitFor(() => manager.heard.text.includes(id) && other.heard.text.includes(theirs));
    await does(api, id, { type: 'ClassifyCase', categories: ['treatment'], lawAreas: ['SoL'] });
    const version = (await api.core.cases.load(id)).version;
    await waitFor(() => manager.heard.text.includes(`"version":${version}`));
    expect(manager.heard.text).toMatch(/event: case\n/);
    expect(manager.heard.text).toMatch(/"stage":"received"/);
    expect(manager.heard.text).not.toContain(theirs);
    expect(other.heard.text).not.toContain(id);
    expect(manager.heard.text + other.heard.text).not.toContain('Ord som');
    manager.stop();
    other.stop();
  }, 30_000);

  test('an open stream does not keep the process from ending', async () => {
    const ending = await freshApi();
    const { heard } = await listening('manager', ending);
    await ending.close();
    await waitFor(() => heard.ended, 1_000, 'the page to be let go');
  }, 60_000);
});

describe('A stream lasts as long as its reader’s session', () => {
  test('one who has logged out, in any window, gets nothing more', async () => {
    const quick = await freshApi({ GENSVAR_STREAM_BEAT: '0.2' });
    const session = (await fetch(`${quick.base}/demo/login?user=manager`, { redirect: 'manual' })).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const { heard } = await hearing(quick, { cookie: session });
    await waitFor(() => (heard.text.match(/event: beat/g) ?? []).length >= 2);
    expect(heard.ended).toBe(false);
    const out = await fetch(`${quick.base}/logga-ut`, { method: 'POST', redirect: 'manual', headers: { cookie: session, 'sec-fetch-site': 'same-origin' } });
    expect(out.status).toBe(303);
    await waitFor(() => heard.ended, 2_000, 'the stream to end');
    await reported(quick);
    expect(heard.text).not.toContain('event: case');
    await quick.close();
  }, 60_000);
});
