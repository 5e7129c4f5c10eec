import { clockStart, type ExistingCase } from '../case.js';
import { boardToldOfSerious, nothing, once, patientInformation, secondPerson, unlessBecame, unlessMovedOn, untilInvestigated } from './alongside.js';
import { dangerousProfessional, ownNotificationsSent } from './authorities.js';
import * as later from './decision-gates.js';
import * as gate from './gates.js';
import * as found from './investigation-gates.js';
import { passedOnOutOf } from './other-ways.js';
import { type By, type CloseReason, closesByActions, type FactDuty, type Process } from './process.js';
import { raisedWhereGrave, raisedWhereIrregular, triagedWhereReportedGraver } from './statutory.js';
import { dangerMet, owesLexSarah } from './suspicions.js';
import { each, investigation } from './who.js';

const chiefs = ['enhetschef', 'avdelningschef', 'verksamhetschef', 'socialchef'] as const;
/** Roles that answer for care and share its deviations with the unit's manager (docs/law/deviations.md#risk). */
const care = ['mas', 'mar', 'verksamhetschefHsl'] as const;
const workers: readonly By[] = ['handler', ...chiefs, ...care, 'sas', 'lexSarahUtredare'];
const above: readonly By[] = ['avdelningschef', 'verksamhetschef', 'socialchef', ...care];
const always = () => true;

/**
 * Avvikelse under SoL/LSS and HSL, version 1 (docs/law/deviations.md). What may be a missförhållande becomes a lex
 * Sarah the same day, what shall be notified under PSL 3 kap. 5 § a lex Maria: a deviation is never notified itself.
 */
