import type { FaultSystem } from '../system.js';
import { inHeader, mailAddress, words } from './planted.js';

/** A file with planted words in its content and its name. */
const file = (): File => new File([words()], `${words()}.txt`, { type: 'text/plain' });

/**
 * Words that are typed on pages and sent to no route of the API: the public form with a file, a message and a no to the answer by code, the
 * staff's form, a draft that is never sent, a file in a case, a reason for giving several cases to somebody.
 * @param caseId a case that `manager` may work in, with words of its own
 */
export async function byPages(system: FaultSystem, caseId: string, receiptCode: string): Promise<void> {
  const cookies: Record<'public' | 'manager', string> = { public: '', manager: '' };
  const ask = async (who: 'public' | 'manager', path: string, body?: FormData | Record<string, string>) => {
    const sent = body === undefined || body instanceof FormData ? body : new URLSearchParams(body);
    const response = await fetch(system.url + path, {
      method: body === undefined ? 'GET' : 'POST',
      redirect: 'manual',
      headers: { cookie: cookies[who], 'user-agent': inHeader() },
      ...(sent === undefined ? {} : { body: sent }),
    });
    await response.text();
    const set = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
    if (set.length > 0) cookies[who] = set.join('; ');
    return response.status;
  };
  const form = (fields: Record<string, string>): FormData => {
    const data = new FormData();
    for (const [name, value] of Object.entries(fields)) data.append(name, value);
    data.append('bilagor', file());
    return data;
  };

  const whom = () => ({ concerned: 'other', concernedName: words() });
  const told = {
    ...whom(),
    opinionType: 'complaint',
    unit: 'afs-norra',
    what: words(),
    where: words(),
    source: 'relative',
    answerBy: 'email',
    email: mailAddress,
  };
  expect(await ask('public', '/lamna-synpunkt', { ...told, _steg: 'hande', _till: 'nasta' })).toBe(200);
  expect(await ask('public', '/lamna-synpunkt', form({ ...told, _steg: 'granska', _till: 'skicka', _key: inHeader() }))).toBe(201);
  expect(await ask('public', '/folj', { code: words() })).toBe(422);
  expect(await ask('public', '/folj', { code: receiptCode })).toBe(303);
  expect(await ask('public', '/folj/meddelande', form({ message: words(), _key: inHeader() }))).toBe(303);
  // Nobody has answered yet: refused, with the words in the page alone.
  expect(await ask('public', '/folj/svar', { answered: 'no', text: words(), _key: inHeader() })).toBeLessThan(500);

  expect(await ask('manager', '/demo/login?user=manager')).toBe(303);
  const report = { unit: 'afs-norra', lawAreas: 'SoL', what: words(), immediateActions: words(), eventClass: 'nearMiss', concernsChief: 'false' };
  expect(await ask('manager', '/rapportera/avvikelse', form({ ...report, _key: inHeader(), _at: new Date().toISOString() }))).toBe(201);
  const spoken = () => ({
    ...whom(),
    teller: words(),
    answerBy: 'letter',
    letter: words(),
    unit: 'afs-norra',
    source: 'relative',
    what: words(),
    _key: inHeader(),
  });
  expect(await ask('manager', '/rapportera/klagomal', form({ ...spoken(), opinionType: 'complaint', handledAtOnce: 'false' }))).toBe(201);
  const registered = { sort: 'complaint', receivedDay: '2026-01-15', channel: 'letter', immediateActions: words() };
  expect(await ask('manager', '/registrera', form({ ...spoken(), ...registered }))).toBe(201);
  // A number that names a person is refused, and stands in the page alone.
  expect(await ask('manager', '/registrera', form({ ...spoken(), ...registered, senderNumber: words(), diaryNumber: words() }))).toBe(422);
  expect(await ask('manager', `/arende/${caseId}`, { _type: 'AddToCase', _do: 'keepDraft', by: 'staff', text: words() })).toBe(303);
  expect(await ask('manager', `/arende/${caseId}/bilaga`, form({}))).toBe(303);
  // Searched by the words themselves: one case is found by all that was planted there.
  expect(await ask('manager', '/sok', { q: 'Zebedeja Kvastensson1 19121212-7001' })).toBeLessThan(400);
  expect(await ask('manager', '/sok', { q: words() })).toBeLessThan(400);
  expect(await ask('manager', '/sok', { q: `${words()} och`, sida: 'x' })).toBe(400);
  expect(await ask('manager', '/arenden/fordela', { id: caseId, person: words(), reasons: words() })).toBe(200);
}
