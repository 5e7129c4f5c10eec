import type { OpenedCase } from '#case-service/case-reader';
import type { ExistingCase } from '#domain/case/case';
import { openDuties } from '#domain/case/case';
import { shallBeNotified } from '#domain/law/notifiable';
import { decisionTexts, ivoTexts } from '#text/sections';
import { longMoment, shortDay } from '#ui/deadline';
import { attachmentsOf, type NamedAttachment } from '../attachments/attachments.js';
import { label } from '../frame/labels.js';
import { dutyLine } from './case-why.js';
import type { IvoProps } from './sections.js';

const ofIvo = /^(LS-ANMALAN|LS-UTREDNING|LM-ANMALAN|LM-UTREDNING|IVO-)/;

/** The track of IVO as a list of what has happened, and the next date with why. */
export function ivoSection(opened: OpenedCase): IvoProps {
  const { state, events } = opened;
  const { sent, ivoNumber, investigationSentAt, supplements, requirements, decision, closedAt, supplementedAt } = state.ivoTrack;
  const rows: { readonly title: string; readonly at: string; readonly text: string; readonly files: readonly NamedAttachment[] }[] = [];
  const add = (at: string | null, title: string, text = '', files: readonly NamedAttachment[] = []) =>
    void (at === null ? null : rows.push({ title, at, text, files }));
  const named = attachmentsOf(opened);
  /** By the time in the event. */
  const sentLater = (at: string | null) =>
    sentWith(
      events.flatMap((event) => (event.type === 'IvoMaterialSent' && event.at === at ? ((event.open['attachments'] as string[] | undefined) ?? []) : [])),
    );
  const sentWith = (ids: readonly string[]) => named.filter(({ id }) => ids.includes(id));
  if (state.ivo !== null) add(state.ivo.at, ivoTexts.decided, `${label('ivoNotify', state.ivo.notify) ?? ''}${state.ivo.urgent ? ', brådskande' : ''}`);
  if (sent !== null)
    add(
      sent.at,
      ivoTexts.sent,
      `${label('ivoWay', sent.way) ?? ''}, ${sent.investigationAttached ? 'utredningen följde med' : 'utredningen skickas senare'}`,
      sentWith(sent.attachments),
    );
  if (sent?.investigationAttached === false) add(investigationSentAt, ivoTexts.investigation, '', sentLater(investigationSentAt));
  for (const asked of supplements) add(asked.askedAt, ivoTexts.request, answeredText(asked), sentLater(asked.sentAt));
  if (supplements.every((asked) => asked.sentAt !== supplementedAt)) add(supplementedAt, 'Komplettering skickad', '', sentLater(supplementedAt));
  if (decision !== null) add(decision.at, ivoTexts.decision, label('ivoOutcome', decision.ivoOutcome) ?? '');
  for (const asked of requirements) add(asked.askedAt, ivoTexts.requirement, answeredText(asked), sentLater(asked.sentAt));
  add(closedAt, ivoTexts.closed);
  const next = openDuties(state).find((duty) => ofIvo.test(duty.rule));
  return {
    number: ivoNumber,
    caseId: state.id,
    lines: rows.sort((a, b) => a.at.localeCompare(b.at)).map(({ at, ...line }) => ({ ...line, when: longMoment(at) })),
    next: next === undefined ? null : dutyLine(next, events),
    quiet: sent === null ? ivoTexts.never : closedAt === null ? ivoTexts.nothingWaits : '',
  };
}

const answeredText = (asked: { readonly dueOn: string | null; readonly sentAt: string | null }): string =>
  [
    asked.dueOn === null ? '' : `svar senast ${shortDay(`${asked.dueOn}T12:00:00.000Z`)}`,
    asked.sentAt === null ? 'inte besvarat ännu' : `${ivoTexts.answered} ${shortDay(asked.sentAt)}`,
  ]
    .filter((part) => part !== '')
    .join(', ');

/** The law on this outcome, in a sentence. */
export const shallSentence = (state: ExistingCase): string =>
  state.assessment.outcome === null ? decisionTexts.undecided : shallBeNotified(state.assessment.outcome) ? decisionTexts.shall : decisionTexts.may;
