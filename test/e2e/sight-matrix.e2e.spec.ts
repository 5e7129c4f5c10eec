import { jest } from '@jest/globals';
import { routes } from '../support/routes.js';
import { freshMunicipality, type Municipality, Telling, type Told } from '../support/sight-cases.js';
import { differences, type Person, type Sees, seesByLaw } from '../support/sight-oracle.js';

// Some thousands of requests on a machine that others use too.
jest.setTimeout(300_000);

let of: Municipality;
let cases: readonly Told[];
/** People whose pages are tested too: special cases, and one of each kind. */
let near: readonly Told[];
/** By word: the text it is in. The two cases of one report both have its words. */
let whose: ReadonlyMap<string, string>;

const sorts = [
  ...([['SoL'], ['LSS'], ['HSL'], ['HSL', 'SoL'], null] as const).flatMap((laws) => [['complaint', laws] as const, ['deviation', laws] as const]),
  ['lexSarah', ['SoL']],
  ['lexSarah', ['LSS']],
] as const;
const places = { there: 'afs-hemtjanst-norra', mirrored: 'afs-vardboende-glantan', 'without unit': null } as const;

async function tellAll(telling: Telling): Promise<readonly Told[]> {
  for (const [where, unit] of Object.entries(places))
    for (const [kind, laws] of sorts.filter(([, stated]) => where === 'there' || stated?.[0] !== 'LSS'))
      await telling.report(`${kind} ${laws?.join('+') ?? 'of no law yet'}, ${where}`, kind, { laws, unit });
  for (const [kind, laws] of sorts)
    await telling.report(`a provider’s own ${kind} ${laws?.join('+') ?? 'of no law yet'}`, kind, { laws, unit: 'glantan-boende', reporter: 'omar' });
  return telling.cases.filter(({ name }) =>
    /(complaint of no law yet|complaint HSL|HSL\+SoL|lexSarah SoL), there|lexSarah SoL, |own (lexSarah SoL|deviation HSL)$/.test(name),
  );
}

