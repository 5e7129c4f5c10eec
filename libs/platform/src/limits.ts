import { setTimeout as wait } from 'node:timers/promises';
import { ipKeyGenerator } from 'express-rate-limit';
import { LRUCache } from 'lru-cache';

/** What is counted, each by itself: sent reports and messages, reading without log-in, and wrong receipt codes. */
export type Bucket = 'reports' | 'reading' | 'codes';

const MINUTE_MS = 60_000;
/** Each wrong code past the limit delays its answer by this much more, up to the longest. */
const SLOWER_MS = 500;
const SLOWEST_MS = 10_000;
/** This many delayed answers of one client may wait at once. */
const MOST_WAITING = 20;
const MOST_CLIENTS = 100_000;

/** Who is counted: one IPv4 address, or the network of one IPv6 subscriber. */
export const clientOf = (request: { readonly ip?: string | undefined }): string => (request.ip === undefined ? '' : ipKeyGenerator(request.ip, 64));

/**
 * What one client may do without log-in in a minute. A right receipt code is never counted and never delayed; wrong ones are answered
 * later and later, to the client that sends them and to nobody else.
 */
export class Limits {
  readonly #counted = new LRUCache<string, { readonly until: number; n: number }>({ max: MOST_CLIENTS });
  readonly #waiting = new Map<string, number>();

  constructor(
    private readonly perMinute: Readonly<Record<Bucket, number>>,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Counts one. 0 where it is within the limit, otherwise the seconds until it would be. */
  count(bucket: Bucket, client: string): number {
    const now = this.now();
    const row = this.#row(`${bucket} ${client}`, now);
    row.n += 1;
    return row.n <= this.perMinute[bucket] ? 0 : Math.max(1, Math.ceil((row.until - now) / 1000));
  }

  /** Delays the answer to a wrong code, the longer the more there have been. False where too many wait already. */
  async slowDown(client: string): Promise<boolean> {
    const row = this.#row(`codes ${client}`, this.now());
    row.n += 1;
    const past = row.n - this.perMinute.codes;
    if (past <= 0) return true;
    const waiting = this.#waiting.get(client) ?? 0;
    if (waiting >= MOST_WAITING) return false;
    this.#waiting.set(client, waiting + 1);
    await wait(Math.min(SLOWEST_MS, past * SLOWER_MS), undefined, { ref: false });
    const left = (this.#waiting.get(client) ?? 1) - 1;
    if (left === 0) this.#waiting.delete(client);
    else this.#waiting.set(client, left);
    return true;
  }

  #row(key: string, now: number) {
    const known = this.#counted.get(key);
    if (known !== undefined && known.until > now) return known;
    const fresh = { until: now + MINUTE_MS, n: 0 };
    this.#counted.set(key, fresh);
    return fresh;
  }
}