export const deviation1: Process = {
  id: 'deviation@1',
  kind: 'deviation',
  published: false,
  activeFrom: '2000-01-01',
  stages: [
    {
      stage: 'received',
      purpose: 'Bedöm risken, och avgör om det kan vara ett missförhållande eller en vårdskada.',
      duty: 'Personal ska rapportera ({RAPPORTERA}), och det som rapporteras ska tas emot.',
      next: 'Börja utreda',
      needs: [
        gate.unitStated,
        gate.lawStated,
        found.typeStated,
        found.riskAssessed,
        gate.triaged,
        raisedWhereIrregular,
        dangerMet,
        gate.assigned,
        gate.conflictAnswered,
      ],
      by: workers,
      mayBeSkippedFor: [],
    },
    {
      stage: 'investigating',
      purpose: 'Ta reda på vad som hände, varför, och om det har hänt förut.',
      duty: {
        HSL: 'Händelser som har medfört eller kunnat medföra vårdskada ska utredas ({HSL-UTRED}).',
        other: 'Det som rapporteras ska utredas (SOSFS 2011:9 5 kap.).',
      },
      next: 'Gå till bedömning',
      needs: [
        gate.unitStated,
        gate.triaged,
        raisedWhereIrregular,
        gate.assigned,
        gate.conflictAnswered,
        gate.factsHeard,
        found.analysedWhereGrave,
        gate.investigated,
        found.similarAnswered,
        gate.causeOrNoDeficiency,
      ],
      by: workers,
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'assessing',
      purpose: 'Bedöm risken på nytt, var det en vårdskada, och vad ska göras?',
      duty: {
        HSL: 'Åtgärder som inte kan göras genast ska ha en tidsplan (PSL 3 kap. 2 §). Vårdskada, allvar och undvikbarhet är skilda frågor (PSL 1 kap. 5 §).',
        other: 'Det som kommit fram ska leda till förbättringar där det behövs (SOSFS 2011:9 5 kap. 7–8 §§).',
      },
      next: 'Ta ställning till anmälan',
      needs: [
        gate.lawStated,
        found.riskReassessed,
        gate.suspicionSettled,
        raisedWhereGrave,
        later.careOutcomeDecided,
        found.actionOrReasonFound,
        found.actionsTied,
        found.seriousCausesAnswered,
      ],
      by: [...chiefs, ...care],
      // AC-26: a grave case is taken on by those above the unit's own manager.
      whenGrave: { applies: found.isGrave, by: above },
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'ivoDecision',
      purpose: 'Ta ställning till om det är ett missförhållande eller en händelse som ska anmälas.',
      duty: 'En avvikelse anmäls inte i sig. Det som ska anmälas till IVO blir ett eget ärende ({ANMALAN}).',
      next: 'Gå till återkoppling',
      needs: [raisedWhereIrregular, later.lexMariaWhereItShall, gate.ivoPositionTaken],
      joins: gate.noSuspicion,
      by: [...chiefs, ...care],
      whenGrave: { applies: found.isGrave, by: above },
      mayBeSkippedFor: ['noGround', 'elsewhere'],
    },
    {
      stage: 'feedback',
      purpose: 'Återkoppla till den som rapporterade, den det gäller och personalgruppen.',
      duty: {
        HSL: 'En patient som har fått en vårdskada ska snarast informeras om sex saker (PSL 3 kap. 8 §).',
        other: 'Kommunens egen regel: den som rapporterade, den det gäller och personalen får veta vad det blev.',
      },
      next: 'Gå till uppföljning',
      needs: [later.patientInformed, later.reporterTold, later.individualTold, later.staffTold],
      by: workers,
      mayBeSkippedFor: [],
    },
    {
      stage: 'followUp',
      purpose: 'Kontrollera att åtgärderna hjälpte.',
      duty: 'Kommunens egen regel: effekten av en åtgärd bedöms innan ärendet avslutas.',
      next: 'Avsluta ärendet',
      needs: [gate.effectsJudged, gate.replacedWhereNoEffect, ownNotificationsSent],
      by: [...chiefs, ...care],
      whenGrave: { applies: found.isGrave, by: above },
      mayBeSkippedFor: ['noActions'],
    },
  ],
  back: [
    { from: 'assessing', to: 'investigating', by: [...chiefs, ...care] },
    { from: 'ivoDecision', to: 'assessing', by: [...chiefs, ...care] },
    { from: 'feedback', to: 'investigating', by: workers },
    { from: 'followUp', to: 'investigating', by: workers },
  ],
  duties: [
    { rule: 'LOK-AVV-AVGOR', opens: 'assessing', runsFrom: 'entered', metBy: 'leaving', owner: 'enhetschef', applies: always },
    { rule: 'LOK-AVV-ATERKOPPLA', opens: 'feedback', runsFrom: 'entered', metBy: 'leaving', owner: 'enhetschef', applies: always },
    { rule: 'LOK-AVV-FOLJUPP', opens: 'followUp', runsFrom: 'entered', metBy: 'leaving', owner: 'enhetschef', applies: gate.noEffectWaits },
  ],
  alongside: [
    unlessMovedOn('LOK-AVV-BEDOM', 'enhetschef', (state) => once(clockStart(state), state.assessment.risk.at), 'received'),
    unlessMovedOn('LOK-AVV-UTRED', 'enhetschef', (state) => once(clockStart(state), beganAt(state)), 'received'),
    unlessMovedOn('LOK-AVV-KLAR', 'enhetschef', untilInvestigated, 'investigating'),
    unlessMovedOn('HSL-UTRED', 'enhetschef', (state) => (found.isCare(state) ? untilInvestigated(state) : nothing), 'investigating'),
    { rule: 'LOK-AVV-SAMMADAG', owner: 'enhetschef', owed: sameDay },
    unlessBecame('lexMaria', boardToldOfSerious),
    unlessBecame('lexMaria', patientInformation),
    dangerousProfessional,
    secondPerson,
    ...passedOnOutOf('enhetschef'),
  ],
  who: {
    RecordOtherWay: [...workers, 'registrator'],
    AnswerTriage: workers,
    AssessRisk: workers,
    ProposeOutcome: workers,
    ...each(investigation, workers),
    PlanAction: workers,
    ChangeAction: workers,
    GiveFeedback: [...workers, 'registrator'],
    ExplainNoFeedback: [...workers, 'registrator'],
    DecideOwnNotification: [...care, 'anmalningsansvarig', 'socialchef'],
    SendOwnNotification: [...care, 'anmalningsansvarig', 'registrator', 'socialchef'],
    InformPatient: workers,
    DecideOutcome: [...chiefs, ...care],
    DecideIvo: [...chiefs, ...care],
    JudgeEffect: [...chiefs, ...care],
    DecideNoAction: [...chiefs, ...care],
    AssignCase: [...chiefs, ...care, 'registrator'],
  },
  outcome: { stage: 'assessing', byInvestigator: true },
  ivo: { position: 'never', needs: [] },
  shortPath: {
    by: ['handler', 'medarbetare', 'registrator', ...chiefs, ...care],
    applies: always,
    needs: [gate.nothingGraver, triagedWhereReportedGraver, found.riskIsSmall, found.nothingHappenedInCare, gate.effectsJudged],
    reason: 'handledAtOnce',
  },
  reopen: { by: ['avdelningschef', 'verksamhetschef', 'socialchef', 'sas', 'mas', 'mar'], to: ['investigating'] },
  cancel: { by: ['registrator'], second: chiefs },
  handOver: { by: ['handler', 'registrator', ...chiefs, ...care], from: ['received', 'investigating'] },
  closesAs,
};

/** The first sign of an investigation. */
const beganAt = (state: ExistingCase): string | null =>
  state.progress.investigatingFrom ?? state.investigation.completed?.at ?? state.investigation.causes.find((cause) => !cause.withdrawn)?.at ?? null;

/** Reported as a lex Sarah without a name, or answered yes or unsure: settled the same day (docs/law/lex-sarah.md#reports-without-a-name). */
function sameDay(state: ExistingCase): ReturnType<FactDuty['owed']> {
  if (found.becameA(state, 'lexSarah')) return once(clockStart(state), state.lineage.convertedTo.find((child) => child.to === 'lexSarah')?.at ?? null);
  const wasReportedAsLexSarah = state.lineage.origin === null && state.receipt.reportedAs === 'lexSarah';
  if (state.assessment.triage === null) return wasReportedAsLexSarah ? once(clockStart(state), null) : nothing;
  if (owesLexSarah(state)) return once(state.assessment.triage.at, null);
  return wasReportedAsLexSarah ? once(clockStart(state), state.assessment.triage.at) : nothing;
}

function closesAs(state: ExistingCase): CloseReason {
  if (state.progress.notApplicable.some((passed) => passed.reason === 'elsewhere')) return 'continuedInOther';
  if (state.investigation.completed?.noDeficiency === true) return 'noDeficiency';
  return closesByActions(state);
}
