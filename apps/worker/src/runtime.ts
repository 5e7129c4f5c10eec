import { DefaultLogger, type LogEntry, Runtime } from '@temporalio/worker';
import type { Log } from '#platform/log';

const levels = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;
/** What may be logged of a log entry of the SDK: which workflow, which activity, which attempt. */
const said = ['workflowId', 'runId', 'workflowType', 'activityType', 'activityId', 'attempt', 'taskQueue', 'sdkComponent'] as const;

/** The SDK's runtime: signals are handled by us, and its log goes to ours, as codes. */
export function installRuntime(log: Log): void {
  const logger = new DefaultLogger('WARN', (entry: LogEntry) => {
    const meta = (entry.meta ?? {}) as Record<string, unknown>;
    const { name, code } = (meta['error'] ?? {}) as { name?: string; code?: unknown };
    const fields = Object.fromEntries(said.filter((key) => meta[key] !== undefined).map((key) => [key, meta[key]]));
    log[levels[entry.level]]({ ...fields, ...(name === undefined ? {} : { error: name }), ...(code === undefined ? {} : { code: String(code) }) }, 'temporal');
  });
  Runtime.install({ shutdownSignals: [], logger });
}
