import { uuidOf } from './ids.js';

describe('The id of a thing', () => {
  test('is the same in every release: ids that are stored keep naming what they named', () => {
    expect(uuidOf('command', 'person:å', 'nyckel 1')).toBe('ced36580-96da-5c2a-9398-d8cb7d6b9373');
    expect(uuidOf('case', 0)).toBe('cd8cf64c-ca1d-506b-9924-fb2285be1103');
  });
});
