import type { AnyRecordType, RecordFacts } from './record-type.js';

/** A heading made of codes, numbers and days, where a type has no text that could be one. */
export interface CodedHeading {
  /** What the heading is, over its column in a list. */
  readonly term: string;
  /** Never a person's words: it stands in mails, titles of windows and links from other records too. */
  of(values: RecordFacts['values']): string;
}

type Headed = Pick<AnyRecordType, 'heading' | 'standing'>;

/** The heading where no words may stand; null where the type is headed by a text. */
export const codedHeading = ({ heading }: Pick<Headed, 'heading'>, values: RecordFacts['values']): string | null =>
  typeof heading === 'string' ? null : heading.of(values);

/** The heading for one who reads the words; null as long as they are not written. */
export const headingOf = (
  { heading }: Pick<Headed, 'heading'>,
  values: RecordFacts['values'],
  texts: Readonly<Record<string, string | undefined>>,
): string | null => (typeof heading === 'string' ? (texts[heading] ?? null) : heading.of(values));

export const headingTerm = ({ heading, standing }: Headed): string => (typeof heading === 'string' ? (standing[heading] ?? '') : heading.term);
