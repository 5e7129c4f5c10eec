import type { VNode } from 'preact';
import { Deadline, longDate } from './deadline.js';

const MONTH_MS = 31 * 86_400_000;

/** The next day of a record: as a deadline when it is near or past, with its year when it is far off. */
export const DueDay = ({ due, now }: { readonly due: string | null; readonly now: string }): VNode =>
  due !== null && Date.parse(due) - Date.parse(now) > MONTH_MS ? <span class="due">{longDate(due)}</span> : <Deadline due={due} now={now} isLaw={false} />;
