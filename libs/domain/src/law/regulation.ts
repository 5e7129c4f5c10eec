import { isValidAt } from '../codes/code.js';
import type { Kind } from '../codes/kinds.js';
import { complaintRules } from './rules/complaints.js';
import { deviationRules } from './rules/deviations.js';
import { formerIvoRules, ivoRules } from './rules/ivo.js';
import { lexMariaRules } from './rules/lex-maria.js';
import { lexSarahRules } from './rules/lex-sarah.js';
import { otherWayRules } from './rules/other-ways.js';
import type { Ground, Rule } from './rules/rule.js';

export type { Ground, Rule, Verified } from './rules/rule.js';

/** Every rule that a stage of a process needs, in each of its wordings. */
export const regulation: readonly Rule[] = [...complaintRules, ...deviationRules, ...lexSarahRules, ...lexMariaRules, ...ivoRules, ...otherWayRules];

/** With wordings that no new duty gets, so that an old duty can be shown by the one it was opened under. */
export const everyWording: readonly Rule[] = [...regulation, ...formerIvoRules];

export class NoRuleError extends Error {
  override readonly name = 'NoRuleError';
  constructor(
    readonly id: string,
    readonly date: string,
  ) {
    super(`no rule ${id} holds on ${date}`);
  }
}

/** The wording in force on the date, for a case that stands on that law. @throws NoRuleError */
export function ruleAt(id: string, date: string, ground: Ground | null = null): Rule {
  const inForce = regulation.filter((row) => row.id === id && isValidAt(row, date));
  const rule = inForce.find((row) => row.ground === undefined || row.ground === ground) ?? inForce[0];
  if (!rule) throw new NoRuleError(id, date);
  return rule;
}

/** The wording that a duty names by rule and version. */
export const wordingOf = (id: string | null, version: number | null): Rule | undefined => everyWording.find((row) => row.id === id && row.version === version);

/** The law that may be printed for a rule: none for the municipality's own, nor for one that nobody has found in the law's text. */
export const citationOf = (rule: Pick<Rule, 'law' | 'basis' | 'verified'>): string | null =>
  rule.basis === 'local' || rule.verified === 'unverified' ? null : rule.law;

/** A rule by its name, with the law where there is one to print. */
export function namedWithLaw(rule: Pick<Rule, 'name' | 'law' | 'basis' | 'verified'>): string {
  const citation = citationOf(rule);
  return citation === null ? rule.name : `${rule.name} (${citation})`;
}

export function rulesFor(kind: Kind, date: string): readonly Rule[] {
  return regulation.filter((row) => row.kinds.includes(kind) && isValidAt(row, date));
}
