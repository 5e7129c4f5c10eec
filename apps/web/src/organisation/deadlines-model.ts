import { isValidAt, labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { kinds } from '#domain/codes/kinds';
import { periodsFrom, settableRules } from '#domain/law/own-period';
import { periodInWords } from '#domain/law/period-words';
import { type Rule, regulation } from '#domain/law/regulation';
import { organisationTexts } from '#text/organisation';
import { longDate } from '#ui/deadline';
import type { Known } from './change-fields.js';
import type { DeadlinesPageProps } from './deadlines.page.js';

const texts = organisationTexts.deadlines;

/** The deadlines of today: those that the municipality sets, with their periods, and those that it does not. */
export function deadlinesOf({ organisation, today }: Known, mayChange: boolean): DeadlinesPageProps {
  const { deadlines } = organisation.settings;
  const own = settableRules.map((rule) => {
    const { now, later } = periodsFrom(rule, deadlines, today);
    const [, unit = 'BD'] = /^P\d+(BD|D|W|M)$/.exec(now) ?? [];
    return {
      id: rule.id,
      name: rule.name,
      kinds: kindsOf(rule),
      now: periodInWords(now),
      standard: now === rule.period ? null : `(${texts.standard}: ${periodInWords(rule.period ?? '')})`,
      later: later.map(({ from, period }) => `${periodInWords(period)} från och med ${longDate(from)}`),
      href: `/organisation/andra/setDeadline?${new URLSearchParams({ rule: rule.id, unit: unit })}`,
    };
  });
  const byLaw = regulation
    .filter((rule) => isValidAt(rule, today) && !settableRules.includes(rule))
    .map((rule) => ({ id: `${rule.id}-${rule.version}`, name: rule.name, law: rule.basis === 'local' ? texts.perhaps : rule.law, time: timeOf(rule) }));
  return { own, byLaw, mayChange };
}

export const kindsOf = (rule: Rule): string =>
  rule.kinds.length === kinds.length
    ? 'Alla ärenden'
    : rule.kinds.map((kind, n) => (n === 0 ? labelOf(kinds, kind) : inSentence(labelOf(kinds, kind)))).join(', ');

function timeOf({ period, wording, type }: Rule): string {
  if (period !== null) return periodInWords(period);
  if (type === 'setByAuthority') return texts.inLetter;
  return wording === null ? texts.noNumber : `”${wording}”`;
}
