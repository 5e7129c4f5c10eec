import { randomUUID, timingSafeEqual } from 'node:crypto';
import type { Seal } from '#event-store/seal';
import type { Clock } from '#platform/clock';
import { withoutSlash } from '#platform/config';

export const TOKEN_HOURS = 12;
const HOUR_MS = 3_600_000;
const MAC_BYTES = 32;
const UUID_LENGTH = 36;

export interface TokenClaim {
  readonly id: string;
  readonly person: string;
}

/**
 * A program's key, which the server can verify by itself: id, person, expiry, audience and an HMAC under a key derived from the
 * master key. The audience is the address of the installation: a copy that was restored elsewhere with the same master key neither accepts
 * the original's keys nor issues any that the original accepts. Only a bearer token: a browser has a session. It is never logged.
 */
export class Tokens {
  constructor(
    private readonly seal: Seal,
    private readonly clock: Clock,
    private readonly audience: string,
  ) {}

  issue(person: string, { id = randomUUID(), hours = TOKEN_HOURS }: { readonly id?: string; readonly hours?: number } = {}): string {
    const claim = Buffer.from([id, person, this.#now() + hours * HOUR_MS, this.audience].join('.'));
    return Buffer.concat([this.#mac(claim), claim]).toString('base64url');
  }

  /** The person of a valid token of this installation; null for any other. */
  claimOf(token: string): TokenClaim | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length <= MAC_BYTES + 2 * UUID_LENGTH) return null;
    const claim = bytes.subarray(MAC_BYTES);
    if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.#mac(claim))) return null;
    const [id = '', person = '', until, ...audience] = claim.toString().split('.');
    return Number(until) > this.#now() && withoutSlash(audience.join('.')) === withoutSlash(this.audience) ? { id, person } : null;
  }

  /** The machine's own time: a demo that skips five days must not log everybody out. */
  #now(): number {
    return this.clock.now().getTime() - this.clock.offsetMs();
  }

  #mac(claim: Buffer): Buffer {
    return this.seal.hmac('session', claim);
  }
}
