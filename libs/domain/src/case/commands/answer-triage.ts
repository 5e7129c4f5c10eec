import { handOverReceivers, triageAnswers } from '../../codes/case-codes.js';
import { otherWays } from '../../codes/other-ways.js';
import { reasonsText } from '../../records/command-text.js';
import { maybeWords, oneOf, several } from '../../shapes.schema.js';
import type { ExistingCase } from '../case.js';
import { defineCaseCommand } from '../case-command.js';
import type { CommandOf } from '../commands.schema.js';
import { notComplaint } from '../conditions.js';
import { whileOpen } from '../decide/guards.js';
import type { NewCaseEvent } from '../events.schema.js';
import { workers } from '../who.js';

/** Answers the questions of the first assessment; what belongs to another way of the law is recorded beside it. */
export const answerTriage = defineCaseCommand({
  name: 'AnswerTriage',
  input: {
    irregularity: oneOf(triageAnswers),
    careInjury: oneOf(triageAnswers),
    serious: oneOf(triageAnswers).nullable().default(null),
    avoidable: oneOf(triageAnswers).nullable().default(null),
    danger: oneOf(triageAnswers),
    belongsTo: oneOf(handOverReceivers).nullable().default(null),
    otherWays: several(oneOf(otherWays)).nullable().default(null),
    reasons: maybeWords,
  },
  endsDuties: true,
  addedFields: ['otherWays'],
  who: workers,
  mustStand: whileOpen,
  offered: [{ stages: ['received', 'assessing'], when: 'always' }],
  under: 'correct',
  title: 'Första bedömningen',
  button: 'Spara bedömningen',
  form: {
    danger: { label: 'Är någon fortfarande i fara?' },
    irregularity: {
      label: 'Kan det vara ett missförhållande, eller en påtaglig risk för det?',
      hint: 'Ja eller osäkert: det ska bli ett lex Sarah-ärende samma dag.',
    },
    careInjury: { label: 'Kan det vara en vårdskada, eller ha kunnat bli det?' },
    serious: {
      label: 'Är det allvarligt, eller en påtaglig risk för något allvarligt?',
      hint: 'Ja: från den stunden ska saken snarast anmälas till IVO.',
      required: true,
      asked: notComplaint,
    },
    avoidable: { label: 'Hade det kunnat undvikas?', asked: ['care', 'lexMaria'] },
    otherWays: {
      label: 'Finns det något här som hör hemma på annat håll?',
      hint: 'Det du kryssar för antecknas för sig, med vad som ska göras. Det blir aldrig besvarat som ett klagomål.',
      folded: true,
    },
    reasons: reasonsText,
  },
  decide(state, command): readonly NewCaseEvent[] {
    return [
      {
        type: 'TriageAnswered',
        open: {
          irregularity: command.irregularity,
          careInjury: command.careInjury,
          danger: command.danger,
          belongsTo: command.belongsTo,
          serious: command.serious,
          avoidable: command.avoidable,
        },
        sealed: command.reasons ? { reasons: command.reasons } : undefined,
      },
      ...foundAtTriage(state, command.otherWays),
    ];
  },
});

/** What the first assessment found; what is known already is not said twice. */
const foundAtTriage = (state: ExistingCase, ways: CommandOf<'AnswerTriage'>['otherWays']): NewCaseEvent[] =>
  (ways ?? [])
    .filter((way) => !state.outside.otherWays.some((row) => row.way === way && row.mistakenAt === null))
    .map((way) => ({ type: 'OtherWayRecorded', open: { way, step: 'found', cameInOn: null, to: null } }));
