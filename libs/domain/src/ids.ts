import { createHash } from 'node:crypto';
import { parse, v5 } from 'uuid';

/** Namespace of everything Gensvar derives an id for (a fixed, random uuid). */
const NAMESPACE = parse('6c0a7d52-3f0e-4c5b-9a57-2b8c3f1e9d44');
const utf8 = new TextEncoder();

/** Name-based UUID (RFC 9562, version 5), so that a repeat of the same thing gets the same id. */
export const uuidOf = (...parts: readonly (string | number)[]): string => v5(utf8.encode(parts.join('|')), NAMESPACE);

/** The id of the record that a command makes: a repeat of the command makes the same one. */
export const recordIdOf = (commandId: string, family: string): string => uuidOf(commandId, family);

/**
 * SHA-256 in hex over several hashes in their order: the same files are the same package.
 * node:crypto is the only platform module in the pure core: it is deterministic.
 */
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
