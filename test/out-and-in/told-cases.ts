import { randomUUID } from 'node:crypto';
import { type EventType, eventShapes } from '#domain/case/events.schema';
import { visible } from '#domain/case/visible';
import { caseStream, uuidOf } from '#domain/ids';
import { reportCases, runReport } from '#read-model/reports/run';
import { freshCore } from '../support/core.js';
import { caughtUp, type Fresh, followStore, importComplaint, localEntry } from '../support/read-side.js';
import { people } from '../support/scenario.js';

/** Events of a case, written straight to the store: figures count what the events say, however they were made. */
export async function happened(core: Fresh, id: string, ...events: readonly (readonly [EventType, string, Record<string, unknown>])[]): Promise<void> {
  const stream = caseStream(id);
  const expectedVersion = (await core.store.load(stream)).length;
  await core.store.append({
    command: { id: randomUUID(), actor: 'test', bodyHash: Buffer.alloc(1) },
    build: () => ({
      streams: [
        {
          stream,
          expectedVersion,
          events: events.map(([type, day, open]) => ({
            type,
            v: 1,
            at: day.includes('T') ? day : `${day}T10:00:00.000Z`,
            open: eventShapes[type].open.parse(open) as Record<string, unknown>,
          })),
        },
      ],
      answer: {},
    }),
  });
}

/** A case of any kind received on a day; open unless `closedAt` says otherwise. */
export async function told(core: Fresh, kind: string, day: string, described: Record<string, unknown> = {}): Promise<string> {
  return importComplaint(core, {
    kind,
    process: `${kind}@1`,
    opinionType: kind === 'complaint' ? 'complaint' : null,
    source: null,
    receivedAt: `${day}T10:00:00.000Z`,
    stage: 'investigating',
    closedAt: null,
    ...described,
  });
}

const on = (day: string) => `${day}T10:00:00.000Z`;
export const closed = (day: string) => ({ stage: 'closed', closedAt: on(day) });
const sharedAction = uuidOf('test', 'shared-action');
const action = (id: string, more: Record<string, unknown> = {}) => ({
  actionId: id,
  area: 'routines',
  horizon: 'longTerm',
  causes: [],
  owner: 'enhetschef@afs-norra',
  ...more,
});
const raised = { link: 'convertedFrom', why: 'raised' };
const duty = (id: string, rule: string, more: Record<string, unknown>) => ({ id, rule, ruleVersion: 1, owner: 'enhetschef@afs-norra', ...more });
const law = { basis: 'law', type: 'promptness', startedAt: on('2025-03-03'), targetAt: on('2025-03-13') };
const local = { basis: 'local', type: 'period', startedAt: on('2025-03-03'), dueAt: on('2025-03-05'), duePrecision: 'day' };

/**
 * A small year 2025. Norra: a deviation under HSL that became a lex Maria (one incident), a lex Sarah closed without outcome. Barn: a
 * lex Sarah of two kinds, decided, sent to IVO the year after. Södra: a lex Sarah not decided yet. Privat: a deviation and a lex Sarah.
 */
