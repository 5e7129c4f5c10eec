import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from '@temporalio/worker';
import { DeterminismViolationError } from '@temporalio/workflow';
import { workflowBundle } from '#workflows/bundle';
import '../support/conducting.js';

const folder = join(dirname(fileURLToPath(import.meta.url)), 'histories');
const files = readdirSync(folder).filter((file) => file.endsWith('.json'));
interface Recorded {
  readonly events: { readonly eventType: string; readonly activityTaskScheduledEventAttributes?: { readonly activityType: { readonly name: string } } }[];
}
const read = (file: string): Recorded => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Recorded;
const activitiesOf = (file: string): readonly string[] =>
  read(file).events.flatMap(({ activityTaskScheduledEventAttributes: attributes }) => attributes?.activityType.name ?? []);
const countOf = (file: string, type: string): number => read(file).events.filter((event) => event.eventType === `EVENT_TYPE_${type}`).length;

describe('Running workflows survive a new release: recorded histories replay on today’s code', () => {
  test.each(files)(
    '%s',
    async (file) => {
      await expect(Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, read(file))).resolves.toBeUndefined();
    },
    60_000,
  );

  test('the recordings contain what they are for: timers, activities, an ending, and a run that continued as new', () => {
    expect(files).toEqual([
      'complaint-continued-1.json',
      'complaint-continued-2.json',
      'complaint-in-trouble-patched.json',
      'complaint-in-trouble.json',
      'complaint-reopened.json',
      'complaint-whole-way.json',
      'daily-digest.json',
      'deviation-became-lexMaria.json',
      'deviation-whole-way.json',
      'ivo-notification-whole-way.json',
      'lexMaria-whole-way.json',
      'lexSarah-long-patched.json',
      'lexSarah-long.json',
      'lexSarah-raised-again-patched.json',
      'lexSarah-raised-again.json',
      'lexSarah-whole-way.json',
      'record-in-trouble-patched.json',
      'record-in-trouble.json',
      'urgent-mail.json',
    ]);
    expect(countOf('complaint-whole-way.json', 'ACTIVITY_TASK_COMPLETED')).toBeGreaterThan(4);
    expect(countOf('complaint-whole-way.json', 'TIMER_STARTED')).toBeGreaterThan(6);
    expect(countOf('complaint-whole-way.json', 'WORKFLOW_EXECUTION_COMPLETED')).toBe(1);
    expect(countOf('complaint-continued-1.json', 'WORKFLOW_EXECUTION_CONTINUED_AS_NEW')).toBe(1);
    expect(countOf('lexSarah-whole-way.json', 'CHILD_WORKFLOW_EXECUTION_STARTED')).toBe(1);
    expect(countOf('lexSarah-whole-way.json', 'EXTERNAL_WORKFLOW_EXECUTION_SIGNALED')).toBeGreaterThan(2);
    expect(countOf('ivo-notification-whole-way.json', 'WORKFLOW_EXECUTION_COMPLETED')).toBe(1);
  });

  test('a history that today’s code would not have made is detected', async () => {
    const { events } = read('complaint-whole-way.json');
    const changed = JSON.parse(JSON.stringify(events).replaceAll('"remind"', '"reminded"')) as unknown[];
    await expect(Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, { events: changed })).rejects.toThrow(DeterminismViolationError);
  }, 60_000);

  // lexSarah-long is what the first test of workflows/ivo-beside.int.spec.ts makes, the others are recorded by record.ts.
  test.each(['complaint-in-trouble', 'lexSarah-long', 'lexSarah-raised-again', 'record-in-trouble'])(
    '%s was recorded before and after a change behind `patched`, and the one from before has no marker',
    (name) => {
      expect(countOf(`${name}.json`, 'MARKER_RECORDED')).toBe(0);
      expect(countOf(`${name}-patched.json`, 'MARKER_RECORDED')).toBe(1);
    },
  );

  test('a change behind `patched`: the history from before it has no marker and the old step, the one from after it has both new, and each replays', async () => {
    const [before, after] = ['lexSarah-raised-again.json', 'lexSarah-raised-again-patched.json'] as const;
    expect([before, after].map((file) => countOf(file, 'MARKER_RECORDED'))).toEqual([0, 1]);
    expect([before, after].map((file) => activitiesOf(file).includes('raiseAgain'))).toEqual([false, true]);
    // The marker alone decides: the new step in a history without one is refused.
    const changed = read(before).events.map((event) => JSON.parse(JSON.stringify(event).replace('"escalate"', '"raiseAgain"')) as unknown);
    await expect(Worker.runReplayHistory({ workflowBundle: await workflowBundle() }, { events: changed })).rejects.toThrow(DeterminismViolationError);
  }, 60_000);

  test('no recording says where it was made, or holds anything but codes of a case', () => {
    for (const file of files) expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/\d+@(?!\d{4})[\w-]+|Hemtjänst|@example|\/work\/|\/tmp\//);
  });
});
