import { regulation } from '#domain/law/regulation';
import { compose } from './compose.js';
import type { Notice } from './notice.js';

const reminder = (rule: (typeof regulation)[number]): Notice => ({
  id: 'n1',
  eventId: 'e1',
  recipient: 'p1',
  toRole: 'enhetschef',
  caseId: 'c1',
  number: 'KLA-2026-0001',
  caseKind: 'complaint',
  kind: 'reminder',
  rule: rule.id,
  ruleVersion: rule.version,
  level: 0,
  due: '2026-11-24T22:59:59.999Z',
  dueIsTarget: rule.type === 'promptness',
  urgent: false,
  gaveUp: null,
});
const told = (rule: (typeof regulation)[number]): string => compose([reminder(rule)], 'https://gensvar.example').text;

describe('A reminder by mail (R-167)', () => {
  test('cites the law where somebody has found it there, and never where nobody has', () => {
    for (const rule of regulation.filter(({ basis }) => basis === 'law')) {
      const unverified = rule.verified === 'unverified';
      expect([rule.id, told(rule).includes(rule.law)]).toEqual([rule.id, !unverified]);
      if (unverified && rule.wording !== null) expect([rule.id, told(rule).includes(rule.wording)]).toEqual([rule.id, false]);
    }
  });

  test('calls a day that no law gives the municipality’s own', () => {
    const own = regulation.find(({ id }) => id === 'RAPPORTER-UTRED');
    if (own === undefined) throw new Error('the rule is there');
    expect(told(own)).toContain('Kommunens eget mål: den 24 november');
  });
});
