import { uuidOf } from '#domain/ids';
import { recordIn, recordOf } from '#domain/record-types';
import { codedHeading } from '#domain/records/heading';
import type { RecordStep } from '#domain/records/record-type';
import type { RecordedEvent } from '#event-store/event-store';
import type { Notice } from './notice.js';
import { holdersAt, type Recipients } from './notices-of.js';

const STEP = 'StepTaken';
type Step = Pick<RecordStep, 'do' | 'about' | 'toRole' | 'toPerson'>;

/** Whether this event of a record gives any notice. */
export const tellsOfRecord = ({ stream, type }: RecordedEvent): boolean => type === STEP && recordOf(stream) !== null;

/**
 * The notices of a step of a record's agenda, to the person whom it names, else to those who hold the role over its unit. What is raised to the
 * next manager is sent at once, the rest with the person's daily mail. `events`: the record's, up to this one. Pure.
 */
export function recordNoticesOf(event: RecordedEvent, events: readonly RecordedEvent[], to: Recipients): readonly Notice[] {
  const found = recordIn(event.stream, events);
  if (found === null) return [];
  const { type, state } = found;
  const { do: what, about, toRole, toPerson } = event.open as unknown as Step;
  const { due } = type.facts(state);
  const recipients = toPerson !== null && to.people.some(({ id }) => id === toPerson) ? [toPerson] : holdersAt(toRole, state.unit, [], to);
  return recipients.map((recipient) => ({
    id: uuidOf('notice', event.eventId, recipient),
    eventId: event.eventId,
    recipient,
    toRole,
    caseId: state.id,
    number: state.number,
    caseKind: type.family,
    heading: null,
    secrecy: false,
    kind: 'record',
    // What it is about, by the record type's own code.
    rule: about,
    ruleVersion: null,
    level: what === 'escalate' ? 1 : 0,
    due: due === null ? null : `${due}T12:00:00.000Z`,
    dueIsTarget: true,
    urgent: what === 'escalate',
    gaveUp: recipient === 'nobody' ? 'nobody' : null,
    mail: null,
  }));
}

/** With the heading of today; null where the record has been closed, or its day has moved, since the notice was written. */
export function recordAsItStands(notice: Notice, stream: string, events: readonly RecordedEvent[]): Notice | null {
  const found = recordIn(stream, events);
  if (found === null) return notice;
  const { due, closed, values } = found.type.facts(found.state);
  return closed || due !== (notice.due?.slice(0, 10) ?? null) ? null : { ...notice, heading: codedHeading(found.type, values) };
}
