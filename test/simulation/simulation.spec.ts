import fc from 'fast-check';
import { faultsOf } from './holds.js';
import { allProtections, type Protections } from './log.js';
import { Municipality } from './municipality.js';

/** Years per run. The seed is the same every time, so that a failure is caused by a change; `SIMULATION_SEED=<number>` gives other years. */
const YEARS = Number(process.env['SIMULATION_YEARS'] ?? 1000);
const SEED = Number(process.env['SIMULATION_SEED'] ?? 20_261_122);

type Move = (town: Municipality) => void;
const choices = fc.array(fc.nat(10_000), { minLength: 12, maxLength: 12 });
/** Choices from a list of numbers, one after the other, repeated. */
const chooser = (numbers: readonly number[]) => {
  let n = -1;
  return (of: number): number => {
    n += 1;
    return ((numbers[n % numbers.length] ?? 0) + Math.floor(n / numbers.length)) % of;
  };
};

const named = (name: string, numbers: readonly unknown[], move: Move): Move => Object.assign(move, { [fc.toStringMethod]: () => `${name}(${numbers.join()})` });
const move: fc.Arbitrary<Move> = fc.oneof(
  { weight: 2, arbitrary: fc.tuple(fc.nat(20), fc.nat(20)).map(([what, who]) => named('report', [what, who], (town) => town.report(what, who))) },
  {
    weight: 30,
    arbitrary: fc.tuple(fc.nat(30), choices).map(([which, numbers]) => named('act', [which, ...numbers], (town) => town.act(which, chooser(numbers)))),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.nat(30), choices)
      .map(([which, numbers]) => named('carriesThrough', [which, ...numbers], (town) => town.act(which, chooser(numbers), true))),
  },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(30), choices).map(([which, numbers]) => named('race', [which, ...numbers], (town) => town.race(which, chooser(numbers)))),
  },
  { weight: 2, arbitrary: fc.nat(500).map((which) => named('repeat', [which], (town) => town.repeat(which))) },
  { weight: 8, arbitrary: fc.nat(9).map((days) => named('pass', [days], (town) => town.pass(days))) },
  { weight: 1, arbitrary: fc.boolean().map((up) => named('temporal', [up], (town) => void (town.workflows.up = up))) },
  { weight: 1, arbitrary: fc.boolean().map((up) => named('relay', [up], (town) => void (town.relay.up = up))) },
  { weight: 1, arbitrary: fc.constant(named('temporalLost', [], (town) => town.workflows.lose())) },
  { weight: 1, arbitrary: fc.constant(named('workerDies', [], (town) => town.pump(true))) },
  { weight: 2, arbitrary: fc.constantFrom('relay', 'conductor').map((part) => named('fallsAsleep', [part], (town) => town[part as 'relay'].fallAsleep())) },
  { weight: 2, arbitrary: fc.constantFrom('relay', 'conductor').map((part) => named('wakes', [part], (town) => town[part as 'relay'].wake())) },
  { weight: 1, arbitrary: fc.nat(30).map((again) => named('redelivers', [again], (town) => town.topic.deliver(town.rows, town.log, again))) },
);
const year = fc.array(move, { minLength: 12, maxLength: 40, size: 'max' });

/** Event types, and the stages of closed cases, over all years: the invariants would also hold if nothing happened. */
interface Lived {
  readonly types: Set<string>;
  readonly ended: Map<string, number>;
}

/** Simulates a year and returns the invariants that fail. */
function live(moves: readonly Move[], protections: Protections = allProtections, lived?: Lived): readonly string[] {
  const town = new Municipality(protections);
  town.report(moves.length, 3);
  for (const step of moves) step(town);
  town.settle();
  for (const { event } of town.log.events) lived?.types.add(event.type);
  for (const { desc, stage } of town.log.cases()) {
    const end = `${desc.process} ${stage}`;
    lived?.ended.set(end, (lived.ended.get(end) ?? 0) + 1);
  }
  return [...new Set(faultsOf(town))];
}

describe(`A municipality lives ${YEARS} years of whims, retries and outages (seed ${SEED}; R-061, R-073, R-081, AC-22, AC-24)`, () => {
  test('nothing acknowledged is lost or doubled, every duty is done once, every figure can be made again; in those years every kind has come all the way, become another, been notified and opened again', () => {
    const lived: Lived = { types: new Set(), ended: new Map() };
    fc.assert(
      fc.property(year, (moves) => {
        expect(live(moves, allProtections, lived)).toEqual([]);
      }),
      { numRuns: YEARS, seed: SEED },
    );
    const must = [
      'CaseConverted',
      'CaseReopened',
      'IvoNotificationSent',
      'IvoSupplementRequested',
      'IvoClosed',
      'PatientInformed',
      'Escalated',
      'DeadlineRecalculated',
    ];
    expect(must.filter((type) => !lived.types.has(type))).toEqual([]);
    const came = (process: string) => (lived.ended.get(`${process} closed`) ?? 0) + (lived.ended.get(`${process} followUp`) ?? 0);
    const nowhere = ['complaint@1', 'deviation@1', 'lexSarah@1', 'lexMaria@1'].filter((process) => came(process) === 0);
    expect(nowhere).toEqual([]);
  }, 900_000);

  const without: readonly (readonly [keyof Protections, RegExp])[] = [
    ['deduplication', /a command was stored twice|a repeat was answered/],
    ['versionCheck', /a version was skipped or given twice/],
    ['fencing', /what figures stand on went back/],
  ];
  test.each(without)(
    'without %s the same years show it',
    (protection, fault) => {
      const seen = fc.check(
        fc.property(year, (moves) => live(moves, { ...allProtections, [protection]: false }).every((found) => !fault.test(found))),
        { numRuns: 100, seed: SEED, endOnFailure: true },
      );
      expect(seen.failed).toBe(true);
    },
    300_000,
  );
});
