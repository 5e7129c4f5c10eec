import { isEmailAddress } from './email.js';

describe('An e-mail address', () => {
  test.each([
    'namn@exempel.se',
    'för.efter+tagg@exempel.se',
    'namn@fönster.åre.se',
    'åsa@exempel.se',
    'namn@xn--fnster-yxa.se',
    'namn@exempel.xn--p1ai',
    'info@пример.рф',
    "o'hara@exempel.se",
    'a@b-c.de',
  ])('%s is one', (text) => {
    expect(isEmailAddress(text)).toBe(true);
  });

  test.each([
    '',
    'namn',
    'namn@',
    '@exempel.se',
    'namn@exempel',
    'namn@exempel..se',
    'namn@-exempel.se',
    'namn@exempel.se, annan@exempel.se',
    'namn@exempel.se\nBcc: annan@exempel.se',
    'namn namn@exempel.se',
    'namn@ex empel.se',
    '<namn@exempel.se>',
    'namn@exempel.se.',
    '.namn@exempel.se',
    'namn@127.0.0.1',
    `${'n'.repeat(65)}@exempel.se`,
    `namn@${'e'.repeat(64)}.se`,
  ])('%j is none', (text) => {
    expect(isEmailAddress(text)).toBe(false);
  });
});
