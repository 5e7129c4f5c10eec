import { caseHeading, type Headed } from './case-heading.js';

const nothing: Headed = { kind: 'complaint', opinionType: null, lawAreas: null, categories: null, deviationType: null, lexSarahKinds: null };

describe('The heading of a case', () => {
  test.each<[string, Partial<Headed>]>([
    ['Klagomål eller synpunkt', {}],
    ['Klagomål: bemötande, utförande', { opinionType: 'complaint', categories: ['treatment', 'serviceDelivery'] }],
    ['Klagomål: bemötande, utförande m.m.', { opinionType: 'complaint', categories: ['treatment', 'serviceDelivery', 'information'] }],
    ['Avvikelse enligt HSL: fall', { kind: 'deviation', lawAreas: ['HSL'], deviationType: 'fall' }],
    ['Lex Sarah hos utförare', { kind: 'lexSarah', lawAreas: ['SoL'], isMirror: true }],
  ])('R-021 %s', (heading, codes) => expect(caseHeading({ ...nothing, ...codes })).toBe(heading));
});
