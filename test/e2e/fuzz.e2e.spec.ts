import { jest } from '@jest/globals';
import fc from 'fast-check';
import { type Api, freshApi, type Who } from '../support/api.js';
import { commandSamples } from '../support/command-samples.js';
import { reported } from '../support/complaint-over-http.js';
import { namesOfPages, type Route, routes } from '../support/routes.js';

// Some thousands of requests on a machine that others use too.
jest.setTimeout(600_000);

let api: Api;
let id: string;
beforeAll(async () => {
  api = await freshApi({ GENSVAR_DEMO: '1' });
  id = await reported(api);
  await api.caughtUp();
}, 60_000);
afterAll(async () => {
  await api?.close();
}, 30_000);

/** Values in an address that no form of ours sends, but a person or a tool may. */
const nasty = [
  '%00',
  'a%00b',
  '%',
  '%zz',
  '%ff%fe',
  '%ed%a0%80',
  '%EF%BF%BD',
  '%F0%9F%98%80',
  '',
  '-1',
  '0',
  '1e309',
  'NaN',
  '99999999999999999999',
  '9007199254740993',
  '2026-02-30',
  '0000-00-00',
  '20233-05-17',
  '0026-05-12',
  '2026-01-01T25:00:00Z',
  'position%3A99999999999999999999',
  'position%3A-1',
  '__proto__',
  'constructor',
  'toString',
  '%27%3B--',
  '%5C',
  '%25%25',
  '(%5B',
  'a'.repeat(3_000),
  '00000000-0000-0000-0000-000000000000',
  '%E2%80%AE%E2%80%A8',
];
/** Addresses that are left out: streams that never end, and the log-out of the session that the others need. */
const skipped = /^\/(?:api\/stream|logga-ut|demo\/clock)$/;
const all = routes().filter(({ path }) => !skipped.test(path));
const people: readonly Who[] = ['registrar', 'controller', 'manager'];

const answerOf = async (method: string, path: string, who: Who | null, body?: BodyInit, type?: string): Promise<number> => {
  const response = await fetch(api.base + path, {
    method,
    redirect: 'manual',
    headers: {
      accept: 'text/html, application/json',
      ...(type === undefined ? {} : { 'content-type': type }),
      ...(who === null ? {} : { authorization: `Bearer ${api.tokenOf(who)}` }),
    },
    ...(body === undefined ? {} : { body }),
  });
  await response.arrayBuffer();
  return response.status;
};
/** The path with its parameters: existing ids, or the given value. */
const filled = (path: string, value?: string): string =>
  path.replace(
    /[:*](\w+)/g,
    (_, name: string) =>
      value ?? { id, attachment: id, code: 'afs-norra', unit: 'afs-norra', report: 'causes', year: '2026', door: 'avvikelse', list: 'kind' }[name] ?? id,
  );
const reportPaths = (path: string): readonly string[] =>
  /^\/(?:api\/reports|statistik)\/:id/.test(path) ? ['complaints-by-source', 'causes', 'deadlines-kept'].map((report) => path.replace(':id', report)) : [path];

async function faultsOf(
  asked: readonly { readonly method: string; readonly path: string; readonly who: Who | null; readonly body?: string; readonly type?: string }[],
): Promise<readonly string[]> {
  const faults: string[] = [];
  const waiting = [...asked];
  const one = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { method, path, who, body, type } = next;
      const status = await answerOf(method, path, who, body, type).catch((error: unknown) => String(error));
      if (typeof status === 'string' || status >= 500) faults.push(`${status} ${method} ${path.slice(0, 200)} ${body?.slice(0, 200) ?? ''}`);
    }
  };
  await Promise.all([one(), one(), one(), one()]);
  return faults.toSorted();
}

const pageNames = namesOfPages();
const commands = Object.entries(commandSamples).map(([type, sample]) => ({ type, ...sample }) as { readonly type: string } & Record<string, unknown>);
/** The form of a command with each of its fields made invalid in turn. */
const nastyForms = ({ type, ...fields }: { readonly type: string } & Record<string, unknown>, c: number): readonly string[] =>
  Object.keys(fields).flatMap((spoilt, f) =>
    nasty
      .filter((_, v) => v % 16 === (c + f) % 16)
      .map((value) =>
        [
          `_type=${type}`,
          '_version=1',
          ...Object.entries(fields).map(([name, sound]) => `${name}=${name === spoilt ? value : encodeURIComponent(String(sound))}`),
        ].join('&'),
      ),
  );
const namesOf = (route: Route): readonly string[] => route.query ?? pageNames;
const who = (n: number): Who => people[n % people.length] as Who;

