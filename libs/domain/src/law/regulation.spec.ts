import { describe, expect, it } from '@jest/globals';
import { kinds } from '../codes/kinds.js';
import { addDuration } from './calendar.js';
import { citationOf, NoRuleError, namedWithLaw, regulation, ruleAt, rulesFor } from './regulation.js';

const rows = regulation.map((rule) => [`${rule.id}@${rule.version}`, rule] as const);

describe('the regulation', () => {
  it('has at most one wording of a rule in force on a day, for cases of one law', () => {
    const overlaps = regulation.flatMap((a, i) =>
      regulation
        .slice(i + 1)
        .filter(
          (b) =>
            a.id === b.id &&
            (a.ground === undefined || b.ground === undefined || a.ground === b.ground) &&
            (a.validFrom ?? '') < (b.validTo ?? '9') &&
            (b.validFrom ?? '') < (a.validTo ?? '9'),
        )
        .map((b) => `${a.id}@${a.version} and @${b.version}`),
    );
    expect(overlaps).toEqual([]);
  });

  it('has a version of a rule once', () => {
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
  });

  it.each(rows)('%s names its source and whom it concerns', (_, rule) => {
    expect(rule.source).not.toBe('');
    expect(rule.kinds.length).toBeGreaterThan(0);
  });

  it.each(rows)('%s has a period when it is one, and only then', (_, rule) => {
    expect(rule.period !== null).toBe(rule.type === 'period');
  });

  it.each(rows)('%s counts in days our calendar knows', (_, rule) => {
    for (const duration of [rule.period, rule.target]) {
      if (duration !== null) expect(addDuration('2026-01-01', duration) >= '2026-01-01').toBe(true);
    }
  });

  it.each(rows.filter(([, rule]) => rule.basis === 'local'))('%s, local, is never printed as law (R-167)', (_, rule) => {
    expect(rule.law).toBe('lokal regel');
    expect(rule.wording).toBeNull();
    expect(rule.note).toContain('inställning');
  });

  it.each(rows.filter(([, rule]) => rule.basis !== 'local'))('%s, law, cites its paragraph and words', (_, rule) => {
    expect(rule.law).toMatch(/\d+ (kap\. \d+.*|[a-z] )§|\d–\d+ §§$|§ \d+$|\) \d+ kap\.$|^FL \d+ §$/);
    expect(rule.wording).not.toBeNull();
  });

  it.each(rows.filter(([, rule]) => rule.target !== null))('%s says its target is a setting (R-167, AC-36)', (_, rule) => {
    expect(rule.note).toContain('inställning');
  });

  it.each(rows.filter(([, rule]) => rule.type === 'dutyNoTime'))('%s, a duty without a time, has no promptness word', (_, rule) => {
    expect(rule.wording).not.toMatch(/genast|snarast|skyndsamt|dröjsmål/);
  });
});

describe('a rule on a day', () => {
  it('is in force from its first day', () => {
    expect(ruleAt('HSL-KLAG-SVAR', '2018-01-01').version).toBe(1);
  });

  it('is refused by name the day before', () => {
    expect(() => ruleAt('HSL-KLAG-SVAR', '2017-12-31')).toThrow(new NoRuleError('HSL-KLAG-SVAR', '2017-12-31'));
    expect(() => ruleAt('NO-SUCH', '2026-01-01')).toThrow(NoRuleError);
  });

  it('holds for ever when it is local', () => {
    expect(ruleAt('LOK-KLAG-SVAR', '2019-01-01').period).toBe('P10BD');
  });

  it('lists a kind’s rules in force', () => {
    const ids = (date: string) => rulesFor('complaint', date).map(({ id }) => id);
    expect(ids('2026-01-01')).toEqual(expect.arrayContaining(['KLAG-MOTTA-SOL', 'RAPPORTER-UTRED', 'LOK-KLAG-BEKRAFTA', 'LOK-ATGARD-EFFEKT']));
    expect(ids('2017-12-31')).not.toContain('KLAG-MOTTA-SOL');
    expect(rulesFor('lexMaria', '2026-01-01').map(({ id }) => id)).not.toContain('LOK-KLAG-SVAR');
  });

  it.each(kinds.map(({ code }) => code))('makes %s investigated and its actions followed (R-167)', (kind) => {
    expect(rulesFor(kind, '2026-01-01').map(({ id }) => id)).toEqual(expect.arrayContaining(['RAPPORTER-UTRED', 'LOK-ATGARD-EFFEKT']));
  });
});

describe('What is printed as the law (R-167; house rule: what nobody has verified is a setting, never law)', () => {
  test('the municipality’s own rules and those that nobody has found in the law’s text are named without a citation', () => {
    for (const rule of regulation) {
      const unlawful = rule.basis === 'local' || rule.verified === 'unverified';
      expect([rule.id, citationOf(rule)]).toEqual([rule.id, unlawful ? null : rule.law]);
      expect(namedWithLaw(rule)).toBe(unlawful ? rule.name : `${rule.name} (${rule.law})`);
    }
    expect(regulation.some(({ basis, verified }) => basis === 'law' && verified === 'unverified')).toBe(true);
  });
});
