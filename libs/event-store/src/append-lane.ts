import { type Database, DatabaseFault, type Tx } from '#platform/database';
import { APPEND, namesOf, type Outcome, type Prepared, parameters, prepare, type Sealing, toResult } from './append.js';
import { isKeyDestroyed, KeyDestroyed } from './case-keys.js';
import type { AppendRequest, AppendResult } from './types.js';

interface Job {
  readonly request: AppendRequest;
  /** Undefined until the numbers that it is built from have been taken. */
  readonly prepared: Prepared | undefined;
  readonly resolve: (result: AppendResult) => void;
  readonly reject: (error: unknown) => void;
}

/** Carries outcomes out of a transaction that has to be rolled back, so that its numbers are given back. */
class Undone extends Error {
  constructor(readonly results: readonly AppendResult[]) {
    super('undone');
  }
}

const AT_MOST = 64;

/**
 * One append statement at a time per process. Appends that arrive meanwhile share the next statement, and so one flush to disk.
 * Run side by side they would queue for the counter's row, each holding a connection: a fifth of the speed.
 */
export class AppendLane {
  readonly #database: Database;
  readonly #sealing: Sealing;
  #queue: Job[] = [];
  #running = false;

  constructor(database: Database, sealing: Sealing) {
    this.#database = database;
    this.#sealing = sealing;
  }

  async append(request: AppendRequest): Promise<AppendResult> {
    // Before any transaction, which would hold the only connection of a pool of one.
    await this.#sealing.index.ready();
    const prepared = takesNumbers(request) ? undefined : await prepare(this.#database, this.#sealing, request.command, request.build([]));
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, prepared, resolve, reject });
      if (!this.#running) void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    this.#running = true;
    while (this.#queue.length > 0) await this.#settle(this.#next());
    this.#running = false;
  }

  /** The longest waiting appends that share no stream, command or key: store.append judges each by itself. */
  #next(): Job[] {
    const taken = new Set<string>();
    const [now, later]: [Job[], Job[]] = [[], []];
    for (const job of this.#queue) (now.length < AT_MOST && claim(taken, claims(job)) ? now : later).push(job);
    this.#queue = later;
    return now;
  }

  /** When one of a batch fails, or must give its number back, each is tried alone. */
  async #settle(jobs: readonly Job[]): Promise<void> {
    try {
      const results = await this.#run(jobs);
      for (const [i, job] of jobs.entries()) job.resolve(results[i] as AppendResult);
    } catch (error) {
      const [only] = jobs;
      if (jobs.length > 1 && !(error instanceof DatabaseFault && error.unavailable)) {
        for (const job of jobs) await this.#settle([job]);
      } else if (error instanceof Undone && only !== undefined) only.resolve(error.results[0] as AppendResult);
      else for (const job of jobs) job.reject(error);
    }
  }

  async #run(jobs: readonly Job[]): Promise<AppendResult[]> {
    if (!jobs.some((job) => takesNumbers(job.request))) {
      return this.#send(
        (sql, params) => this.#database.prepared('append', sql, params),
        jobs.map((job) => job.prepared as Prepared),
      );
    }
    return this.#database.transaction(async (tx) => {
      const results = await this.#send((sql, params) => tx.query(sql, params), await this.#number(tx, jobs));
      if (results.some((result, i) => result.kind !== 'appended' && takesNumbers((jobs[i] as Job).request))) throw new Undone(results);
      return results;
    });
  }

  async #number(tx: Tx, jobs: readonly Job[]): Promise<Prepared[]> {
    const firsts = await takeNumbers(
      tx,
      jobs.flatMap((job) => job.request.numbers ?? []),
    );
    const prepared: Prepared[] = [];
    for (const { request, prepared: ready } of jobs) {
      const mine = firsts.splice(0, request.numbers?.length ?? 0);
      prepared.push(ready ?? (await prepare(tx, this.#sealing, request.command, request.build(mine))));
    }
    const taken = new Set<string>();
    if (prepared.some((append) => !claim(taken, namesOf(append)))) throw new Error('appends with numbers met on one stream');
    return prepared;
  }

  async #send(run: (sql: string, params: readonly unknown[]) => Promise<Outcome[]>, appends: readonly Prepared[]): Promise<AppendResult[]> {
    const { keys } = this.#sealing;
    try {
      const outcomes = await run(APPEND, parameters(appends));
      return appends.map((append, i) => {
        const outcome = outcomes[i] as Outcome;
        if (outcome.kind === 'appended') keys.remember(append.caseKeys);
        return toResult(outcome, append);
      });
    } catch (error) {
      const streams = appends.flatMap((append) => [...append.caseKeys.keys()]);
      for (const stream of streams) keys.forget(stream);
      throw isKeyDestroyed(error) ? new KeyDestroyed(streams.join(', ')) : error;
    }
  }
}

function claims({ request, prepared }: Job): string[] {
  return prepared === undefined ? [`command/${request.command.id.toLowerCase()}`] : namesOf(prepared);
}

/** Claims the names, and answers whether all of them were free. */
function claim(taken: Set<string>, wanted: readonly string[]): boolean {
  const free = wanted.every((name) => !taken.has(name));
  for (const name of wanted) taken.add(name);
  return free;
}

function takesNumbers(request: AppendRequest): boolean {
  return request.numbers !== undefined && request.numbers.length > 0;
}

async function takeNumbers(tx: Tx, runs: NonNullable<AppendRequest['numbers']>): Promise<number[]> {
  const [row] = await tx.query<{ firsts: number[] }>('SELECT store.take_numbers($1, $2, $3) AS firsts', [
    runs.map((r) => r.series),
    runs.map((r) => r.year),
    runs.map((r) => r.count),
  ]);
  return row?.firsts ?? [];
}