describe('No address and no form is answered with a fault of ours', () => {
  test('the list of routes is read from the controllers, and the names from the code that reads them', () => {
    expect(all.length).toBeGreaterThan(50);
    for (const name of ['sida', 'tom', 'asOf', 'plats', '_type', 'code']) expect([name, pageNames.includes(name)]).toEqual([name, true]);
  });

  test('each name of each address with each kind of value, one at a time and all at once', async () => {
    const gets = all.filter(({ method }) => method === 'GET');
    const asked = gets.flatMap((route, r) =>
      reportPaths(route.path).flatMap((path) => {
        const names = namesOf(route);
        const some = (each: number, from = 0) => nasty.filter((_, v) => (v + r + from) % each === 0);
        const turns =
          route.query === null
            ? names.map((name, n) => `${name}=${nasty[(n + r * 7) % nasty.length]}`)
            : names.flatMap((name, n) => some(5, n).map((value) => `${name}=${value}`));
        const together = some(6).map((value) =>
          names
            .slice(0, 40)
            .map((name) => `${name}=${value.slice(0, 100)}`)
            .join('&'),
        );
        const shapes = names.filter((_, n) => n % 9 === r % 9).flatMap((name) => [`${name}=a&${name}=b`, `${name}[a]=b`]);
        return [...new Set([...turns, ...together, ...shapes, ...some(8), ...some(8).map((value) => `${value}=1`)])].map((query, q) => ({
          method: 'GET',
          path: `${filled(path)}?${query}`,
          who: who(q),
        }));
      }),
    );
    expect(asked.length).toBeGreaterThan(1_000);
    expect(await faultsOf(asked)).toEqual([]);
  });

  test('the parameters of the path', async () => {
    const withParts = all.filter(({ path }) => /[:*]/.test(path));
    const asked = withParts.flatMap(({ method, path }, r) =>
      nasty
        .filter((_, v) => v % 3 === r % 3)
        .flatMap((value) => [...people.slice(0, 2), null].map((by) => ({ method, path: filled(path, value || '%20'), who: by }))),
    );
    expect(await faultsOf(asked)).toEqual([]);
  });

  test('each field of each form with each kind of value', async () => {
    const posts = all.filter(({ method, path }) => method === 'POST' && !path.startsWith('/api') && !path.startsWith('/demo'));
    const asked = posts.flatMap(({ path }, p) => [
      ...pageNames.flatMap((name, n) => (n % 3 === p % 3 ? [{ path, body: `${name}=${nasty[(n + p * 5) % nasty.length]}` }] : [])),
      ...nasty.map((value) => ({
        path,
        body: pageNames
          .slice(0, 50)
          .map((name) => `${name}=${value.slice(0, 100)}`)
          .join('&'),
      })),
      ...nasty.map((value) => ({ path, body: value })),
      ...(path === '/arende/:id' ? commands.flatMap(nastyForms).map((body) => ({ path, body })) : []),
    ]);
    const sent = asked.map(({ path, body }, n) => ({
      method: 'POST',
      path: filled(path),
      who: n % 4 === 3 ? null : who(n),
      body,
      type: 'application/x-www-form-urlencoded',
    }));
    expect(await faultsOf(sent)).toEqual([]);
  });

  test('each field of each message to the API, and messages that are no objects', async () => {
    const posts = all.filter(({ method, path }) => method === 'POST' && path.startsWith('/api'));
    const values: readonly unknown[] = [
      null,
      0,
      -1,
      1e308,
      true,
      '',
      'a\u0000b',
      '\ud800',
      '2026-02-30',
      '__proto__',
      [],
      [null],
      [[]],
      {},
      { a: { b: 1 } },
      'x'.repeat(30_000),
    ];
    const odd = ['', 'null', '[]', '"x"', '{', '{"a":1', '{"__proto__":{"a":1}}', `${'['.repeat(20_000)}`, '{"type":"__proto__"}', '\u0000', '{"type":null}'];
    const whole = [{ kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Uppdiktat' }, ...commands];
    const asked = posts.flatMap(({ path }) => [
      ...odd.map((body) => ({ path, body })),
      ...whole.flatMap((message, m) =>
        Object.keys(message).flatMap((name, n) =>
          values.filter((_, v) => v % 8 === (m + n) % 8).map((value) => ({ path, body: JSON.stringify({ ...message, [name]: value }) })),
        ),
      ),
    ]);
    const sent = asked.map(({ path, body }, n) => ({ method: 'POST', path: filled(path), who: n % 5 === 4 ? null : who(n), body, type: 'application/json' }));
    expect(await faultsOf(sent)).toEqual([]);
  });

  test('any mixture of them', async () => {
    const gets = all.filter(({ method }) => method === 'GET');
    const mixture = fc.record({
      route: fc.constantFrom(...gets),
      pairs: fc.array(
        fc.tuple(
          fc.constantFrom(...pageNames, 'from', 'to', 'q', 'sort', 'kind', 'stage'),
          fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme' }).map(encodeURIComponent)),
        ),
        { maxLength: 6 },
      ),
      by: fc.constantFrom<Who | null>(...people, null),
    });
    await fc.assert(
      fc.asyncProperty(mixture, async ({ route, pairs, by }) => {
        const path = `${filled(reportPaths(route.path)[0] as string)}?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`;
        expect(await answerOf('GET', path, by)).toBeLessThan(500);
      }),
      { numRuns: 100 },
    );
  });
});
