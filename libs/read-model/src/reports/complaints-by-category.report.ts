import { complaintCategories } from '#domain/codes/complaint-categories';
import { praiseNote } from './complaints.js';
import type { Counted, ReportDefinition } from './report.js';

/** What complaints are about: several categories a case, so marks are counted apart from cases (R-034, AC-07). */
export const complaintsByCategory: ReportDefinition = {
  id: 'complaints-by-category',
  title: 'Klagomål och synpunkter efter kategori',
  definition:
    'Markeringar av kategori på ärenden av slaget klagomål, synpunkt eller förslag, räknade på den dag ärendet togs emot. Ett ärende kan ha flera kategorier. Makulerade ärenden räknas inte. Beröm räknas inte om det inte begärs.',
  kind: 'complaint',
  where: "c.kind = 'complaint'",
  marks: 'c.categories',
  row: "coalesce(m, 'notStated')",
  detail: "CASE WHEN m = 'other' THEN c.category_other END",
  aside: "c.opinion_type = 'praise'",
  rows: complaintCategories,
  localList: 'categoryOther',
  notes: (counted) => [...severalNote(counted), ...otherNotes(counted), ...praiseNote(counted)],
};

const severalNote = ({ count, cases }: Counted): readonly string[] =>
  count !== null && cases !== null && count !== cases ? [`Ett ärende kan ha flera kategorier: ${count} markeringar i ${cases} ärenden.`] : [];

function otherNotes({ details, withinDivision }: Counted): readonly string[] {
  const other = details.filter(({ row }) => row === 'other');
  const unexplained = other.filter(({ label }) => label === null).reduce((sum, { n }) => sum + n, 0);
  const named = withinDivision ? other.flatMap(({ label, n }) => (label === null ? [] : [`Annat: ${label} – ${n}`])) : [];
  return [...named, ...(unexplained === 0 ? [] : [`Varning: ${unexplained} av ”Annat” saknar förklaring.`])];
}
