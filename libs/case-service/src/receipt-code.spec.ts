import { codesMeant } from './receipt-code.js';

describe('A receipt code as it was written down', () => {
  test.each(['abcd efgh mnop q234', 'ABCD-EFGH-MNOP-Q234', ' ABCDEFGHMNOPQ234 ', 'abcd–efgh\u00a0mnop.q234', 'ＡＢＣＤEFGHMNOPQ234'])(
    '%s is the code',
    (typed) => {
      expect(codesMeant(typed)).toEqual(['ABCDEFGHMNOPQ234']);
    },
  );

  test('0 is read as O, 8 as B, and 1 as I or L', () => {
    expect(codesMeant('0BCD 8FGH MNOP Q234')).toEqual(['OBCDBFGHMNOPQ234']);
    expect(codesMeant('1BCD EFGH MNOP Q231')).toEqual(['IBCDEFGHMNOPQ23I', 'IBCDEFGHMNOPQ23L', 'LBCDEFGHMNOPQ23I', 'LBCDEFGHMNOPQ23L']);
  });

  test('a longer or shorter text, or one of ones alone, is no code', () => {
    for (const typed of ['', 'ABCD', 'ABCDEFGHMNOPQ2345', '1'.repeat(16), 'ÅÄÖ!']) expect(codesMeant(typed)).toEqual([]);
  });
});
