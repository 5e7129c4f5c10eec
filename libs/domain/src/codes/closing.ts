import type { Code, CodeOf } from './code.js';

export const closeReasons = [
  { code: 'actionsDoneAndEffectFollowed', label: 'Åtgärder genomförda och effekt följd' },
  { code: 'noDeficiency', label: 'Ingen brist' },
  { code: 'noActionNeeded', label: 'Brist, men ingen åtgärd behövdes' },
  { code: 'handledAtOnce', label: 'Åtgärdat direkt' },
  { code: 'continuedInOther', label: 'Övergått i annat ärende' },
  { code: 'handedOver', label: 'Överlämnat till annan huvudman eller vårdgivare' },
  { code: 'duplicate', label: 'Dubblett' },
  { code: 'withdrawnYetInvestigated', label: 'Återtagen av klaganden, ändå utredd' },
  { code: 'imported', label: 'Avslutat före importen' },
] as const satisfies readonly Code[];
export type CloseReason = CodeOf<typeof closeReasons>;

export const cancelReasons = [
  { code: 'wronglyRegistered', label: 'Felregistrerad' },
  { code: 'test', label: 'Testärende' },
] as const satisfies readonly Code[];
export type CancelReason = CodeOf<typeof cancelReasons>;
