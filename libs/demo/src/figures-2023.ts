import type { ComplaintCategory } from '#domain/codes/complaint-categories';
import type { OpinionType } from '#domain/codes/opinion-types';
import type { Source } from '#domain/codes/sources';

/** A division's year: from whom, and what it was about. A case has one source and one category or several. */
export interface DivisionYear {
  readonly division: 'iof' | 'smf' | 'afs';
  readonly opinionType: OpinionType;
  /** `sourceName` is the division's own row, where it has one. */
  readonly sources: readonly { readonly source: Source; readonly sourceName?: string; readonly count: number }[];
  readonly categories: readonly { readonly category: ComplaintCategory; readonly count: number }[];
  /** What the division wrote for "Annat"; absent where it wrote nothing. */
  readonly other?: string;
  /** The units that the cases are spread over: invented, the document names the divisions only. */
  readonly units: readonly string[];
}

/**
 * Complaints of 2023 as the quality report counts them (document 002, Klagomål, synpunkter och avvikelser):
 * the figures are from there, everything else about the cases is invented.
 */
export const year2023: readonly DivisionYear[] = [
  {
    division: 'iof',
    opinionType: 'complaint',
    sources: [
      { source: 'serviceUserOrGuardian', count: 37 },
      { source: 'relative', count: 2 },
      { source: 'local', sourceName: 'Advokatbyrå', count: 1 },
      { source: 'local', sourceName: 'Familjehem', count: 1 },
      { source: 'officialOrAuthority', count: 1 },
    ],
    categories: [
      { category: 'treatment', count: 22 },
      { category: 'caseHandling', count: 24 },
      { category: 'serviceDelivery', count: 6 },
      { category: 'accessibility', count: 2 },
      { category: 'physicalEnvironment', count: 1 },
      { category: 'information', count: 9 },
      { category: 'collaboration', count: 1 },
      { category: 'other', count: 3 },
    ],
    other: 'Ekonomi',
    units: ['iof-barn-unga', 'iof-vuxen', 'iof-ekonomi', 'iof-familjeratt'],
  },
  {
    division: 'smf',
    opinionType: 'praise',
    sources: [{ source: 'serviceUserOrGuardian', count: 3 }],
    categories: [{ category: 'serviceDelivery', count: 3 }],
    units: ['smf-medborgarservice', 'smf-ungdom'],
  },
  {
    division: 'afs',
    opinionType: 'complaint',
    sources: [
      { source: 'serviceUserOrGuardian', count: 64 },
      { source: 'relative', count: 73 },
      { source: 'staff', count: 60 },
      { source: 'officialOrAuthority', count: 2 },
    ],
    categories: [
      { category: 'treatment', count: 23 },
      { category: 'caseHandling', count: 1 },
      { category: 'serviceDelivery', count: 105 },
      { category: 'accessibility', count: 60 },
      { category: 'physicalEnvironment', count: 2 },
      { category: 'information', count: 1 },
      { category: 'other', count: 7 },
    ],
    units: ['afs-hemtjanst-norra', 'afs-hemtjanst-sodra', 'afs-vardboende-linden', 'afs-bestallare', 'afs-daglig-verksamhet', 'afs-socialpsykiatri'],
  },
];
