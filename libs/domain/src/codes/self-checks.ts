import type { Code, CodeOf } from './code.js';

/** What a self-check came to. One that was never carried out is not one that failed. */
export const checkVerdicts = [
  { code: 'approved', label: 'Godkänd' },
  { code: 'notApproved', label: 'Ej godkänd' },
  { code: 'notDone', label: 'Ej genomförd' },
] as const satisfies readonly Code[];
export type CheckVerdict = CodeOf<typeof checkVerdicts>;

export const selfCheckStatuses = [
  { code: 'planned', label: 'Planerad' },
  { code: 'approved', label: 'Senast godkänd' },
  { code: 'notApproved', label: 'Senast ej godkänd' },
  { code: 'notDone', label: 'Senast ej genomförd' },
  { code: 'ended', label: 'Avslutad' },
] as const satisfies readonly Code[];

/** How the check is made. */
export const checkWays = [
  { code: 'questions', label: 'Frågor som besvaras ja eller nej' },
  { code: 'sample', label: 'Frågor om ärenden som Gensvar drar slumpvis' },
  { code: 'computed', label: 'Gensvar räknar ut det ur ärendena' },
  { code: 'other', label: 'På annat sätt, resultatet skrivs in' },
] as const satisfies readonly Code[];
export type CheckWay = CodeOf<typeof checkWays>;

/** What can be computed from the cases. */
export const checkMeasures = [
  { code: 'complaintsCategorised', label: 'Klagomål som har en kategori' },
  { code: 'answeredInTime', label: 'Klagomål besvarade inom kommunens egen tid' },
  { code: 'receiptConfirmed', label: 'Klagomål där mottagandet är bekräftat' },
] as const satisfies readonly Code[];
export type CheckMeasure = CodeOf<typeof checkMeasures>;

export const checkAnswers = [
  { code: 'yes', label: 'Ja' },
  { code: 'no', label: 'Nej' },
  { code: 'notApplicable', label: 'Inte aktuellt' },
] as const satisfies readonly Code[];
export type CheckAnswer = CodeOf<typeof checkAnswers>;

/** Why a check was begun. */
export const checkTriggers = [
  { code: 'deviations', label: 'Avvikelser eller klagomål' },
  { code: 'incident', label: 'En händelse' },
  { code: 'risk', label: 'En risk' },
  { code: 'supervision', label: 'Tillsyn eller granskning' },
  { code: 'law', label: 'Lag eller föreskrift' },
  { code: 'goals', label: 'Politiska mål eller uppdrag' },
  { code: 'priority', label: 'Årets prioriterade område' },
] as const satisfies readonly Code[];
export type CheckTrigger = CodeOf<typeof checkTriggers>;

/** The months of the yearly wheel. */
export const months = [
  { code: '01', label: 'Januari' },
  { code: '02', label: 'Februari' },
  { code: '03', label: 'Mars' },
  { code: '04', label: 'April' },
  { code: '05', label: 'Maj' },
  { code: '06', label: 'Juni' },
  { code: '07', label: 'Juli' },
  { code: '08', label: 'Augusti' },
  { code: '09', label: 'September' },
  { code: '10', label: 'Oktober' },
  { code: '11', label: 'November' },
  { code: '12', label: 'December' },
] as const satisfies readonly Code[];
export type Month = CodeOf<typeof months>;

/** The posts that a check may be planned for. */
export const checkRoles = [
  { code: 'enhetschef', label: 'Enhetschef' },
  { code: 'avdelningschef', label: 'Avdelningschef' },
  { code: 'verksamhetschef', label: 'Verksamhetschef' },
  { code: 'verksamhetschefHsl', label: 'Verksamhetschef enligt HSL' },
  { code: 'socialchef', label: 'Socialchef' },
  { code: 'sas', label: 'Socialt ansvarig samordnare (SAS)' },
  { code: 'mas', label: 'Medicinskt ansvarig sjuksköterska (MAS)' },
  { code: 'mar', label: 'Medicinskt ansvarig för rehabilitering (MAR)' },
  { code: 'controller', label: 'Kvalitetscontroller' },
] as const satisfies readonly Code[];
