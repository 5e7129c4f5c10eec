import { type FigureCode, withoutFigures } from './markup.js';
import type { KnownTable, NumberRemark } from './typed-numbers.js';

/** What a text says of all, or of none, where the register counts some that it is not so of. */
export interface ClaimRemark {
  readonly kind: 'claim';
  /** The title of the table. */
  readonly title: string;
  /** The words of the text. */
  readonly words: string;
  /** What is counted, as the column is headed, and how many. */
  readonly label: string;
  readonly count: number;
  /** The live figure that counts them. */
  readonly code: FigureCode;
}

/** What is pointed out in a text. */
export type Remark = NumberRemark | ClaimRemark;

/** Where the text and a table say different things: it is explained before the report is frozen. */
export const isContradiction = (remark: Remark): boolean => remark.kind !== 'same';

interface Claim {
  readonly says: RegExp;
  readonly report: string;
  /** A column that has to be zero for the claim to hold. */
  readonly column: string;
}

const WORD = String.raw`[\p{L}][\p{L}-]*`;
/** “Samtliga granskningar”, “alla våra risker”: so many words may stand between. */
const ofAll = (subject: string): RegExp => new RegExp(String.raw`(?<!\p{L})(?:samtliga|alla|varje)\s+(?:${WORD},?\s+){0,3}?${subject}${WORD}`, 'iu');
/** “Inget avvikande framkom vid dessa genomgångar”. */
const ofNone = (subject: string): RegExp =>
  new RegExp(
    String.raw`(?<!\p{L})(?:inget|inga|ingen)\s+(?:${WORD}\s+){0,2}?(?:avvik|anmärkning|brist)\p{L}*(?:\s+${WORD}){0,6}?\s+\p{L}*${subject}\p{L}*`,
    'iu',
  );
const REVIEWED = '(?:granskning|tillsyn)';
const CHECKED = '(?:egenkontroll|kontroll|genomgång)';

const claims: readonly Claim[] = [
  { says: ofAll(REVIEWED), report: 'supervision', column: 'ongoing' },
  { says: ofAll(REVIEWED), report: 'supervision', column: 'unanswered' },
  { says: ofNone(`(?:${REVIEWED}|genomgång)`), report: 'supervision', column: 'criticism' },
  { says: ofAll('egenkontroll'), report: 'self-inspections', column: 'notDone' },
  { says: ofNone(CHECKED), report: 'self-inspections', column: 'notApproved' },
  { says: ofAll('(?:kritiska\\s+)?risk'), report: 'risks', column: 'unanswered' },
  { says: ofAll('åtgärd'), report: 'actions', column: 'late' },
];

/** The reports whose tables a text is compared with, wherever in the document they stand. */
export const claimedOf: readonly string[] = [...new Set(claims.map(({ report }) => report))];

/**
 * Sentences that say something of all or of none, where a table counts what is not so (R-343; document 002 says that all reviews are settled, and that
 * two go on). Pure, and no proof: it points out. What nobody has reported contradicts nothing.
 */
export function claimsOn(text: string, tables: readonly KnownTable[]): readonly ClaimRemark[] {
  const typed = withoutFigures(text);
  return claims.flatMap(({ says, report, column }): readonly ClaimRemark[] => {
    const table = tables.find((one) => one.report === report);
    const counted = table?.columns.find((one) => one.code.column === column);
    const words = says.exec(typed)?.[0];
    const count = counted?.value ?? 0;
    if (table === undefined || counted === undefined || words === undefined || count === 0) return [];
    return [{ kind: 'claim', title: table.title, words: words.replaceAll(/\s+/g, ' '), label: counted.label, count, code: counted.code }];
  });
}
