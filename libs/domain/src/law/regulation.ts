import { isValidAt } from '../codes/code.js';
import type { Kind } from '../codes/kinds.js';
import { complaintRules } from './rules/complaints.js';
import { deviationRules } from './rules/deviations.js';
import { ivoRules } from './rules/ivo.js';
import { lexMariaRules } from './rules/lex-maria.js';
import { lexSarahRules } from './rules/lex-sarah.js';
import type { Rule } from './rules/rule.js';

export type { Rule, Verified } from './rules/rule.js';

/** The first cut of the law: every rule that a stage of a process needs, in each of its wordings. */
export const regulation: readonly Rule[] = [...complaintRules, ...deviationRules, ...lexSarahRules, ...lexMariaRules, ...ivoRules];

export class NoRuleError extends Error {
  override readonly name = 'NoRuleError';
  constructor(
    readonly id: string,
    readonly date: string,
  ) {
    super(`no rule ${id} holds on ${date}`);
  }
}

/** The wording in force on the date. */
export function ruleAt(id: string, date: string): Rule {
  const rule = regulation.find((row) => row.id === id && isValidAt(row, date));
  if (!rule) throw new NoRuleError(id, date);
  return rule;
}

/** What may be printed as the law behind a rule: none for the municipality's own, nor for what nobody has found in the law's text. */
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
