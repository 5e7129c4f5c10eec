import { Refusal } from '#domain/errors';
import { keptText, refuseUnreadableAddress, refuseUnreadableBody } from './kept-text.js';

const missing = (work: () => unknown) => {
  try {
    work();
    return null;
  } catch (error) {
    return (error as Refusal).missing;
  }
};
const address = (originalUrl: string) => missing(() => refuseUnreadableAddress()({ originalUrl } as never, {} as never, () => undefined));
const body = (bytes: Buffer, type = 'application/json') =>
  missing(() => refuseUnreadableBody({ headers: { 'content-type': type } } as never, {} as never, bytes));

describe('Text that comes in', () => {
  test('is normalised, in every field however deep', () => {
    expect(keptText({ what: 'Fo\u0308nster', list: ['A\u030Angbåt'], deep: { name: 'Rene\u0301' }, 'ma\u030Att': 1, none: null, yes: true })).toEqual({
      what: 'Fönster',
      list: ['Ångbåt'],
      deep: { name: 'René' },
      mått: 1,
      none: null,
      yes: true,
    });
  });

  test('that can not be stored is refused by the name of its field', () => {
    const said = 'Texten innehåller tecken som inte går att spara';
    expect(missing(() => keptText({ what: 'a\0b', ok: 'ö 😀', list: ['x', '\ud83d'] }))).toEqual([
      { field: 'what', text: said },
      { field: 'list.1', text: said },
    ]);
    expect(missing(() => keptText({ 'na\0me': 'x' }))).toEqual([{ field: '', text: said }]);
    expect(missing(() => keptText('\udc00'))).toEqual([{ field: '', text: said }]);
  });

  test('with too many levels is refused without a stack overflow', () => {
    let deep: unknown = 'x';
    for (let n = 0; n < 100_000; n += 1) deep = [deep];
    expect(missing(() => keptText(deep))).toHaveLength(1);
  });

  test.each(['/arenden?q=bad%00rum', '/arende/%ff', '/api/cases?q=%ED%A0%80', '/x?%c3=1'])('in the address %s is refused', (url) => {
    expect(address(url)).toHaveLength(1);
  });

  test.each(['/arenden?q=100%', '/arenden?q=b%C3%A4dd+5%25', '/arende/x?gor=%F0%9F%98%80', '/'])('in the address %s is accepted', (url) => {
    expect(address(url)).toBeNull();
  });

  test('in a body is UTF-8, or refused', () => {
    expect(body(Buffer.from('{"what":"Dörren"}', 'latin1'))).toHaveLength(1);
    expect(body(Buffer.from('{"what":"Dörren"}'))).toBeNull();
    expect(body(Buffer.from('what=D%F6rren'), 'application/x-www-form-urlencoded')).toHaveLength(1);
    expect(body(Buffer.from('what=D%C3%B6rren+100%'), 'application/x-www-form-urlencoded')).toBeNull();
  });
});
