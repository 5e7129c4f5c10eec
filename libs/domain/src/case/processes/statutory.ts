import type { Lack } from '../../errors.js';
import type { ExistingCase } from '../case.js';
import { careInjuryOccurred } from './decision-gates.js';
import { becameA, hasMovedOn, isCare, isSocial } from './investigation-gates.js';
import type { Gate } from './process.js';
import {
  becameCare,
  isGraveByLaw,
  isGraveCare,
  isGraveIrregularity,
  isMirror,
  mayBecome,
  owesCareCase,
  owesLexMaria,
  owesLexSarah,
  owesTriage,
  said,
  suspectsCareInjury,
  suspectsIrregularity,
} from './suspicions.js';

/*
 * What the law demands of the municipality in a case by its facts. Decisions compare it, and the open duties of law (statutory-duties.ts), before
 * and after a command (decide/statutory-rule.ts): a demand that is gone must have been met, or been decided by one whom the law or a delegation names.
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

/** Told to IVO, or another's to tell, or carried on in another case. */
const isNotified = (after: ExistingCase): boolean => {
  if (after.ivoTrack.sent !== null || after.ivo?.notify === 'otherIsObliged') return true;
  return mayBecome(after) && (becameA(after, 'lexSarah') || becameA(after, 'lexMaria') || becameCare(after));
};

/** The investigation that the law demands in this very case. For an imported case its open duties say so. */
const owesInvestigation = (state: ExistingCase): boolean =>
  !state.receipt.imported &&
  !isMirror(state) &&
  state.investigation.completed === null &&
  !hasMovedOn(state) &&
  (state.desc.kind === 'lexSarah' ||
    state.desc.kind === 'lexMaria' ||
    (state.desc.kind === 'deviation' && isCare(state) && said(state.assessment.triage?.careInjury)));

/** The position that ends a lex Sarah or a lex Maria (SoL 27 kap. 5–6 §§, LSS 24 e–f §§, PSL 3 kap. 5 §). */
const owesPosition = (state: ExistingCase): boolean =>
  !state.receipt.imported &&
  !isMirror(state) &&
  (state.desc.kind === 'lexSarah' || state.desc.kind === 'lexMaria') &&
  !hasMovedOn(state) &&
  (state.assessment.outcome === null || state.ivo === null);

/** The lawful reason why a patient is not told: secrecy (PSL 3 kap. 8 c §), or that nobody is left to tell. */
export const patientHindered = (state: ExistingCase): string | null =>
  state.contact.feedback.find((row) => !row.given && row.to === 'patient' && (row.code === 'secrecy' || row.code === 'deceased'))?.code ?? null;
const owesPatient = (state: ExistingCase): boolean =>
  state.desc.kind !== 'complaint' &&
  careInjuryOccurred(state) &&
  !becameA(state, 'lexMaria') &&
  state.contact.patientInformed.length === 0 &&
  patientHindered(state) === null;

/** The gates of a suspicion, in a complaint as in a deviation: the case that it may be is made the same day (docs/law/complaints.md#the-two-questions). */
const gateOf =
  (key: string): Gate =>
  (state) =>
    demanded(state).find((one) => one.key === key)?.lack ?? null;
export const raisedWhereIrregular: Gate = gateOf('lexSarah');
export const raisedWhereCareInjury: Gate = gateOf('care');
/**
 * What may be serious is judged lower by the decider alone, and of a case that may be of two laws, or is no case of care, there may be none: the
 * cases that it may be are made before its outcome is judged, where they otherwise are asked for before the position on IVO (SoL 27 kap.
 * 5–6 §§, PSL 3 kap. 3 and 5 §§).
 */
export const raisedWhereGrave: Gate = (state) => (isGraveByLaw(state) ? (raisedWhereIrregular(state) ?? raisedWhereCareInjury(state)) : null);
export const triagedWhereReportedGraver: Gate = gateOf('triage');

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
    met: (after) => after.assessment.triage !== null && after.assessment.triage.irregularity !== 'no',
  },
  {
    key: 'investigation',
    owed: owesInvestigation,
    field: 'CompleteInvestigation',
    text: `Saken ska utredas (${lawOfIrregularity}, PSL 3 kap. 3 §). Slutför först utredningen`,
    of: 'irregularity',
    met: (after) => after.investigation.completed !== null || hasMovedOn(after),
  },
  {
    key: 'position',
    owed: owesPosition,
    field: 'DecideIvo.notify',
    text: 'Besluta först om bedömningen och om anmälan till IVO (SoL 27 kap. 6 §, LSS 24 f §, PSL 3 kap. 5 §)',
    of: 'irregularity',
    met: (after) => (after.assessment.outcome !== null && after.ivo !== null) || hasMovedOn(after),
  },
  {
    key: 'patient',
    owed: owesPatient,
    field: 'InformPatient.points',
    text: 'Informera först patienten eller närstående om vårdskadan, eller ange det lagliga skälet till att det inte går (PSL 3 kap. 8 §)',
    of: 'care',
    met: (after) => after.contact.patientInformed.length > 0 || patientHindered(after) !== null || becameA(after, 'lexMaria'),
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
