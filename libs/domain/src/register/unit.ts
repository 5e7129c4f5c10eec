import type { CaseEvent } from '../case/events.schema.js';
import type { FactRow } from '../case/facts.js';

/** The register of a unit (stream `unit/<code>`): what it has attested. */
export interface UnitRegister {
  readonly version: number;
  readonly attestations: readonly Attestation[];
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
  readonly withdrawn: boolean;
}

export const noRegister: UnitRegister = { version: 0, attestations: [] };

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
      withdrawn: false,
    };
    return { version: event.version, attestations: [...state.attestations, attestation] };
  }
  if (event.type === 'AttestationWithdrawn') {
    return { version: event.version, attestations: state.attestations.map((row) => (row.key === open['attestation'] ? { ...row, withdrawn: true } : row)) };
  }
  return { ...state, version: event.version };
}

/** Rows of fact_register; a withdrawn attestation has none. */
export function unitFacts(state: UnitRegister): readonly (Omit<FactRow, 'table'> & { readonly table: 'fact_register' })[] {
  return state.attestations
    .filter((row) => !row.withdrawn)
    .map((row) => ({
      table: 'fact_register' as const,
      key: row.key,
      values: { type: 'attestation', unit: row.unit, activity: null, valid_from: row.from, valid_to: row.to, at: row.at, kinds: row.kinds },
    }));
}
