import type { Code, CodeOf } from './code.js';

/** The nine of document 002. `other` is told apart by `lexSarahKindOther`. */
export const lexSarahKinds = [
  { code: 'psychologicalAbuse', label: 'Psykiska övergrepp' },
  { code: 'physicalAbuse', label: 'Fysiska övergrepp' },
  { code: 'sexualAbuse', label: 'Sexuella övergrepp' },
  { code: 'financialAbuse', label: 'Ekonomiska övergrepp' },
  { code: 'deficientTreatment', label: 'Brister i bemötande' },
  { code: 'deficientLegalCertainty', label: 'Brister i rättssäkerhet vid handläggning och genomförande' },
  { code: 'deficientServiceDelivery', label: 'Brister i utförande av insats' },
  { code: 'deficientEnvironmentEquipmentOrTechnology', label: 'Brister i fysisk miljö, utrustning eller teknik' },
  { code: 'other', label: 'Annat' },
] as const satisfies readonly Code[];
export type LexSarahKind = CodeOf<typeof lexSarahKinds>;

/** From none to serious; the last two shall be notified to IVO (SoL 27 kap. 6 §, LSS 24 f §). */
export const lexSarahOutcomes = [
  { code: 'noIrregularity', label: 'Inget missförhållande' },
  { code: 'tangibleRiskOfIrregularity', label: 'Påtaglig risk för missförhållande' },
  { code: 'irregularity', label: 'Missförhållande' },
  { code: 'tangibleRiskOfSeriousIrregularity', label: 'Påtaglig risk för allvarligt missförhållande' },
  { code: 'seriousIrregularity', label: 'Allvarligt missförhållande' },
] as const satisfies readonly Code[];
export type LexSarahOutcome = CodeOf<typeof lexSarahOutcomes>;
