import { qualityTexts as texts } from './quality-report.js';

describe('The words of the quality report', () => {
  test('most is said of more than half, the largest part otherwise', () => {
    expect([texts.most(6, 10), texts.most(5, 10), texts.most(3, 10), texts.most(1, 1)]).toEqual(['De flesta', 'Flest', 'Flest', 'Det']);
  });

  test('praise that is counted in is not called complaints', () => {
    expect(texts.complaints(4, true)).toBe('klagomål, synpunkter och beröm');
    expect(texts.complaints(4, false)).toBe('klagomål och synpunkter');
    expect(texts.twoMeasures(4, 6, true)).toContain('4 klagomål, synpunkter och beröm');
    expect(texts.noComplaints(true)).toContain('beröm');
  });

  test('one is said in the singular', () => {
    expect(texts.complaints(1, false)).toBe('klagomål eller synpunkt');
    expect(texts.twoMeasures(1, 1, false)).toMatch(/^Två mått: 1 klagomål eller synpunkt, räknat en gång, och 1 markering av vad det handlar om\./);
  });
});
