import type { OpenedCase } from '#case-service/case-reader';
import type { ExistingCase } from '#domain/case/case';
import { openDuties } from '#domain/case/case';
import { shallBeNotified } from '#domain/law/notifiable';
import { decisionTexts, ivoTexts } from '#text/sections';
import { longMoment, shortDay } from '#ui/deadline';
import { label } from '../frame/labels.js';
import { dutyLine } from './case-why.js';
import type { IvoProps } from './sections.js';

const ofIvo = /^(LS-ANMALAN|LS-UTREDNING|LM-ANMALAN|LM-UTREDNING|IVO-)/;

/** The track of IVO as a list of what has happened, and the next date with why. */
export function ivoSection({ state, events }: OpenedCase): IvoProps {
  const { sent, ivoNumber, investigationSentAt, supplements, requirements, decision, closedAt, supplementedAt } = state.ivoTrack;
  const rows: (readonly [string, string | null, string])[] = [];
  const add = (at: string | null, title: string, text = '') => void (at === null ? null : rows.push([title, at, text]));
  if (state.ivo !== null) add(state.ivo.at, ivoTexts.decided, `${label('ivoNotify', state.ivo.notify) ?? ''}${state.ivo.urgent ? ', brådskande' : ''}`);
  if (sent !== null)
    add(sent.at, ivoTexts.sent, `${label('ivoWay', sent.way) ?? ''}, ${sent.investigationAttached ? 'utredningen följde med' : 'utredningen skickas senare'}`);
  if (sent?.investigationAttached === false) add(investigationSentAt, ivoTexts.investigation);
  for (const asked of supplements) add(asked.askedAt, ivoTexts.request, answeredText(asked));
  if (supplements.every((asked) => asked.sentAt !== supplementedAt)) add(supplementedAt, 'Komplettering skickad');
  if (decision !== null) add(decision.at, ivoTexts.decision, label('ivoOutcome', decision.ivoOutcome) ?? '');
  for (const asked of requirements) add(asked.askedAt, ivoTexts.requirement, answeredText(asked));
  add(closedAt, ivoTexts.closed);
  const next = openDuties(state).find((duty) => ofIvo.test(duty.rule));
  return {
    number: ivoNumber,
    lines: rows.sort((a, b) => (a[1] ?? '').localeCompare(b[1] ?? '')).map(([title, at, text]) => ({ title, when: at === null ? '' : longMoment(at), text })),
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

/** What the law says of this outcome, in a sentence. */
export const shallSentence = (state: ExistingCase): string =>
  state.outcome === null ? decisionTexts.undecided : shallBeNotified(state.outcome) ? decisionTexts.shall : decisionTexts.may;
