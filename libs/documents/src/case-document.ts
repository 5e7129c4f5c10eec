/** A line at the head of a paragraph: name and value. */
export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** Words under a heading of their own, with their source. */
export interface Passage {
  readonly heading?: string;
  readonly text: string;
  readonly note?: string;
}

export interface Section {
  readonly heading: string;
  /** Shown where there is nothing else to show. */
  readonly lead?: string;
  readonly facts?: readonly Fact[];
  /** Row names first, then figures; each row has a cell for every column. */
  readonly table?: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly passages?: readonly Passage[];
}

/** A document of a case: a heading, what it is about, sections, and a foot with date and number. */
export interface CaseDocument {
  readonly title: string;
  readonly about: string;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly foot: string;
  /** The day it is made, yyyy-mm-dd: the same content made the same day is the same file to the byte. */
  readonly day: string;
}
