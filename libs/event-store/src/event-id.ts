import { createHash } from 'node:crypto';

/** The name-based UUID of RFC 9562 §5.5. @param namespace a UUID */
export function uuidv5(namespace: string, name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest();
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** An event's id is derived from its command, its stream and its place among the command's events there, so that a retry makes the same id. */
export function eventId(commandId: string, stream: string, index: number): string {
  return uuidv5(commandId, `${stream}#${index}`);
}
