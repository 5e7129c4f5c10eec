import type { OpenedRecord } from '#case-service/record-reader';
import { offeredTo } from '#domain/records/decide';
import { eventNamed } from '#domain/records/fold';
import type { AnyRecordType } from '#domain/records/record-type';
import type { Person } from '#organisation/people';

const others: Readonly<Record<string, string>> = { system: 'Gensvar', import: 'Inläsning' };

/** A record as it is shown to one who sees it: its facts, its texts as they stand, what happens next, and what may be done now. */
export function recordView(type: AnyRecordType, opened: OpenedRecord) {
  const { state, organisation, standing } = opened;
  const { status, due, closed, values } = type.facts(state);
  return {
    id: state.id,
    number: state.number,
    version: state.version,
    unit: state.unit,
    owner: type.ownerOf(state),
    status,
    due,
    closed,
    facts: values,
    texts: standing,
    agenda: type.agenda(state, organisation.settings).map(({ do: what, at, about, toRole, toPerson }) => ({ do: what, at, about, toRole, toPerson })),
    may: offeredTo(type, state, opened).map(({ name, title }) => ({ type: name, title })),
  };
}

/** What happened, oldest first, with who did it and what they wrote. */
export function recordHistory(type: AnyRecordType, { events, words, organisation, today }: OpenedRecord, people: readonly Person[]) {
  return events.map((event) => {
    const definition = eventNamed(type, event.type);
    const detail = definition?.detail?.(event.open as never, organisation, today) ?? null;
    const label = definition?.label ?? 'En händelse från en senare version';
    const said = words.get(event.eventId);
    return {
      version: event.version,
      at: event.at,
      recordedAt: event.recordedAt,
      type: event.type,
      text: detail === null ? label : `${label}: ${detail}`,
      by: others[event.actor] ?? people.find(({ id }) => `person:${id}` === event.actor)?.name ?? 'En medarbetare',
      ...(said === undefined ? {} : { words: said }),
    };
  });
}
