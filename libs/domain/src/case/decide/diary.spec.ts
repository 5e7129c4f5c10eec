import { wide } from '../../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../../test/support/scenario.js';
import { uuidOf } from '../../ids.js';
import { personActor } from '../../org/actor.js';
import { Organisation, type Unit } from '../../org/units.js';
import { caseMoved } from '../events/case-moved.js';
import { evolve } from '../evolve.js';
import { upcast } from '../upcast.js';

const { registrar, manager } = people;
const NUMBER = 'KS 2026/123';
const diarise = (diaryNumber: string, sharedWith: string | null = null) => ({ type: 'Diarise' as const, diaryNumber, secrecy: false, sharedWith });

/** A case of afs-sodra that has the number, in the sight of another. */
const holder = () => new Scenario().report({ unit: 'afs-sodra' }).does(registrar, diarise(NUMBER)).case;
/** Another case of the municipality, beside those that have numbers. */
function beside(...others: Scenario['others']): Scenario {
  const way = new Scenario();
  way.others = others;
  // The ids of a telling are counted: this one must not be the other's.
  way.context(registrar);
  return way.report();
}

describe('A diary number is one matter’s, or says whose it shares', () => {
  test.each([NUMBER, 'ks2026-123', 'Dnr KS 2026/123', 'KS-2026/0123', 'KS 2026.123'])(
    '%s is taken, and the refusal names the case and the field that mends it',
    (written) => {
      const way = beside(holder()).when(diarise(written), registrar);
      expect(way.refusal).toMatchObject({ code: 'alreadyExists', missing: [{ field: 'Diarise.diaryNumber' }] });
      expect(way.said().join(' ')).toContain(`hör redan till ärendet ${holder().number}`);
      expect(way.case.diary.number).toBeNull();
    },
  );

  test.each(['KS 2026/124', 'KS 2026/1230', 'SN 2026/123', 'KS 202/6123', 'KS 20261/23'])('%s is another number', (written) => {
    expect(beside(holder()).does(registrar, diarise(written)).case.diary.number).toBe(written);
  });

  test('one who may not see the other case is told to ask the registrar, and never its number', () => {
    const way = beside(holder()).when(diarise(NUMBER), manager);
    expect(way.refusal).toMatchObject({ code: 'alreadyExists' });
    expect(way.said().join(' ')).toMatch(/ett annat ärende.*fråga registratorn/);
    expect(way.said().join(' ')).not.toContain(holder().number);
    expect(beside(holder()).when(diarise(NUMBER, 'KLA-2026-9999'), manager).said().join(' ')).not.toContain(holder().number);
  });

  test('it is shared where the command names the case that has it, and the case says so', () => {
    const other = holder();
    const way = beside(other).does(registrar, diarise(NUMBER, other.number.toLowerCase()));
    expect(way.last).toEqual([{ type: 'Diarised', open: { diaryNumber: NUMBER, secrecy: false, sharedWith: { caseId: other.id, number: other.number } } }]);
    expect(way.case).toMatchObject({ diary: { number: NUMBER, sharedWith: { caseId: other.id, number: other.number } } });
    // Another word on secrecy takes nothing of that back; another number does.
    expect(way.does(registrar, { ...diarise(NUMBER), secrecy: true }).case.diary.sharedWith?.number).toBe(other.number);
    expect(way.does(registrar, diarise('KS 2026/124')).case.diary.sharedWith).toBeNull();
  });

  test('sharing with a case that has another number, or with nobody, is refused at that field', () => {
    expect(beside(holder()).when(diarise(NUMBER, 'KLA-2026-9999'), registrar).lacks()).toEqual(['Diarise.sharedWith']);
    expect(beside().when(diarise(NUMBER, 'KLA-2026-9999'), registrar).lacks()).toEqual(['Diarise.sharedWith']);
  });

  test('a report and a correction are refused the number of another case', () => {
    const reported = new Scenario();
    reported.others = [holder()];
    reported.context(registrar);
    expect(reported.report({ diaryNumber: NUMBER }).lacks()).toEqual(['diaryNumber']);
    const way = beside(holder());
    const correction = { type: 'CorrectCase', set: { diaryNumber: NUMBER }, why: 'newFacts', reasons: 'x' } as const;
    expect(way.when(correction, registrar).lacks()).toEqual(['CorrectCase.set.diaryNumber']);
    expect(way.does(registrar, { ...correction, set: { diaryNumber: 'KS 2026/7' } }).case.diary.number).toBe('KS 2026/7');
  });

  test('a number that the other case has let go, or that stood in a cancelled case, is free', () => {
    const other = holder();
    expect(beside({ ...other, diary: { ...other.diary, number: 'KS 2026/9' } }).does(registrar, diarise(NUMBER)).case.diary.number).toBe(NUMBER);
    const cancelled = { ...other, end: { as: 'cancelled', at: '2026-03-02T08:00:00.000Z', reason: 'duplicate', closed: null } as const };
    expect(beside(cancelled).does(registrar, diarise(NUMBER)).case.diary.number).toBe(NUMBER);
  });

  test('a private provider’s register is another’s', () => {
    const other = holder();
    const at = (unit: string) => {
      const way = new Scenario('2026-03-02T08:00:00.000Z', wide);
      way.others = [{ ...other, desc: { ...other.desc, unit } }];
      way.context(registrar);
      return way.report().when(diarise(NUMBER), registrar).refusal?.code;
    };
    expect([at('bolag-hem'), at('afs-sodra')]).toEqual([undefined, 'alreadyExists']);
  });

  test('two cases that have shared a number since before it was asked go on as they are', () => {
    const way = beside(holder());
    const open = { diaryNumber: NUMBER, secrecy: false };
    const old = upcast({ type: 'Diarised', v: 1, version: way.case.version + 1, position: 9, at: way.now, recordedAt: way.now, open });
    way.state = evolve(way.case, old);
    expect(way.case).toMatchObject({ diary: { number: NUMBER, sharedWith: null } });
    expect(way.does(registrar, { ...diarise(NUMBER), secrecy: true }).case.diary.secrecy).toBe(true);
  });
});

