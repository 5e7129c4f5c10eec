import { timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Seal } from '#event-store/seal';
import type { Clock } from '#platform/clock';

const COOKIE = 'gensvar_folj';
const MINUTES = 30;
const MAC_BYTES = 32;
/** Another site can't make a browser send it, and no script reads it. */
const options = { httpOnly: true, sameSite: 'strict', path: '/folj' } as const;

/**
 * One who has shown a receipt code is let in for half an hour without showing it again, so that a reload sends nothing twice and the code
 * is in no address. The cookie names the case, under a key of its own; it is gone with the browser, and renewed while the page is used.
 */
export class FollowSession {
  constructor(
    private readonly seal: Seal,
    private readonly clock: Clock,
  ) {}

  open(response: Response, caseId: string, isSecure: boolean): void {
    const claim = Buffer.from(`${caseId}.${this.#now() + MINUTES * 60_000}`);
    response.cookie(COOKIE, Buffer.concat([this.#mac(claim), claim]).toString('base64url'), { ...options, secure: isSecure });
  }

  close(response: Response): void {
    response.clearCookie(COOKIE, options);
  }

  /** The case that this browser follows; `expired` where it did and no longer may. */
  caseOf(request: Request): { readonly id: string } | 'expired' | null {
    const cookie = (request.headers.cookie ?? '').split(';').map((part) => part.trim().split('=', 2));
    const bytes = Buffer.from(cookie.find(([name]) => name === COOKIE)?.[1] ?? '', 'base64url');
    if (bytes.length <= MAC_BYTES) return null;
    const claim = bytes.subarray(MAC_BYTES);
    if (!timingSafeEqual(bytes.subarray(0, MAC_BYTES), this.#mac(claim))) return null;
    const [id = '', until] = claim.toString().split('.');
    return Number(until) > this.#now() ? { id } : 'expired';
  }

  /** The machine's own time: a demo that skips five days shuts nobody out. */
  #now(): number {
    return this.clock.now().getTime() - this.clock.offsetMs();
  }

  #mac(claim: Buffer): Buffer {
    return this.seal.hmac('follow', claim);
  }
}
