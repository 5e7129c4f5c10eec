import { regulation } from '#domain/law/regulation';
import { compose } from './compose.js';
import type { Notice } from './notice.js';

const reminder = (rule: (typeof regulation)[number]): Notice => ({
  id: 'n1',
  eventId: 'e1',
  recipient: 'p1',
  toRole: 'enhetschef',
  caseId: 'c1',
  number: 'KLA-2026-0001',
  caseKind: 'complaint',
  heading: null,
  secrecy: false,
  kind: 'reminder',
  rule: rule.id,
  ruleVersion: rule.version,
  level: 0,
  due: '2026-11-24T22:59:59.999Z',
  dueIsTarget: rule.type === 'promptness',
  urgent: false,
  gaveUp: null,
  mail: null,
});
const told = (rule: (typeof regulation)[number]): string => compose([reminder(rule)], 'https://gensvar.example').text;

describe('A reminder by mail (R-167)', () => {
  test('stands once in a mail, however many events gave it', () => {
    const rule = regulation.find(({ basis }) => basis === 'law') as (typeof regulation)[number];
    const { text } = compose([reminder(rule), { ...reminder(rule), id: 'n2', eventId: 'e2', level: 1 }], 'https://gensvar.example');
    expect(text.split(reminder(rule).number).length - 1).toBe(1);
    expect(compose([reminder(rule), { ...reminder(rule), id: 'n3', number: 'KLA-2026-0002' }], 'https://gensvar.example').text).toContain('KLA-2026-0002');
  });

  test('cites the law for rules that have been found in it, and for no others', () => {
    for (const rule of regulation.filter(({ basis }) => basis === 'law')) {
      const unverified = rule.verified === 'unverified';
      expect([rule.id, told(rule).includes(rule.law)]).toEqual([rule.id, !unverified]);
      if (unverified && rule.wording !== null) expect([rule.id, told(rule).includes(rule.wording)]).toEqual([rule.id, false]);
    }
  });

  test('calls a day that no law gives the municipality’s own', () => {
    const own = regulation.find(({ id }) => id === 'RAPPORTER-UTRED');
    if (own === undefined) throw new Error('the rule is there');
    expect(told(own)).toContain('Kommunens eget mål: den 24 november');
  });

  test('names both days where the last is a day off and the time may be set by statute (lag 1930:173, 2 §)', () => {
    const two = regulation.find(({ id }) => id === 'LS-UTREDNING-2MAN') as (typeof regulation)[number];
    const text = (due: string) => compose([{ ...reminder(two), due, dueIsTarget: false }], 'https://gensvar.example').text;
    expect(text('2026-02-28T22:59:59.000Z')).toContain('Senast den 28 februari 2026');
    expect(text('2026-02-28T22:59:59.000Z')).toContain('går den ut den 2 mars 2026 (lag 1930:173, 2 §)');
    expect(text('2026-03-03T22:59:59.000Z')).not.toContain('1930:173');
  });
});

test('An escalation says whether it is raised for the first time, the second or once more', () => {
  const [rule] = regulation;
  const said = (level: number) => compose([{ ...reminder(rule as NonNullable<typeof rule>), kind: 'escalation', level }], 'https://gensvar.example').text;
  expect(said(1)).toContain('som närmaste chef');
  expect(said(2)).toContain('lyfts en gång');
  for (const level of [3, 7]) expect(said(level)).toContain('lyfts flera gånger utan att bli gjord. Den lyfts igen tills den är fullgjord');
});

test('A mail that names a case says that it is marked as secret, in the line below its number, whatever it tells (OSL 5 kap. 5 §)', () => {
  const [rule] = regulation;
  const one = reminder(rule as NonNullable<typeof rule>);
  for (const kind of ['receipt', 'reminder', 'effect', 'escalation', 'assignment', 'message', 'undelivered', 'reopened', 'suspicion', 'answer'] as const) {
    const text = (secrecy: boolean) => compose([{ ...one, kind, secrecy }], 'https://gensvar.example').text;
    expect([kind, /sekretess/i.test(text(false))]).toEqual([kind, false]);
    expect([kind, text(true).includes('Ärendet är sekretessmarkerat (OSL 5 kap. 5 §).')]).toEqual([kind, text(true).includes(one.number)]);
  }
});

test('a mail of a record says by codes what it is about, in its subject too, and of one that is headed by words no more than its number', () => {
  const one: Notice = { ...reminder(regulation[0] as NonNullable<(typeof regulation)[0]>), kind: 'record', rule: 'due', ruleVersion: null };
  const coded: Notice = { ...one, caseKind: 'logreview', number: 'LOG-2026-0001', heading: 'Loggkontroll för oktober 2026' };
  const mail = (...notices: readonly Notice[]) => compose(notices, 'https://gensvar.example');
  expect(mail(coded).subject).toBe('Att göra: LOG-2026-0001, loggkontroll för oktober 2026');
  expect(mail(coded).text).toContain('LOG-2026-0001 (loggkontroll för oktober 2026)');
  expect(mail({ ...coded, level: 1 }).subject).toBe('Försenat: LOG-2026-0001, loggkontroll för oktober 2026');
  expect(mail({ ...one, caseKind: 'risk', number: 'RIS-2026-0001' })).toMatchObject({
    subject: 'Att göra: RIS-2026-0001',
    text: expect.stringContaining('RIS-2026-0001 (en risk)'),
  });
});

test('a mail to the one who complained says how to reach the municipality; one to staff does not', () => {
  const one = reminder(regulation[0] as NonNullable<(typeof regulation)[0]>);
  const municipality = {
    name: 'Påhittade kommun',
    phone: '010-123 45 67',
    email: null,
    address: null,
    dataProtection: null,
    statement: null,
    colour: null,
    crest: null,
  };
  const text = (kind: Notice['kind']) => compose([{ ...one, kind }], 'https://gensvar.example', municipality).text;
  expect(text('receipt')).toContain('Har du frågor? Kontakta Påhittade kommun, telefon 010-123 45 67.');
  expect(text('answer')).toContain('Kontakta Påhittade kommun, telefon 010-123 45 67, så får du svaret på ett annat sätt.');
  for (const kind of ['reminder', 'escalation', 'suspicion', 'assignment'] as const) expect(text(kind)).not.toContain('Påhittade');
  expect(compose([{ ...one, kind: 'answer' }], 'https://gensvar.example').text).toContain('Kontakta kommunen, så får du svaret');
});
