import type { Lack } from '../../errors.js';
import { addDuration } from '../../law/calendar.js';

/** An action is done within two years, and its effect judged when it is done and within three. */
export function dayLacks(command: string, days: { readonly due: string; readonly effectDue: string | null }, today: string): readonly Lack[] {
  const { due, effectDue } = days;
  return [
    ...(due < today ? [{ field: `${command}.due`, text: 'Dagen har redan passerat' }] : []),
    ...(due > addDuration(today, 'P2Y') ? [{ field: `${command}.due`, text: 'Åtgärden ska vara klar inom två år' }] : []),
    ...(effectDue !== null && effectDue < due ? [{ field: `${command}.effectDue`, text: 'Effekten kan inte bedömas innan åtgärden ska vara klar' }] : []),
    ...(effectDue !== null && effectDue > addDuration(today, 'P3Y') ? [{ field: `${command}.effectDue`, text: 'Effekten ska bedömas inom tre år' }] : []),
  ];
}

export const dueForm = { label: 'När ska den vara klar?' };
export const effectDueForm = { label: 'När ska effekten bedömas?', hint: 'Den dagen frågas den som är ansvarig om den har hjälpt.' };
