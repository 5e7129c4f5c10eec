/** What stands around an event. */
export interface Envelope {
  readonly version: number;
  readonly position: number;
  readonly at: string;
  readonly recordedAt: string;
}

/** Something that is counted by its own day (fact_step). `step` is its key in the case. */
export interface Step {
  readonly step: string;
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly code: string | null;
  readonly code2: string | null;
  readonly role: string | null;
  readonly unit: string | null;
  readonly n: number | null;
  readonly flag: boolean | null;
  readonly ref: string | null;
}

type StepPart = { [K in keyof Omit<Step, 'step' | 'type' | 'recordedAt'>]?: Step[K] | undefined };
/** `serial` tells several of one event apart. */
export const stepKey = ({ version }: Pick<Envelope, 'version'>, serial = 0): string => `${version}.${serial}`;

/** A step of the case, on the event's own day. */
export function step(event: Envelope, type: string, part: StepPart, serial = 0): Step {
  return {
    step: stepKey(event, serial),
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
