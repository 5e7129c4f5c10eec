import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { defaultSettings } from '../org/settings.js';
import { agenda } from './agenda.js';
import { reportDocumentType } from './index.js';
import { headings002, headingsOf } from './outline-002.js';
import { missingIn } from './reportdocument.js';

const { manager, divisionHead, controller, carer, director } = people;
const now = '2026-01-12T08:00:00.000Z';
const opened = (unit = 'afs-norra', actor = manager) =>
  new RecordScenario(reportDocumentType, now).create({ unit, kind: 'quality', year: 2025, due: '2026-01-30' }, actor);
const write = (heading: string, base = 0, text = 'Så gick det.') => ({ type: 'WriteSection', heading, base, text });
const byLaw = headings002.filter((heading) => 'law' in heading).map(({ code }) => code);
const written = () => byLaw.reduce((way, heading) => way.does(manager, write(heading)), opened());
const steps = (way: ReturnType<typeof opened>) =>
  agenda(way.record, defaultSettings).map(({ do: what, at, toRole, about }) => [what, at.slice(0, 10), toRole, about]);

describe('A written report as a record (SOSFS 2011:9, 7 kap. 1 §)', () => {
  test('R-318 a unit writes the headings of its level, a division also its own; the board has every heading of document 002 in order', () => {
    const of = (level: 'unit' | 'division' | 'board', unit: string) => headingsOf({ level, unit }).map(({ code }) => code);
    expect(of('board', 'namnd')).toEqual(headings002.map(({ code }) => code));
    expect([of('division', 'iof').includes('5.1'), of('division', 'iof').includes('5.2'), of('division', 'afs').includes('5.2')]).toEqual([true, false, true]);
    expect(byLaw.filter((code) => !of('unit', 'x').includes(code))).toEqual([]);
    expect(of('unit', 'x')).not.toContain('4.4');
  });

  test('R-343 R-345 it is not handed in while a heading that the law asks for is empty, and all of them are said; nothing to tell is said outright', () => {
    const way = opened().when(manager, { type: 'SubmitReport' });
    expect(way.refusal?.missing.map(({ text }) => text)).toEqual(
      missingIn(way.record, true).map(({ code, label, law }) => `${code} ${label} är inte skrivet (${law})`),
    );
    const [last = '', ...others] = byLaw;
    for (const heading of others) way.does(manager, write(heading));
    expect(way.when(manager, { type: 'SubmitReport' }).refusal?.missing).toHaveLength(1);
    way.does(manager, { type: 'LeaveEmpty', heading: last, base: 0 }).does(manager, { type: 'SubmitReport' });
    expect(way.record.status).toBe('submitted');
    expect(way.when(manager, write('3.3.1', 2)).refusal?.code).toBe('alreadyMet');
  });

  test('R-345 two people at once: who has not read the last text does not write over it', () => {
    const way = opened().does(manager, write('3.3.1', 0, 'Mitt.'));
    expect(way.when(divisionHead, write('3.3.1', 0, 'Ditt.')).refusal?.code).toBe('movedOn');
    expect(way.when(divisionHead, { type: 'LeaveEmpty', heading: '3.3.1', base: 0 }).refusal?.code).toBe('movedOn');
    expect(way.does(divisionHead, write('3.3.1', 2, 'Bådas.')).record.sections).toMatchObject([{ heading: '3.3.1', version: 3, as: 'written' }]);
    expect(way.does(manager, write('3.3.2')).record.sections).toHaveLength(2);
  });

  test('R-318 another than the one who handed it in sends it back with reasons or takes it in', () => {
    const way = written().does(divisionHead, { type: 'SubmitReport' });
    expect(way.when(divisionHead, { type: 'TakeIn' }).refusal?.code).toBe('notYours');
    expect(way.when(manager, { type: 'TakeIn' }).refusal?.code).toBe('notYours');
    way.does(controller, { type: 'SendBack', reasons: 'Skriv vad ni gjorde åt planeringen.' });
    expect(way.record.status).toBe('sentBack');
    way.does(manager, write('4', way.record.sections.find(({ heading }) => heading === '4')?.version)).does(manager, { type: 'SubmitReport' });
    expect(way.does(divisionHead, { type: 'TakeIn' }).record.status).toBe('takenIn');
    expect(agenda(way.record, defaultSettings)).toEqual([]);
  });

  test('R-318 the unit’s chiefs write, the board’s report is compiled by the controller, and nobody else reads a draft', () => {
    expect(opened().when(controller, write('3.3.1')).refusal?.code).toBe('notYours');
    expect(opened('namnd', controller).when(controller, write('2.1')).refusal).toBeNull();
    expect(opened('namnd', controller).when(controller, { type: 'SubmitReport' }).refusal?.code).toBe('alreadyMet');
    expect([carer, manager, divisionHead, director].map((who) => opened().sees(who))).toEqual([false, true, true, true]);
    expect(opened('afs-norra', carer).refusal?.code).toBe('notYours');
  });

  test('R-318 whoever holds it is reminded, and a week later their chief: the writer of its day, the receiver a week after it was handed in', () => {
    expect(steps(opened())).toEqual([
      ['remind', '2026-01-30', 'enhetschef', 'due'],
      ['escalate', '2026-02-06', 'avdelningschef', 'due'],
    ]);
    expect(steps(written().does(manager, { type: 'SubmitReport' }))).toEqual([
      ['remind', '2026-01-19', 'avdelningschef', 'waits'],
      ['escalate', '2026-01-27', 'socialchef', 'waits'],
    ]);
  });

  test('R-345 what does not fit is refused beside its field: a year to come, a day before the year, a heading of another level', () => {
    expect(new RecordScenario(reportDocumentType, now).create({ unit: 'afs-norra', kind: 'quality', year: 2027, due: '2026-01-01' }, manager).lacks()).toEqual([
      'OpenReport.year',
      'OpenReport.due',
    ]);
    expect(opened().when(manager, write('4.4')).lacks()).toEqual(['WriteSection.heading']);
    expect(opened().when(manager, write('3.5.2')).lacks()).toEqual(['WriteSection.heading']);
  });

  test('R-343 R-344 it is not frozen while the law’s headings are empty, nor with a contradiction that nobody explains; frozen, nothing in it changes', () => {
    const [document, sha256] = ['3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a13', 'a'.repeat(64)];
    const made = (more: object = {}) => ({ type: 'MakeDocument', position: 40, document, sha256, contradictions: 0, ...more });
    const freeze = (explanation?: string) => ({ type: 'FreezeReport', explanation });
    const way = opened('namnd', controller).when(controller, freeze());
    expect(way.lacks()).toEqual([...byLaw.map(() => 'FreezeReport.document'), 'FreezeReport.document']);
    for (const heading of byLaw) way.does(controller, write(heading));
    expect(way.when(people.system, made()).lacks()).toEqual(['MakeDocument.document']);
    way.state = { ...way.record, attachments: [{ id: document, mediaType: 'pdf', bytes: 1, sha256 }] };
    expect(way.when(controller, made()).refusal?.code).toBe('notYours');
    expect(way.when(people.system, made({ sha256: 'b'.repeat(64) })).lacks()).toEqual(['MakeDocument.document']);
    expect(way.when(controller, freeze()).lacks()).toEqual(['FreezeReport.document']);
    way.does(people.system, made({ contradictions: 1 }));
    expect(way.when(controller, freeze()).lacks()).toEqual(['FreezeReport.explanation']);
    expect(way.when(people.mas, freeze('Nej')).refusal?.code).toBe('notYours');
    // What is written after the document was set is not in it.
    way.does(controller, write('2.1'));
    expect(way.when(controller, freeze('En rapport makulerades.')).lacks()).toEqual(['FreezeReport.document']);
    way.does(people.system, made({ contradictions: 1 })).does(controller, freeze('En rapport makulerades.'));
    expect(way.record).toMatchObject({ status: 'frozen', frozen: { position: 40, document, sha256 } });
    expect(way.when(controller, write('3.3.1', 2)).refusal?.code).toBe('alreadyMet');
    expect([agenda(way.record, defaultSettings), reportDocumentType.facts(way.record)]).toMatchObject([[], { status: 'frozen', due: null }]);
  });
});
