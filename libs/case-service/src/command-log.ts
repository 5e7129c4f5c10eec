import { refuse } from '#domain/errors';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { canonical } from '#event-store/canonical';
import type { EventStore } from '#event-store/event-store';
import type { Seal } from '#event-store/seal';
import type { AppendRequest } from '#event-store/types';
import type { Envelope } from './answers.js';

/** How often a command is decided again where another was first. */
export const TRIES = 3;

/** What all commands share, whatever they are on: a repeat is answered from what was stored; a command and its events are stored in one append. */
export class CommandLog {
  constructor(
    private readonly store: EventStore,
    private readonly seal: Seal,
  ) {}

  /** The stored answer to the command; null where it is new. @throws Refusal idempotencyKeyReused */
  async known<T>(commandId: string, bodyHash: Buffer): Promise<T | null> {
    const known = await this.store.answerOf(commandId);
    if (known === null) return null;
    if (!known.bodyHash.equals(bodyHash)) refuse('idempotencyKeyReused');
    return known.answer as T;
  }

  /** One append, stored with its answer; null where another was first. @throws Refusal idempotencyKeyReused */
  async append<T>(actor: Actor, envelope: Envelope, bodyHash: Buffer, request: Pick<AppendRequest, 'numbers' | 'build'>): Promise<T | null> {
    const result = await this.store.append({ command: { id: envelope.commandId, actor: actor.id, bodyHash }, ...request });
    if (result.kind === 'idReused') refuse('idempotencyKeyReused');
    return result.kind === 'conflict' ? null : (result.answer as T);
  }

  /** Keyed, so that it reveals nothing once the words are removed. */
  hash(body: unknown): Buffer {
    return this.seal.hmac('command', canonical(body as Parameters<typeof canonical>[0]));
  }
}

export const yearOf = (instant: string): number => Number(stockholmDate(instant).slice(0, 4));

/** KLA-2026-0001. */
export const numberOf = (series: string, year: number, n: number): string => `${series}-${year}-${String(n).padStart(4, '0')}`;
