import type { Role } from '../codes/roles.js';
import type { ExistingCase } from './case.js';

/**
 * Whom the first assessment concerns at once: SAS for an irregularity (SoL 27 kap., LSS 24 a–g §§), MAS for a care injury (PSL 3 kap.).
 * A danger is told by the law of the case, and both where none is stated yet. Unsure counts as yes. A lex case is theirs already.
 */
export function alertedOf({ desc, assessment: { triage } }: Pick<ExistingCase, 'desc' | 'assessment'>): readonly ('sas' | 'mas')[] {
  if (triage === null || (desc.kind !== 'complaint' && desc.kind !== 'deviation')) return [];
  const laws = desc.lawAreas ?? [];
  const isDanger = triage.danger !== 'no';
  const sas = triage.irregularity !== 'no' || (isDanger && (laws.length === 0 || laws.some((law) => law !== 'HSL')));
  const mas = triage.careInjury !== 'no' || (isDanger && (laws.length === 0 || laws.includes('HSL')));
  return [...(sas ? (['sas'] as const) : []), ...(mas ? (['mas'] as const) : [])];
}

/**
 * The roles that the case calls for: alerted by the first assessment as long as its answer stands, or owing something that is not done. Who
 * is to act must be able to open what they are to act on, under whichever law it was registered.
 */
export const calledIn = (state: Pick<ExistingCase, 'desc' | 'assessment' | 'duties'>): readonly Role[] => [
  ...new Set([...alertedOf(state), ...state.duties.flatMap(({ closed, owner }) => (closed === null ? [owner.split('@')[0] as Role] : []))]),
];