async function tellParticular(telling: Telling): Promise<void> {
  const emil = { reporter: 'emil', laws: ['SoL'] };
  await telling.report('about the manager, by a colleague', 'deviation', { ...emil, barred: ['maria'] }, { concernsChief: true });
  await telling.report('anonymous, by a colleague', 'deviation', { laws: ['SoL'], reporter: null, sentBy: 'emil' }, { anonymous: true });
  await telling.report('by the public, of no unit', 'complaint', { reporter: null, unit: null });
  await telling.report('of another unit', 'complaint', { unit: 'afs-vardboende-linden' });
  await telling.report('of another division', 'deviation', { unit: 'iof-ekonomi', laws: ['HSL'] });
  await telling.report(
    'closed at once',
    'complaint',
    { reporter: 'maria', laws: ['SoL'] },
    { handledAtOnce: true, categories: ['treatment'], immediateActions: 'Bad om ursäkt.' },
  );
  // The municipality's own board receives the report; the person it is about sees nothing of it (OSL 8:1–2).
  await telling.report('about a provider’s unit', 'deviation', { ...emil, unit: 'namnd' }, { unit: 'glantan-boende' });

  await telling.bar(await telling.report('whose reporter has a conflict of interest', 'deviation', emil), 'emil');
  await telling.assign(await telling.report('of care, handled from another unit', 'deviation', { reporter: 'emil', laws: ['HSL'] }), 'bengt');
  await telling.leads(await telling.report('of care, its analysis led by one who is named', 'deviation', { reporter: 'emil', laws: ['HSL'] }), 'ebba');
  await telling.leads(await telling.report('of social services, led by the same', 'deviation', emil), 'ebba');
  await telling.assign(await telling.report('taken over by the lex Sarah investigator', 'lexSarah', emil), 'viktor');
  await telling.lay(await telling.report('laid before the board', 'lexSarah', emil));

  const injured = await telling.report('under SoL, that may be a care injury', 'complaint', { laws: ['SoL'] });
  await telling.triage(injured, { careInjury: 'unsure' });
  await telling.triage(await telling.report('of care, that is an irregularity', 'complaint', { laws: ['HSL'] }), { irregularity: 'yes' });
  await telling.triage(await telling.report('a deviation of care, that may be an irregularity', 'deviation', { reporter: 'emil', laws: ['HSL'] }), {
    irregularity: 'unsure',
  });
  await telling.triage(await telling.report('a deviation under SoL, that is a care injury', 'deviation', { ...emil }), { careInjury: 'yes' });
  await telling.triage(await telling.report('a danger, of no law yet and no unit', 'complaint', { unit: null }), { danger: 'yes' });
  await telling.triage(await telling.report('a danger under SoL', 'complaint', { laws: ['SoL'] }), { danger: 'yes' });
  const judged = await telling.report('judged by MAS to be no care injury', 'complaint', { laws: ['SoL'] });
  await telling.triage(judged, { careInjury: 'yes' });
  await telling.triage(judged, {}, 'mas');
  const aboutMas = await telling.report('that may be a care injury, MAS barred', 'complaint', { laws: ['SoL'] });
  await telling.bar(aboutMas, 'mas');
  await telling.triage(aboutMas, { careInjury: 'yes' });

  const barred = await telling.report('barred, then raised', 'complaint', { laws: ['SoL'] });
  await telling.bar(barred, 'maria', 'fatima');
  await telling.becomes(barred, 'lexSarah', ['SoL'], 'fatima');

  const ofCare = await telling.report('of care alone, raised to lex Sarah', 'complaint', { laws: ['HSL'] });
  await telling.becomes(ofCare, 'lexSarah', ['SoL'], 'maria');

  const twice = await telling.report('raised twice', 'complaint', { laws: ['SoL'] });
  const deviation = await telling.becomes(twice, 'deviation', ['SoL'], 'maria', { deviationType: 'other', eventClass: 'adverseEvent' });
  const raised = await telling.becomes(deviation, 'lexSarah', ['SoL'], 'sas');
  await telling.assign(raised, 'bengt');
  await telling.bar(deviation, 'bengt');

  await telling.becomes(await telling.report('of care, raised', 'deviation', { reporter: 'emil', laws: ['HSL'] }), 'lexMaria', ['HSL'], 'mas');
  const down = await telling.report('put down', 'lexSarah', emil);
  await telling.does(down, 'sas', { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', serious: 'no' });
  await telling.does(down, 'sas', { type: 'AnswerConflict', answer: 'none' });
  await telling.becomes(down, 'deviation', ['SoL'], 'sas', { why: 'downgraded', deviationType: 'other', eventClass: 'adverseEvent' });
  const sibling = { way: 'sibling', why: 'otherLaw', deviationType: 'other', eventClass: 'adverseEvent' };
  await telling.assign(await telling.becomes(await telling.report('judged by care too', 'deviation', emil), 'deviation', ['HSL'], 'maria', sibling), 'ebba');
}

beforeAll(async () => {
  of = await freshMunicipality();
  const telling = new Telling(of);
  const sample = await tellAll(telling);
  const count = telling.cases.length;
  await tellParticular(telling);
  cases = telling.cases;
  near = [...sample, ...cases.slice(count)];
  whose = new Map(
    cases.flatMap((one) => [
      ...(one.said === null ? [] : [[one.said, `the report of ${one.name}`] as const]),
      [one.added, `what was added to ${one.name}`] as const,
      [one.titled, `the title of ${one.name}`] as const,
    ]),
  );
  await of.caughtUp();
}, 120_000);
afterAll(async () => {
  await of?.close();
}, 30_000);

const login = (asker: Person | null) => asker?.login ?? null;
const everyone = (): readonly (Person | null)[] => [...of.askers, null];
const sees = (asker: Person | null, one: Told): Sees => seesByLaw(asker, one, differences);
const textOf = async (path: string, asker: Person | null) => {
  const response = await of.ask(path, login(asker), { headers: { accept: path.startsWith('/api') ? 'application/json' : 'text/html' } });
  return { status: response.status, text: await response.text() };
};
/** The words that occur in a text, by the names of their sources. */
const wordsIn = (text: string): readonly string[] => [...(text.match(/ord[0-9a-f]{32}/g) ?? [])].map((word) => whose.get(word) ?? word);
const named = (words: Iterable<string>): string => [...new Set(words)].toSorted().join(' and ') || 'no words';

/** Each route that shows one case, and whose words it shows to somebody who may read them: the reporter's, others', attachments. */
const ofOne: Readonly<Record<string, readonly ('said' | 'added' | 'titled')[] | 'attachment'>> = {
  '/api/cases/:id': ['said'],
  '/api/cases/:id/history': ['said', 'added', 'titled'],
  '/api/cases/:id/agenda': [],
  '/arende/:id': ['said', 'added', 'titled'],
  '/arende/:id/beslut': ['said'],
  '/arende/:id/utlamna': ['said', 'added', 'titled'],
  '/arende/:id/ratta': [],
  '/arende/:id/rubrik': ['titled'],
  '/arende/:id/bilaga/:attachment': 'attachment',
};

/** The answer that the law gives a person about a case by a route. */
function answerByLaw(path: string, one: Told, asker: Person | null): string {
  const seen = sees(asker, one);
  const shows = ofOne[path] ?? [];
  // The page of a decision on notification is there where one is made: by who runs the operation (docs/law/lex-sarah.md#private-providers).
  const hasPage = path !== '/arende/:id/beslut' || (one.kind.startsWith('lex') && one.unit !== places.mirrored);
  if (seen === 'nothing' || !hasPage || (shows === 'attachment' && seen !== 'all words'))
    return asker === null && !path.startsWith('/api') ? '303: no words' : '404: no words';
  if (shows === 'attachment') return `200: ${named([whose.get(one.added) ?? ''])}`;
  const words = shows.flatMap((by) => {
    const word = one[by];
    return word !== null && (seen === 'all words' || (seen === 'own words' && by === 'said')) ? [whose.get(word) ?? ''] : [];
  });
  return `200: ${named(words)}`;
}

/** Roles that give out documents, correct what is stated or write the title: whoever sees the case without such a role is refused (OSL 6 kap. 3 §). The registrar always has it. */
const mayBeTurnedAway = (path: string, one: Told, asker: Person | null): boolean =>
  ['/arende/:id/utlamna', '/arende/:id/ratta', '/arende/:id/rubrik'].includes(path) &&
  sees(asker, one) !== 'nothing' &&
  !(sees(asker, one) === 'all words' && asker?.posts.some(({ role }) => role === 'registrator'));

async function answer(path: string, one: Told, asker: Person | null): Promise<string> {
  const { status, text } = await textOf(path.replace(':id', one.id).replace(':attachment', one.attachment), asker);
  return `${status}: ${named(wordsIn(text))}`;
}

/** By kind: a figure with such cases behind it. */
const figures = { complaint: 'complaints-by-source', deviation: 'deviations-by-type', lexSarah: 'lex-sarah-by-kind' } as const;
const lists = ['/api/cases', ...Object.values(figures).map((report) => `/api/reports/${report}/cases`)];
const pages = [
  '/',
  '/arenden?stage=open',
  '/min-enhet',
  '/rapportera/mina',
  '/atkomst',
  '/atkomst/stickprov',
  '/beslut?vilka=alla',
  '/namnden',
  ...Object.values(figures).map((report) => `/statistik/${report}/arenden`),
];
/** Forms to report by, figures, and the file of a page that is tried: numbers alone. */
const withoutCases = [
  '/api/reports',
  '/api/reports/:id',
  '/statistik',
  '/statistik/:id',
  '/statistik/:id.csv',
  '/statistik/:id.xlsx',
  '/min-enhet/intyg',
  '/min-enhet/siffror.csv',
  '/min-enhet/siffror.xlsx',
  '/beslut/beslut.csv',
  '/rapportera',
  '/rapportera/blankett',
  '/rapportera/lex-maria',
  '/rapportera/:door',
];

const isBoard = (asker: Person | null) => asker?.posts.every(({ role }) => role === 'utskott' || role === 'namnd') === true;
/** Pages that call each case by its title, for those who read its words. */
const titling = ['/', '/arenden?stage=open', '/min-enhet', '/beslut?vilka=alla'];

/** All pages of a list: ids, and the whole text. */
async function listed(path: string, asker: Person): Promise<{ readonly ids: readonly string[]; readonly text: string }> {
  const ids: string[] = [];
  const texts: string[] = [];
  for (let page = 1; ; page += 1) {
    const { text } = await textOf(`${path}?page=${page}`, asker);
    const { items, total } = JSON.parse(text) as { readonly items: readonly { readonly id: string }[]; readonly total: number };
    ids.push(...items.map(({ id }) => id));
    texts.push(text);
    if (items.length === 0 || ids.length >= total) return { ids, text: texts.join('') };
  }
}

describe('Who sees which case and whose words, by the law (docs/law/access.md; R-307, AC-39, AC-60)', () => {
  test.each(Object.keys(ofOne))('%s', async (path) => {
    const wrong = await Promise.all(
      everyone().map(async (asker) => {
        const told: string[] = [];
        for (const one of path === '/api/cases/:id' ? cases : near) {
          const [is, shall] = [await answer(path, one, asker), answerByLaw(path, one, asker)];
          if (is !== shall && !(is === '403: no words' && mayBeTurnedAway(path, one, asker)))
            told.push(`${login(asker)}, ${one.name}: is ${is}; shall be ${shall}`);
        }
        return told;
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  test('no list, figure or page of several cases has more cases than that, and none has anybody’s words but titles, for those who read the words of the case', async () => {
    for (const asker of everyone()) {
      const who = login(asker);
      if (asker === null) {
        const answers = await Promise.all([...lists, ...pages].map((path) => textOf(path, null)));
        // The first page is public; every other page leads to the log-in.
        expect(answers.map(({ status }) => status)).toEqual([...lists.map(() => 401), ...pages.map((path) => (path === '/' ? 200 : 303))]);
        expect(cases.filter(({ id, said, added }) => answers.some(({ text }) => [id, said ?? id, added].some((each) => text.includes(each))))).toEqual([]);
        continue;
      }
      const seen = cases.filter((one) => sees(asker, one) !== 'nothing');
      const names = (some: readonly Told[]) => some.map(({ name }) => name).toSorted();
      const { ids, text } = await listed('/api/cases', asker);
      expect([who, names(cases.filter(({ id }) => ids.includes(id)))]).toEqual([who, names(seen)]);
      expect(ids.length).toBe(seen.length);
      const texts = [text];
      for (const [kind, report] of Object.entries(figures)) {
        const behind = await listed(`/api/reports/${report}/cases`, asker);
        expect([who, kind, names(cases.filter(({ id }) => behind.ids.includes(id)))]).toEqual([who, kind, names(seen.filter((one) => one.kind === kind))]);
        texts.push(behind.text);
      }
      const assign = `/arenden/fordela?${near.map(({ id }) => `id=${id}`).join('&')}`;
      for (const path of [...pages, assign]) {
        const page = await textOf(path, asker);
        // Who leads nothing has no unit to look at, and nothing to give out.
        expect([who, path, [200, 403].includes(page.status)]).toEqual([who, path, true]);
        const shown = cases.filter(({ id }) => page.text.includes(id));
        const due = path === '/rapportera/mina' ? seen.filter(({ reporter }) => reporter === who) : seen;
        expect([who, path, names(shown.filter((one) => !due.includes(one)))]).toEqual([who, path, []]);
        // Those who reported something know it again by their own first line, and see no other's words.
        if (path === '/rapportera/mina') {
          const quoted = cases.filter(({ said }) => said !== null && page.text.includes(said));
          expect([who, path, names(quoted.filter(({ reporter }) => reporter !== who)), cases.some(({ added }) => page.text.includes(added))]).toEqual([
            who,
            path,
            [],
            false,
          ]);
        } else if (titling.includes(path)) {
          // The board reads what is laid before it on the page of the case alone.
          const read = shown.filter((one) => sees(asker, one) === 'all words' && !isBoard(asker)).map(({ titled }) => titled);
          expect([who, path, named(wordsIn(page.text))]).toEqual([who, path, named(read.map((word) => whose.get(word) ?? word))]);
        } else texts.push(page.text);
      }
      texts.push((await textOf('/beslut/beslut.csv?vilka=alla', asker)).text);
      expect([who, named(texts.flatMap(wordsIn))]).toEqual([who, 'no words']);
    }
  });

  test('a case is found by its words by those who may read them, and neither found nor counted for anybody else', async () => {
    const search = async (word: string, asker: Person | null) => {
      const headers = { accept: 'application/json;q=0.1, text/html', 'content-type': 'application/x-www-form-urlencoded' };
      const response = await of.ask('/sok', login(asker), { method: 'POST', headers, body: new URLSearchParams({ q: word }) });
      return { status: response.status, text: await response.text() };
    };
    const wrong = await Promise.all(
      everyone().map(async (asker) => {
        const told: string[] = [];
        for (const [n, one] of near.entries()) {
          const [word, by] = one.said !== null && n % 3 === 0 ? ([one.said, 'said'] as const) : ([one.added, 'added'] as const);
          const having = cases.filter((other) => other[by] === word);
          const due = having.filter((other) => sees(asker, other) === 'all words' || (by === 'said' && sees(asker, other) === 'own words'));
          const { status, text } = await search(word, asker);
          const found = status === 200 ? having.filter(({ id }) => text.includes(id)) : [];
          const shall = asker === null || isBoard(asker) ? [] : due;
          const counted = /(\d+|Inga) ärenden?</.exec(text)?.[1] ?? '0';
          const isRight = found.length === shall.length && shall.every((other) => found.includes(other)) && counted === String(shall.length);
          if (!isRight && !(status === 403 && shall.length === 0))
            told.push(`${login(asker)}, ${by} in ${one.name}: ${status}, ${found.length} of ${counted}; shall be ${shall.length}`);
        }
        return told;
      }),
    );
    expect(wrong.flat()).toEqual([]);
  });

  test('every route that takes a case’s id, and every list of cases, is tested here', () => {
    const asked = routes().filter(
      ({ method, path }) => method === 'GET' && (/\/(cases|arenden?|beslut|reports|statistik|rapportera|min-enhet)(\/|$)/.test(path) || path === '/'),
    );
    const tried = [
      ...Object.keys(ofOne),
      '/arenden/fordela',
      ...[...lists, ...pages].map((path) => path.replace(/\?.*/, '').replace(/(reports|statistik)\/[^/]+/, '$1/:id')),
    ];
    expect(asked.map(({ path }) => path).filter((path) => !tried.includes(path) && !withoutCases.includes(path))).toEqual([]);
  });

  test('each deliberate difference from the law’s own table is named, and exists', () => {
    const there = differences.filter((row) =>
      of.askers.some((asker) => cases.some((one) => row.when(one) && seesByLaw(asker, one) !== seesByLaw(asker, one, [row]))),
    );
    expect(there.map(({ name }) => name)).toEqual(differences.map(({ name }) => name));
  });
});
