import type { HslOutcome } from '../codes/hsl.js';
import type { LexSarahOutcome } from '../codes/lex-sarah.js';

const notifiable: ReadonlySet<string> = new Set<LexSarahOutcome | HslOutcome>([
  'tangibleRiskOfSeriousIrregularity',
  'seriousIrregularity',
  'couldHaveCausedSeriousCareInjury',
  'seriousCareInjury',
]);

/** The outcomes that the law says shall be notified to IVO (SoL 27 kap. 6 §, LSS 24 f §, PSL 3 kap. 5 §); a decision not to is impossible for them. */
export const shallBeNotified = (outcome: { readonly outcome?: string | null; readonly hslOutcome?: string | null } | null): boolean =>
  outcome !== null && (notifiable.has(outcome.outcome ?? '') || notifiable.has(outcome.hslOutcome ?? ''));
