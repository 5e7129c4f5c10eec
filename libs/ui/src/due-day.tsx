import type { VNode } from 'preact';
import { Deadline, longDate } from './deadline.js';

const MONTH_MS = 31 * 86_400_000;

interface DueDayProps {
  readonly due: string | null;
  readonly now: string;
  /** The day as far as it is known, where that is not to the day: then it is shown so until it has passed. */
  readonly known?: string | null;
}

/** The next day of a record: as a deadline when it is near or past, with its year when it is far off. */
export const DueDay = ({ due, now, known = null }: DueDayProps): VNode =>
  due !== null && known !== null && due > now ? (
    <span class="due">{known}</span>
  ) : due !== null && Date.parse(due) - Date.parse(now) > MONTH_MS ? (
    <span class="due">{longDate(due)}</span>
  ) : (
    <Deadline due={due} now={now} isLaw={false} />
  );
