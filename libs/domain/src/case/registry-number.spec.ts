import { registryNumber, typedNumber } from '../shapes.schema.js';

describe('The number of a register (OSL 5 kap. 2 §)', () => {
  test.each([
    'KS 2026/123',
    'KS 2026-123',
    'SN-2026-00123',
    'SN2026/00123',
    '2026/123-4',
    'ÄN 2026:17',
    'Dnr KS 2026/123',
    'Dnr: VON/2026:45',
    '3.1.2-01234/2026-4',
    'IVO 3.4.1-01234/2026',
    'V2026/12345',
    '2026-SOC-0012',
    '123/26',
    'PAPPER-17',
    'sn.2026.4',
    '4711',
  ])('%s is taken as it is written', (written) => {
    expect(typedNumber.parse(` ${written} `)).toBe(written);
    expect(registryNumber.parse(written)).toBe(written);
  });

  test('a dash and blanks of another kind are the typist’s', () => {
    expect(typedNumber.parse('KS\u00a02026–123')).toBe('KS 2026-123');
    expect(typedNumber.parse('A\u030AN  2026/1')).toBe('ÅN 2026/1');
  });

  test.each([
    'Anna Andersson',
    'Anna Andersson 2026/1',
    'KS 2026/1 Andersson',
    'a b',
    '',
    '?',
    'Anna 1 Bo Ek',
    '850101-1234',
    'KS 19850101 1234',
    '2026/1'.repeat(20),
  ])('%j has no place here', (written) => {
    expect(typedNumber.safeParse(written).success).toBe(false);
  });
});
