import { holdsFor } from '#domain/case/conditions';
import { gapsIn } from '#domain/gaps';
import { Scenario } from '../../../test/support/scenario.js';
import { letters } from './letters.js';

const offered = (body: Record<string, unknown>) => {
  const { case: state } = new Scenario().report(body);
  return letters.filter(({ when }) => holdsFor(when, state)).map(({ code }) => code);
};
const textOf = (code: string) => letters.find((letter) => letter.code === code)?.text ?? '';

describe('The letters that an answer can be begun with', () => {
  test('each has a code of its own, a source, and gaps, so that none is sent as it stands', () => {
    expect(new Set(letters.map(({ code }) => code)).size).toBe(letters.length);
    expect(letters.filter(({ source, text }) => source === '' || gapsIn(text).length === 0)).toEqual([]);
  });

  test('a patient’s complaint has one of health care: explanation, measures, the committee and IVO (PSL 3 kap. 8 b §, 7 kap. 10 §)', () => {
    expect(offered({ lawAreas: ['HSL'], source: 'relative' })).toContain('svar-vard');
    expect(offered({ lawAreas: ['SoL'], source: 'relative' })).not.toContain('svar-vard');
    for (const part of ['vad som hände och varför', 'åtgärder', 'patientnämnden', 'Inspektionen för vård och omsorg'])
      expect(textOf('svar-vard')).toContain(part);
  });

  test('of social services no letter says that IVO or the committee reviews the answer (SoL 28 kap. 1 §)', () => {
    for (const code of ['svar', 'svar-beslut', 'svar-dubblett']) {
      expect(textOf(code)).toContain('IVO prövar inte vårt svar');
      expect(textOf(code)).not.toContain('patientnämnden');
    }
  });

  test('where a decision can be appealed it says how, to whom and until when (FL 43–44 §§)', () => {
    for (const part of ['överklaga', 'lämna det till oss', 'tre veckor från den dag då du fick del av beslutet']) expect(textOf('svar-beslut')).toContain(part);
  });
});
