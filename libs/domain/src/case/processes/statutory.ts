import { isIrregularInItself } from '../../codes/deviation-types.js';
import type { Lack } from '../../errors.js';
import { shallBeNotified } from '../../law/notifiable.js';
import { citationOf, regulation } from '../../law/regulation.js';
import type { Duty, ExistingCase } from '../case.js';
import { natureOf } from './conversions.js';
import { careInjuryOccurred } from './decision-gates.js';
import { becameA, hasMovedOn, isCare, isSocial } from './investigation-gates.js';
import { isOfOtherWay, isPassedOn } from './other-ways.js';
import type { Gate } from './process.js';

/*
 * What the law demands of the municipality in a case, computed from the facts and the open duties. Decisions compare it before and
 * after a command (decide/statutory-rule): a demand that is gone must have been met, or been decided by one whom the law or a delegation names.
 */

/** Whose decision may end it without its being met: those who answer for lex Sarah, for care, or for the complaint. */
export type Answerable = 'irregularity' | 'care' | 'complaint';

export interface Obligation {
  /** The same demand has the same key before and after. */
  readonly key: string;
  /** What must be done first, and by which law; the field is that of the command that does it. */
  readonly lack: Lack;
  readonly of: Answerable;
  readonly met: (after: ExistingCase) => boolean;
  /** An answer that stands until one who may ends it: nothing has to be done about it where the case ends. */
  readonly isAnswer: boolean;
  /** Assessed as serious, or perhaps so: only the one who decides on notification may end it. */
  readonly grave: boolean;
}

const said = (answer: string | null | undefined): boolean => answer === 'yes' || answer === 'unsure';
const mayBecome = ({ desc }: ExistingCase): boolean => desc.kind === 'complaint' || desc.kind === 'deviation';
const isMirror = ({ desc }: ExistingCase): boolean => /^lexSarahMirror@/.test(desc.process);
/**
 * The same event is judged under that side of the law in a case of its own: reported together with this one, or made of it. What was made
 * of it counts by its own law, since this case's law may have been corrected since.
 */
const hasSibling = (state: ExistingCase, side: 'social' | 'care'): boolean =>
  state.link === 'sibling' || state.siblings.length > 0 || state.convertedTo.some((child) => child.link === 'sibling' && isOnSide(child, side));
const isOnSide = ({ to, lawAreas }: ExistingCase['convertedTo'][number], side: 'social' | 'care'): boolean => {
  const nature = natureOf(to, lawAreas);
  return nature === side || nature === (side === 'social' ? 'lexSarah' : 'lexMaria');
};
export const becameCare = (state: ExistingCase): boolean =>
  becameA(state, 'lexMaria') || state.convertedTo.some((child) => natureOf(child.to, child.lawAreas) === 'care');

/** "Kan det vara ett missförhållande?" answered yes or unsure, and no lex Sarah has been made (SoL 27 kap. 5 §, LSS 24 e §). */
export function owesLexSarah(state: ExistingCase): boolean {
  if (!mayBecome(state) || !said(state.triage?.irregularity) || becameA(state, 'lexSarah')) return false;
  return state.desc.kind === 'complaint' || isSocial(state) || !isCare(state) || !hasSibling(state, 'social');
}

/** "Kan det vara en vårdskada?" answered yes or unsure in a case that is not one of care, and no such case has been made (PSL 3 kap. 3 §). */
export function owesCareCase(state: ExistingCase): boolean {
  if (!mayBecome(state) || !said(state.triage?.careInjury) || becameCare(state)) return false;
  return state.desc.kind === 'complaint' || (!isCare(state) && !hasSibling(state, 'care'));
}

/**
 * A suspicion that asks for no case of its own, since this is one or a sibling case is: it is put down by those who answer for it alone, with
 * reasons, also after the investigation (SoL 27 kap. 5 §, PSL 3 kap. 3 §). What is to be done about it is asked by the rows above.
 */
