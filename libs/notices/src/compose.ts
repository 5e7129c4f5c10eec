import { labelOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { endOfDay, isWorkingDay, stockholmDate, workingDayFrom } from '#domain/law/calendar';
import { citationOf, wordingOf } from '#domain/law/regulation';
import { contactLine, type Municipality } from '#domain/org/municipality';
import { recordTypes } from '#domain/record-types';
import { periodCode, periodName } from '#read-model/reports/periods';
import { answerMail, digestMail, escalationMail, type MailLine, receiptMail, suspicionMail } from '#text/mail';
import type { Mail } from './mail.js';
import { type Notice, OF_UNIT } from './notice.js';
import { periodOfNotice } from './unit-notices.js';

/** Subject and text of the mail for these notices, all to one recipient. Number, kind, rule and a link: no person's name, no words. What is sent to the one who complained says how to reach the municipality. */
export function compose(notices: readonly Notice[], publicUrl: string, municipality: Municipality | null = null): Pick<Mail, 'subject' | 'text'> {
  const [first] = notices;
  if (first === undefined) throw new Error('a mail without notices');
  const outward = { followUrl: `${publicUrl}/folj`, contact: municipality === null ? null : contactLine(municipality) };
  if (first.kind === 'answer') return answerMail(outward);
  if (first.kind === 'receipt') return receiptMail({ number: first.number, secrecy: first.secrecy, answerBy: first.due, ...outward });
  if (first.kind === 'suspicion') return suspicionMail(lineOf(first, publicUrl));
  if (first.kind === 'escalation' || (first.kind === 'record' && first.level > 0)) return escalationMail(lineOf(first, publicUrl), first.level);
  return digestMail(
    notices.map((notice) => lineOf(notice, publicUrl)),
    `${publicUrl}/arenden`,
  );
}

/** The working day after a day off; null for a working day. */
function nextWorkingDay(instant: string): string | null {
  const day = stockholmDate(instant);
  return isWorkingDay(day) ? null : endOfDay(workingDayFrom(day));
}

/** The unit's code stands for its number, and the period for what the case is called. */
function unitLine(notice: Notice, publicUrl: string): MailLine {
  const period = periodOfNotice(notice);
  return {
    kind: 'attestation',
    number: notice.number,
    heading: null,
    secrecy: false,
    caseKind: periodName(period),
    what: null,
    law: null,
    wording: null,
    due: null,
    dueIsTarget: false,
    endsOn: null,
    url: `${publicUrl}/min-enhet/intyg?${new URLSearchParams({ unit: notice.number, period: periodCode(period) })}`,
  };
}

function lineOf(notice: Notice, publicUrl: string): MailLine {
  if (notice.caseKind === OF_UNIT) return unitLine(notice, publicUrl);
  const type = recordTypes.find(({ family }) => notice.kind === 'record' && family === notice.caseKind);
  if (type !== undefined)
    return {
      kind: 'record',
      number: notice.number,
      heading: notice.heading,
      secrecy: false,
      caseKind: type.words.one,
      what: type.abouts.find(({ code }) => code === notice.rule)?.label ?? null,
      law: null,
      wording: null,
      due: notice.due,
      dueIsTarget: true,
      endsOn: null,
      url: `${publicUrl}/${type.page}/${notice.caseId}`,
    };
  const rule = wordingOf(notice.rule, notice.ruleVersion);
  const law = rule === undefined ? null : citationOf(rule);
  return {
    kind: notice.kind as MailLine['kind'],
    number: notice.number,
    heading: notice.heading,
    secrecy: notice.secrecy,
    caseKind: labelOf(kinds, notice.caseKind),
    what: rule?.name ?? null,
    law,
    wording: law === null ? null : (rule?.wording ?? null),
    due: notice.due,
    dueIsTarget: notice.dueIsTarget,
    endsOn: rule?.perhapsStatute === true && notice.due !== null ? nextWorkingDay(notice.due) : null,
    url: `${publicUrl}/arende/${notice.caseId}`,
  };
}
