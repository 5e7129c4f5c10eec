import { RecordScenario } from '../../../../test/support/record-scenario.js';
import { people } from '../../../../test/support/scenario.js';
import { processType } from './index.js';
import { holdsOn } from './process-map.js';

const { manager, carer } = people;
const begun = () => new RecordScenario(processType).create({ unit: 'afs-norra' }, manager);
const add = (kind: string, more: object = {}) => ({ type: 'AddPart', kind, name: 'Följa upp', answers: 'enhetschef', from: '2026-01-01', ...more });
const main = add('process', { series: 'main' });
const codes = (way: ReturnType<typeof begun>) => way.record.parts.map(({ code }) => code);

describe('A process map (R-250, R-257)', () => {
  test('R-257 INC-19 numbers main and supporting processes apart, and what is under each', () => {
    const way = begun()
      .does(manager, main)
      .does(manager, add('process', { series: 'support' }))
      .does(manager, main);
    way
      .does(manager, add('subprocess', { under: 'h2' }))
      .does(manager, add('activity', { under: 'H2.1' }))
      .does(manager, add('activity', { under: 'S1' }));
    expect(codes(way)).toEqual(['H1', 'S1', 'H2', 'H2.1', 'H2.1.1', 'S1.1']);
    expect(way.record.parts.at(-1)).toMatchObject({ kind: 'activity', series: 'support', under: 'S1' });
  });

  test.each([
    ['a process without a series', add('process'), ['AddPart.series']],
    ['a process under another', add('process', { series: 'main', under: 'H1' }), ['AddPart.under']],
    ['a subprocess of nothing', add('subprocess'), ['AddPart.under']],
    ['an activity of what is not there', add('activity', { under: 'H9' }), ['AddPart.under']],
    ['an activity before its process', add('activity', { under: 'H1', from: '2025-12-31' }), ['AddPart.from']],
    ['a subprocess of a subprocess', add('subprocess', { under: 'H1.1' }), ['AddPart.under']],
    ['an activity of an activity', add('activity', { under: 'H1.2' }), ['AddPart.under']],
  ])('takes no %s', (_what, command, lacks) => {
    const way = begun()
      .does(manager, main)
      .does(manager, add('subprocess', { under: 'H1' }))
      .does(manager, add('activity', { under: 'H1' }));
    expect(way.when(manager, command).lacks()).toEqual(lacks);
  });

  test('a part has its last day after what is under it, holds on that day, and leaves its code to no other', () => {
    const way = begun()
      .does(manager, main)
      .does(manager, add('activity', { under: 'H1' }));
    const end = (part: string, to = '2026-06-30') => ({ type: 'EndPart', part, to });
    expect(way.when(manager, end('H1')).lacks()).toEqual(['EndPart.part']);
    expect(way.when(manager, end('H1.1', '2025-12-31')).lacks()).toEqual(['EndPart.to']);
    way.does(manager, end('H1.1'));
    expect(way.when(manager, end('H1.1')).lacks()).toEqual(['EndPart.part']);
    const [, activity] = way.record.parts;
    expect(['2025-12-31', '2026-01-01', '2026-06-30', '2026-07-01'].map((day) => activity && holdsOn(activity, day))).toEqual([false, true, true, false]);
    expect(codes(way.does(manager, add('activity', { under: 'H1' })))).toEqual(['H1', 'H1.1', 'H1.2']);
  });

  test('a new name changes nothing but the name', () => {
    const way = begun().does(manager, main);
    const before = way.record.parts;
    way.does(manager, { type: 'RenamePart', part: 'h1', name: 'Utreda' });
    expect(way.record.parts).toEqual(before);
    expect(way.when(manager, { type: 'RenamePart', part: 'H7', name: 'Utreda' }).lacks()).toEqual(['RenamePart.part']);
  });

  test('is read by all who work there and changed by those who answer; ended it takes nothing', () => {
    const way = begun();
    expect(way.sees(carer)).toBe(true);
    expect(way.when(carer, main).refusal?.code).toBe('notYours');
    way.does(manager, { type: 'EndMap', reasons: 'Ersatt av avdelningens karta.' });
    expect(way.when(manager, main).refusal?.code).toBe('alreadyMet');
    expect(processType.facts(way.record)).toMatchObject({ status: 'ended', closed: true });
  });
});
