import { SettingFault } from '#platform/log';

/** Kafka's codes for a message that it will never accept, however often it is sent. */
const OF_THE_MESSAGE = ['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'INVALID_TIMESTAMP', 'CORRUPT_MESSAGE'];

/** Kafka did not confirm for every partition that the messages are stored. */
export class NotDelivered extends Error {
  override readonly name = 'NotDelivered';
}

/** Whether a fault is Kafka's own (client, broker or topic), and not that of one message. */
export const isKafkaFault = (error: unknown): boolean =>
  error instanceof SettingFault || error instanceof NotDelivered || (error instanceof Error && error.name.startsWith('KafkaJS'));

/** A fault of the message itself; looked for among causes, since the client wraps the last fault of several tries. */
export function isOfTheMessage(error: unknown): boolean {
  for (let at = error as { type?: unknown; cause?: unknown } | null | undefined; at != null; at = at.cause as typeof at) {
    if (typeof at.type === 'string' && OF_THE_MESSAGE.includes(at.type)) return true;
  }
  return false;
}
