import { type CloudEvent, cloudEvent, hasItsShape } from './cloud-event.schema.js';

export type { CloudEvent } from './cloud-event.schema.js';

/** An event of the store, as far as the topic carries it. */
export interface Sent {
  readonly eventId: string;
  readonly stream: string;
  readonly version: number;
  readonly position: number;
  readonly type: string;
  readonly v: number;
  readonly at: string;
  readonly recordedAt: string;
  readonly open: Readonly<Record<string, unknown>>;
}

/** An event read from the topic. `open` null: its shape is not that of its event, so it is read from the store. */
export type Received = Omit<Sent, 'eventId' | 'open'> & { readonly open: Record<string, unknown> | null };

/** Family and name of a stream: `case/<id>` → case, id; `organisation` is both. */
function partsOf(stream: string): { readonly family: string; readonly subject: string } {
  const at = stream.indexOf('/');
  return at < 0 ? { family: stream, subject: stream } : { family: stream.slice(0, at), subject: stream.slice(at + 1) };
}

const streamOf = (family: string, subject: string): string => (family === subject ? family : `${family}/${subject}`);

/** Key on the topic: the case's id; for a register or another record the stream. */
export const keyOf = (stream: string): string => (stream.startsWith('case/') ? stream.slice(5) : stream);

/** The envelope of an event. `kind` and `unit` are the case's after the event; null = none. Pure. */
export function cloudEventOf(event: Sent, organisation: string, kind: string | null, unit: string | null): CloudEvent {
  const { family, subject } = partsOf(event.stream);
  return {
    specversion: '1.0',
    id: event.eventId,
    source: `/gensvar/${organisation}`,
    type: `se.gensvar.${family}.${event.type}.v${event.v}`,
    subject,
    time: event.recordedAt,
    datacontenttype: 'application/json',
    position: event.position,
    caseversion: event.version,
    ...(kind === null ? {} : { casekind: kind }),
    ...(unit === null ? {} : { unit }),
    at: event.at,
    data: { ...event.open },
  };
}

/** Reads a message; null for one that is not an event of this system. Pure. */
export function receivedOf(value: string | null): Received | null {
  const parsed = cloudEvent.safeParse(jsonOf(value));
  if (!parsed.success) return null;
  const { type, subject, position, caseversion, at, time, data } = parsed.data;
  const [, , family = '', event = '', v = 'v0'] = type.split('.');
  const version = Number(v.slice(1));
  return {
    stream: streamOf(family, subject),
    version: caseversion,
    position,
    type: event,
    v: version,
    at,
    recordedAt: time,
    open: hasItsShape(family, event, version, data) ? data : null,
  };
}

function jsonOf(value: string | null): unknown {
  try {
    return JSON.parse(value ?? '');
  } catch {
    return null;
  }
}
