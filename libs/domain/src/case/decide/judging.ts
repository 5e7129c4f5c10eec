import { labelOf } from '../../codes/code.js';
import { type HslOutcome, hslOutcomes } from '../../codes/hsl.js';
import { type Lack, refuse } from '../../errors.js';
import type { Role } from '../../org/roles.js';
import { isCare } from '../../process/investigation-gates.js';
import type { Process } from '../../process/process.js';
import type { ExistingCase } from '../case.js';
import type { CommandOf } from '../commands.schema.js';
import { whyNotChosen } from '../conflict.js';
import type { NewCaseEvent } from '../events.schema.js';
import { isOneOf } from '../roles-in.js';
import type { Context } from './context.js';
import { decidedAt, groundOfOutcome, lacksInRecord, recordOf, wordsOfDecision } from './decision-record.js';
import { closed, metBy } from './duties.js';
import { foldNew } from './foresee.js';
import { Lacking } from './lacks.js';

/*
 * How grave it is, and what it was: the risk, the proposal, the decision on the outcome.
 */

/** The scale that the figures stand for; another scale is another code, so that old figures keep their words. */
const SCALE = '4x4.v1';

/**
 * Whom the number sends the case to (docs/law/deviations.md#risk): care 1–2 the unit, 3–7 the unit with MAS, 8–16 or severity 3–4 MAS; social
 * services 8–16 with severity 3–4 the lex Sarah investigator, else 8–16 the verksamhetschef. It routes; it judges nothing.
 */
export function routeOf(severity: number, probability: number, care: boolean): Role {
  const risk = severity * probability;
  if (care) return risk >= 8 || severity >= 3 || risk >= 3 ? 'mas' : 'enhetschef';
  if (risk >= 8) return severity >= 3 ? 'lexSarahUtredare' : 'verksamhetschef';
  return 'enhetschef';
}

export function assessRisk(state: ExistingCase, command: CommandOf<'AssessRisk'>, process: Process, context: Context): NewCaseEvent[] {
  const severity = Number(command.severity);
  const probability = Number(command.probability);
  const phase = state.stage === 'received' || state.stage === 'investigating' ? 'first' : 'final';
  const known = phase === 'first' ? [state.risk.severity, state.risk.probability] : [state.risk.severityFinal, state.risk.probabilityFinal];
  if (known[0] === severity && known[1] === probability) return [];
  const assessed: NewCaseEvent = {
    type: 'RiskAssessed',
    open: { phase, scale: SCALE, severity, probability, routedTo: routeOf(severity, probability, isCare(state)) },
    sealed: command.reasons ? { reasons: command.reasons } : undefined,
  };
  // Nobody takes a grave case back by calling it small: those who have it then say so (AC-26).
  const grave = process.stages.find((row) => row.whenGrave !== undefined)?.whenGrave;
  if (grave?.applies(state) && !grave.applies(foldNew(state, [assessed], context.now))) {
    if (!isOneOf(grave.by, context.actor, state, context.organisation, context.today))
      refuse('notYours', [{ field: 'AssessRisk', text: 'Ärendet är bedömt som allvarligt. De som står över enhetens chef kan bedöma det lägre' }]);
  }
  return [assessed];
}

/** The investigator's proposal; a decider may find otherwise, and both stay visible. */
export function proposeOutcome(state: ExistingCase, command: CommandOf<'ProposeOutcome'>, context: Context): NewCaseEvent[] {
  const wanted = listOf(state);
  new Lacking('ProposeOutcome')
    .need(wanted === 'complaintOutcome' || command[wanted] !== null, wanted, 'Välj en bedömning')
    .add(otherNamed(command, wanted, 'ProposeOutcome'))
    .orRefuse();
  return [
    {
      type: 'OutcomeProposed',
      open: { outcome: command.outcome, hslOutcome: command.hslOutcome, by: context.actor.person },
      sealed: { reasons: command.reasons },
    },
  ];
}

/** Which of the three lists the case is judged by. A deviation under social law has no outcome of its own: it is a lex Sarah or it is not. */
export function listOf(state: ExistingCase): 'complaintOutcome' | 'outcome' | 'hslOutcome' {
  if (state.desc.kind === 'complaint') return 'complaintOutcome';
  if (state.desc.kind === 'lexSarah') return 'outcome';
  if (!isCare(state))
    refuse('incomplete', [
      { field: 'DecideOutcome', text: 'En avvikelse enligt SoL eller LSS bedöms med risk och orsaker. Är det ett missförhållande ska den bli lex Sarah' },
    ]);
  return 'hslOutcome';
}

