import { caseHeading, type Headed, headingFor } from './case-heading.js';

const nothing: Headed = { kind: 'complaint', opinionType: null, lawAreas: null, categories: null, deviationType: null, lexSarahKinds: null };

describe('The heading of a case', () => {
  test.each<[string, Partial<Headed>]>([
    ['Klagomål eller synpunkt', {}],
    ['Klagomål: bemötande, utförande', { opinionType: 'complaint', categories: ['treatment', 'serviceDelivery'] }],
    ['Klagomål: bemötande, utförande m.m.', { opinionType: 'complaint', categories: ['treatment', 'serviceDelivery', 'information'] }],
    ['Avvikelse enligt HSL: fall', { kind: 'deviation', lawAreas: ['HSL'], deviationType: 'fall' }],
    ['Lex Sarah hos utförare', { kind: 'lexSarah', lawAreas: ['SoL'], isMirror: true }],
  ])('R-021 %s', (heading, codes) => expect(caseHeading({ ...nothing, ...codes })).toBe(heading));

  test('R-021 of lex Sarah and lex Maria says the kind alone to one who may not read what happened', () => {
    const serious = { ...nothing, kind: 'lexSarah', lexSarahKinds: ['physicalAbuse'] };
    expect(headingFor(serious, true)).toMatch(/^Lex Sarah: fysisk/);
    expect(headingFor(serious, false)).toBe('Lex Sarah');
    expect(headingFor({ ...nothing, kind: 'lexMaria', deviationType: 'fall' }, false)).toBe('Lex Maria');
    expect(headingFor({ ...nothing, kind: 'deviation', deviationType: 'fall' }, false)).toBe('Avvikelse: fall');
  });
});
