import { people, Scenario } from '../../../../test/support/scenario.js';
import { type CaseState, type ExistingCase, noCase } from './case.js';
import { asStored } from './decide/foresee.js';
import { evolve } from './evolve.js';
import { type FactRow, factChanges, facts, factTables, stepRows } from './facts.js';

const { manager, registrar, divisionHead } = people;
const stored = (way: Scenario) => way.log.map((event, n) => asStored(event, '2026-03-02T08:00:00.000Z', n + 1));
const all = (way: Scenario) => [...facts(way.case), ...stepRows(way.case.id, stored(way))];
const rowsOf = (way: Scenario, table: (typeof factTables)[number]) =>
  all(way)
    .filter((row) => row.table === table)
    .map((row) => row.values);
/** What one more command did to the rows. */
const changes = (way: Scenario, tell: () => unknown) => {
  const from = way.log.length;
  tell();
  let state: CaseState = noCase(way.case.id);
  const [opened, closed]: [FactRow[], Pick<FactRow, 'table' | 'key'>[]] = [[], []];
  for (const [n, event] of stored(way).entries()) {
    const before = state;
    state = evolve(before, event);
    if (n < from) continue;
    const made = factChanges(before, state as ExistingCase, event);
    opened.push(...made.opened);
    closed.push(...made.closed);
  }
  // A command may have several events: each row once.
  const keys = (rows: readonly Pick<FactRow, 'table' | 'key'>[]) => [...new Set(rows.map(({ table, key }) => `${table} ${key}`))];
  return { opened: keys(opened), closed: keys(closed) };
};

describe('The fact rows of a case (docs/engine.md#facts-and-figures)', () => {
  test('a whole complaint: one case row, a step for all that is counted by its own day, a row a duty, a row an action', () => {
    const way = new Scenario('2026-03-02T08:00:00.000Z')
      .report({ categories: ['serviceDelivery', 'information'], occurredAt: '2026-02-27T19:00:00Z' })
      .advanceTo('closed');
    expect(rowsOf(way, 'fact_case')).toMatchObject([
      {
        kind: 'complaint',
        process: 'complaint@1',
        unit: 'afs-norra',
        unit_then: 'afs-norra',
        received_on: '2026-03-02',
        occurred_at: '2026-02-27T19:00:00.000Z',
        source: 'relative',
        outcome: 'deficiency',
        close_reason: 'actionsDoneAndEffectFollowed',
        reopened: 0,
        cancelled_at: null,
        duplicate_of: null,
        imported: false,
      },
    ]);
    const steps = rowsOf(way, 'fact_step').map((row) => [row['type'], row['code']].join(' '));
    expect(steps).toEqual([
      'stage received',
      'feedback complainant',
      'conflict none',
      'stage investigating',
      'cause routines',
      'stage assessing',
      'stage ivoDecision',
      'ivoDecided notApplicable',
      'stage feedback',
      'feedback complainant',
      'stage followUp',
      'stage closed',
      'closed actionsDoneAndEffectFollowed',
    ]);
    expect(
      rowsOf(way, 'fact_duty')
        .map((row) => [row['rule'], row['closed_as']].join(' '))
        .sort(),
    ).toEqual([
      'LOK-ATGARD-EFFEKT met',
      'LOK-KLAG-BEDOM met',
      'LOK-KLAG-BEKRAFTA met',
      'LOK-KLAG-FOLJUPP met',
      'LOK-KLAG-IVO met',
      'LOK-KLAG-SVAR met',
      'LOK-KLAG-UTRED met',
      'RAPPORTER-UTRED met',
    ]);
    expect(rowsOf(way, 'fact_action')).toMatchObject([{ area: 'routines', owner_role: 'enhetschef', owner_unit: 'afs-norra', status: 'done', effect: 'yes' }]);
  });

  test('received is the day in Stockholm, also just after midnight there', () => {
    expect(rowsOf(new Scenario('2026-03-02T23:30:00.000Z').report(), 'fact_case')).toMatchObject([{ received_on: '2026-03-03' }]);
  });

  test('what tells cases apart in figures is kept: gender R-053, operation R-046, area R-047, where it arose R-048, discrimination R-055, whom it hit R-056, patient safety R-115', () => {
    const stated = { operation: 'provider', area: 'elderlyCare', arose: 'delivery', hit: ['serviceUser', 'economy'] };
    const aspects = ['discrimination', 'mattersForPatientSafety'];
    expect(rowsOf(new Scenario().report({ ...stated, aspects, affectedGender: 'woman' }), 'fact_case')).toMatchObject([
      { ...stated, aspects, affected_gender: 'woman' },
    ]);
  });

  test('what is not stated is null, what is stated as none is empty', () => {
    expect(rowsOf(new Scenario().report(), 'fact_case')).toMatchObject([{ categories: null, law_areas: null, area: null, concerns_child: null }]);
    expect(rowsOf(new Scenario().report({ aspects: [] }), 'fact_case')).toMatchObject([{ aspects: [] }]);
  });

  test('unit_then follows a mistake that is mended, not a takeover', () => {
    const way = new Scenario().report().does(manager, { type: 'MoveToUnit', unit: 'afs-sodra', why: 'takenOver', reasons: 'x' });
    expect(rowsOf(way, 'fact_case')).toMatchObject([{ unit: 'afs-sodra', unit_then: 'afs-norra' }]);
  });

  test('R-050 what it became is told by kind; a sibling is the same event under another law and was nothing before', () => {
    const [fact] = rowsOf(new Scenario().report(), 'fact_case');
    expect(fact).toMatchObject({ converted_to: null, severity_final: null });
    const converted = (link: string, to: string) => ({ to, child: 'x', link, lawAreas: [], at: '2026-03-03T08:00:00.000Z' });
    const { case: plain } = new Scenario().report();
    const became = {
      ...plain,
      lineage: { ...plain.lineage, convertedTo: [converted('convertedFrom', 'lexSarah'), converted('sibling', 'deviation')] },
    } as ExistingCase;
    const risk = { ...became.assessment.risk, severity: 2, severityFinal: 4, probabilityFinal: 1 };
    const assessed = { ...became, assessment: { ...became.assessment, risk } };
    expect(facts(assessed)[0]?.values).toMatchObject({ converted_to: ['lexSarah'], severity: 2, severity_final: 4, probability_final: 1 });
  });

  test('a cause that is taken back is no longer counted', () => {
    const way = new Scenario().report().does(manager, { type: 'FindCause', area: 'routines', level: 'unit', text: 'x' });
    expect(rowsOf(way, 'fact_step').filter((row) => row['type'] === 'cause')).toHaveLength(1);
    way.does(manager, { type: 'WithdrawCause', causeId: way.case.investigation.causes[0]?.causeId as string, text: 'x' });
    expect(rowsOf(way, 'fact_step').filter((row) => row['type'] === 'cause')).toHaveLength(0);
  });
});

