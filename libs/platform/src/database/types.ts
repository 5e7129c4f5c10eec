/** The parser pg asks for by type number and wire format. */
type Parser = (text: string) => unknown;
type ParserLookup = (oid: number, format?: 'text' | 'binary') => Parser;

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;
const TIMESTAMPTZ = 1184;
const TEXT_ARRAY = 1009;
const ARRAY_OF: Record<number, number> = { 1016: INT8, 1231: NUMERIC, 1182: DATE, 1185: TIMESTAMPTZ };

/**
 * A timestamptz as PostgreSQL prints it in UTC (`2024-01-02 03:04:05.123+00`) as an ISO instant with milliseconds and Z.
 * Text on both sides, since a Date would depend on this machine's time zone.
 */
export function isoInstant(text: string): string {
  if (!text.endsWith('+00')) return text;
  const fraction = text.slice(20, -3);
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction.padEnd(3, '0').slice(0, 3)}Z`;
}

const scalar: Record<number, Parser> = {
  [INT8]: Number,
  [NUMERIC]: Number,
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: isoInstant,
};

/**
 * pg's own parsers except: int8 and numeric → number (positions and counts are safe integers; the open end of a validity,
 * 9223372036854775807, is not: compare it in SQL), date → 'YYYY-MM-DD', timestamptz → ISO instant; arrays likewise.
 */
export function parsers(standard: ParserLookup): { getTypeParser: ParserLookup } {
  const getTypeParser: ParserLookup = (oid, format) => {
    if (format === 'binary') return standard(oid, format);
    const element = ARRAY_OF[oid];
    if (element === undefined) return scalar[oid] ?? standard(oid, format);
    const parse = scalar[element] as Parser;
    const split = standard(TEXT_ARRAY, 'text') as (text: string) => (string | null)[];
    return (text) => split(text).map((part) => (part === null ? null : parse(part)));
  };
  return { getTypeParser };
}
