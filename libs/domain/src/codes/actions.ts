import type { Code, CodeOf } from './code.js';

export const actionAreas = [
  { code: 'staffing', label: 'Bemanning' },
  { code: 'sharedWithOtherProvider', label: 'Delges annan vårdgivare' },
  { code: 'physicalEnvironment', label: 'Fysisk miljö' },
  { code: 'organisation', label: 'Organisation' },
  { code: 'policeReport', label: 'Polisanmälan' },
  { code: 'routines', label: 'Rutiner och arbetssätt' },
  { code: 'supportToIndividual', label: 'Stöd till brukare eller patient' },
  { code: 'followUpOfDecisions', label: 'Uppföljning av beslut och planer' },
  { code: 'training', label: 'Utbildning och handledning' },
  { code: 'technology', label: 'Teknik och utrustning' },
  { code: 'information', label: 'Information' },
  { code: 'contractFollowUp', label: 'Avtalsuppföljning' },
  { code: 'employmentLaw', label: 'Arbetsrättslig' },
  { code: 'other', label: 'Annat' },
] as const satisfies readonly Code[];
export type ActionArea = CodeOf<typeof actionAreas>;

export const actionHorizons = [
  { code: 'immediate', label: 'Omedelbar' },
  { code: 'shortTerm', label: 'Kortsiktig' },
  { code: 'longTerm', label: 'Långsiktig' },
] as const satisfies readonly Code[];
export type ActionHorizon = CodeOf<typeof actionHorizons>;

export const actionPlanes = [
  { code: 'inCase', label: 'I ärendet' },
  { code: 'inOperation', label: 'I verksamheten' },
] as const satisfies readonly Code[];
export type ActionPlane = CodeOf<typeof actionPlanes>;

export const actionStatuses = [
  { code: 'planned', label: 'Planerad' },
  { code: 'ongoing', label: 'Pågår' },
  { code: 'done', label: 'Genomförd' },
  { code: 'dropped', label: 'Avförd' },
] as const satisfies readonly Code[];
export type ActionStatus = CodeOf<typeof actionStatuses>;

/** Whether the action did what it was for. */
export const effects = [
  { code: 'yes', label: 'Effekt nådd' },
  { code: 'partly', label: 'Delvis effekt' },
  { code: 'no', label: 'Ingen effekt' },
] as const satisfies readonly Code[];
export type Effect = CodeOf<typeof effects>;

/** How an action that is a record of its own stands. */
export const actionStates = [
  { code: 'proposed', label: 'Föreslagen' },
  { code: 'decided', label: 'Beslutad' },
  { code: 'ongoing', label: 'Pågår' },
  { code: 'done', label: 'Genomförd, effekten inte bedömd' },
  { code: 'judged', label: 'Effekten bedömd' },
  { code: 'dropped', label: 'Avförd' },
] as const satisfies readonly Code[];
export type ActionState = CodeOf<typeof actionStates>;
