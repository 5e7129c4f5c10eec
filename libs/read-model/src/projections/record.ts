import { recordOf, recordTypes } from '#domain/record-types';
import { evolveRecord } from '#domain/records/fold';
import type { RecordState } from '#domain/records/record-event';
import type { AnyRecordType } from '#domain/records/record-type';
import { nothing, type Projection, type Row } from './projection.js';

const KEY = 'facts';

/** One row a record, with a new version at each event that changes what it counts as. */
const projectionOf = (type: AnyRecordType): Projection<RecordState | null> => ({
  prefix: `${type.family}/`,
  idOf: (stream) => stream,
  begin: () => null,
  evolve: (state, event) => evolveRecord(type, recordOf(event.stream)?.id ?? event.stream, state, event),
  changes: (before, after) =>
    after === null ? nothing : { closed: before === null ? [] : [{ table: 'fact_record', key: KEY }], opened: [rowOf(type, after)] },
  listRow: () => null,
});

function rowOf(type: AnyRecordType, state: RecordState): Row {
  const { status, due, closed, values } = type.facts(state);
  const { number, unit, version } = state;
  return {
    table: 'fact_record',
    key: KEY,
    values: { family: type.family, number, unit, owner: type.ownerOf(state), status, due, closed, version, facts: values },
  };
}

export const recordProjections: readonly Projection<unknown>[] = recordTypes.map((type) => projectionOf(type) as Projection<unknown>);
