import { type DisclosureRecipient, disclosureRecipients, type SecrecyRuleCode, secrecyRules } from '#domain/codes/disclosure';
import { type FormBody, textOf } from '../frame/request.js';
import { type Span, spansIn } from './marked.js';
import type { CasePassage } from './passages.js';

export interface ChosenPassage extends CasePassage {
  /** The rule by which it is left out; null where it is given out. */
  readonly rule: SecrecyRuleCode | null;
  /** What within it is left out; null where all of it is given or left out. */
  readonly spans: readonly Span[] | null;
}
export interface DisclosureChoice {
  readonly to: DisclosureRecipient | null;
  readonly passages: readonly ChosenPassage[];
  /** Lines of which a part is to be left out, and that say which in no way that can be read. */
  readonly unmarked: readonly CasePassage[];
}

export const fieldOf = (passage: Pick<CasePassage, 'id'>): string => `p-${passage.id}`;
/** The copy of the line in which the words are marked. */
export const copyOf = (passage: Pick<CasePassage, 'id'>): string => `m-${passage.id}`;
export const GIVE = 'give';
/** Before the code of the rule, where a part of the line is left out. */
export const PART = 'part-';
export const isPart = (value: string): boolean => value.startsWith(PART);

/** The choices of the form: a line that is neither given out nor left out by a rule is no part of the print. */
export function choiceOf(body: FormBody, passages: readonly CasePassage[]): DisclosureChoice {
  const to = disclosureRecipients.find(({ code }) => code === textOf(body, 'to'))?.code ?? null;
  const unmarked: CasePassage[] = [];
  const chosen = passages.flatMap((passage): readonly ChosenPassage[] => {
    const value = textOf(body, fieldOf(passage));
    if (value === GIVE) return [{ ...passage, rule: null, spans: null }];
    const rule = secrecyRules.find(({ code }) => code === (isPart(value) ? value.slice(PART.length) : value))?.code;
    if (rule === undefined) return [];
    if (!isPart(value)) return [{ ...passage, rule, spans: null }];
    const spans = spansIn(textOf(body, copyOf(passage)), passage.text);
    if (spans === null) unmarked.push(passage);
    return [{ ...passage, rule, spans }];
  });
  return { to, passages: chosen, unmarked };
}
