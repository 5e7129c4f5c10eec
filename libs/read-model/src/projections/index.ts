import { caseProjection } from './case.js';
import { nothing, type Projection } from './projection.js';
import { recordProjections } from './record.js';
import { unitProjection } from './unit.js';

/** A register that makes no rows (the organisation is read from its own tables): only its version is kept. */
const unseen: Projection<unknown> = {
  prefix: '',
  idOf: (stream) => stream,
  begin: () => null,
  evolve: () => null,
  changes: () => nothing,
  listRow: () => null,
};

/** A new kind of stream is a file and a line here. */
const projections: readonly Projection<unknown>[] = [
  caseProjection as Projection<unknown>,
  unitProjection as Projection<unknown>,
  ...recordProjections,
  unseen,
];

export const projectionOf = (stream: string): Projection<unknown> => projections.find(({ prefix }) => stream.startsWith(prefix)) as Projection<unknown>;
