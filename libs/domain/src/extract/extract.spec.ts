import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { caseStream, uuidOf } from '../ids.js';
import { defaultSettings } from '../org/settings.js';
import { agenda } from './agenda.js';
import { extractType, type JudgedPassage } from './index.js';

const { registrar, director, dataOfficer, controller, manager, mas, system } = people;
const now = '2026-11-02T08:00:00.000Z';
const asked = {
  unit: 'namnd',
  receivedOn: '2026-10-30',
  person: 'Anna Påhittad, brev till Storgatan 1',
  personalNumber: '19121212-1212',
  sought: 'Anna Påhittad',
};
const [one, other] = [uuidOf('case', 1), uuidOf('case', 2)];
const line = (part: number, more: Partial<JudgedPassage> = {}): JudgedPassage => ({ event: one, words: 'what', part, choice: 'give', spans: null, ...more });
const judged = (of: string, passages: readonly JudgedPassage[] = [line(0)], mayTell = true) => ({ type: 'JudgeHit', family: 'case', of, passages, mayTell });
const release = (found: readonly object[]) => ({
  type: 'ReleaseExtract',
  found,
  document: uuidOf('file'),
  sha256: 'a'.repeat(64),
  identity: 'Visade körkort.',
});
const found = (of: string, lines = 1) => ({ family: 'case', of, lines });

function request(body: object = {}, actor = registrar) {
  const way = new RecordScenario(extractType, now);
  for (const id of [one, other]) way.seen.add(caseStream(id));
  return way.create({ ...asked, ...body }, actor);
}
/** With the document kept, as the page keeps it before the decision. */
const withFile = (way: ReturnType<typeof request>) => {
  way.state = { ...way.record, attachments: [{ id: uuidOf('file'), mediaType: 'pdf', bytes: 9, sha256: 'a'.repeat(64) }] };
  return way;
};

