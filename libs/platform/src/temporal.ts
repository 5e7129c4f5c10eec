import { Client, Connection, isGrpcServiceError, ServiceError, type WorkflowStartOptions } from '@temporalio/client';
import type { Config } from './config.js';
import { SettingFault } from './log.js';

export { ScheduleAlreadyRunning, ScheduleOverlapPolicy, WorkflowNotFoundError } from '@temporalio/client';
export type { Client, WorkflowStartOptions };

/** Without a deadline a stopped server costs 19 s a call. */
const DEADLINE_MS = 2000;

/** gRPC codes for a request that is itself wrong; all others say that the server is away or busy. */
const OURS = new Set([3, 9, 11]);

/** The only access to Temporal's client: one connection that reconnects, two seconds for every call. */
export class Temporal {
  readonly namespace: string;
  readonly #connection: Connection;
  readonly #client: Client;

  private constructor(connection: Connection, namespace: string) {
    this.#connection = connection;
    this.namespace = namespace;
    this.#client = new Client({ connection, namespace });
  }

  /** Opens no connection yet: the first call finds out whether the server is away. @throws Error in Swedish without an address */
  static open(config: Config['temporal']): Temporal {
    if (config.address === undefined) throw new SettingFault('TEMPORAL_ADDRESS saknas: ange adressen till Temporal');
    const connection = Connection.lazy({
      address: config.address,
      connectTimeout: DEADLINE_MS,
      // gRPC's own back-off grows to two minutes; a server that is back should be found in seconds.
      channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 2000 },
    });
    return new Temporal(connection, config.namespace);
  }

  /** Calls the server. @throws whatever the client throws; see isAway */
  call<T>(work: (client: Client) => Promise<T>, withinMs = DEADLINE_MS): Promise<T> {
    return this.#connection.withDeadline(Date.now() + withinMs, () => work(this.#client));
  }

  /** Workflows that match a query, a page at a time. */
  list(query: string): AsyncIterable<{ readonly workflowId: string }> {
    return this.#client.workflow.list({ query });
  }

  /** The services under the client, for set-up. */
  raw<T>(work: (services: Pick<Connection, 'workflowService' | 'operatorService'>) => Promise<T>, withinMs = DEADLINE_MS): Promise<T> {
    return this.#connection.withDeadline(Date.now() + withinMs, () => work(this.#connection));
  }

  /** Whether it answers. */
  async isUp(): Promise<boolean> {
    return this.raw(({ workflowService }) => workflowService.getSystemInfo({})).then(
      () => true,
      () => false,
    );
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

/** The gRPC status of a fault, where it has one. */
export function grpcCode(error: unknown): number | null {
  if (isGrpcServiceError(error)) return error.code;
  if (error instanceof ServiceError && isGrpcServiceError(error.cause)) return error.cause.code;
  return null;
}

/** Name and gRPC status of a fault: what may be logged and stored of it. */
export function faultCode(error: unknown): string {
  const name = error instanceof Error ? error.name : 'fault';
  const code = grpcCode(error);
  return code === null ? name : `${name} ${code}`;
}

/** Faults of the code or of its input: they would come again. */
const LASTING = new Set(['TypeError', 'RangeError', 'ReferenceError', 'SyntaxError', 'ValueError', 'PayloadConverterError']);

/** True where trying again may help: the server is away, busy, or does not know its namespace yet. False where the request is wrong. */
export function isAway(error: unknown): boolean {
  const code = grpcCode(error);
  return code === null ? !LASTING.has((error as Error)?.name) : !OURS.has(code);
}
