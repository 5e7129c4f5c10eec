import pRetry from 'p-retry';
import { grpcCode, ScheduleAlreadyRunning, ScheduleOverlapPolicy, type Temporal } from '#platform/temporal';
import { queues, searchKeys } from '#workflows/messages';

const ALREADY_EXISTS = 6;
const RETENTION_SECONDS = 30 * 24 * 3600;
const PATIENCE_MS = 30_000;
/** Making things takes a busy server longer than being asked. */
const DEADLINE_MS = 10_000;
const types = { KEYWORD: 2, DATETIME: 6 } as const;

/** What was made; false where it was there. */
export interface TemporalSetUp {
  readonly namespace: boolean;
  readonly searchAttributes: number;
  readonly schedules: number;
}

/** Time of the daily mail in Stockholm: after the morning's reminders (08:00–08:29), so that what is due today is told today. */
export const digestAt = { hour: 8, minute: 45 } as const;

/**
 * Makes what the workflows need of a server, where it lacks: namespace, search attributes, schedules. Safe to repeat.
 * @throws ServiceError where Temporal is away
 */
export async function temporalSetup(temporal: Temporal): Promise<TemporalSetUp> {
  const namespace = await makeNamespace(temporal);
  const searchAttributes = await eventually(() => makeSearchAttributes(temporal), namespace);
  const schedules = await eventually(() => makeSchedules(temporal), namespace);
  return { namespace, searchAttributes, schedules };
}

async function makeNamespace(temporal: Temporal): Promise<boolean> {
  const retention = { seconds: RETENTION_SECONDS as never };
  return temporal
    .raw(
      ({ workflowService }) => workflowService.registerNamespace({ namespace: temporal.namespace, workflowExecutionRetentionPeriod: retention }),
      DEADLINE_MS,
    )
    .then(() => true, unless(ALREADY_EXISTS, false));
}

async function makeSearchAttributes(temporal: Temporal): Promise<number> {
  const { namespace } = temporal;
  const { customAttributes } = await temporal.raw(({ operatorService }) => operatorService.listSearchAttributes({ namespace }));
  const lacking = searchKeys.filter((key) => !(key.name in (customAttributes ?? {})));
  if (lacking.length === 0) return 0;
  const searchAttributes = Object.fromEntries(lacking.map((key) => [key.name, types[key.type as keyof typeof types]]));
  await temporal
    .raw(({ operatorService }) => operatorService.addSearchAttributes({ namespace, searchAttributes }), DEADLINE_MS)
    .catch(unless(ALREADY_EXISTS, undefined));
  return lacking.length;
}

/** Mail on weekdays; the activity knows the holidays. (Retention has nothing to do before there are cases to destroy: docs/decisions/0001.) */
async function makeSchedules(temporal: Temporal): Promise<number> {
  return temporal
    .call(
      (client) =>
        client.schedule.create({
          scheduleId: 'daily-digest',
          spec: { calendars: [{ ...digestAt, dayOfWeek: [{ start: 'MONDAY', end: 'FRIDAY' }] }], timezone: 'Europe/Stockholm' },
          policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: '4 hours' },
          action: { type: 'startWorkflow', workflowType: 'dailyDigest', workflowId: 'dailyDigest', taskQueue: queues.effects, args: [{ anyDay: false }] },
        }),
      DEADLINE_MS,
    )
    .then(
      () => 1,
      (error: unknown) => (error instanceof ScheduleAlreadyRunning ? 0 : Promise.reject(error)),
    );
}

const unless =
  <T>(code: number, answer: T) =>
  (error: unknown): Promise<T> =>
    grpcCode(error) === code ? Promise.resolve(answer) : Promise.reject(error);

/** The parts of a server learn of a new namespace one after the other, within seconds. */
const eventually = <T>(work: () => Promise<T>, isNew: boolean): Promise<T> =>
  isNew ? pRetry(work, { retries: Number.POSITIVE_INFINITY, factor: 1, minTimeout: 200, maxRetryTime: PATIENCE_MS }) : work();
