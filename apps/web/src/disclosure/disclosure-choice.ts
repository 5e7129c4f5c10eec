import { type DisclosureRecipient, disclosureRecipients, type SecrecyRuleCode, secrecyRules } from '#domain/codes/disclosure';
import { type FormBody, textOf } from '../frame/request.js';
import type { CasePassage } from './passages.js';

export interface ChosenPassage extends CasePassage {
  /** The rule by which it is left out; null where it is given out. */
  readonly rule: SecrecyRuleCode | null;
}
export interface DisclosureChoice {
  readonly to: DisclosureRecipient | null;
  readonly passages: readonly ChosenPassage[];
}

export const fieldOf = (passage: Pick<CasePassage, 'id'>): string => `p-${passage.id}`;
export const GIVE = 'give';

/** The choices of the form: a line that is neither given out nor left out by a rule is no part of the print. */
export function choiceOf(body: FormBody, passages: readonly CasePassage[]): DisclosureChoice {
  const to = disclosureRecipients.find(({ code }) => code === textOf(body, 'to'))?.code ?? null;
  const chosen = passages.flatMap((passage): readonly ChosenPassage[] => {
    const value = textOf(body, fieldOf(passage));
    if (value === GIVE) return [{ ...passage, rule: null }];
    const rule = secrecyRules.find(({ code }) => code === value)?.code;
    return rule === undefined ? [] : [{ ...passage, rule }];
  });
  return { to, passages: chosen };
}
