import { z } from 'zod';
import { triageAnswers } from '../../codes/case-codes.js';
import { labelOf } from '../../codes/code.js';
import { complaintOutcomes } from '../../codes/complaint-outcomes.js';
import { type HslOutcome, hslOutcomes } from '../../codes/hsl.js';
import { lexSarahOutcomes } from '../../codes/lex-sarah.js';
import type { Lack } from '../../errors.js';
import { Lacking } from '../../lacks.js';
import { reasonsText } from '../../records/command-text.js';
import { oneOf } from '../../shapes.schema.js';
import { defineCaseCommand } from '../case-command.js';
import type { CommandOf } from '../commands.schema.js';
import { decidedAt, groundOfOutcome, lacksInRecord, recordOf, wordsOfDecision } from '../decide/decision-record.js';
import { closed, metBy } from '../decide/duties.js';
import { notYoursFor } from '../decide/guards.js';
import { investigatedIt, isBelow, listOf, otherNamed } from '../decide/judging.js';
import { inStage } from '../decide/situation.js';
import type { NewCaseEvent } from '../events.schema.js';
import { chiefs } from '../who.js';
import { decisionRecord, decisionRecordForm, reasons } from './shared.js';

const injuries: readonly HslOutcome[] = ['careInjury', 'seriousCareInjury'];

const grave: readonly HslOutcome[] = ['couldHaveCausedSeriousCareInjury', 'seriousCareInjury'];

/**
 * One of three lists, by the kind of the case. Injury, seriousness and avoidability are separate questions (PSL 1 kap. 5 §).
 * The decision on what it was (docs/law/lex-sarah.md#who-decides), by the one whose it is; never by the investigator alone where the process
 * says so. Whoever disagrees with the proposal records another outcome, with reasons.
 */
export const decideOutcome = defineCaseCommand({
  name: 'DecideOutcome',
  input: {
    complaintOutcome: oneOf(complaintOutcomes).nullable().default(null),
    outcome: oneOf(lexSarahOutcomes).nullable().default(null),
    hslOutcome: oneOf(hslOutcomes).nullable().default(null),
    injury: z.boolean().nullable().default(null),
    serious: z.boolean().nullable().default(null),
    avoidable: oneOf(triageAnswers).nullable().default(null),
    ...decisionRecord,
    reasons,
  },
  names: { participants: 'carrier' },
  decidesMatter: true,
  endsDuties: true,
  who: chiefs,
  mustStand: (state, process, asking): void => {
    inStage(state, process.outcome.stage, 'DecideOutcome');
    listOf(state);
    notYoursFor(investigatedIt(state, process, asking, 'DecideOutcome'));
    notYoursFor(isBelow(state, process, asking, 'DecideOutcome'));
  },
  offered: [
    { stages: ['assessing'], when: ['complaint', 'mirror', 'lexMaria', ['deviation', 'care']] },
    { stages: ['ivoDecision'], when: ['lexSarah'] },
  ],
  onDecisionPage: true,
  title: 'Besluta om bedömningen',
  button: 'Spara bedömningen',
  form: {
    complaintOutcome: { label: 'Fanns det en brist?', required: true, asked: ['complaint'] },
    outcome: {
      label: 'Vad är det?',
      hint: 'De två sista ska anmälas till IVO. Är du av annan mening än utredaren väljer du en annan bedömning och skriver varför.',
      required: true,
      asked: ['lexSarah', 'mirror'],
    },
    injury: { label: 'Skadades någon?', required: true, asked: ['care'] },
    serious: { label: 'Var skadan allvarlig, eller hade den kunnat bli det?', required: true, asked: ['care'] },
    avoidable: { label: 'Hade skadan kunnat undvikas?', required: true, asked: ['care'] },
    hslOutcome: { label: 'Vad är det, efter de tre svaren?', hint: 'De två sista ska anmälas till IVO.', required: true, asked: ['care'] },
    reasons: reasonsText,
    ...decisionRecordForm,
  },
  decide(state, command, context, process): readonly NewCaseEvent[] {
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
  },
});

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
