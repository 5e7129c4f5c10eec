import type { CaseEvent } from '../case/events.schema.js';
import type { FactRow } from '../case/facts.js';
import { kinds } from '../codes/kinds.js';
import { isCovered } from './covered.js';

/** The register of a unit (stream `unit/<code>`): what it has attested, and when its manager was reminded of what it has not. */
export interface UnitRegister {
  readonly version: number;
  readonly attestations: readonly Attestation[];
  readonly reminders: readonly { readonly from: string; readonly to: string; readonly at: string }[];
}

export interface Attestation {
  /** `a<version>`: the version of the event that attested. */
  readonly key: string;
  readonly unit: string;
  readonly from: string;
  /** Exclusive. */
  readonly to: string;
  /** Kinds attested; null = all. */
  readonly kinds: readonly string[] | null;
  readonly at: string;
  /** Null where it holds. */
  readonly withdrawn: Withdrawal | null;
}

/** That an attestation was taken back: by the event of this version, when, and the code of why; null where it was not said. */
export interface Withdrawal {
  readonly version: number;
  readonly at: string;
  readonly why: string | null;
}

export const noRegister: UnitRegister = { version: 0, attestations: [], reminders: [] };

type RegisterEvent = Pick<CaseEvent, 'version' | 'at'> & { readonly type: string; readonly open: Readonly<Record<string, unknown>> };

/** Folds an event of a unit's register. Total, as the fold of a case. */
export function evolveUnit(state: UnitRegister, event: RegisterEvent): UnitRegister {
  const { open } = event;
  if (event.type === 'StatisticsAttested') {
    const attestation = {
      key: `a${event.version}`,
      unit: String(open['unit']),
      from: String(open['from']),
      to: String(open['to']),
      kinds: (open['kinds'] ?? null) as readonly string[] | null,
      at: event.at,
      withdrawn: null,
    };
    return { ...state, version: event.version, attestations: [...state.attestations, attestation] };
  }
  if (event.type === 'AttestationWithdrawn') {
    const withdrawn = { version: event.version, at: event.at, why: (open['why'] ?? null) as string | null };
    const attestations = state.attestations.map((row) => (row.key === open['attestation'] && row.withdrawn === null ? { ...row, withdrawn } : row));
    return { ...state, version: event.version, attestations };
  }
  if (event.type === 'AttestationReminded') {
    return { ...state, version: event.version, reminders: [...state.reminders, { from: String(open['from']), to: String(open['to']), at: event.at }] };
  }
  return { ...state, version: event.version };
}

/** Rows of fact_register; a withdrawn attestation has none. */
export function unitFacts(state: UnitRegister): readonly (Omit<FactRow, 'table'> & { readonly table: 'fact_register' })[] {
  return state.attestations
    .filter((row) => row.withdrawn === null)
    .map((row) => ({
      table: 'fact_register' as const,
      key: row.key,
      values: { type: 'attestation', unit: row.unit, activity: null, valid_from: row.from, valid_to: row.to, at: row.at, kinds: row.kinds },
    }));
}

/** What the registers of a unit and of those above it say together: whether they attest every kind of case for every day of the period. */
export const attestsAll = (registers: readonly UnitRegister[], period: { readonly from: string; readonly to: string }): boolean => {
  const said = registers.flatMap(({ attestations }) => attestations.filter(({ withdrawn }) => withdrawn === null));
  return kinds.every(({ code }) =>
    isCovered(
      period,
      said.filter((one) => one.kinds === null || one.kinds.includes(code)),
    ),
  );
};