const suspectsIrregularity = (state: ExistingCase): boolean =>
  mayBecome(state) && said(state.triage?.irregularity) && !becameA(state, 'lexSarah') && !owesLexSarah(state) && !hasMovedOn(state);
const suspectsCareInjury = (state: ExistingCase): boolean =>
  mayBecome(state) && said(state.triage?.careInjury) && !becameCare(state) && !owesCareCase(state) && !hasMovedOn(state);

/** An outcome that shall be notified is notified as a lex Maria of its own (PSL 3 kap. 5 §). */
export const owesLexMaria = (state: ExistingCase): boolean => state.desc.kind === 'deviation' && shallBeNotified(state.outcome) && !becameA(state, 'lexMaria');

/** Nobody has assessed yet whether it is a missförhållande, though the report or the type says that it may be. */
export const owesTriage = (state: ExistingCase): boolean =>
  state.desc.kind === 'deviation' &&
  state.triage === null &&
  ((state.origin === null && state.reportedAs === 'lexSarah') || isIrregularInItself(state.desc.deviationType));

/**
 * Assessed as serious or perhaps so, and not yet judged lower by the decider, notified, or made into the case that it may be. A missförhållande
 * and a vårdskada are judged by different deciders: where both are suspected, both are in question.
 */
const isGraveIrregularity = (state: ExistingCase): boolean =>
  mayBeGrave(state) && (state.desc.kind === 'lexSarah' ? isGraveLex(state) : said(state.triage?.serious) && isSuspected(state, 'irregularity'));
const isGraveCare = (state: ExistingCase): boolean =>
  mayBeGrave(state) &&
  (state.desc.kind === 'lexMaria'
    ? isGraveLex(state)
    : (said(state.triage?.serious) && isSuspected(state, 'careInjury')) ||
      owesLexMaria(state) ||
      (isCare(state) && state.seriousAt !== null && !becameA(state, 'lexMaria') && (isSuspected(state, 'irregularity') || isSuspected(state, 'careInjury'))));
export const isGraveByLaw = (state: ExistingCase): boolean => isGraveIrregularity(state) || isGraveCare(state);

const mayBeGrave = (state: ExistingCase): boolean => !isMirror(state) && (state.outcome === null || shallBeNotified(state.outcome));
const isGraveLex = ({ seriousAt, triage, ivoTrack, ivo }: ExistingCase): boolean =>
  (seriousAt !== null || said(triage?.serious)) && ivoTrack.sent === null && ivo?.notify !== 'otherIsObliged';
const isSuspected = (state: ExistingCase, what: 'irregularity' | 'careInjury'): boolean =>
  mayBecome(state) && said(state.triage?.[what]) && !(what === 'irregularity' ? becameA(state, 'lexSarah') : becameCare(state));

/** Told to IVO, or another's to tell, or carried on in another case. */
const isNotified = (after: ExistingCase): boolean => {
  if (after.ivoTrack.sent !== null || after.ivo?.notify === 'otherIsObliged') return true;
  return mayBecome(after) && (becameA(after, 'lexSarah') || becameA(after, 'lexMaria') || becameCare(after));
};

/** The investigation that the law demands in this very case. For an imported case its open duties say so. */
const owesInvestigation = (state: ExistingCase): boolean =>
  !state.imported &&
  !isMirror(state) &&
  state.completed === null &&
  !hasMovedOn(state) &&
  (state.desc.kind === 'lexSarah' || state.desc.kind === 'lexMaria' || (state.desc.kind === 'deviation' && isCare(state) && said(state.triage?.careInjury)));

/** The position that ends a lex Sarah or a lex Maria (SoL 27 kap. 5–6 §§, LSS 24 e–f §§, PSL 3 kap. 5 §). */
const owesPosition = (state: ExistingCase): boolean =>
  !state.imported &&
  !isMirror(state) &&
  (state.desc.kind === 'lexSarah' || state.desc.kind === 'lexMaria') &&
  !hasMovedOn(state) &&
  (state.outcome === null || state.ivo === null);

