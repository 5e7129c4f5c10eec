import fc from 'fast-check';
import { spansIn, withoutSpans } from './marked.js';

const line = 'Hennes hälsa är dålig, och hälsa kostar.';

describe('Words within a line are marked to be left out', () => {
  test.each([
    ['Hennes [[hälsa]] är dålig, och hälsa kostar.', 'Hennes X är dålig, och hälsa kostar.'],
    [' [[Hennes]] hälsa är [[dålig, och hälsa]] kostar. ', 'X hälsa är X kostar.'],
    ['[[Hennes hälsa är dålig, och hälsa kostar.]]', 'X'],
  ])('%s becomes %s', (copy, given) => {
    expect(withoutSpans(line, spansIn(copy, line) ?? [], 'X')).toBe(given);
  });

  test.each([
    line,
    'Hennes [[]] hälsa är dålig, och hälsa kostar.',
    'Hennes [[hälsa är dålig, och hälsa kostar.',
    'Hennes hälsa]] är dålig, och hälsa kostar.',
    'Hennes [[hälsa [[är]] dålig]], och hälsa kostar.',
    'Hennes [[hälsa]] är god, och hälsa kostar.',
  ])('%s is no marking of the line', (copy) => {
    expect(spansIn(copy, line)).toBeNull();
  });

  test('a line with the marks in it already is not marked', () => {
    expect(spansIn('Enligt [[bilagan]] är hon sjuk.', 'Enligt [[bilagan]] är hon sjuk.')).toBeNull();
  });

  test('whatever the line, what is marked is not given out, and all else is, in its order', () => {
    const word = fc.stringMatching(/^[a-zåäö.,]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.record({ word, out: fc.boolean() }), { minLength: 1, maxLength: 12 }), (parts) => {
        const original = parts.map((part) => part.word).join(' ');
        const copy = parts.map((part) => (part.out ? `[[${part.word}]]` : part.word)).join(' ');
        const spans = spansIn(copy, original);
        if (!parts.some(({ out }) => out)) return expect(spans).toBeNull();
        return expect(withoutSpans(original, spans ?? [], '—')).toBe(parts.map((part) => (part.out ? '—' : part.word)).join(' '));
      }),
      { numRuns: 300 },
    );
  });
});
