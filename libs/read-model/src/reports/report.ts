/** A table over facts. What a report is beyond its counting is said here and nowhere else. */
export interface ReportDefinition {
  readonly id: string;
  readonly title: string;
  /** What is counted and what not, for the one who reads the table. */
  readonly definition: string;
  /** Kind whose attestation makes a zero a zero. */
  readonly kind: string;
  /** SQL over a fact_case row `c`: which cases the table is about; period, cancelled and unit are the engine's. */
  readonly where: string;
  /** SQL that gives the row of a mark; `m` is the mark where `marks` is given. */
  readonly row: string;
  /** SQL that tells marks of one row apart by a division's own list, or null. */
  readonly detail: string;
  /** SQL of an array column of `c`, unnested as `m`, where a case may have several marks. */
  readonly marks?: string;
  /** SQL that is true for what is left out unless asked for: it is counted beside. */
  readonly aside: string;
  readonly rows: readonly { readonly code: string; readonly label: string }[];
  /** The row that a division's own rows (`local`) become above the division, where the report has such. */
  readonly localInto?: string;
  /** Which list the details are of. */
  readonly localList: 'sourceName' | 'categoryOther';
  /** What the table should say beside its figures. */
  readonly notes: (counted: Counted) => readonly string[];
}

/** What a report's notes are made of. */
export interface Counted {
  readonly count: number | null;
  readonly cases: number | null;
  readonly aside: number;
  readonly asideIncluded: boolean;
  /** Marks by row and label of the local entry; label null = no explanation. */
  readonly details: readonly { readonly row: string; readonly label: string | null; readonly n: number }[];
  /** Whether the table is of a division or below it, where its own rows and labels may stand. */
  readonly withinDivision: boolean;
}

export interface ReportTable {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly scope: {
    readonly unit: string;
    readonly from: string;
    readonly to: string;
    readonly asOf: string | null;
    readonly organisation: 'now' | 'then';
    readonly position: number;
  };
  /** `count` is the asked unit's number; the others are the parts it is the sum of. */
  readonly columns: readonly { readonly id: string; readonly title: string }[];
  readonly rows: readonly { readonly code: string; readonly label: string; readonly values: Readonly<Record<string, number | null>>; readonly cases: string }[];
  readonly totals: { readonly count: number | null; readonly cases: number | null };
  readonly attested: { readonly units: number; readonly of: number };
  readonly notes: readonly string[];
}
