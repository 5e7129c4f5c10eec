import { citationOf, regulation } from '../../law/regulation.js';
import type { Duty, ExistingCase } from '../case.js';
import { isOfOtherWay, isPassedOn } from './other-ways.js';
import type { Answerable, Obligation } from './statutory.js';
import { isGraveByLaw } from './suspicions.js';

/** The open duties of law, or of an authority's letter, as demands: what must be done first, whose they are, and what meets them. */

export const isStatutory = (duty: Pick<Duty, 'basis'>): boolean => duty.basis === 'law' || duty.basis === 'authority';

/** Rules that replace each other when the law of the case is stated otherwise. */
const twins: Readonly<Record<string, string>> = { 'LS-AVHJALP-LSS': 'LS-AVHJALP-SOL', 'LS-ANMALAN-LSS': 'LS-ANMALAN-SOL' };
export const keyOf = ({ rule, subject }: Pick<Duty, 'rule' | 'subject'>): string => `${twins[rule] ?? rule}/${subject ?? ''}`;

interface Meeting {
  /** The command that does it, or its field. */
  readonly field: string;
  /** Nothing is notified before it has been decided: until then the decision is what is lacking. */
  readonly decidedFirst?: true;
  /** What the facts must say where the duty is closed as met; none where the closing itself says it. */
  readonly met?: (after: ExistingCase) => boolean;
}

const isInvestigated = (after: ExistingCase): boolean => after.investigation.completed !== null;
const isSent = (after: ExistingCase): boolean => after.ivoTrack.sent !== null;
const byInvestigating: Meeting = { field: 'CompleteInvestigation', met: isInvestigated };
const byNotifying: Meeting = { field: 'NotifyIvo', decidedFirst: true, met: isSent };
const byGoingOn: Meeting = { field: 'AdvanceCase' };

/** How each duty is met, by its rule. */
const meeting: Readonly<Record<string, Meeting>> = {
  'HSL-KLAG-SVAR': {
    field: 'GiveFeedback.what',
    met: (after) => after.contact.feedback.some((row) => row.given && row.what === 'answer' && row.to === 'complainant'),
  },
  'HSL-UTRED': byInvestigating,
  'LM-PATIENTINFO': { field: 'InformPatient.points', met: (after) => after.contact.patientInformed.length > 0 },
  'LS-AVHJALP-SOL': byInvestigating,
  'LS-AVHJALP-LSS': byInvestigating,
  'LS-ANMALAN-SOL': byNotifying,
  'LS-ANMALAN-LSS': byNotifying,
  'LM-ANMALAN': byNotifying,
  'LS-PRIVAT-INFO-ANMALAN': { ...byGoingOn, decidedFirst: true },
  'KOMMUN-ANMALAN': { ...byGoingOn, decidedFirst: true },
  'LM-UTREDNING': { field: 'SendToIvo.what', met: (after) => after.ivoTrack.investigationSentAt !== null },
  'IVO-KOMPLETTERING': { field: 'SendToIvo.what' },
  'IVO-FORELAGGANDE': { field: 'SendToIvo.what' },
  'FL-OVERLAMNA': { field: 'RecordOtherWay.step', met: isPassedOn('FL-OVERLAMNA') },
  OROSANMALAN: { field: 'RecordOtherWay.step', met: isPassedOn('OROSANMALAN') },
};

const answerOf = (state: ExistingCase, rule: string): Answerable => {
  if (state.desc.kind === 'complaint' || isOfOtherWay(rule)) return 'complaint';
  return state.desc.kind === 'lexSarah' ? 'irregularity' : 'care';
};

export const openByLaw = (state: ExistingCase): readonly (Obligation & { readonly duty: Duty })[] =>
  state.duties.filter((duty) => duty.closed === null && isStatutory(duty)).map((duty) => ({ ...obligationOf(duty, state), duty }));

function obligationOf(duty: Duty, state: ExistingCase): Obligation {
  const { field, decidedFirst = false, met = () => true } = meeting[duty.rule] ?? byGoingOn;
  const rule = regulation.find((row) => row.id === duty.rule && row.version === duty.ruleVersion) ?? null;
  const law = rule === null || citationOf(rule) === null ? '' : ` (${citationOf(rule)})`;
  return {
    key: keyOf(duty),
    lack: {
      field: decidedFirst && state.ivo?.notify !== 'yes' ? 'DecideIvo.notify' : field,
      text: `Fullgör först skyldigheten: ${rule?.name ?? duty.rule}${law}`,
    },
    of: answerOf(state, duty.rule),
    met,
    isAnswer: false,
    grave: !isOfOtherWay(duty.rule) && isGraveByLaw(state),
  };
}
