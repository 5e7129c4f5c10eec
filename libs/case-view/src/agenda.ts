import { type AgendaItem, agenda } from '#domain/case/agenda';
import type { Duty, ExistingCase } from '#domain/case/case';
import { labelOf } from '#domain/codes/code';
import { inSentence } from '#domain/codes/in-sentence';
import { roles } from '#domain/codes/roles';
import { dayOffOf } from '#domain/law/due';
import { managersTold, type Raising } from '#domain/org/settings';
import { wordingOf } from './why-date.js';

const sentences: Readonly<Record<AgendaItem['do'], string>> = {
  sendReceipt: 'Mottagningsbekräftelse skickas',
  remind: 'Påminnelse går till',
  escalate: 'Förseningen lyfts till',
  askEffect: 'Frågan om åtgärdens effekt ställs till',
};

/** What happens next if nobody does anything, and why: by which rule and law, counted from when, in which days. */
export function agendaView(state: ExistingCase, armed: boolean | null, raising: Raising) {
  return {
    version: state.version,
    armed,
    items: agenda(state, raising).map((item) =>
      itemView(
        item,
        state.duties.find((duty) => duty.id === item.duty),
      ),
    ),
  };
}

/** What will be done, and to whom. */
export function sentenceOf(item: AgendaItem): string {
  if (item.do === 'sendReceipt') return sentences.sendReceipt;
  const isAgain = item.do === 'escalate' && item.level > managersTold;
  return `${isAgain ? 'Om det fortfarande inte är gjort lyfts det igen till' : sentences[item.do]} ${inSentence(labelOf(roles, item.toRole))}`;
}

function itemView(item: AgendaItem, duty: Duty | undefined) {
  return { ...item, text: sentenceOf(item), why: duty === undefined ? null : whyOf(duty) };
}

function whyOf(duty: Duty) {
  const { rule, ruleVersion, basis, startedAt, dueAt, targetAt } = duty;
  const held = wordingOf(duty);
  const { name, type, period, target, wording, verified } = held;
  const counted = duty.period ?? period ?? target;
  return {
    rule,
    ruleVersion,
    name,
    law: held.law,
    verified,
    basis,
    type,
    wording,
    startedAt,
    dueAt,
    targetAt,
    period: counted,
    dayOff: dayOffOf(duty, held),
    calendar: counted === null ? null : counted.endsWith('BD') ? 'arbetsdagar' : 'kalenderdagar',
  };
}
