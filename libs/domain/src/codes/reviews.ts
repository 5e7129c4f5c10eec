import type { Code, CodeOf } from './code.js';

/** Who reviews. */
export const reviewers = [
  { code: 'ivo', label: 'Inspektionen för vård och omsorg (IVO)' },
  { code: 'do', label: 'Diskrimineringsombudsmannen (DO)' },
  { code: 'jo', label: 'Justitieombudsmannen (JO)' },
  { code: 'environment', label: 'Miljö- och hälsoskydd' },
  { code: 'audit', label: 'Revisionen' },
  { code: 'qualityObserver', label: 'Kvalitetsobservatör' },
  { code: 'municipality', label: 'Kommunen själv' },
  { code: 'other', label: 'Annan granskare' },
  { code: 'notStated', label: 'Granskaren är inte angiven' },
] as const satisfies readonly Code[];
export type Reviewer = CodeOf<typeof reviewers>;

/** What kind of review it is; one may be of several. */
export const reviewKinds = [
  { code: 'governmentMandate', label: 'Tillsyn på regeringens uppdrag' },
  { code: 'national', label: 'Nationell tillsyn' },
  { code: 'inspection', label: 'Tillsyn eller inspektion av en verksamhet' },
  { code: 'individualCase', label: 'Granskning av individärende' },
  { code: 'afterLexSarah', label: 'Efter en lex Sarah' },
  { code: 'afterMedia', label: 'Efter uppgifter i medier' },
  { code: 'notEnforced', label: 'Icke verkställt beslut' },
  { code: 'audit', label: 'Revision' },
  { code: 'followUp', label: 'Verksamhetsuppföljning' },
  { code: 'observation', label: 'Besök av kvalitetsobservatör' },
  { code: 'ownReview', label: 'Egen granskning' },
  { code: 'qualityAccount', label: 'Kvalitetsredovisning från en utförare' },
] as const satisfies readonly Code[];
export type ReviewKind = CodeOf<typeof reviewKinds>;

/** Who is to state; a provider by its account of quality. */
export const statementGivers = [
  { code: 'unit', label: 'Enheten' },
  { code: 'board', label: 'Nämnden' },
  { code: 'provider', label: 'Utföraren' },
] as const satisfies readonly Code[];
export type StatementGiver = CodeOf<typeof statementGivers>;

/** What a provider's yearly account consists of. */
export const accountParts = [
  { code: 'annualReport', label: 'Verksamhetsberättelse' },
  { code: 'plan', label: 'Verksamhetsplan' },
  { code: 'patientSafetyReport', label: 'Patientsäkerhetsberättelse' },
] as const satisfies readonly Code[];
export type AccountPart = CodeOf<typeof accountParts>;

export const reviewStatuses = [
  { code: 'ongoing', label: 'Pågår' },
  { code: 'statementDue', label: 'Yttrande eller redovisning ska lämnas' },
  { code: 'toAnswer', label: 'Kritik utan åtgärd' },
  { code: 'decided', label: 'Beslut finns' },
  { code: 'closed', label: 'Avslutad' },
] as const satisfies readonly Code[];
