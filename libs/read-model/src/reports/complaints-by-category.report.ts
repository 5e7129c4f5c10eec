import { complaintCategories } from '#domain/codes/complaint-categories';
import { praiseApart } from './complaints.js';
import { otherNotes, severalNote } from './marks.js';
import type { CountedReport } from './report.js';

/** What complaints are about: several categories a case, so marks are counted apart from cases (R-034, AC-07). */
export const complaintsByCategory: CountedReport = {
  shape: 'counted',
  id: 'complaints-by-category',
  group: 'complaints',
  question: 'Vad handlar klagomålen om?',
  title: 'Klagomål och synpunkter efter kategori',
  definition:
    'Markeringar av kategori på ärenden av slaget klagomål, synpunkt eller förslag, räknade på den dag ärendet togs emot. Ett ärende kan ha flera kategorier. Makulerade ärenden räknas inte. Beröm räknas inte om det inte begärs.',
  kinds: ['complaint'],
  where: "c.kind = 'complaint'",
  marks: 'c.categories',
  row: "coalesce(m, 'notStated')",
  detail: "CASE WHEN m = 'other' THEN c.category_other END",
  ...praiseApart,
  ofCases: true,
  rows: complaintCategories,
  localList: 'categoryOther',
  notes: (counted) => [...severalNote(counted), ...otherNotes(counted)],
};