describe('A diary number is one board’s: a case that goes to another board leaves it', () => {
  const twoBoards = new Organisation([
    ...wide.at('2026-01-01'),
    { ...wide.at('2026-01-01')[0], code: 'skola', name: 'Skolnämnden', level: 'board', parent: null } as Unit,
    { ...wide.at('2026-01-01')[0], code: 'skola-norr', name: 'Norrskolan', level: 'unit', parent: 'skola' } as Unit,
  ]);
  const over = personActor(uuidOf('person', 'registrar of both'), [
    { role: 'registrator', unit: 'namnd' },
    { role: 'registrator', unit: 'skola' },
  ]);
  const move = (more: object = {}, unit = 'skola-norr') => ({ type: 'MoveToUnit', unit, why: 'takenOver', reasons: 'Skäl.', ...more }) as const;
  function numbered(...others: Scenario['others']): Scenario {
    const way = new Scenario('2026-03-02T08:00:00.000Z', twoBoards);
    way.others = others;
    way.context(registrar);
    return way.report().does(over, { ...diarise(NUMBER), secrecy: true });
  }

  test('the move is refused until the number there is stated, or that there is none yet; never both', () => {
    expect(numbered().when(move(), over).lacks()).toEqual(['MoveToUnit.diaryNumber']);
    expect(
      numbered()
        .when(move({ diaryNumber: 'SK 2026/4', withoutNumber: true }), over)
        .lacks(),
    ).toEqual(['MoveToUnit.withoutNumber']);
  });

  test('the new number stands in the case, the old one in its history, and the mark of secrecy stays', () => {
    const way = numbered().does(over, move({ diaryNumber: 'SK 2026/4' }));
    expect(way.case).toMatchObject({ diary: { number: 'SK 2026/4', sharedWith: null, secrecy: true }, desc: { unit: 'skola-norr', diaryNumber: 'SK 2026/4' } });
    expect(way.last.map(({ type }) => type)).toEqual(['CaseMoved', 'Diarised']);
    expect(way.last[0]?.open).toMatchObject({ leftNumber: NUMBER });
    const told = caseMoved.detail?.(way.last[0]?.open as never, twoBoards, '2026-03-02');
    expect(told).toBe(`Norrskolan; hade diarienummer ${NUMBER} hos den förra nämnden`);
  });

  test('a case that has no number there yet is shown as one without, and is given one as any other', () => {
    const way = numbered().does(over, move({ withoutNumber: true }));
    expect(way.case).toMatchObject({ diary: { number: null }, desc: { diaryNumber: null } });
    expect(way.does(over, diarise('SK 2026/4')).case.diary.number).toBe('SK 2026/4');
  });

  test('a number that another case has in the new board’s register is refused, and one of the same digits in the old is not', () => {
    const other = holder();
    const there = { ...other, diary: { ...other.diary, number: 'SK 2026/4' }, desc: { ...other.desc, unit: 'skola' } };
    expect(
      numbered(there)
        .when(move({ diaryNumber: 'SK 2026/4' }), over)
        .lacks(),
    ).toEqual(['MoveToUnit.diaryNumber']);
    const here = { ...other, diary: { ...other.diary, number: 'SK 2026/4' } };
    expect(numbered(here).does(over, move({ diaryNumber: 'SK 2026/4' })).case.diary.number).toBe('SK 2026/4');
  });

  test('within the board, and where there was no number, nothing is asked; a number stated there is refused', () => {
    expect(numbered().does(over, move({}, 'afs-sodra')).case.diary.number).toBe(NUMBER);
    expect(numbered().does(over, move({ diaryNumber: 'ks2026-123' }, 'afs-sodra')).case.diary.number).toBe(NUMBER);
    expect(
      numbered()
        .when(move({ diaryNumber: 'KS 2026/9' }, 'afs-sodra'), over)
        .lacks(),
    ).toEqual(['MoveToUnit.diaryNumber']);
    const without = new Scenario('2026-03-02T08:00:00.000Z', twoBoards).report().does(over, move());
    expect(without.case).toMatchObject({ diary: { number: null }, desc: { unit: 'skola-norr' } });
  });

  test('a correction of the unit to another board states the number in the same correction', () => {
    const correct = (set: object) => ({ type: 'CorrectCase', set: { unit: 'skola-norr', ...set }, why: 'wrongUnit', reasons: 'x' }) as const;
    expect(numbered().when(correct({}), over).lacks()).toEqual(['CorrectCase.set.diaryNumber']);
    expect(numbered().does(over, correct({ diaryNumber: null })).case.diary.number).toBeNull();
    expect(numbered().does(over, correct({ diaryNumber: 'SK 2026/4' })).case.diary.number).toBe('SK 2026/4');
  });
});
