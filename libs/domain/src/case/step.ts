import type { Step } from './case.js';
import type { CaseEvent } from './events.schema.js';

/** What stands around an event. */
export type Envelope = Pick<CaseEvent, 'version' | 'position' | 'at' | 'recordedAt'>;

type StepPart = { [K in keyof Omit<Step, 'step' | 'type' | 'recordedAt'>]?: Step[K] | undefined };
/** A step of the case, on the event's own day; `serial` tells several of one event apart. */
export function step(event: Envelope, type: string, part: StepPart, serial = 0): Step {
  return {
    step: `${event.version}.${serial}`,
    type,
    at: part.at ?? event.at,
    recordedAt: event.recordedAt,
    code: part.code ?? null,
    code2: part.code2 ?? null,
    role: part.role ?? null,
    unit: part.unit ?? null,
    n: part.n ?? null,
    flag: part.flag ?? null,
    ref: part.ref ?? null,
  };
}
