import type { Code, CodeOf } from './code.js';

/** Why a case becomes, or gives rise to, one of another kind (docs/law/conversions.md). */
export const conversionReasons = [
  { code: 'raised', label: 'Lyfts: det är eller kan vara allvarligare' },
  { code: 'downgraded', label: 'Sänks: det är inte vad det rapporterades som' },
  { code: 'otherLaw', label: 'Bedöms också enligt en annan lag' },
] as const satisfies readonly Code[];
export type ConversionReason = CodeOf<typeof conversionReasons>;

/** What happens to the case that it came from. */
export const conversionWays = [
  { code: 'convertedFrom', label: 'Övergår: utreds och bedöms i det nya ärendet' },
  { code: 'raisedFrom', label: 'Väcker ett nytt ärende: det här utreds vidare för sin del' },
  { code: 'sibling', label: 'Samma händelse bedöms också enligt en annan lag' },
] as const satisfies readonly Code[];
export type ConversionWay = CodeOf<typeof conversionWays>;
