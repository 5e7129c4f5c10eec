import { clockStart, type ExistingCase } from '../case.js';
import { boardToldOfSerious, investigationToIvo, ivoLetters, nothing, once, patientInformation, secondPerson, untilInvestigated } from './alongside.js';
import { dangerousProfessional, ownNotificationsSent } from './authorities.js';
import * as later from './decision-gates.js';
import * as gate from './gates.js';
import * as found from './investigation-gates.js';
import { passedOnOutOf } from './other-ways.js';
import { type By, closesByActions, type FactDuty, type Process } from './process.js';
import { each, investigation, withIvo } from './who.js';

/** MAS and MAR give the assignment, the analysledare carries it out, the head of care decides on measures with them. */
const care: readonly By[] = ['handler', 'analysledare', 'mas', 'mar', 'verksamhetschefHsl', 'anmalningsansvarig'];
const desk: readonly By[] = [...care, 'registrator', 'decider'];

/**
 * Lex Maria, version 1 (docs/law/lex-maria.md). Always comes of a deviation under HSL, whose number it keeps beside it.
 * What could have harmed counts as what did; avoidability "kan inte uteslutas" does not stop a notification (docs/law/lex-maria.md#what-is-notified).
 */
export const lexMaria1: Process = {
  id: 'lexMaria@1',
  kind: 'lexMaria',
  published: false,
  activeFrom: '2000-01-01',
  stages: [
    {
      stage: 'received',
      purpose: 'Avgör om händelsen redan nu ska anmälas, och ge uppdrag om händelseanalys.',
      duty: 'Händelser som har medfört eller kunnat medföra en allvarlig vårdskada ska snarast anmälas till IVO (PSL 3 kap. 5 §).',
      next: 'Börja utreda',
      needs: [gate.unitStated, found.diarised, gate.triaged, gate.seriousnessAnswered, gate.assigned, gate.conflictAnswered],
      by: care,
      mayBeSkippedFor: [],
    },
    {
      stage: 'investigating',
      purpose: 'Klarlägg händelseförlopp och orsaker, med patientens och närståendes berättelse.',
      duty: 'Händelsen ska utredas (PSL 3 kap. 3 §) och patient och närstående få möjlighet att delta (PSL 3 kap. 4 §).',
      next: 'Lämna till bedömning',
      needs: [
        gate.assigned,
        gate.conflictAnswered,
        found.incidentAnalysed,
        found.patientInvited,
        gate.factsHeard,
        found.causeFound,
        gate.investigated,
        found.similarAnswered,
      ],
      by: care,
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'assessing',
      purpose: 'Bedöm utfallet, och besluta om åtgärder med tidsplan.',
      duty: 'Åtgärder som inte kan göras genast ska ha en tidsplan (PSL 3 kap. 2 §). Vårdskada, allvar och undvikbarhet är skilda frågor (PSL 1 kap. 5 §).',
      next: 'Ta ställning till anmälan',
      needs: [later.careOutcomeDecided, found.actionOrReasonFound, found.actionsTied, found.seriousCausesAnswered],
      by: ['mas', 'mar', 'verksamhetschefHsl', 'decider'],
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'ivoDecision',
      purpose: 'Besluta om anmälan till IVO.',
      duty: 'Vårdgivaren ska anmäla genom den som är utsedd som anmälningsansvarig (PSL 3 kap. 5 §, HSLF-FS 2017:41 4 §).',
      next: 'Gå till återkoppling',
      needs: [gate.ivoPositionTaken, later.notifiedWhereDecided, later.positionHolds],
      by: ['mas', 'mar', 'verksamhetschefHsl', 'decider', 'registrator'],
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'feedback',
      purpose: 'Informera patienten, rapportören, personalen och nämnden.',
      duty: 'En patient som har fått en vårdskada ska snarast informeras om sex saker, och informationen antecknas i journalen (PSL 3 kap. 8 §).',
      next: 'Gå till uppföljning',
      needs: [later.patientInformed, later.reporterTold, later.staffTold, later.boardTold],
      by: care,
      mayBeSkippedFor: [],
    },
    {
      stage: 'followUp',
      purpose: 'Kontrollera att åtgärderna hjälpte och att IVO har fått sitt.',
      duty: 'Effekten av varje åtgärd bedöms, och det IVO har krävt redovisas, innan ärendet avslutas.',
      next: 'Avsluta ärendet',
      needs: [
        gate.effectsJudged,
        gate.replacedWhereNoEffect,
        later.investigationSent,
        later.lowerOutcomeTold,
        later.supplementsSent,
        later.ivoEnded,
        ownNotificationsSent,
      ],
      by: ['mas', 'mar', 'verksamhetschefHsl'],
      mayBeSkippedFor: ['noActions'],
    },
  ],
  back: [
    { from: 'assessing', to: 'investigating', by: care },
    { from: 'ivoDecision', to: 'assessing', by: ['mas', 'mar', 'verksamhetschefHsl', 'decider'] },
    { from: 'feedback', to: 'investigating', by: care },
    { from: 'followUp', to: 'investigating', by: care },
  ],
  duties: [
    { rule: 'LOK-LM-BESLUT', opens: 'ivoDecision', runsFrom: 'entered', metBy: 'decision', owner: 'mas', applies: () => true },
    { rule: 'LOK-LM-ATERKOPPLA', opens: 'feedback', runsFrom: 'entered', metBy: 'leaving', owner: 'mas', applies: () => true },
    { rule: 'LOK-LM-FOLJUPP', opens: 'followUp', runsFrom: 'entered', metBy: 'leaving', owner: 'mas', applies: gate.noEffectWaits },
  ],
  alongside: [
    { rule: 'HSL-UTRED', owner: 'mas', metIn: 'investigating', owed: untilInvestigated },
    { rule: 'LOK-LM-UTRED', owner: 'mas', metIn: 'investigating', owed: untilInvestigated },
    { rule: 'LM-ANMALAN', owner: 'mas', metIn: 'ivo', owed: notification },
    { rule: 'LM-UTREDNING', owner: 'mas', metIn: 'ivo', owed: investigationToIvo },
    { ...patientInformation, owner: 'mas' },
    boardToldOfSerious,
    ...ivoLetters,
    dangerousProfessional,
    secondPerson,
    ...passedOnOutOf('mas'),
  ],
  who: {
    RecordOtherWay: [...desk, 'enhetschef'],
    AnswerTriage: care,
    ClassifyCase: desk,
    CorrectCase: desk,
    AssessRisk: care,
    AssignCase: ['mas', 'mar', 'verksamhetschefHsl', 'registrator'],
    Diarise: desk,
    ...each(investigation, care),
    ProposeOutcome: care,
    DecideOutcome: ['mas', 'mar', 'verksamhetschefHsl', 'decider'],
    DecideIvo: ['decider'],
    ...each(withIvo, desk),
    DecideOwnNotification: ['mas', 'mar', 'verksamhetschefHsl', 'decider'],
    SendOwnNotification: desk,
    InformPatient: [...care, 'enhetschef'],
    PlanAction: [...care, 'enhetschef'],
    ChangeAction: [...care, 'enhetschef'],
    JudgeEffect: [...care, 'enhetschef'],
    DecideNoAction: care,
    GiveFeedback: [...desk, 'enhetschef'],
    ExplainNoFeedback: [...desk, 'enhetschef'],
    SendMessage: desk,
  },
  outcome: { stage: 'assessing', byInvestigator: false },
  ivo: { position: 'decides', needs: [later.careOutcomeDecided] },
  shortPath: null,
  reopen: { by: ['mas', 'mar', 'verksamhetschefHsl', 'socialchef'], to: ['investigating'] },
  cancel: { by: ['registrator'], second: ['mas', 'mar', 'verksamhetschefHsl', 'socialchef'] },
  handOver: { by: ['registrator', 'mas'], from: [] },
  closesAs: closesByActions,
};

/** Snarast after the event, from the day it was noticed: a lex Maria is begun because it may have to be notified (PSL 3 kap. 5 §). */
function notification(state: ExistingCase): ReturnType<FactDuty['owed']> {
  const isLower = state.assessment.outcome !== null && state.assessment.seriousAt === null && state.ivo?.notify !== 'yes';
  if (isLower && state.ivoTrack.sent === null) return nothing;
  return once(state.desc.noticedAt ?? clockStart(state), state.ivoTrack.sent?.at ?? null);
}
