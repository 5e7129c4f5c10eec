import { faultsIn, organisationChange, organisationChanges } from './change.schema.js';

describe('A change of the organisation', () => {
  it('takes a login in either case, and stores it in lower case', () => {
    const post = { do: 'givePost', role: 'enhetschef', unit: 'afs-norra', from: '2026-01-01' };
    expect(organisationChange.parse({ ...post, login: 'Chef.Norra' })).toMatchObject({ login: 'chef.norra' });
    expect(() => organisationChange.parse({ ...post, login: 'chef norra' })).toThrow();
  });

  test.each([
    [{ do: 'setDeadline', rule: 'LOK-KLAG-SVAR', period: '15', from: '2027-01-01' }, /^changes\.0\.period: Skriv antal och slag, till exempel P15BD/],
    [{ do: 'setDeadline', rule: 'LOK-KLAG-SVAR', period: 'P900D', from: '2027-01-01' }, /^changes\.0\.period: .*högst två år/],
    [{ do: 'setDeadline', rule: 'LOK-KLAG-SVAR', period: 'P15BD' }, /^changes\.0\.from: /],
    [{ do: 'setDeadlines', rule: 'LOK-KLAG-SVAR' }, /^changes\.0\.do: Okänd ändring/],
    [{ rule: 'LOK-KLAG-SVAR' }, /^changes\.0\.do: Okänd ändring/],
    [{ do: 'addUnit', unit: { code: 'a' } }, /^changes\.0\.unit\.code: /],
    [{ do: 'set', name: 'raisedAgainAfter', value: 'sju', from: '2027-01-01' }, /^changes\.0\.value: /],
    [{ do: 'set', name: 'raised', value: 7, from: '2027-01-01' }, /^changes\.0\.name: Okänd inställning\. Välj ladder, /],
    [{ do: 'givePost', login: 'bo', role: 'chef', unit: 'afs', from: '2027-01-01' }, /^changes\.0\.role: /],
  ])('%j: the fault names its field', (change, said) => {
    const parsed = organisationChanges.safeParse({ changes: [change] });
    const faults = parsed.success ? [] : faultsIn(parsed.error.issues);
    expect(faults.map(({ path, message }) => `${path.join('.')}: ${message}`)[0]).toMatch(said);
  });
});
