import { z } from 'zod';
import { handOverReceivers, triageAnswers } from '../../codes/case-codes.js';
import { complaintOutcomes } from '../../codes/complaint-outcomes.js';
import { dissents, NONE } from '../../codes/decisions.js';
import { hslOutcomes } from '../../codes/hsl.js';
import { ivoAnswerers, ivoMaterials, ivoNotify, ivoOutcomes, ivoWays } from '../../codes/ivo.js';
import { lexSarahOutcomes } from '../../codes/lex-sarah.js';
import { count, date, flag, id, instant, maybeWords, oneOf, several, typedKey, typedNumber } from '../shapes.schema.js';
import { at, command, reasons } from './command.schema.js';

/** A person, or that there was none: an answer of its own. */
const idOrNone = z.union([z.literal(NONE), id]);

/** Beside the decision: the day it was made (now where it is not said), who took part without deciding, what was entered against it. */
export const decisionRecord = {
  delegationPoint: typedKey.nullable().default(null),
  body: typedKey.nullable().default(null),
  at,
  participants: several(idOrNone).nullable().default(null),
  dissents: several(oneOf(dissents)).nullable().default(null),
  dissent: maybeWords,
};

/** Which of the case's files went along. */
export const filesSent = several(id).default([]);

/** Outcome, the decision on notification, and the track of IVO. */
export const deciding = {
  /** One of three lists, by the kind of the case. Injury, seriousness and avoidability are separate questions (PSL 1 kap. 5 §). */
  DecideOutcome: command('DecideOutcome', {
    complaintOutcome: oneOf(complaintOutcomes).nullable().default(null),
    outcome: oneOf(lexSarahOutcomes).nullable().default(null),
    hslOutcome: oneOf(hslOutcomes).nullable().default(null),
    injury: z.boolean().nullable().default(null),
    serious: z.boolean().nullable().default(null),
    avoidable: oneOf(triageAnswers).nullable().default(null),
    ...decisionRecord,
    reasons,
  }),
  DecideIvo: command('DecideIvo', {
    notify: oneOf(ivoNotify),
    presenter: id.nullable().default(null),
    ...decisionRecord,
    urgent: flag.default(false),
    other: oneOf(handOverReceivers).nullable().default(null),
    toldAt: instant.nullable().default(null),
    reasons,
  }),
  /** What the investigator finds; the decision is another's where the process says so. */
  ProposeOutcome: command('ProposeOutcome', {
    outcome: oneOf(lexSarahOutcomes).nullable().default(null),
    hslOutcome: oneOf(hslOutcomes).nullable().default(null),
    reasons,
  }),
  NotifyIvo: command('NotifyIvo', { way: oneOf(ivoWays), investigationAttached: flag.default(false), attachments: filesSent, receipt: maybeWords, at }),
  SendToIvo: command('SendToIvo', {
    what: oneOf(ivoMaterials),
    round: count.nullable().default(null),
    requirement: id.nullable().default(null),
    attachments: filesSent,
    at,
  }),
  RecordIvoNumber: command('RecordIvoNumber', { ivoNumber: typedNumber }),
  RecordIvoRequest: command('RecordIvoRequest', {
    dueOn: date.nullable().default(null),
    answeredBy: oneOf(ivoAnswerers).default('unit'),
    text: maybeWords,
    at,
  }),
  RecordIvoDecision: command('RecordIvoDecision', {
    ivoOutcome: oneOf(ivoOutcomes),
    requirementDueOn: date.nullable().default(null),
    text: maybeWords,
    at,
  }),
  CloseIvoMatter: command('CloseIvoMatter', { ivoOutcome: oneOf(ivoOutcomes).nullable().default(null), text: maybeWords, at }),
} as const;
