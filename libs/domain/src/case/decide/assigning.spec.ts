import { people, Scenario } from '../../../../../test/support/scenario.js';

const { manager, registrar } = people;

describe('Giving a case to somebody', () => {
  test('why is kept among the words, never in the open; without why there is nothing to seal', () => {
    const given = { type: 'AssignCase', person: manager.person } as const;
    const open = { person: manager.person, as: 'enhetschef', unit: 'afs-norra' };
    const way = new Scenario().report().does(registrar, { ...given, reasons: 'Norra har tid den här veckan.' });
    expect(way.last).toEqual([{ type: 'CaseAssigned', open, sealed: { reasons: 'Norra har tid den här veckan.' } }]);
    expect(new Scenario().report().does(registrar, given).last).toEqual([{ type: 'CaseAssigned', open, sealed: undefined }]);
  });
});
