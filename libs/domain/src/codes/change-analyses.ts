import type { Code, CodeOf } from './code.js';

/** What a planned change is judged by before it is decided on (document 004; R-245). */
export const changeAspects = [
  { code: 'quality', label: 'Kvalitet' },
  { code: 'patientSafety', label: 'Patientsäkerhet' },
  { code: 'workEnvironment', label: 'Arbetsmiljö' },
  { code: 'economy', label: 'Ekonomi' },
] as const satisfies readonly Code[];
export type ChangeAspect = CodeOf<typeof changeAspects>;

export const aspectVerdicts = [
  { code: 'risks', label: 'Det finns risker' },
  { code: 'none', label: 'Inga risker hittades' },
] as const satisfies readonly Code[];
export type AspectVerdict = CodeOf<typeof aspectVerdicts>;

/** Who took part in the analysis. */
export const changeParticipants = [
  { code: 'staff', label: 'Medarbetare' },
  { code: 'safetyRepresentative', label: 'Skyddsombud' },
  { code: 'union', label: 'Facklig organisation' },
  { code: 'serviceUsers', label: 'Brukare eller närstående' },
  { code: 'masOrMar', label: 'MAS eller MAR' },
  { code: 'others', label: 'Andra' },
] as const satisfies readonly Code[];

/** Collaboration with the unions about the change. */
export const unionContacts = [
  { code: 'collaborated', label: 'Samverkan är gjord' },
  { code: 'notNeeded', label: 'Förändringen kräver ingen samverkan' },
] as const satisfies readonly Code[];
export type UnionContact = CodeOf<typeof unionContacts>;

export const changeDecisions = [
  { code: 'go', label: 'Genomförs' },
  { code: 'goWithActions', label: 'Genomförs, med åtgärder mot riskerna' },
  { code: 'stop', label: 'Genomförs inte' },
] as const satisfies readonly Code[];
export type ChangeDecision = CodeOf<typeof changeDecisions>;

export const changeResults = [
  { code: 'asPlanned', label: 'Blev som det var tänkt' },
  { code: 'partly', label: 'Blev delvis som det var tänkt' },
  { code: 'no', label: 'Blev inte som det var tänkt' },
] as const satisfies readonly Code[];
export type ChangeResult = CodeOf<typeof changeResults>;

export const changeAnalysisStatuses = [
  { code: 'analysing', label: 'Analyseras' },
  { code: 'decided', label: 'Beslutad, ska följas upp' },
  { code: 'followedUp', label: 'Uppföljd' },
  { code: 'stopped', label: 'Genomförs inte' },
  { code: 'ended', label: 'Avslutad utan beslut' },
] as const satisfies readonly Code[];