/** The lawful reason why a patient is not told: secrecy (PSL 3 kap. 8 c §), or that nobody is left to tell. */
export const patientHindered = (state: ExistingCase): string | null =>
  state.feedback.find((row) => !row.given && row.to === 'patient' && (row.code === 'secrecy' || row.code === 'deceased'))?.code ?? null;
const owesPatient = (state: ExistingCase): boolean =>
  state.desc.kind !== 'complaint' &&
  careInjuryOccurred(state) &&
  !becameA(state, 'lexMaria') &&
  state.patientInformed.length === 0 &&
  patientHindered(state) === null;

/** The gates of a suspicion, in a complaint as in a deviation: the case that it may be is made the same day (docs/law/complaints.md#the-two-questions). */
const gateOf =
  (key: string): Gate =>
  (state) =>
    demanded(state).find((one) => one.key === key)?.lack ?? null;
export const raisedWhereIrregular: Gate = gateOf('lexSarah');
export const raisedWhereCareInjury: Gate = gateOf('care');
export const triagedWhereReportedGraver: Gate = gateOf('triage');

/** Somebody may be in danger: what is done about it is recorded before the case goes on (SoL 27 kap. 5 §: avhjälpa genast). */
export const dangerMet: Gate = (state) =>
  !said(state.triage?.danger) || isRemedied(state)
    ? null
    : {
        field: 'PlanAction.horizon',
        text: 'Någon kan vara i fara. Skriv vad som görs genast: planera en omedelbar åtgärd, eller ändra svaret när faran är över',
      };
const isRemedied = (state: ExistingCase): boolean =>
  (state.desc.has ?? []).includes('immediateActions') ||
  state.entries.some((entry) => entry.point === 'measures' && !entry.replaced) ||
  state.actions.some((action) => action.horizon === 'immediate' && action.status !== 'dropped');
/** From when something is to be settled the same day: a suspicion or a danger at the first assessment, until it is raised or remedied. */
export function suspectedSince(state: ExistingCase): { readonly since: string; readonly metAt: string | null } | null {
  if (!said(state.triage?.irregularity) && !said(state.triage?.careInjury) && !said(state.triage?.danger)) return null;
  const since = state.triagedAt ?? state.desc.receivedAt;
  if (owesLexSarah(state) || owesCareCase(state) || dangerMet(state) !== null) return { since, metAt: null };
  return { since, metAt: state.convertedTo.at(-1)?.at ?? state.actions.at(-1)?.decidedAt ?? since };
}

interface Row {
  readonly key: string;
  readonly owed: (state: ExistingCase) => boolean;
  readonly field: string;
  readonly text: string;
  readonly of: Answerable;
  /** What meets it. */
  readonly met: (after: ExistingCase) => boolean;
  readonly isAnswer?: boolean;
}

const lawOfIrregularity = 'SoL 27 kap. 5 §, LSS 24 e §';
const SERIOUS =
  'Saken är eller kan vara allvarlig. Bara den som beslutar om anmälan kan bedöma den lägre, med skäl och efter svar på frågan om jäv (SoL 27 kap. 6 §, LSS 24 f §, PSL 3 kap. 5 §)';
