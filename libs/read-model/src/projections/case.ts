import { type CaseState, noCase } from '#domain/case/case';
import { evolve } from '#domain/case/evolve';
import { factChanges } from '#domain/case/facts';
import { upcast } from '#domain/case/upcast';
import { caseIdOf } from '#domain/ids';
import { listRow } from './case-list.js';
import { nothing, type Projection } from './projection.js';

const idOf = (stream: string): string => caseIdOf(stream) ?? stream;

export const caseProjection: Projection<CaseState> = {
  prefix: 'case/',
  idOf,
  begin: (stream) => noCase(idOf(stream)),
  evolve: (state, event) => evolve(state, upcast(event)),
  changes: (before, after, event) => (after.exists ? factChanges(before, after, upcast(event)) : nothing),
  listRow: (state) => (state.exists ? listRow(state) : null),
};
