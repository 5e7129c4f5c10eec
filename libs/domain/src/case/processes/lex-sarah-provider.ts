import type { Role } from '../../codes/roles.js';
import { providerDeciders } from '../../org/settings.js';
import { clockStart, type ExistingCase } from '../case.js';
import { investigationToIvo, ivoLetters, nothing, once, secondPerson, unlessMovedOn, untilInvestigated } from './alongside.js';
import * as later from './decision-gates.js';
import * as gate from './gates.js';
import { groundOf } from './ground.js';
import * as found from './investigation-gates.js';
import { closesAs, lexSarah1, notification } from './lex-sarah.js';
import { passedOnOutOf } from './other-ways.js';
import type { By, FactDuty, Gate, Process, StageRow } from './process.js';
import { each, investigation, withIvo } from './who.js';

/** The roles of a company: its unit's manager, possible managers above, and whoever answers for the operation. */
const own: readonly By[] = ['handler', 'enhetschef', 'verksamhetschef', 'utforare'];
const responsible: Role = 'utforare';
const isUnderLss = (state: ExistingCase): boolean => groundOf(state) === 'LSS';

const toldBoard = (state: ExistingCase, since: string): string | null =>
  state.contact.feedback.find((row) => row.given && row.to === 'board' && row.at >= since)?.at ?? null;

/** The board is told of the report, and again of the notification (SoL 27 kap. 4 och 6 §§, LSS 24 d och 24 f §§). */
const boardToldOfReport: FactDuty = {
  rule: 'LS-PRIVAT-INFO-RAPPORT',
  owner: responsible,
  owed: (state) => once(clockStart(state), toldBoard(state, clockStart(state))),
};
const boardToldOfNotification: FactDuty = {
  rule: 'LS-PRIVAT-INFO-ANMALAN',
  owner: responsible,
  owed: (state) => (state.ivoTrack.sent === null ? nothing : once(state.ivoTrack.sent.at, toldBoard(state, state.ivoTrack.sent.at))),
};
const isDone = (state: ExistingCase, duty: FactDuty): boolean => duty.owed(state).every((one) => one.metAt !== null);
const boardKnows: Gate = (state) =>
  isDone(state, boardToldOfReport) && isDone(state, boardToldOfNotification)
    ? null
    : { field: 'GiveFeedback.to', text: 'Informera nämnden om rapporten, och om anmälan när den är skickad' };

const ordinary = (stage: StageRow['stage']): StageRow => lexSarah1.stages.find((row) => row.stage === stage) as StageRow;
const without = (gates: readonly Gate[], ...gone: readonly Gate[]): readonly Gate[] => gates.filter((each) => !gone.includes(each));

/**
 * A private provider's own lex Sarah, version 1 (SoL 17 kap. 10 §, 27 kap. 4–6 §§; LSS 23 g, 24 d–f §§; docs/law/lex-sarah.md#private-providers). The company
 * investigates, decides and notifies, and tells the board. A municipality's delegation, diary numbers under OSL and two-person rule do not
 * apply to a company: one who answers for the operation may both investigate and decide.
 */
export const lexSarahProvider1: Process = {
  ...lexSarah1,
  id: 'lexSarahProvider@1',
  provider: true,
  stages: [
    { ...ordinary('received'), needs: without(ordinary('received').needs, found.diarised), by: own },
    { ...ordinary('investigating'), by: own },
    { ...ordinary('assessing'), purpose: 'Föreslå en av fem bedömningar, och åtgärder för varje allvarlig orsak.', by: own },
    { ...ordinary('ivoDecision'), by: own },
    {
      ...ordinary('feedback'),
      purpose: 'Berätta för rapportören, den enskilde och personalen, och informera nämnden.',
      duty: 'Den som bedriver enskild verksamhet ska informera nämnden om rapporten ({LS-PRIVAT-INFO-RAPPORT}) och om anmälan ({LS-PRIVAT-INFO-ANMALAN}).',
      needs: [...without(ordinary('feedback').needs, later.boardTold), boardKnows],
      by: own,
    },
    { ...ordinary('followUp'), needs: [...ordinary('followUp').needs, boardKnows], by: own },
  ],
  back: lexSarah1.back.map((move) => ({ ...move, by: own })),
  duties: [
    { rule: 'LOK-LS-BESLUT', opens: 'ivoDecision', runsFrom: 'entered', metBy: 'decision', owner: responsible, applies: () => true },
    { rule: 'LOK-LS-ATERKOPPLA', opens: 'feedback', runsFrom: 'entered', metBy: 'leaving', owner: responsible, applies: () => true },
    { rule: 'LOK-LS-FOLJUPP', opens: 'followUp', runsFrom: 'entered', metBy: 'leaving', owner: responsible, applies: gate.noEffectWaits },
  ],
  alongside: [
    boardToldOfReport,
    boardToldOfNotification,
    unlessMovedOn('LOK-LS-BEDOM', responsible, (state) => once(clockStart(state), state.assessment.triage?.at ?? null), 'received'),
    unlessMovedOn('LS-AVHJALP-SOL', responsible, (state) => (isUnderLss(state) ? nothing : untilInvestigated(state)), 'investigating'),
    unlessMovedOn('LS-AVHJALP-LSS', responsible, (state) => (isUnderLss(state) ? untilInvestigated(state) : nothing), 'investigating'),
    unlessMovedOn('LOK-LS-KLAR', responsible, untilInvestigated, 'investigating'),
    { rule: 'LS-ANMALAN-SOL', owner: responsible, metIn: 'ivo', owed: (state) => (isUnderLss(state) ? nothing : notification(state)) },
    { rule: 'LS-ANMALAN-LSS', owner: responsible, metIn: 'ivo', owed: (state) => (isUnderLss(state) ? notification(state) : nothing) },
    { rule: 'LS-UTREDNING-2MAN', owner: responsible, metIn: 'ivo', owed: investigationToIvo },
    ...ivoLetters.map((row) => ({ ...row, owner: responsible })),
    secondPerson,
    ...passedOnOutOf(responsible),
  ],
  who: {
    ...each(
      [
        'AnswerTriage',
        'ClassifyCase',
        'CorrectCase',
        'AssessRisk',
        'AssignCase',
        'Diarise',
        ...investigation,
        'ProposeOutcome',
        ...withIvo,
        'PlanAction',
        'ChangeAction',
        'JudgeEffect',
        'DecideNoAction',
        'GiveFeedback',
        'ExplainNoFeedback',
        'SendMessage',
        'RecordOtherWay',
        'ConvertCase',
      ],
      own,
    ),
    DecideOutcome: ['decider'],
    DecideIvo: ['decider'],
  },
  outcome: { stage: 'ivoDecision', byInvestigator: true },
  ivo: { position: 'decides', needs: [later.irregularityDecided], deciders: providerDeciders },
  reopen: { by: ['enhetschef', 'verksamhetschef', 'utforare'], to: ['investigating'] },
  cancel: { by: ['utforare'], second: ['enhetschef', 'verksamhetschef', 'utforare'] },
  handOver: { by: ['utforare'], from: [] },
  closesAs,
};
