import type { Code, CodeOf } from './code.js';

interface KindCode extends Code {
  /** The letters a case number of this kind begins with. */
  readonly series: string;
}

export const kinds = [
  { code: 'complaint', label: 'Klagomål eller synpunkt', series: 'KLA' },
  { code: 'deviation', label: 'Avvikelse', series: 'AVV' },
  { code: 'lexSarah', label: 'Lex Sarah', series: 'LXS' },
  { code: 'lexMaria', label: 'Lex Maria', series: 'LXM' },
] as const satisfies readonly KindCode[];
export type Kind = CodeOf<typeof kinds>;

export const seriesOf = Object.fromEntries(kinds.map(({ code, series }) => [code, series])) as {
  readonly [K in (typeof kinds)[number] as K['code']]: K['series'];
};
