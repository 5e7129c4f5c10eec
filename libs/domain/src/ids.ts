import { createHash } from 'node:crypto';

/** Namespace of everything Gensvar derives an id for (a fixed, random uuid). */
const NAMESPACE = '6c0a7d52-3f0e-4c5b-9a57-2b8c3f1e9d44';

/**
 * Name-based uuid (RFC 9562, version 5), so that a repeat of the same thing gets the same id.
 * node:crypto is the only platform module in the pure core: it is deterministic.
 */
export function uuidOf(...parts: readonly (string | number)[]): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(parts.join('|'))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** SHA-256 in hex over several hashes in their order: the same files are the same package. */
export const hashOf = (hashes: readonly string[]): string => createHash('sha256').update(hashes.join('\n')).digest('hex');

/** Stream of a case. */
export const caseStream = (caseId: string): string => `case/${caseId}`;

/** Case id of a case's stream; null for the stream of a register. */
export const caseIdOf = (stream: string): string | null => (stream.startsWith('case/') ? stream.slice(5) : null);

/** Workflow id of a case (docs/contract.md#workflows). */
export const workflowIdOf = (caseId: string): string => `case/${caseId}`;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text has the form of an id. */
export const isUuid = (text: string): boolean => UUID.test(text);
