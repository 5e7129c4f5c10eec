import { people, Scenario } from '../../../../../test/support/scenario.js';
import { regulation, wordingOf } from '../../law/regulation.js';
import { reworded, underLawOf } from './duties.js';
import { foldNew } from './foresee.js';

const { carer, sas, registrar } = people;
const lawOf = (way: Scenario, rule: string, now: string) => {
  const duty = underLawOf(way.case, way.timed(now)).duties.find((row) => row.rule === rule);
  return wordingOf(rule, duty?.ruleVersion ?? null);
};
const reported = (lawAreas: readonly string[] = ['SoL'], now = '2025-06-20T08:00:00.000Z') =>
  new Scenario(now).report({ kind: 'lexSarah', lawAreas, what: 'x' }, carer);
const before = '2025-06-30T21:59:00.000Z';
const after = '2025-06-30T22:01:00.000Z';

describe('A case in which nothing happens is shown under the law of the day of looking (docs/law/README.md#the-law-on-a-day)', () => {
  test('the old wording to the last minute of June 2025 in Stockholm, the new one from the first of July, without a command', () => {
    const way = reported();
    expect([lawOf(way, 'LS-AVHJALP-SOL', before), lawOf(way, 'LS-AVHJALP-SOL', after)]).toMatchObject([
      { law: expect.stringContaining('14 kap. 6 §'), wording: 'utan dröjsmål' },
      { law: expect.stringContaining('27 kap. 5 §'), wording: 'genast' },
    ]);
  });

  test('LSS, which did not change, reads as before; a duty that is done keeps the law that it was done under', () => {
    const way = reported(['LSS']);
    expect(lawOf(way, 'LS-AVHJALP-LSS', after)).toEqual(lawOf(way, 'LS-AVHJALP-LSS', before));
    const closed = { ...reported().case };
    const done = { ...closed, duties: closed.duties.map((duty) => ({ ...duty, closed: { as: 'met' as const, reason: null, at: before } })) };
    expect(underLawOf(done, way.timed(after))).toBe(done);
  });

  test('it is what the next command will store, and changes neither version nor anything else', () => {
    const way = reported();
    const shown = underLawOf(way.case, way.timed(after));
    expect({ ...shown, duties: [] }).toEqual({ ...way.case, duties: [] });
    way.now = after;
    expect(foldNew(way.case, reworded(way.case, way.timed(after)), after).duties).toEqual(shown.duties);
    way.does(registrar, { type: 'Diarise', diaryNumber: 'SN 2025/1' });
    expect(way.case.duties.map(({ rule, ruleVersion }) => [rule, ruleVersion])).toEqual(shown.duties.map(({ rule, ruleVersion }) => [rule, ruleVersion]));
    expect(underLawOf(way.case, way.timed(after))).toBe(way.case);
  });

  test('a case that has ended keeps the law that it ended under', () => {
    const way = reported().does(sas, { type: 'AnswerTriage', irregularity: 'no', careInjury: 'no', danger: 'no', serious: 'no' });
    const ended = { ...way.case, end: { as: 'closed', at: before, reason: 'noDeficiency' } } as const;
    expect(underLawOf(ended, way.timed(after))).toBe(ended);
  });

  test('no change of law that we know moves a day, so that what lists and reminders count by stands', () => {
    const moved = regulation.flatMap((row) =>
      regulation
        .filter((next) => next.id === row.id && next.ground === row.ground && next.validFrom !== null && next.validFrom === row.validTo)
        .filter((next) => next.period !== row.period || next.target !== row.target)
        .map(({ id }) => id),
    );
    expect(moved).toEqual([]);
  });
});
