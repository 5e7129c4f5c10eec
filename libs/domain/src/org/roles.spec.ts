import { describe, expect, it } from '@jest/globals';
import { codesOf } from '../codes/code.js';
import { defaultLadder, nextChief, type Role, roles } from '../codes/roles.js';

const climb = (role: Role, ladder = defaultLadder): Role[] => {
  const next = nextChief(role, ladder);
  return next ? [next, ...climb(next, ladder)] : [];
};

describe('the ladder', () => {
  it('tells avdelningschef when enhetschef lets a time pass (AC-36)', () => {
    expect(climb('medarbetare')).toEqual(['enhetschef', 'avdelningschef', 'socialchef', 'namnd']);
  });

  it.each(codesOf(roles).filter((role) => role !== 'system'))('ends at the board from %s', (role) => {
    expect([role, ...climb(role)].at(-1)).toBe('namnd');
  });

  it('can be another municipality’s', () => {
    expect(climb('enhetschef', { ...defaultLadder, enhetschef: 'verksamhetschef' })).toEqual(['verksamhetschef', 'socialchef', 'namnd']);
  });
});