/** The demands of a case's facts, each with its law. */
const rows: readonly Row[] = [
  {
    key: 'lexSarah',
    owed: owesLexSarah,
    field: 'ConvertCase.to',
    text: `Det kan vara ett missförhållande. Gör först ärendet till lex Sarah (${lawOfIrregularity}), eller låt SAS, utredaren eller den som beslutar ändra svaret med skäl`,
    of: 'irregularity',
    met: (after) => becameA(after, 'lexSarah'),
  },
  {
    key: 'care',
    owed: owesCareCase,
    field: 'ConvertCase.to',
    text: 'Det kan vara en vårdskada. Gör först en avvikelse enligt HSL av ärendet (PSL 3 kap. 3 §), eller låt MAS ändra svaret med skäl',
    of: 'care',
    met: becameCare,
  },
  {
    key: 'irregularity',
    owed: suspectsIrregularity,
    field: 'AnswerTriage.irregularity',
    text: `Det kan vara ett missförhållande. Bara de som svarar för lex Sarah, eller för vården i ett ärende enligt HSL, kan svara nej, med skäl (${lawOfIrregularity})`,
    of: 'irregularity',
    met: (after) => becameA(after, 'lexSarah') || owesLexSarah(after) || hasMovedOn(after),
    isAnswer: true,
  },
  {
    key: 'careInjury',
    owed: suspectsCareInjury,
    field: 'AnswerTriage.careInjury',
    text: 'Det kan vara en vårdskada. Bara MAS, MAR, verksamhetschefen eller den som beslutar om anmälan kan svara nej, med skäl (PSL 3 kap. 3 §)',
    of: 'care',
    met: (after) => becameCare(after) || owesCareCase(after) || hasMovedOn(after),
    isAnswer: true,
  },
  {
    key: 'lexMaria',
    owed: owesLexMaria,
    field: 'ConvertCase.to',
    text: 'Utfallet ska anmälas till IVO. Gör först avvikelsen till lex Maria (PSL 3 kap. 5 §)',
    of: 'care',
    met: (after) => becameA(after, 'lexMaria'),
  },
  {
    key: 'triage',
    owed: owesTriage,
    field: 'AnswerTriage',
    text: `Svara först på om det kan vara ett missförhållande (${lawOfIrregularity}). Bara SAS, utredaren eller den som beslutar kan svara nej, med skäl`,
    of: 'irregularity',
    met: (after) => after.triage !== null && after.triage.irregularity !== 'no',
  },
  {
    key: 'investigation',
    owed: owesInvestigation,
    field: 'CompleteInvestigation',
    text: `Saken ska utredas (${lawOfIrregularity}, PSL 3 kap. 3 §). Slutför först utredningen`,
    of: 'irregularity',
    met: (after) => after.completed !== null || hasMovedOn(after),
  },
  {
    key: 'position',
    owed: owesPosition,
    field: 'DecideIvo.notify',
    text: 'Besluta först om bedömningen och om anmälan till IVO (SoL 27 kap. 6 §, LSS 24 f §, PSL 3 kap. 5 §)',
    of: 'irregularity',
    met: (after) => (after.outcome !== null && after.ivo !== null) || hasMovedOn(after),
  },
  {
    key: 'patient',
    owed: owesPatient,
    field: 'InformPatient.points',
    text: 'Informera först patienten eller närstående om vårdskadan, eller ange det lagliga skälet till att det inte går (PSL 3 kap. 8 §)',
    of: 'care',
    met: (after) => after.patientInformed.length > 0 || patientHindered(after) !== null || becameA(after, 'lexMaria'),
  },
  {
    key: 'seriousIrregularity',
    owed: isGraveIrregularity,
    field: 'DecideOutcome',
    text: SERIOUS,
    of: 'irregularity',
    met: isNotified,
  },
  {
    key: 'seriousCare',
    owed: isGraveCare,
    field: 'DecideOutcome',
    text: SERIOUS,
    of: 'care',
    met: isNotified,
  },
];

/** The demands that are not met. */
export const demanded = (state: ExistingCase): readonly Obligation[] => {
  const grave = isGraveByLaw(state);
  return rows
    .filter((row) => row.owed(state))
    .map(({ key, field, text, of, met, isAnswer = false }) => ({ key, lack: { field, text }, of: ofCase(state, of), met, isAnswer, grave }));
};

/** In a case of care those who answer for care decide, whatever the question. */
const ofCase = (state: ExistingCase, of: Answerable): Answerable =>
  isCare(state) && !isSocial(state) && of === 'irregularity' && !owesLexSarah(state) ? 'care' : of;

export const isStatutory = (duty: Pick<Duty, 'basis'>): boolean => duty.basis === 'law' || duty.basis === 'authority';

