import type { historyView } from '#case-view/history';
import { ownerRole } from '#domain/case/agenda';
import type { Duty, ExistingCase } from '#domain/case/case';
import { cancelReasons, closeReasons } from '#domain/codes/closing';
import { labelOf } from '#domain/codes/code';
import { stockholmDate } from '#domain/law/calendar';
import { ruleAt } from '#domain/law/regulation';
import { roles } from '#domain/org/roles';
import { inSentence } from '#text/in-sentence';
import { wordNames } from '#text/words';
import { dueText, longMoment, shortDay } from '#ui/deadline';
import type { CasePageProps } from './pages/case.page.js';

type History = ReturnType<typeof historyView>['items'];
/** Words that have a place of their own on the page: entries, causes, actions, the proposal and the decision. */
const placed: readonly string[] = ['EntryMade', 'CauseFound', 'ActionPlanned', 'OutcomeProposed', 'OutcomeDecided', 'IvoDecided', 'EffectJudged'];
const reported: readonly string[] = ['CaseReceived', 'CaseImported', 'AddendumMade'];

/** What was reported and added, as it was written; and apart from it, what has been said and given as reasons since. */
export const wordsOf = (history: History): CasePageProps['words'] => words(history.filter((line) => reported.includes(line.type)));
export const saidOf = (history: History): CasePageProps['words'] =>
  words(history.filter((line) => !reported.includes(line.type) && !placed.includes(line.type)));

function words(history: History): CasePageProps['words'] {
  return history.flatMap((line) =>
    Object.entries(line.words ?? {}).flatMap(([name, value]) => {
      const text =
        typeof value === 'string'
          ? value
          : Object.values((value ?? {}) as Record<string, unknown>)
              .filter((part) => typeof part === 'string')
              .join(', ');
      const named = name === 'text' || name === 'reasons' ? line.text : (wordNames[name] ?? line.text);
      return text === '' ? [] : [{ heading: named, text, note: `${longMoment(line.at)}, ${line.by}` }];
    }),
  );
}

/** How the case ended, in a sentence; null while it goes on. */
export function endingOf(state: ExistingCase): string | null {
  if (state.cancelled !== null) return `Makulerat ${longMoment(state.cancelled.at)}: ${labelOf(cancelReasons, state.cancelled.reason)}.`;
  if (state.closed !== null) return `Avslutat ${longMoment(state.closed.at)}: ${labelOf(closeReasons, state.closed.reason)}.`;
  return null;
}

const ruleOf = (id: string, state: ExistingCase) => ruleAt(id, stockholmDate(state.desc.receivedAt));
/** A rule by name and law, as it read when the case was received. */
export const ruleName = (id: string, state: ExistingCase): string => `${ruleOf(id, state).name} (${ruleOf(id, state).law})`;

/** A duty with its day, and why that day. */
export function dutyLine(duty: Duty, now: string): CasePageProps['duties'][number] {
  const rule = ruleAt(duty.rule, stockholmDate(duty.startedAt));
  const due = duty.dueAt ?? duty.targetAt;
  const start = `Tiden räknas från ${longMoment(duty.startedAt)}.`;
  const basis =
    rule.type === 'setByAuthority'
      ? 'Datumet är det som myndigheten har angett.'
      : duty.dueAt !== null
        ? `${rule.law === 'lokal regel' ? 'Kommunens egen regel' : rule.law} ger ${periodText(rule.period)}.`
        : rule.wording === null
          ? 'Det finns inget datum.'
          : `Lagen säger ”${rule.wording}” och ger inget tal.${due === null ? '' : ' Datumet är kommunens eget mål.'}`;
  const counted = (rule.period ?? rule.target ?? '').endsWith('BD') ? ' Lördagar, söndagar och helgdagar räknas inte.' : '';
  return {
    id: duty.id,
    name: rule.name,
    law: rule.law,
    due,
    isLaw: duty.basis === 'law' && duty.dueAt !== null,
    ownTarget: isOwnTarget(duty),
    state: duty.closed === null ? '' : `${endings[duty.closed.as]} ${shortDay(duty.closed.at)}`,
    why: `${start} ${basis}${counted} Ansvarig: ${inSentence(labelOf(roles, ownerRole(duty)))}.${due === null ? '' : ` ${dueText(due, now)}.`}`,
  };
}

/** The law asks for haste and names no day; the one shown is the municipality's own (engine.md 4). */
export const isOwnTarget = (duty: Pick<Duty, 'dueAt' | 'targetAt' | 'basis'>): boolean => duty.basis === 'law' && duty.dueAt === null && duty.targetAt !== null;

const endings = { met: 'Gjort', notApplicable: 'Ej tillämpligt', withdrawn: 'Upphörde' } as const;

/** "P10BD" as "tio arbetsdagar" would be grander; digits are plainer. */
function periodText(period: string | null): string {
  const [, n, unit] = /^P(\d+)(BD|D|W|M|Y)$/.exec(period ?? '') ?? [];
  const names: Record<string, string> = { BD: 'arbetsdagar', D: 'dagar', W: 'veckor', M: 'månader', Y: 'år' };
  return n === undefined || unit === undefined ? 'ett datum' : `${n} ${names[unit] ?? ''}`;
}
