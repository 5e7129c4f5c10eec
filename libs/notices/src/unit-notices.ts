import { uuidOf } from '#domain/ids';
import { stockholmDate } from '#domain/law/calendar';
import { chiefOf } from '#domain/org/chief-of';
import type { Organisation } from '#domain/org/units';
import { attestingOf } from '#domain/register/attest';
import { attestsAll, evolveUnit, noRegister } from '#domain/register/unit';
import type { EventStore, RecordedEvent } from '#event-store/event-store';
import type { Notice } from './notice.js';
import { OF_UNIT } from './notice.js';
import { holdersAt, type Recipients } from './notices-of.js';

const streamOf = (unit: string): string => `unit/${unit}`;

/** Whether this event of a unit's register gives any notice. */
export const tellsOfUnit = ({ stream, type }: RecordedEvent): boolean => type === 'AttestationReminded' && stream.startsWith(streamOf(''));

/** The notices of a reminder that a period is not attested, to the unit's own manager; they go with the person's daily mail. Pure. */
export function unitNoticesOf(event: RecordedEvent, to: Recipients): readonly Notice[] {
  const { unit, from, to: until } = event.open as { readonly unit: string; readonly from: string; readonly to: string };
  const role = chiefOf(unit, to.organisation, to.today);
  return holdersAt(role, unit, [], to).map((recipient) => ({
    id: uuidOf('notice', event.eventId, recipient),
    eventId: event.eventId,
    recipient,
    toRole: role,
    caseId: uuidOf(OF_UNIT, unit),
    number: unit,
    caseKind: OF_UNIT,
    heading: null,
    secrecy: false,
    kind: 'attestation',
    rule: `${from}/${until}`,
    ruleVersion: null,
    level: 0,
    due: null,
    dueIsTarget: false,
    urgent: false,
    gaveUp: recipient === 'nobody' ? 'nobody' : null,
    mail: null,
  }));
}

/** The days that such a notice is about; `to` is exclusive. */
export function periodOfNotice({ rule }: Pick<Notice, 'rule'>): { readonly from: string; readonly to: string } {
  const [from = '', to = ''] = (rule ?? '').split('/');
  return { from, to };
}

/** Null where the period has been attested since the notice was written, by the unit or by one above it. @param now ISO instant */
export async function unitAsItStands(notice: Notice, store: EventStore, organisation: Organisation, now: string): Promise<Notice | null> {
  const streams = await store.loadMany(attestingOf(notice.number, organisation, stockholmDate(now)).map(streamOf));
  const registers = [...streams.values()].map((events) => events.reduce(evolveUnit, noRegister));
  return attestsAll(registers, periodOfNotice(notice)) ? null : notice;
}
