import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { emptyCore, type FreshCore } from '../support/core.js';
import { killAll, type ProcessName, startProcess } from '../support/processes.js';
import { freshNamespace, freshTopic } from '../support/services.js';
import { runVerb } from './verbs.js';

jest.setTimeout(180_000);

const folder = mkdtempSync(join(tmpdir(), 'gensvar-key-'));
let core: FreshCore;
let topic: Awaited<ReturnType<typeof freshTopic>>;
let env: NodeJS.ProcessEnv;
beforeAll(async () => {
  core = await emptyCore();
  topic = await freshTopic();
  const { address, namespace } = await freshNamespace();
  const others = { KAFKA_BROKERS: topic.brokers, KAFKA_TOPIC: topic.topic, TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, PORT: '0' };
  env = { DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: 'ab'.repeat(32), ...others };
});
afterAll(async () => {
  killAll();
  await topic?.drop();
  await core?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('A master key that is not the database’s', () => {
  it.each<ProcessName>(['server', 'worker', 'conductor', 'relay', 'projector'])('is refused at start by the %s, which names it and ends', async (name) => {
    const running = startProcess(name, env);
    expect(await running.exited).toBe(1);
    expect(running.output()).toContain('"said":"GENSVAR_MASTER_KEY är en annan');
  });

  it.each(['status', 'verify', 'migrate', 'rebuild', `export ${folder}/export`, `backup ${folder}/kopia`])('is refused by gensvar %s', async (verb) => {
    const { status, error } = await runVerb({ ...env, DATABASE_ADMIN_URL: core.adminUrl }, ...verb.split(' '));
    expect([status, error]).toEqual([1, expect.stringMatching(/^GENSVAR_MASTER_KEY är en annan/)]);
  });
});