function otherNamed(command: CommandOf<'DecideOutcome'> | CommandOf<'ProposeOutcome'>, wanted: string, name: string): readonly Lack[] {
  return (['complaintOutcome', 'outcome', 'hslOutcome'] as const)
    .filter((list) => list !== wanted && list in command && command[list as 'outcome'] !== null)
    .map((other) => ({ field: `${name}.${other}`, text: 'Den bedömningen hör till ett annat slag av ärende' }));
}

/**
 * The decision on what it was (docs/law/lex-sarah.md#who-decides), by the one whose it is; never by the investigator alone where the process
 * says so. Whoever disagrees with the proposal records another outcome, with reasons.
 */
export function decideOutcome(state: ExistingCase, command: CommandOf<'DecideOutcome'>, process: Process, context: Context): NewCaseEvent[] {
  const wanted = listOf(state);
  const grounds = groundOfOutcome(state);
  new Lacking('DecideOutcome')
    .need(command[wanted] !== null, wanted, 'Välj en bedömning')
    .add(otherNamed(command, wanted, 'DecideOutcome'))
    .add(wanted === 'hslOutcome' ? disagreeing(command) : [])
    .add(lacksInRecord(command, state, grounds, context))
    .orRefuse();
  const { complaintOutcome, outcome, hslOutcome, injury, serious } = command;
  const at = decidedAt(command, grounds);
  return [
    {
      type: 'OutcomeDecided',
      at,
      open: {
        complaintOutcome,
        outcome,
        hslOutcome,
        injury,
        serious,
        // Answered but not known is null beside an answered injury: "kan inte uteslutas" stops nothing (docs/law/lex-maria.md#what-is-notified).
        avoidable: command.avoidable === null || command.avoidable === 'unsure' ? null : command.avoidable === 'yes',
        ...recordOf(state, command, context),
      },
      sealed: wordsOfDecision(command),
    },
    // Decided as urgent before it came here: now nothing is left to decide.
    ...(state.ivo === null ? [] : closed(state, metBy(process, 'decision'), 'met', null, at)),
  ];
}

/** The investigator never decides alone: somebody else puts their name to it (docs/law/lex-sarah.md#who-decides; KL 6 kap. 28 §). */
export const investigatedIt = (state: ExistingCase, process: Process, { actor }: Pick<Context, 'actor'>, field: string): Lack | null =>
  process.outcome.byInvestigator || actor.person === null ? null : whyNotChosen(state, actor.person, 'decider', field);

/** What is grave is decided by those above the unit's own manager, not only taken on by them (AC-26). */
export function isBelow(state: ExistingCase, process: Process, context: Pick<Context, 'actor' | 'organisation' | 'today'>, field: string): Lack | null {
  const grave = process.stages.find((row) => row.stage === state.stage)?.whenGrave;
  if (grave === undefined || !grave.applies(state)) return null;
  return isOneOf(grave.by, context.actor, state, context.organisation, context.today)
    ? null
    : { field, text: 'Ärendet är allvarligt, och beslutas av dem som står över enhetens chef' };
}

const injuries: readonly HslOutcome[] = ['careInjury', 'seriousCareInjury'];
const grave: readonly HslOutcome[] = ['couldHaveCausedSeriousCareInjury', 'seriousCareInjury'];

/** The outcome says the same as the three answers (PSL 1 kap. 5 §): was somebody harmed, was it or could it have been serious, could it have been avoided. */
function disagreeing({ injury, serious, avoidable, hslOutcome }: CommandOf<'DecideOutcome'>): readonly Lack[] {
  const unanswered = [
    ...(injury === null ? [{ field: 'DecideOutcome.injury', text: 'Svara på om en skada uppstod' }] : []),
    ...(serious === null ? [{ field: 'DecideOutcome.serious', text: 'Svara på om skadan var, eller hade kunnat bli, allvarlig' }] : []),
    ...(avoidable === null ? [{ field: 'DecideOutcome.avoidable', text: 'Svara på om skadan hade kunnat undvikas' }] : []),
  ];
  if (unanswered.length > 0 || hslOutcome === null) return unanswered;
  const said = `”${labelOf(hslOutcomes, hslOutcome)}” stämmer inte med`;
  const wrong = (text: string) => [{ field: 'DecideOutcome.hslOutcome', text }];
  return [
    ...(injuries.includes(hslOutcome) === (injury === true && avoidable !== 'no')
      ? []
      : wrong(`${said} svaren: en vårdskada är en skada som hade kunnat undvikas`)),
    ...(hslOutcome === 'noCareInjury' || grave.includes(hslOutcome) === serious ? [] : wrong(`${said} svaret om allvar`)),
  ];
}
