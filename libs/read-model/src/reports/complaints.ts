import type { CountedReport } from './report.js';

/** Praise is not counted as a complaint, and its number is given beside the table (R-016, AC-10). */
export const praiseApart: Pick<CountedReport, 'aside' | 'asides'> = {
  aside: "CASE WHEN c.opinion_type = 'praise' THEN 'praise' END",
  asides: { praise: { withPraise: true, says: (n, included) => (included ? `Beröm är inräknat: ${n}.` : `Beröm, som inte räknas in: ${n}.`) } },
};
