import { v5 } from 'uuid';

/** An event's id is derived from its command, its stream and its place among the command's events there, so that a retry makes the same id. */
export const eventId = (commandId: string, stream: string, index: number): string => v5(`${stream}#${index}`, commandId);