describe('A request for what is held about a person, as a record (GDPR art. 15)', () => {
  test('is answered within a month of the day that it came (art. 12.3), with the words that say who and what sealed', () => {
    const way = request();
    expect(extractType.facts(way.record)).toMatchObject({ status: 'received', due: '2026-11-30', closed: false });
    expect(way.log[0]?.open).toEqual({ number: 'REG-2026-0001', unit: 'namnd', receivedOn: '2026-10-30', due: '2026-11-30' });
    expect(JSON.stringify(way.log[0]?.sealed)).toContain('19121212-1212');
    expect(JSON.stringify([way.record, extractType.facts(way.record)])).not.toMatch(/1212-1212|Anna/);
  });

  test.each([
    ['a day that has not come', { receivedOn: '2026-11-03' }, ['RequestExtract.receivedOn']],
    ['a day more than a year ago', { receivedOn: '2025-10-31' }, ['RequestExtract.receivedOn']],
    ['a number that is none', { personalNumber: '1212' }, ['RequestExtract.personalNumber']],
    ['two numbers', { personalNumber: '19121212-1212, 701063-2391' }, ['RequestExtract.personalNumber']],
    ['a wrong check digit', { personalNumber: '19121212-1213' }, ['RequestExtract.personalNumber']],
    ['nothing to look for', { personalNumber: undefined, sought: undefined }, ['RequestExtract.personalNumber']],
  ])('is not taken with %s', (_what, wrong, lacks) => expect(request(wrong).lacks()).toEqual(lacks));

  test('is taken with a samordningsnummer, and with words alone', () => {
    for (const body of [{ personalNumber: '701063-2391' }, { personalNumber: undefined }]) expect(request(body).types()).toEqual(['ExtractRequested']);
  });

  test('keeps the last judgement of each hit, and counts what is given and what is left out', () => {
    const way = request().does(registrar, judged(one, [line(0), line(1)]));
    expect(extractType.facts(way.record)).toMatchObject({ status: 'reviewing', values: { judged: 1 } });
    way.does(registrar, judged(other, [line(0, { choice: 'other' })]));
    way.does(registrar, judged(one, [line(0, { choice: 'socialServices', spans: [{ from: 0, to: 4 }] }), line(1, { choice: 'toldByAnother' })], false));
    expect(way.record.judged.map(({ of, passages, mayTell }) => [of, passages.length, mayTell])).toEqual([
      [other, 1, true],
      [one, 2, false],
    ]);
    withFile(way).does(registrar, release([found(one, 2), found(other)]));
    expect(way.record.released).toMatchObject({ given: 1, leftOut: 2 });
    expect(extractType.facts(way.record)).toMatchObject({ status: 'released', due: null, closed: true });
  });

  test.each([
    ['a line twice', [line(0), line(0)]],
    ['a part that is left out of what is given', [line(0, { spans: [{ from: 0, to: 4 }] })]],
    ['a part that ends before it begins', [line(0, { choice: 'healthCare', spans: [{ from: 4, to: 4 }] })]],
  ])('takes no judgement of %s', (_what, passages) => expect(request().when(registrar, judged(one, passages)).lacks()).toEqual(['JudgeHit.passages']));

  test('judges nothing that the one who judges does not see', () => {
    expect(request().when(registrar, judged(uuidOf('case', 3))).refusal?.code).toBe('unknownReference');
  });

  test('is not given out before every hit has been judged, all its lines, and never without the file that was looked through', () => {
    const way = withFile(request());
    expect(way.when(registrar, release([found(one)])).lacks()).toEqual(['ReleaseExtract.found']);
    way.does(registrar, judged(one));
    expect(way.when(registrar, release([found(one, 2)])).lacks()).toEqual(['ReleaseExtract.found']);
    expect(way.when(registrar, release([found(one), found(other)])).lacks()).toEqual(['ReleaseExtract.found']);
    expect(way.when(registrar, { ...release([found(one)]), sha256: 'b'.repeat(64) }).lacks()).toEqual(['ReleaseExtract.document']);
    way.does(registrar, release([found(one)]));
  });

  test('is given out where nothing was found, and takes nothing after that or after it was ended', () => {
    const released = withFile(request()).does(registrar, release([]));
    const ended = request().does(registrar, { type: 'EndExtract', reasons: 'Begäran togs tillbaka.' });
    expect(extractType.facts(ended.record)).toMatchObject({ status: 'ended', closed: true });
    for (const way of [released, ended])
      for (const command of [judged(one), release([]), { type: 'EndExtract', reasons: 'Nej' }])
        expect(way.when(registrar, command).refusal?.code).toBe('alreadyMet');
  });

  const later = { type: 'ExtendExtract', reasons: 'Tre hundra träffar.', toldOn: '2026-11-02' };
  const refusal = { type: 'RefuseExtract', ground: 'excessive', reasons: 'Tionde begäran i år.', toldOn: '2026-11-02' };

  test('takes two months more, once, and only where the person was told within the first month (art. 12.3)', () => {
    const way = request().does(registrar, later);
    expect(extractType.facts(way.record)).toMatchObject({ status: 'received', due: '2027-01-30', closed: false });
    expect(agenda(way.record, defaultSettings).map(({ at }) => at.slice(0, 10))).toEqual(['2027-01-22', '2027-01-29']);
    expect(way.when(registrar, later).refusal?.code).toBe('alreadyMet');
    for (const toldOn of ['2026-10-29', '2026-11-03'])
      expect(
        request()
          .when(registrar, { ...later, toldOn })
          .lacks(),
      ).toEqual(['ExtendExtract.toldOn']);
    const late = request().at('2026-12-02T08:00:00.000Z');
    expect(late.when(registrar, { ...later, toldOn: '2026-12-01' }).lacks()).toEqual(['ExtendExtract.toldOn']);
    late.does(registrar, { ...later, toldOn: '2026-11-30' });
  });

  test('is refused by a decision with ground, reasons and the day on which it was given, and takes nothing after that (art. 12.4)', () => {
    const way = request().does(registrar, judged(one)).does(registrar, refusal);
    expect(extractType.facts(way.record)).toMatchObject({ status: 'refused', due: null, closed: true, values: { refusal: 'excessive' } });
    expect(agenda(way.record, defaultSettings)).toEqual([]);
    for (const command of [judged(one), later, refusal, release([found(one)]), { type: 'EndExtract', reasons: 'Nej' }])
      expect(way.when(registrar, command).refusal?.code).toBe('alreadyMet');
    for (const toldOn of ['2026-10-29', '2026-11-03'])
      expect(
        request()
          .when(registrar, { ...refusal, toldOn })
          .lacks(),
      ).toEqual(['RefuseExtract.toldOn']);
  });

  test('the registrar is reminded a week before the last day, the head of the administration when it has come, until it is answered', () => {
    const way = request();
    const steps = () => agenda(way.record, defaultSettings).map(({ do: what, at, toRole }) => [what, at.slice(0, 10), toRole]);
    const both = [
      ['remind', '2026-11-23', 'registrator'],
      ['escalate', '2026-12-01', 'socialchef'],
    ];
    expect(steps()).toEqual(both);
    const [first] = agenda(way.record, defaultSettings);
    way.at('2026-11-23T08:00:00.000Z').does(system, { type: 'TakeStep', step: first?.id });
    expect(steps()).toEqual(both.slice(1));
    withFile(way).does(registrar, release([]));
    expect(steps()).toEqual([]);
  });

  test('is made and judged by the registrar alone, read by the head of the administration too, and by nobody else', () => {
    for (const actor of [director, dataOfficer, controller, manager, mas]) expect(request({}, actor).refusal?.code).toBe('notYours');
    const way = request();
    expect([registrar, director].map((actor) => way.sees(actor))).toEqual([true, true]);
    expect(way.when(director, judged(one)).refusal?.code).toBe('notYours');
    for (const actor of [dataOfficer, controller, manager, mas])
      expect([way.sees(actor), way.when(actor, judged(one)).refusal?.code]).toEqual([false, 'notFound']);
  });
});
