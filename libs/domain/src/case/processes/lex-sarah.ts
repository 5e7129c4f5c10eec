import { clockStart, type ExistingCase } from '../case.js';
import { investigationToIvo, ivoLetters, nothing, once, secondPerson, unlessMovedOn, untilInvestigated } from './alongside.js';
import * as later from './decision-gates.js';
import * as gate from './gates.js';
import { groundOf } from './ground.js';
import * as found from './investigation-gates.js';
import { passedOnOutOf } from './other-ways.js';
import { type By, type CloseReason, closesByActions, type FactDuty, type Process } from './process.js';
import { each, investigation, withIvo } from './who.js';

/** Roles that carry a lex Sarah: the unit's own manager does not, and can never dismiss it alone (docs/law/lex-sarah.md#who-decides). */
const carriers: readonly By[] = ['handler', 'lexSarahUtredare', 'sas', 'socialchef'];
const desk: readonly By[] = [...carriers, 'registrator', 'decider'];
const everyone: readonly By[] = [...carriers, 'enhetschef', 'avdelningschef', 'verksamhetschef'];

const isUnderLss = (state: ExistingCase): boolean => groundOf(state) === 'LSS';

/** Lex Sarah, version 1 (docs/law/lex-sarah.md). */
export const lexSarah1: Process = {
  id: 'lexSarah@1',
  kind: 'lexSarah',
  published: false,
  activeFrom: '2000-01-01',
  stages: [
    {
      stage: 'received',
      purpose: 'Avhjälp faran, dokumentera rapporten och avgör om den redan nu är allvarlig.',
      duty: 'Den som tar emot rapporten ska {LS-AVHJALP:ord} dokumentera, utreda och avhjälpa eller undanröja ({LS-AVHJALP}).',
      next: 'Börja utreda',
      needs: [
        gate.unitStated,
        found.socialLawStated,
        found.affectedStated,
        found.remedied,
        found.diarised,
        gate.triaged,
        gate.seriousnessAnswered,
        gate.assigned,
        gate.conflictAnswered,
      ],
      by: carriers,
      mayBeSkippedFor: [],
    },
    {
      stage: 'investigating',
      purpose: 'Utred vad som hände, varför, och om det kan hända igen.',
      duty: 'Varje rapport ska utredas och utredningen dokumenteras ({LS-AVHJALP}). De nio punkterna följer kommunala handböckers återgivning av SOSFS 2011:5.',
      next: 'Lämna till bedömning',
      needs: [
        gate.assigned,
        gate.conflictAnswered,
        found.irregularityKindStated,
        found.individualAsked,
        found.childHeard,
        ...found.contentPoints,
        gate.causeOrNoDeficiency,
        gate.investigated,
        found.similarAnswered,
      ],
      by: carriers,
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'assessing',
      purpose: 'Utredaren föreslår en av fem bedömningar, och åtgärder för varje allvarlig orsak.',
      duty: 'Utredningen ska avslutas med ett beslut eller ställningstagande (SOSFS 2011:5 enligt kommunala handböcker).',
      next: 'Lämna till beslut',
      needs: [later.outcomeProposed, found.actionOrReasonFound, found.actionsTied, found.seriousCausesAnswered],
      by: carriers,
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'ivoDecision',
      purpose: 'Besluta om bedömningen, och om anmälan till IVO.',
      duty: 'Ett allvarligt missförhållande eller en påtaglig risk för det ska snarast anmälas till IVO ({ANMALAN}).',
      next: 'Gå till återkoppling',
      needs: [later.irregularityDecided, gate.ivoPositionTaken, later.notifiedWhereDecided, later.positionHolds],
      by: ['decider', 'sas', 'socialchef', 'registrator'],
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'feedback',
      purpose: 'Berätta för rapportören, den enskilde, personalen och nämnden.',
      duty: 'Den som rapporterar ska få veta vad det blev. Nämnden får ärendet för kännedom.',
      next: 'Gå till uppföljning',
      needs: [later.reporterTold, later.individualTold, later.staffTold, later.boardTold],
      by: everyone,
      mayBeSkippedFor: [],
    },
    {
      stage: 'followUp',
      purpose: 'Kontrollera att åtgärderna hjälpte och att IVO har fått sitt.',
      duty: 'Effekten av varje åtgärd bedöms, och det IVO har krävt redovisas, innan ärendet avslutas.',
      next: 'Avsluta ärendet',
      needs: [gate.effectsJudged, gate.replacedWhereNoEffect, later.investigationSent, later.lowerOutcomeTold, later.supplementsSent, later.ivoEnded],
      by: ['verksamhetschef', 'avdelningschef', 'sas', 'socialchef'],
      mayBeSkippedFor: ['noActions'],
    },
  ],
  back: [
    { from: 'assessing', to: 'investigating', by: carriers },
    { from: 'ivoDecision', to: 'investigating', by: ['decider', 'sas', 'socialchef'] },
    { from: 'ivoDecision', to: 'assessing', by: ['decider', 'sas', 'socialchef'] },
    { from: 'feedback', to: 'investigating', by: carriers },
    { from: 'followUp', to: 'investigating', by: [...carriers, 'verksamhetschef', 'avdelningschef'] },
  ],
  duties: [
    { rule: 'LOK-LS-BESLUT', opens: 'ivoDecision', runsFrom: 'entered', metBy: 'decision', owner: 'socialchef', applies: () => true },
    { rule: 'LOK-LS-ATERKOPPLA', opens: 'feedback', runsFrom: 'entered', metBy: 'leaving', owner: 'sas', applies: () => true },
    { rule: 'LOK-LS-FOLJUPP', opens: 'followUp', runsFrom: 'entered', metBy: 'leaving', owner: 'sas', applies: gate.noEffectWaits },
  ],
  alongside: [
    unlessMovedOn('LOK-LS-BEDOM', 'sas', (state) => once(clockStart(state), state.assessment.triage?.at ?? null), 'received'),
    unlessMovedOn('LS-AVHJALP-SOL', 'sas', (state) => (isUnderLss(state) ? nothing : untilInvestigated(state)), 'investigating'),
    unlessMovedOn('LS-AVHJALP-LSS', 'sas', (state) => (isUnderLss(state) ? untilInvestigated(state) : nothing), 'investigating'),
    unlessMovedOn('LOK-LS-KLAR', 'sas', untilInvestigated, 'investigating'),
    { rule: 'LS-ANMALAN-SOL', owner: 'socialchef', metIn: 'ivo', owed: (state) => (isUnderLss(state) ? nothing : notification(state)) },
    { rule: 'LS-ANMALAN-LSS', owner: 'socialchef', metIn: 'ivo', owed: (state) => (isUnderLss(state) ? notification(state) : nothing) },
    { rule: 'LS-UTREDNING-2MAN', owner: 'sas', metIn: 'ivo', owed: investigationToIvo },
    ...ivoLetters,
    secondPerson,
    ...passedOnOutOf('sas'),
  ],
  who: {
    RecordOtherWay: desk,
    AnswerTriage: desk,
    ClassifyCase: desk,
    CorrectCase: desk,
    AssessRisk: carriers,
    AssignCase: ['sas', 'socialchef', 'lexSarahUtredare', 'registrator', 'avdelningschef'],
    Diarise: desk,
    ...each(investigation, carriers),
    ProposeOutcome: ['handler', 'lexSarahUtredare', 'sas'],
    DecideOutcome: ['decider'],
    DecideIvo: ['decider'],
    ...each(withIvo, desk),
    PlanAction: everyone,
    ChangeAction: everyone,
    JudgeEffect: everyone,
    DecideNoAction: [...carriers, 'avdelningschef', 'verksamhetschef'],
    GiveFeedback: [...desk, 'enhetschef', 'avdelningschef', 'verksamhetschef'],
    ExplainNoFeedback: [...desk, 'enhetschef', 'avdelningschef', 'verksamhetschef'],
    SendMessage: desk,
  },
  outcome: { stage: 'ivoDecision', byInvestigator: false },
  ivo: { position: 'decides', needs: [later.irregularityDecided] },
  // Practitioners know it as a fault that lex Sarah is closed by "åtgärdat direkt" (docs/law/lex-sarah.md#reports-without-a-name).
  shortPath: null,
  reopen: { by: ['verksamhetschef', 'avdelningschef', 'sas', 'socialchef'], to: ['investigating'] },
  cancel: { by: ['registrator'], second: ['socialchef', 'avdelningschef', 'verksamhetschef'] },
  // The receiver has the duty to investigate: another's part of the event is a case of its own there.
  handOver: { by: ['registrator', 'sas'], from: [] },
  closesAs,
};

/** Snarast, from the moment it is assessed as serious, at triage or later; measured also when it was sent earlier (docs/law/lex-sarah.md#notification). */
export function notification(state: ExistingCase): ReturnType<FactDuty['owed']> {
  const since = state.assessment.seriousAt ?? (state.ivo?.notify === 'yes' ? state.ivo.at : null);
  if (since === null) return nothing;
  if (state.ivo?.notify === 'otherIsObliged') return nothing;
  return once(since, state.ivoTrack.sent?.at ?? null);
}

export function closesAs(state: ExistingCase): CloseReason {
  if (found.hasMovedOn(state)) return 'continuedInOther';
  if (state.assessment.outcome?.outcome === 'noIrregularity' && state.remedy.actions.every((action) => action.status === 'dropped')) return 'noDeficiency';
  return closesByActions(state);
}
