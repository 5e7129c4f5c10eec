import type { Code, CodeOf } from './code.js';

/** Who answered. */
export const surveyGroups = [
  { code: 'children', label: 'Barn' },
  { code: 'childrenUnder13', label: 'Barn under 13 år' },
  { code: 'youth', label: 'Ungdomar' },
  { code: 'youth13to17', label: 'Ungdomar 13–17 år' },
  { code: 'guardians', label: 'Vårdnadshavare' },
  { code: 'adults', label: 'Föräldrar eller andra vuxna' },
  { code: 'serviceUsers', label: 'Brukare' },
  { code: 'relatives', label: 'Närstående' },
  { code: 'staff', label: 'Medarbetare' },
  { code: 'all', label: 'Alla svarande' },
] as const satisfies readonly Code[];
export type SurveyGroup = CodeOf<typeof surveyGroups>;

export const surveyStatuses = [
  { code: 'planned', label: 'Planerad' },
  { code: 'ongoing', label: 'Pågår' },
  { code: 'done', label: 'Redovisad' },
  { code: 'notDone', label: 'Inte genomförd' },
] as const satisfies readonly Code[];
