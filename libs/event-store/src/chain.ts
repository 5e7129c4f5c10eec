import { hash } from 'node:crypto';
import { canonical } from './canonical.js';

/** What an event's hash covers: its whole row but position, recordedAt and the sealed bytes, which are covered by their hash. */
export interface Hashed {
  readonly stream: string;
  readonly version: number;
  readonly eventId: string;
  readonly type: string;
  readonly v: number;
  readonly actor: string;
  readonly commandId: string;
  readonly at: string;
  readonly open: Record<string, unknown>;
  /** Hex, or null where nothing was sealed. */
  readonly sealedHash: string | null;
}

export const BEGINNING: Buffer = Buffer.alloc(32);

export function sha256(data: Buffer | string): Buffer {
  return hash('sha256', data, 'buffer');
}

/** 32 bytes that change with any part of the event. */
export function eventHash({ stream, version, eventId, type, v, actor, commandId, at, open, sealedHash }: Hashed): Buffer {
  return sha256(canonical({ stream, version, eventId, type, v, actor, commandId, at, open, sealedHash }));
}

/** The link that store.append computes in SQL: sha256(previous ‖ position ‖ recordedAt in ms ‖ h), integers as 8 bytes, big-endian. */
export function chainLink(previous: Buffer, position: number, recordedAt: string, h: Buffer): Buffer {
  const link = Buffer.allocUnsafe(80);
  previous.copy(link, 0);
  link.writeBigInt64BE(BigInt(position), 32);
  link.writeBigInt64BE(BigInt(Date.parse(recordedAt)), 40);
  h.copy(link, 48);
  return sha256(link);
}
