import type { ExistingCase } from '../case.js';
import { secondPerson } from './alongside.js';
import { authoritiesAnswered, ivoStatements, otherAuthorities, patientsCommittee } from './authorities.js';
import * as gate from './gates.js';
import { passedOnOutOf } from './other-ways.js';
import { type CloseReason, closesByActions, type Owed, type Process } from './process.js';
import { raisedWhereCareInjury, raisedWhereGrave, raisedWhereIrregular } from './statutory.js';
import { dangerMet, suspectedSince } from './suspicions.js';
import { each } from './who.js';

const isComplaint = (state: ExistingCase): boolean => !gate.isPraise(state);
/** What the first assessment found to be more than a complaint becomes a case of its own, and a danger is dealt with, before the case goes on. */
const suspicion = [raisedWhereIrregular, raisedWhereCareInjury, dangerMet] as const;
const chiefs = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'socialchef'] as const;

/**
 * Klagomål, synpunkt, förslag and beröm, version 1 (docs/law/complaints.md).
 * A complaint never turns into a notification itself: suspicion of more becomes a case of another kind, and this one keeps its answer.
 */
export const complaint1: Process = {
  id: 'complaint@1',
  kind: 'complaint',
  published: false,
  activeFrom: '2000-01-01',
  stages: [
    {
      stage: 'received',
      purpose: 'Ta emot, bekräfta och avgör vad det är.',
      duty: {
        HSL: 'Vårdgivaren ska ta emot klagomål från patienter och närstående (PSL 3 kap. 8 a §) och från andra (SOSFS 2011:9 5 kap. 3 a §).',
        other: 'Den som bedriver verksamheten ska ta emot och utreda klagomål och synpunkter (SOSFS 2011:9 5 kap. 3 §).',
      },
      next: 'Börja utreda',
      needs: [
        gate.unitStated,
        gate.categorised,
        gate.otherExplained,
        gate.lawStated,
        gate.triaged,
        ...suspicion,
        gate.confirmed,
        gate.assigned,
        gate.conflictAnswered,
      ],
      by: ['handler', ...chiefs],
      mayBeSkippedFor: [],
    },
    {
      stage: 'investigating',
      purpose: 'Ta reda på vad som hände och varför.',
      duty: { HSL: 'Klagomål ska utredas (PSL 3 kap. 8 b §, SOSFS 2011:9 5 kap. 3 a §).', other: 'Klagomål ska utredas (SOSFS 2011:9 5 kap. 3 §).' },
      next: 'Gå till bedömning',
      // The first five hold already, except in a case that was imported, moved, or closed at once and opened again.
      needs: [
        gate.unitStated,
        gate.lawStated,
        gate.triaged,
        ...suspicion,
        gate.assigned,
        gate.conflictAnswered,
        gate.factsHeard,
        gate.investigated,
        gate.causeOrNoDeficiency,
      ],
      by: ['handler', ...chiefs],
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'assessing',
      purpose: 'Bedöm om det fanns en brist och vad som ska göras.',
      duty: 'Det som kommit fram ska leda till förbättringar där det behövs (SOSFS 2011:9 5 kap. 7–8 §§).',
      next: 'Ta ställning till IVO',
      needs: [gate.suspicionSettled, raisedWhereGrave, gate.outcomeDecided, gate.actionOrReason],
      by: chiefs,
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'ivoDecision',
      purpose: 'Ta ställning till om saken kan behöva anmälas till IVO.',
      duty: 'Ett klagomål anmäls inte i sig. Misstänks ett missförhållande eller en vårdskada ska det bli ett eget ärende.',
      next: 'Gå till återkoppling',
      needs: [raisedWhereIrregular, raisedWhereCareInjury, gate.ivoPositionTaken],
      joins: gate.noSuspicion,
      by: chiefs,
      mayBeSkippedFor: ['noGround', 'elsewhere'],
    },
    {
      stage: 'feedback',
      purpose: 'Svara den som hörde av sig.',
      duty: {
        HSL: 'Klagomål från patienter och närstående ska snarast besvaras (PSL 3 kap. 8 a–8 b §§). I övrigt gäller kommunens egen regel.',
        other: 'Kommunens egen regel: den som hörde av sig får svar.',
      },
      next: 'Gå till uppföljning',
      needs: [gate.answered],
      by: ['handler', ...chiefs],
      mayBeSkippedFor: [],
    },
    {
      stage: 'followUp',
      purpose: 'Kontrollera att åtgärderna hjälpte.',
      duty: 'Kommunens egen regel: effekten av en åtgärd bedöms innan ärendet avslutas.',
      next: 'Avsluta ärendet',
      needs: [gate.effectsJudged, gate.replacedWhereNoEffect, authoritiesAnswered],
      by: chiefs,
      mayBeSkippedFor: ['noActions'],
    },
  ],
  back: [
    { from: 'assessing', to: 'investigating', by: chiefs },
    { from: 'feedback', to: 'investigating', by: ['handler', ...chiefs] },
    { from: 'followUp', to: 'investigating', by: ['handler', ...chiefs] },
  ],
  duties: [
    { rule: 'LOK-KLAG-BEKRAFTA', opens: 'received', runsFrom: 'received', metBy: 'confirmation', owner: 'enhetschef', applies: isComplaint },
    { rule: 'RAPPORTER-UTRED', opens: 'received', runsFrom: 'received', metBy: 'leaving', owner: 'enhetschef', applies: isComplaint },
    {
      rule: 'LOK-KLAG-SVAR',
      opens: 'received',
      runsFrom: 'received',
      metBy: 'answer',
      owner: 'enhetschef',
      applies: (state) => isComplaint(state) && !gate.isPatientComplaint(state),
    },
    {
      rule: 'HSL-KLAG-SVAR',
      opens: 'received',
      runsFrom: 'received',
      metBy: 'answer',
      owner: 'enhetschef',
      applies: (state) => isComplaint(state) && gate.isPatientComplaint(state),
    },
    { rule: 'LOK-KLAG-UTRED', opens: 'investigating', runsFrom: 'entered', metBy: 'leaving', owner: 'enhetschef', applies: () => true },
    { rule: 'LOK-KLAG-BEDOM', opens: 'assessing', runsFrom: 'entered', metBy: 'leaving', owner: 'enhetschef', applies: () => true },
    { rule: 'LOK-KLAG-IVO', opens: 'ivoDecision', runsFrom: 'entered', metBy: 'leaving', owner: 'enhetschef', applies: () => true },
    { rule: 'LOK-KLAG-FOLJUPP', opens: 'followUp', runsFrom: 'entered', metBy: 'leaving', owner: 'enhetschef', applies: gate.noEffectWaits },
  ],
  alongside: [
    { rule: 'LOK-AVV-SAMMADAG', owner: 'enhetschef', owed: sameDay },
    patientsCommittee,
    ivoStatements,
    otherAuthorities,
    secondPerson,
    ...passedOnOutOf('enhetschef'),
  ],
  who: {
    ...each(['RecordAuthorityRequest', 'AnswerAuthority'], ['handler', 'registrator', ...chiefs, 'mas', 'mar', 'verksamhetschefHsl']),
    // A suspicion is dismissed by those who answer for lex Sarah or for care, never by the unit alone (docs/law/complaints.md#the-two-questions).
    AnswerTriage: ['handler', ...chiefs, 'sas', 'lexSarahUtredare', 'mas', 'mar', 'verksamhetschefHsl'],
  },
  outcome: { stage: 'assessing', byInvestigator: true },
  ivo: { position: 'never', needs: [] },
  shortPath: {
    by: ['handler', 'medarbetare', 'registrator', ...chiefs],
    applies: () => true,
    needs: [gate.categorised, gate.otherExplained, gate.nothingGraver, gate.effectsJudged, authoritiesAnswered],
    reason: 'handledAtOnce',
  },
  reopen: { by: ['avdelningschef', 'verksamhetschef', 'socialchef', 'sas', 'mas'], to: ['investigating'] },
  cancel: { by: ['registrator'], second: chiefs },
  handOver: { by: ['handler', 'registrator', ...chiefs], from: ['received', 'investigating'] },
  closesAs,
};

/** What may be a danger, a missförhållande or a vårdskada is settled the same day, as in a deviation. */
function sameDay(state: ExistingCase): readonly Owed[] {
  const suspected = suspectedSince(state);
  return suspected === null ? [] : [{ subject: null, ...suspected }];
}

function closesAs(state: ExistingCase): CloseReason {
  if (state.progress.notApplicable.some((passed) => passed.reason === 'elsewhere')) return 'continuedInOther';
  if (state.assessment.outcome?.complaintOutcome === 'none') return 'noDeficiency';
  return closesByActions(state);
}
