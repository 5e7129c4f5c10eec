import { randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import { KeptAside } from '#event-store/kept-aside';
import type { Config } from '#platform/config';
import { cookieIn, cookiesOf } from '#platform/cookies';
import { DatabaseFault } from '#platform/database';

const ID = /^[\w-]{16}$/;

/**
 * What a browser has sent and may come back to by its own Back, Forward and Reload. The browser gets its key when a page with a form is
 * drawn; one that sends none back has no cookies, and is answered at once instead.
 */
export class Unfinished {
  constructor(
    private readonly kept: KeptAside,
    private readonly config: Config,
  ) {}

  static newId(): string {
    return randomBytes(12).toString('base64url');
  }

  static isId(text: string): boolean {
    return ID.test(text);
  }

  /** Gives a browser that asks for a page its key, where it has none. */
  ready(request: Request, response: Response): void {
    if (request.method === 'GET' && /text\/html/.test(request.get('accept') ?? '') && this.#key(request) === undefined) this.renew(response);
  }

  /** Whether the browser accepts cookies, and has its key. */
  isGiven(request: Request): boolean {
    return this.#key(request) !== undefined;
  }

  /** A new key, which opens nothing that was stored before. */
  renew(response: Response): string {
    const { kept, attributes } = cookiesOf(this.config);
    const key = KeptAside.newKey();
    response.cookie(kept, key, attributes);
    return key;
  }

  /** From now on nobody can open what this browser has sent. */
  forget(response: Response): void {
    const { kept, attributes } = cookiesOf(this.config);
    response.clearCookie(kept, attributes);
  }

  /** False where it could not be stored: no cookie, no room, or no database. */
  async keep(request: Request, id: string, value: object, key = this.#key(request)): Promise<boolean> {
    try {
      return key !== undefined && (await this.kept.keep(key, id, value));
    } catch (error) {
      if (error instanceof DatabaseFault && error.notNow) return false;
      throw error;
    }
  }

  /** @throws DatabaseFault */
  async find<T extends object>(request: Request, id: string): Promise<T | null> {
    const key = this.#key(request);
    return key === undefined || !Unfinished.isId(id) ? null : this.kept.find<T>(key, id);
  }

  async drop(request: Request, id: string): Promise<void> {
    const key = this.#key(request);
    if (key !== undefined) await this.kept.drop(key, id);
  }

  #key(request: Request): string | undefined {
    return cookieIn(request.headers.cookie, cookiesOf(this.config).kept);
  }
}