/** Rules that replace each other when the law of the case is stated otherwise. */
const twins: Readonly<Record<string, string>> = { 'LS-AVHJALP-LSS': 'LS-AVHJALP-SOL', 'LS-ANMALAN-LSS': 'LS-ANMALAN-SOL' };
export const keyOf = ({ rule, subject }: Pick<Duty, 'rule' | 'subject'>): string => `${twins[rule] ?? rule}/${subject ?? ''}`;

const answerOf = (state: ExistingCase, rule: string): Answerable => {
  if (state.desc.kind === 'complaint' || isOfOtherWay(rule)) return 'complaint';
  return rule.startsWith('LS-') || state.desc.kind === 'lexSarah' ? 'irregularity' : 'care';
};

/** The open duties of law, or of an authority's letter. */
export const openByLaw = (state: ExistingCase): readonly (Obligation & { readonly duty: Duty })[] =>
  state.duties
    .filter((duty) => duty.closed === null && isStatutory(duty))
    .map((duty) => {
      const rule = regulation.find((row) => row.id === duty.rule && row.version === duty.ruleVersion) ?? null;
      const law = rule === null || citationOf(rule) === null ? '' : ` (${citationOf(rule)})`;
      return {
        key: keyOf(duty),
        duty,
        lack: {
          field: duty.rule.includes('-ANMALAN') && state.ivo?.notify !== 'yes' ? 'DecideIvo.notify' : (fieldOf[duty.rule] ?? 'AdvanceCase'),
          text: `Fullgör först skyldigheten: ${rule?.name ?? duty.rule}${law}`,
        },
        of: answerOf(state, duty.rule),
        met: meeting[duty.rule] ?? (() => true),
        isAnswer: false,
        grave: !isOfOtherWay(duty.rule) && isGraveByLaw(state),
      };
    });

/** What the facts must say where a duty is closed as met. */
const meeting: Readonly<Record<string, (after: ExistingCase) => boolean>> = {
  'HSL-KLAG-SVAR': (after) => after.feedback.some((row) => row.given && row.what === 'answer' && row.to === 'complainant'),
  'HSL-UTRED': (after) => after.completed !== null,
  'LM-PATIENTINFO': (after) => after.patientInformed.length > 0,
  'LS-AVHJALP-SOL': (after) => after.completed !== null,
  'LS-AVHJALP-LSS': (after) => after.completed !== null,
  'LS-ANMALAN-SOL': (after) => after.ivoTrack.sent !== null,
  'LS-ANMALAN-LSS': (after) => after.ivoTrack.sent !== null,
  'LM-ANMALAN': (after) => after.ivoTrack.sent !== null,
  'LM-UTREDNING': (after) => after.ivoTrack.investigationSentAt !== null,
  'FL-OVERLAMNA': isPassedOn('FL-OVERLAMNA'),
  OROSANMALAN: isPassedOn('OROSANMALAN'),
};

/** Where a duty is met, by its rule. */
const fieldOf: Readonly<Record<string, string>> = {
  'HSL-KLAG-SVAR': 'GiveFeedback.what',
  'HSL-UTRED': 'CompleteInvestigation',
  'LM-PATIENTINFO': 'InformPatient.points',
  'LS-AVHJALP-SOL': 'CompleteInvestigation',
  'LS-AVHJALP-LSS': 'CompleteInvestigation',
  'LS-ANMALAN-SOL': 'NotifyIvo',
  'LS-ANMALAN-LSS': 'NotifyIvo',
  'LM-ANMALAN': 'NotifyIvo',
  'LM-UTREDNING': 'SendToIvo.what',
  'IVO-KOMPLETTERING': 'SendToIvo.what',
  'IVO-FORELAGGANDE': 'SendToIvo.what',
  'FL-OVERLAMNA': 'RecordOtherWay.step',
  OROSANMALAN: 'RecordOtherWay.step',
};
