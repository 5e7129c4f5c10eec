import { timingSafeEqual } from 'node:crypto';
import type { Seal } from '#event-store/seal';
import type { Clock } from '#platform/clock';

export const TOKEN_HOURS = 12;

const MAC_BYTES = 32;
const UUID_LENGTH = 36;

/**
 * A program's key, which the server can check by itself: person, expiry and an HMAC under a key of its own, derived from the master key. A
 * bearer and nothing else: a browser has a session (#organisation/sessions), which can be ended. It is never logged.
 */
export class Tokens {
  constructor(
    private readonly seal: Seal,
    private readonly clock: Clock,
  ) {}

  issue(person: string): string {
    const claim = Buffer.from(`${person}.${this.#now() + TOKEN_HOURS * 3_600_000}`);
    return Buffer.concat([this.#mac(claim), claim]).toString('base64url');
  }

  /** The person of a token that is ours and still holds; null for any other. */
  personOf(token: string): string | null {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length <= MAC_BYTES + UUID_LENGTH) return null;
    const claim = bytes.subarray(MAC_BYTES);
    if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.#mac(claim))) return null;
    const [person, until] = claim.toString().split('.');
    return person !== undefined && Number(until) > this.#now() ? person : null;
  }

  /** The machine's own time: a demo that skips five days must not log everybody out. */
  #now(): number {
    return this.clock.now().getTime() - this.clock.offsetMs();
  }

  #mac(claim: Buffer): Buffer {
    return this.seal.hmac('session', claim);
  }
}
