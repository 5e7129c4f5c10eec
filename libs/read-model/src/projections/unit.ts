import { evolveUnit, noRegister, type UnitRegister, unitFacts } from '#domain/register/unit';
import type { Projection, Row } from './projection.js';

/** Attestations are few and change only by being withdrawn: rows are identified by their key alone. */
export const unitProjection: Projection<UnitRegister> = {
  prefix: 'unit/',
  idOf: (stream) => stream,
  begin: () => noRegister,
  evolve: (state, event) => evolveUnit(state, event),
  changes: (before, after) => {
    const old = byKey(unitFacts(before));
    const now = byKey(unitFacts(after));
    return { closed: [...old.values()].filter((row) => !now.has(row.key)), opened: [...now.values()].filter((row) => !old.has(row.key)) };
  },
  listRow: () => null,
};

const byKey = (rows: readonly Row[]): ReadonlyMap<string, Row> => new Map(rows.map((row) => [row.key, row]));
