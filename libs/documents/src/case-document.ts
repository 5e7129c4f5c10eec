/** A line of a paragraph's head: what, and what is said of it. */
export interface Fact {
  readonly term: string;
  readonly text: string;
}

/** Words under a heading of their own, with where they come from. */
export interface Passage {
  readonly heading?: string;
  readonly text: string;
  readonly note?: string;
}

export interface Section {
  readonly heading: string;
  /** Said where there is nothing else to say. */
  readonly lead?: string;
  readonly facts?: readonly Fact[];
  readonly passages?: readonly Passage[];
}

/** A document of a case, as it is drawn up: a heading, what it is about, sections, and a foot that says when and of what. */
export interface CaseDocument {
  readonly title: string;
  readonly about: string;
  readonly facts: readonly Fact[];
  readonly sections: readonly Section[];
  readonly foot: string;
  /** The day it is drawn up, yyyy-mm-dd: the same content drawn up the same day is the same file to the byte. */
  readonly day: string;
}
