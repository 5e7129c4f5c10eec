import { clockStart, type ExistingCase } from '../case.js';
import { once, secondPerson } from './alongside.js';
import { ownNotificationsSent, providerNotificationDecided, providerShortcomings } from './authorities.js';
import * as later from './decision-gates.js';
import * as gate from './gates.js';
import * as found from './investigation-gates.js';
import { passedOnOutOf } from './other-ways.js';
import { type By, closesByActions, type Process } from './process.js';
import { each } from './who.js';

/** The municipality's own people for a provider's case: contract, SAS, and those above the contracted unit. */
const followers: readonly By[] = ['handler', 'avtal', 'sas', 'avdelningschef', 'verksamhetschef', 'socialchef'];
const desk: readonly By[] = [...followers, 'registrator'];

/**
 * A private provider's lex Sarah as the municipality sees it, version 1 (docs/law/lex-sarah.md#private-providers). The provider
 * investigates, decides and notifies; the municipality is informed, follows up and may ask for data. It does not decide
 * on notification here: for its own part (bistånd, uppföljning) it has a lex Sarah of its own, a sibling.
 */
export const lexSarahMirror1: Process = {
  id: 'lexSarahMirror@1',
  kind: 'lexSarah',
  mirrors: true,
  published: false,
  activeFrom: '2000-01-01',
  stages: [
    {
      stage: 'received',
      purpose: 'Ta emot utförarens information om rapporten.',
      duty: 'Den som bedriver enskild verksamhet ska informera nämnden om en mottagen rapport ({LS-PRIVAT-INFO-RAPPORT}).',
      next: 'Följ utredningen',
      needs: [gate.unitStated, found.socialLawStated, found.diarised, gate.assigned, gate.conflictAnswered],
      by: desk,
      mayBeSkippedFor: [],
    },
    {
      stage: 'investigating',
      purpose: 'Utföraren utreder. Följ arbetet, och begär uppgifter om det behövs.',
      duty: {
        SoL: 'Utföraren utreder ({LS-AVHJALP}). Nämnden får begära uppgifter (SoL 15 kap. 9 §).',
        other: 'Utföraren utreder ({LS-AVHJALP}).',
      },
      next: 'Ta del av resultatet',
      needs: [gate.factsHeard],
      by: followers,
      mayBeSkippedFor: ['providerInvestigates', 'elsewhere'],
    },
    {
      stage: 'assessing',
      purpose: 'Anteckna hur utföraren har bedömt saken.',
      duty: 'Utförarens bedömning är utförarens egen. Kommunen antecknar den.',
      next: 'Ta del av utförarens beslut',
      needs: [later.irregularityDecided],
      by: followers,
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'ivoDecision',
      purpose: 'Anteckna utförarens beslut om anmälan. Överväg om kommunen själv ska anmäla brister.',
      duty: 'Utföraren anmäler till IVO ({ANMALAN}). Kommunen ska själv anmäla brister i tillståndspliktig verksamhet ({KOMMUN-ANMALAN}, från 2026-01-01).',
      next: 'Gå till återkoppling',
      needs: [gate.ivoPositionTaken, providerNotificationDecided],
      by: followers,
      mayBeSkippedFor: ['elsewhere'],
    },
    {
      stage: 'feedback',
      purpose: 'Berätta för nämnden och utföraren vad kommunen gör med uppgiften.',
      duty: 'Nämnden får ärendet för kännedom.',
      next: 'Gå till uppföljning',
      needs: [later.boardTold],
      by: desk,
      mayBeSkippedFor: [],
    },
    {
      stage: 'followUp',
      purpose: 'Följ upp avtalet: gjorde utföraren det som lovades, och hjälpte det?',
      duty: 'Kommunen ska kontrollera och följa upp verksamhet som lämnats över (KL 10 kap. 8 §).',
      next: 'Avsluta ärendet',
      needs: [gate.effectsJudged, gate.replacedWhereNoEffect, ownNotificationsSent],
      by: followers,
      mayBeSkippedFor: ['noActions'],
    },
  ],
  back: [
    { from: 'assessing', to: 'investigating', by: followers },
    { from: 'ivoDecision', to: 'assessing', by: followers },
    { from: 'followUp', to: 'investigating', by: followers },
  ],
  duties: [
    { rule: 'LOK-LS-ATERKOPPLA', opens: 'feedback', runsFrom: 'entered', metBy: 'leaving', owner: 'sas', applies: () => true },
    { rule: 'LOK-LS-FOLJUPP', opens: 'followUp', runsFrom: 'entered', metBy: 'leaving', owner: 'avtal', applies: gate.noEffectWaits },
  ],
  alongside: [
    { rule: 'LOK-LS-UTFORARE', owner: 'avtal', owed: (state) => once(clockStart(state), outcomeKnownAt(state)) },
    providerShortcomings,
    secondPerson,
    ...passedOnOutOf('avtal'),
  ],
  who: {
    RecordOtherWay: desk,
    DecideOwnNotification: ['decider', 'socialchef'],
    SendOwnNotification: desk,
    ...each(
      [
        'AnswerTriage',
        'ClassifyCase',
        'CorrectCase',
        'AssignCase',
        'Diarise',
        'MakeEntry',
        'HearParty',
        'DecideOutcome',
        'DecideIvo',
        'PlanAction',
        'ChangeAction',
        'JudgeEffect',
        'DecideNoAction',
        'GiveFeedback',
        'ExplainNoFeedback',
        'SendMessage',
        'CompleteInvestigation',
        'FindCause',
        'WithdrawCause',
      ],
      desk,
    ),
  },
  outcome: { stage: 'assessing', byInvestigator: true },
  ivo: { position: 'mirrors', needs: [] },
  shortPath: null,
  reopen: { by: ['verksamhetschef', 'avdelningschef', 'sas', 'socialchef'], to: ['investigating'] },
  cancel: { by: ['registrator'], second: ['socialchef', 'avdelningschef', 'verksamhetschef'] },
  handOver: { by: ['registrator', 'sas'], from: [] },
  closesAs: closesByActions,
};

const outcomeKnownAt = (state: ExistingCase): string | null => state.assessment.outcome?.at ?? null;
