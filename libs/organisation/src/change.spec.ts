import { organisationChange } from './change.schema.js';

describe('A change of the organisation', () => {
  it('takes a login in either case, and stores it in lower case', () => {
    const post = { do: 'givePost', role: 'enhetschef', unit: 'afs-norra', from: '2026-01-01' };
    expect(organisationChange.parse({ ...post, login: 'Chef.Norra' })).toMatchObject({ login: 'chef.norra' });
    expect(() => organisationChange.parse({ ...post, login: 'chef norra' })).toThrow();
  });
});