export async function aYear(core: Fresh, otherKind: string): Promise<void> {
  await core.database.query(
    `INSERT INTO store.org_unit (code, name, level, parent, provider, valid_from, from_position) VALUES ('afs-privat', 'Omsorg AB', 'unit', 'afs', 'lov', '2010-01-01', 0)`,
  );
  await core.register.refresh();
  const incidentId = randomUUID();
  const fall = await told(core, 'deviation', '2025-03-03', { incidentId, lawAreas: ['HSL'], deviationType: 'fall', eventClass: 'adverseEvent', severity: 3 });
  const maria = await told(core, 'lexMaria', '2025-03-10', { incidentId, lawAreas: ['HSL'], link: 'convertedFrom', from: fall });
  await happened(
    core,
    fall,
    ['CaseConverted', '2025-03-10', { to: 'lexMaria', child: maria, childNumber: 'LXM-2025-0001', lawAreas: ['HSL'], knownAt: on('2025-03-10'), ...raised }],
    ['DutyOpened', '2025-03-03', duty('a', 'RAPPORTER-UTRED', law)],
    ['DutyClosed', '2025-03-12', { id: 'a', as: 'met' }],
    ['DutyOpened', '2025-03-03', duty('b', 'LOK-KLAG-BEKRAFTA', local)],
    ['DutyClosed', '2025-03-20', { id: 'b', as: 'met' }],
    ['DutyOpened', '2025-03-03', duty('c', 'LOK-KLAG-BEKRAFTA', local)],
    ['DutyOpened', '2025-03-03', duty('d', 'LOK-KLAG-BEKRAFTA', local)],
    ['DutyClosed', '2025-03-04', { id: 'd', as: 'notApplicable' }],
    ['ActionPlanned', '2025-03-15', action(sharedAction, { effectDueAt: on('2025-06-01') })],
    ['FeedbackGiven', '2025-03-07', { to: 'reporter', what: 'answer', method: 'meeting' }],
  );
  await happened(
    core,
    maria,
    ['IvoNotificationSent', '2025-04-01', { way: 'eService', investigationAttached: false, sentBy: 'anmalningsansvarig' }],
    ['IvoSupplementRequested', '2025-05-01', { id: uuidOf('test', 'asked'), round: 1, dueOn: '2025-05-20', answeredBy: 'unit' }],
    ['IvoDecisionReceived', '2025-09-01', { ivoOutcome: 'closedWithoutAction', requirements: [] }],
    ['ActionPlanned', '2025-03-15', action(sharedAction, { effectDueAt: on('2025-06-01') })],
    ['ActionPlanned', '2025-03-16', action(uuidOf('test', 'training'), { area: 'training', horizon: 'shortTerm' })],
    ['EffectJudged', '2025-10-01', { actionId: uuidOf('test', 'training'), effect: 'partly' }],
    ['CauseFound', '2025-04-02', { causeId: uuidOf('test', 'cause', 1), area: 'routines', level: 'unit' }],
    ['CauseFound', '2025-04-02', { causeId: uuidOf('test', 'cause', 2), area: 'routines', level: null }],
    ['CauseFound', '2025-04-02', { causeId: uuidOf('test', 'cause', 3), area: 'competence', level: 'individual' }],
    ['CauseWithdrawn', '2025-04-03', { causeId: uuidOf('test', 'cause', 3) }],
  );
  const barn = { unit: 'iof-barn', area: 'childrenAndYouth' };
  const kinds = ['deficientLegalCertainty', 'deficientTreatment'];
  await told(core, 'lexSarah', '2025-05-05', { ...barn, ...closed('2025-08-01'), lexSarahKinds: kinds, outcome: 'irregularity', ivoSentAt: on('2026-01-15') });
  await told(core, 'lexSarah', '2025-05-06', { unit: 'afs-norra', ...closed('2025-08-01'), lexSarahKinds: ['other'], lexSarahKindOther: otherKind });
  await told(core, 'lexSarah', '2025-05-07', { unit: 'afs-sodra', lexSarahKinds: ['deficientLegalCertainty'] });
  const cancelled = await told(core, 'lexSarah', '2025-05-08', { unit: 'afs-sodra', lexSarahKinds: ['physicalAbuse'] });
  await happened(core, cancelled, ['CaseCancelled', '2025-05-09', { reason: 'wronglyRegistered' }]);
  await told(core, 'deviation', '2025-06-06', { unit: 'afs-privat', lawAreas: ['SoL'], deviationType: 'missedService', ...closed('2025-06-20') });
  await told(core, 'lexSarah', '2025-06-07', { unit: 'afs-privat', process: 'lexSarahMirror@1', lexSarahKinds: ['deficientServiceDelivery'] });
  for (const [received, answered] of [
    ['2025-01-07', '2025-01-08'],
    ['2025-02-03', '2025-02-10'],
    ['2025-02-03', '2025-03-03'],
  ] as const) {
    await told(core, 'complaint', received, { ...closed(answered), answeredAt: on(answered), source: 'relative' });
  }
}

/** The figures of the year's cases, attested in part: for every test of a file, and how a report of them is run. */
export function atFiguresOfAYear() {
  const year = { from: '2025-01-01', to: '2026-01-01' };
  let core: Fresh;
  let feed: Awaited<ReturnType<typeof followStore>>;
  beforeAll(async () => {
    core = await freshCore();
    feed = await followStore(core);
    await aYear(core, await localEntry(core, 'lexSarahKindOther', 'afs', 'Fördröjd remiss'));
    await core.unitRegisters.attest(people.director, { unit: 'iof', ...year, kinds: null }, { commandId: randomUUID() });
    await core.unitRegisters.attest(people.director, { unit: 'afs', ...year, kinds: ['deviation'] }, { commandId: randomUUID() });
    await caughtUp(core);
  }, 60_000);
  afterAll(async () => {
    expect(feed?.faults).toEqual([]);
    await feed?.stop();
    await core?.close();
  }, 30_000);
  const now = () => core.clock.now().toISOString();
  return {
    year,
    core: () => core,
    run: (id: string, query: object = {}) => runReport(core, id, { ...year, ...query }, now()),
    /** The cases behind a figure, for one who sees every case of the board, units that came after it included. */
    behind: (id: string, query: object) => reportCases(core, id, query, visible(people.controller, core.register.organisation, '2026-11-22'), now()),
  };
}
