import { blocksOf, figureCode, figuresIn } from './markup.js';
import { remarksOn } from './typed-numbers.js';

const total = (report: string) => ({ report, row: null, column: null });
const lexSarah = {
  report: 'lex-sarah-by-kind',
  title: 'Lex Sarah',
  total: 12,
  columns: [],
  figures: [
    { code: { report: 'lex-sarah-by-kind', row: 'legalSecurity', column: null }, label: 'Brister i rättssäkerhet', value: 8 },
    { code: { report: 'lex-sarah-by-kind', row: 'execution', column: null }, label: 'Brister i utförande', value: 3 },
  ],
};

describe('The text of a section', () => {
  test('R-343 INC-01 ten and three typed by hand contradict the twelve of the table, as words and as digits', () => {
    const text = 'I avdelningen har tio Lex Sarah rapporterats inom äldreomsorg.\n\nInom socialpsykiatri har det inkommit 3 lex Sarah-rapporter.';
    expect(remarksOn(text, [lexSarah])).toEqual([{ kind: 'other', title: 'Lex Sarah', typed: [10, 3], total: 12, code: total('lex-sarah-by-kind') }]);
  });

  test('R-343 a number that a live figure has already is pointed out as the same, alone, as a part and as a sum of parts', () => {
    const kinds = (text: string) => remarksOn(text, [lexSarah]).map(({ kind, code }) => `${kind} ${figureCode(code)}`);
    expect(kinds('Under året kom 12 lex Sarah.')).toEqual(['same {siffra:lex-sarah-by-kind}']);
    expect(kinds('Det kom 9 lex Sarah, och tre lex Sarah.')).toEqual(['same {siffra:lex-sarah-by-kind}']);
    expect(kinds('Av dem gällde åtta nya lex Sarah handläggning.')).toEqual(['same {siffra:lex-sarah-by-kind.legalSecurity}']);
  });

  test('R-343 live figures, years, other matters and what nobody has reported are not compared', () => {
    expect(remarksOn('Det kom {siffra:lex-sarah-by-kind} lex Sarah, 2023 lex Sarah-utredare, 40 samtal.', [lexSarah])).toEqual([]);
    expect(remarksOn('Det kom 3 lex Sarah.', [{ ...lexSarah, total: null }])).toEqual([]);
  });

  test('R-184 paragraphs, headings, lists, links and figures are read; what is none of them stays as typed', () => {
    expect(blocksOf('## Vad vi såg\nEn rad\nen till {siffra:risks}\n\n- ett\n- två [regler](https://exempel.se/a)\n\n<b>{siffra:}[x](javascript:1)')).toEqual([
      { as: 'heading', content: [{ as: 'text', text: 'Vad vi såg' }] },
      {
        as: 'paragraph',
        content: [
          { as: 'text', text: 'En rad' },
          { as: 'text', text: ' ' },
          { as: 'text', text: 'en till ' },
          { as: 'figure', code: total('risks') },
        ],
      },
      {
        as: 'list',
        items: [
          [{ as: 'text', text: 'ett' }],
          [
            { as: 'text', text: 'två ' },
            { as: 'link', text: 'regler', href: 'https://exempel.se/a' },
          ],
        ],
      },
      { as: 'paragraph', content: [{ as: 'text', text: '<b>{siffra:}[x](javascript:1)' }] },
    ]);
  });

  test('R-184 a figure is read back as it was written', () => {
    const codes = [total('risks'), { report: 'complaints-by-source', row: 'relative', column: null }, { report: 'actions', row: 'routines', column: 'open' }];
    expect(figuresIn(codes.map(figureCode).join(' och '))).toEqual(codes);
  });
});