describe('Only what differs is written again', () => {
  test('a reminder rewrites one row', () => {
    const way = new Scenario('2026-03-02T09:00:00.000Z').report();
    const done = changes(way, () => way.passUntil('2026-03-04T08:00:00.000Z'));
    expect(done.closed).toEqual(done.opened);
    expect(done.opened.every((row) => row.startsWith('fact_duty LOK-KLAG-BEKRAFTA'))).toBe(true);
    expect(done.opened).toHaveLength(1);
  });

  test('words and messages rewrite none', () => {
    const way = new Scenario().report();
    expect(
      changes(way, () =>
        way.does(
          manager,
          { type: 'AddToCase', by: 'staff', text: 'x' },
          { type: 'SendMessage', text: 'y' },
          { type: 'MakeEntry', nature: 'fact', by: 'staff', text: 'z' },
        ),
      ),
    ).toEqual({ opened: [], closed: [] });
  });

  test('a classification rewrites the case row alone, a move the rows of those who owe', () => {
    const way = new Scenario().report();
    expect(changes(way, () => way.does(manager, { type: 'ClassifyCase', categories: ['treatment'] })).opened).toEqual(['fact_case ']);
    const moved = changes(way, () => way.does(registrar, { type: 'MoveToUnit', unit: 'afs-sodra', why: 'wrongUnit', reasons: 'x' }));
    expect(moved.opened.filter((row) => row.startsWith('fact_duty'))).toHaveLength(3);
    expect(moved.opened).toHaveLength(5);
  });

  test('a corrected day of receipt rewrites what says it: the case and each of its duties', () => {
    const way = new Scenario().report();
    const received = { type: 'CorrectCase', set: { receivedAt: '2026-02-27T08:00:00.000Z' }, why: 'wrongFromStart', reasons: 'x' } as const;
    const done = changes(way, () => way.does(registrar, received));
    expect(done.opened.filter((row) => row.startsWith('fact_duty'))).toHaveLength(rowsOf(way, 'fact_duty').length);
    expect(rowsOf(way, 'fact_duty').map((row) => row['received_on'])).toEqual(rowsOf(way, 'fact_duty').map(() => '2026-02-27'));
  });

  test('a row that is gone is closed and not opened', () => {
    const way = new Scenario().report().does(manager, { type: 'FindCause', area: 'routines', level: 'unit', text: 'x' });
    const gone = changes(way, () => way.does(manager, { type: 'WithdrawCause', causeId: way.case.investigation.causes[0]?.causeId as string, text: 'x' }));
    expect([gone.closed.length, gone.opened.length]).toEqual([1, 0]);
  });

  test('event by event, the rows kept are those of the whole case: through reopening and cancelling', () => {
    const way = new Scenario()
      .report()
      .advanceTo('closed')
      .does(divisionHead, { type: 'ReopenCase', reason: 'newFacts', text: 'x' })
      .does(registrar, { type: 'CancelCase', reason: 'test', second: manager.person as string, text: 'x' })
      .confirms(manager);
    expect(kept(way)).toEqual(new Map(all(way).map((row) => [`${row.table} ${row.key}`, row.values])));
  });
});

/** The projector's way: each event's changes applied to the rows that were there. */
function kept(way: Scenario): Map<string, unknown> {
  const rows = new Map<string, unknown>();
  let state: CaseState = noCase(way.case.id);
  for (const event of stored(way)) {
    const before = state;
    state = evolve(state, event);
    const { closed, opened } = factChanges(before, state as ExistingCase, event);
    for (const row of closed) if (!rows.delete(`${row.table} ${row.key}`)) throw new Error(`closed twice: ${row.key}`);
    for (const row of opened) rows.set(`${row.table} ${row.key}`, row.values);
  }
  return rows;
}
