import type { Core } from '#case-service/core';
import { loadDemo } from '#demo/demo';
import { people } from '#demo/municipality';
import { visible } from '#domain/case/visible';
import { personActor } from '#domain/org/actor';
import { figurePosition } from '#read-model/position';
import { reportCases, runReport } from '#read-model/reports/run';
import { startProjector } from '../../apps/projector/src/start.js';
import { emptyCore } from '../support/core.js';
import { waitFor } from '../support/processes.js';

export const year = { from: '2023-01-01', to: '2024-01-01' };
export type ReportId = 'complaints-by-source' | 'complaints-by-category' | 'self-inspections' | 'supervision' | LexSarahReportId;
export type LexSarahReportId = 'lex-sarah-by-kind' | 'lex-sarah-by-outcome' | 'lex-sarah-cross' | 'ivo-notifications';

/** A municipality with the demo in it and a projector that reads the store; figures are asked for as the API does. */
export async function demoYear() {
  const core = await emptyCore();
  const parked: string[] = [];
  const feed = await startProjector(core, {
    config: { kafka: { brokers: [], topic: '' }, feed: 'store' },
    // A lease that is lost on a busy machine is taken again; only parked streams are a fault of the rows.
    onError: () => undefined,
    onParked: (stream) => parked.push(stream),
    onUnreadable: () => undefined,
  });
  await loadDemo(core);
  const last = await core.store.position();
  await waitFor(async () => (await figurePosition(core.database)) >= last, 30_000, 'the rows');
  const now = core.clock.now().toISOString();
  const seenBy = (login: string) => {
    const person = people.find((candidate) => candidate.login === login);
    if (person === undefined) throw new Error(`nobody is called ${login}`);
    return visible(personActor(person.id, person.posts), core.register.organisation, now.slice(0, 10));
  };
  const asked = (unit: string, more: Record<string, unknown> = {}) => ({ ...year, unit, ...more });
  return {
    core,
    parked,
    report: (id: ReportId, unit: string, more: Record<string, unknown> = {}) => runReport(core, id, asked(unit, more), now),
    /** The cases behind a figure, by the address that the table itself gives. */
    casesBehind: (id: ReportId, url: string, login = 'karin') =>
      reportCases(core, id, Object.fromEntries(new URL(url, 'http://gensvar').searchParams), seenBy(login), now),
    close: async () => {
      await feed.stop();
      await core.close();
    },
  } satisfies Record<string, unknown> & { core: Core };
}

/** A table's numbers by row, the division's own rows by their label. */
export const numbersOf = (table: Awaited<ReturnType<typeof runReport>>): Record<string, number | null> =>
  Object.fromEntries(table.rows.map(({ code, label, values }) => [code.startsWith('local:') ? label : code, values['count'] ?? null]));
