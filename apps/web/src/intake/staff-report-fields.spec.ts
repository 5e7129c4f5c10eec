import { deviationTypes } from '#domain/codes/deviation-types';
import { staffFields } from './staff-report-fields.js';

const none = { own: [], units: [], entries: [], ownSources: [] };
const types = staffFields('avvikelse', none).more.find(({ name }) => name === 'deviationType')?.options ?? [];

describe('The types of a deviation, in the staff’s form', () => {
  test('stand under their law and by name in it, what is only “other” last, and each once', () => {
    expect([...new Set(types.map(({ group }) => group))]).toEqual(['Hälso- och sjukvård', 'Omsorg och socialtjänst', undefined]);
    for (const group of ['Hälso- och sjukvård', 'Omsorg och socialtjänst']) {
      const labels = types.filter((type) => type.group === group).map(({ label }) => label);
      expect(labels).toEqual(labels.toSorted((a, b) => a.localeCompare(b, 'sv')));
    }
    expect(types.at(-1)?.value).toBe('other');
    expect(types.map(({ value }) => value).toSorted()).toEqual(deviationTypes.map(({ code }) => code).toSorted());
  });
});
