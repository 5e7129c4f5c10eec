import type { ExistingCase } from '#domain/case/case';
import { owed, type Standing } from '#domain/case/decide/owed';
import { processOf } from '#domain/case/processes/index';

const named = ({ rule, subject }: Standing): string => `${rule} ${subject}`;

/** The open duties of a case, and those that its facts and its stage ask for: two lists that are to be the same. */
export const openNow = (state: ExistingCase): readonly string[] =>
  state.duties
    .filter(({ closed }) => closed === null)
    .map(named)
    .toSorted();
export const owedNow = (state: ExistingCase): readonly string[] => owed(state, processOf(state.desc.process)).map(named).toSorted();
