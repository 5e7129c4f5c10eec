import { readFileSync } from 'node:fs';
import { migration } from '#platform/database';

const sql = (name: string): string => readFileSync(new URL(`../sql/${name}.sql`, import.meta.url), 'utf8');

export const workflowSyncMigrations = [
  migration('Conducting1732300000100', () => sql('tables'), 'DROP TABLE store.heartbeat, store.waiting'),
  migration('WorkflowGeneration1764489600000', () => sql('workflow-generation'), 'DROP TABLE store.workflow_generation'),
  migration('OneConductor1764547200000', () => sql('one-conductor'), 'SELECT 1'),
];
