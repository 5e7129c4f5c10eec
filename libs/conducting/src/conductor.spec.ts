import { randomUUID } from 'node:crypto';
import { reportCase } from '#domain/case/commands.schema';
import { eventually, startConducting, typesOf } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import { people } from '../../../test/support/scenario.js';
import { freshNamespace } from '../../../test/support/services.js';

let core: Awaited<ReturnType<typeof freshCore>>;
let running: Awaited<ReturnType<typeof startConducting>>;
beforeAll(async () => {
  core = await freshCore();
  running = await startConducting(core, await freshNamespace(), { clockEveryMs: 50 });
}, 90_000);
afterAll(async () => {
  await running?.stop();
  await core?.close();
}, 60_000);

const body = reportCase.parse({ kind: 'complaint', opinionType: 'complaint', unit: 'afs-norra', source: 'relative', what: 'Ingen kom på kvällen.', answer: { by: 'email', to: 'nagon@example.org' } });

describe('The conductor and the workflow of a case', () => {
  test('AC-01 a report with an address gets its receipt by the workflow, once', async () => {
    const { id } = await core.cases.report(people.registrar, body, { commandId: randomUUID() });
    await eventually(core, id, 'ReceiptDue');
    const types = await typesOf(core, id);
    expect(types.filter((type) => type === 'ReceiptDue')).toHaveLength(1);
    expect(types).toContain('FeedbackGiven');
    const description = await waitFor(() => running.temporal.call((client) => client.workflow.getHandle(`case/${id}`).describe()));
    expect(description.type).toBe('complaint');
    expect(description.status.name).toBe('RUNNING');
    expect(await description.staticSummary()).toMatch(/^KLA-\d{4}-\d{4} complaint$/);
  }, 30_000);
});
