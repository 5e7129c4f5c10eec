import { hasCheckDigit, looksLikePersonalNumber, looksPersonal, personalNumberOf, personalNumbersIn } from './personal-data.js';

describe('What is shaped like a person’s data (R-316)', () => {
  test.each([
    '850101-1234',
    '8501011234',
    '19850101-1234',
    '198501011234',
    '850101+1234',
    '850101 1234',
    '850101.1234',
    '850101–1234',
    '850101—1234',
    '850101−1234',
    '850101 - 1234',
    '850101/1234',
    '85-01-01-1234',
    '85 01 01 1234',
    '1985-01-01-1234',
    '1985-01-01 1234',
    '1985.01.01.1234',
    '850161-1234',
    '850191-1234',
    '850060-1234',
    '850001-1234',
    '19850060-1234',
    '850101-T123',
    '19850101T123',
    '850101 t123',
    'dnr 850101-1234 b',
    'X850101-1234',
    '８５０１０１-1234',
    '850101\u00a01234',
  ])('“%s” is a personnummer or samordningsnummer', (text) => {
    expect([looksLikePersonalNumber(text), looksPersonal(text)]).toEqual([true, true]);
  });

  test.each([
    '070-174 06 11',
    '0701740611',
    '070 174 06 11',
    '08-123 456 78',
    '08 123 456',
    '+46701740611',
    '+46 70 174 06 11',
    '0046701740611',
    '(08) 123 456 78',
    'ring 070–174 06 11',
    'anna.andersson@example.org',
    'a@b.se',
    'Storgatan 12',
    'storgatan 12',
    'Lilla Kvarnvägen 3',
    'Storgatan.12',
  ])('“%s” is a phone number, an e-mail or an address', (text) => {
    expect(looksPersonal(text)).toBe(true);
  });

  test.each([
    'KS 2026/123',
    'SN-2026-00123',
    'SN 2026-001234',
    '2026-0001',
    '3.1.2-01234/2026-4',
    '6.5-2026-12345',
    'KLA-2026-0001',
    'LXS-2026-0005-2',
    'S4.7',
    'IVO-2026-0815',
    '2026:17',
    'hemtjanst.planering',
    'P-204',
    'Ekonomiskt bistånd',
    'Väg 27',
    'Hemtjänst Norra 2',
    'utskott',
  ])('“%s” is not: a number of a register, a code, the name of a unit', (text) => {
    expect(looksPersonal(text)).toBe(false);
  });
});

describe('A personnummer in a text', () => {
  test.each(['19121212-1212', '121212-1212', '191212121212', '1212121212', '121212+1212', '1912 12 12 1212', '121212–1212', '１２１２１２-1212'])(
    '“%s” is the same number, alone and among words',
    (written) => {
      expect(personalNumberOf(` ${written} `)?.digits).toBe('1212121212');
      expect(personalNumbersIn(`Hon (${written}) och 701063-2391`).map(({ digits }) => digits)).toEqual(['1212121212', '7010632391']);
      expect([personalNumberOf(`Hon ${written}`), personalNumberOf(`${written}, ${written}`)]).toEqual([null, null]);
    },
  );

  test.each([
    ['1212121212', true],
    ['1212121213', false],
    ['7010632391', true],
    ['850101T123', true],
  ])('%s has the right check digit: %s', (digits, right) => expect(hasCheckDigit({ digits })).toBe(right));
});
