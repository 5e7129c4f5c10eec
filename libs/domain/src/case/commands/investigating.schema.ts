import { z } from 'zod';
import { entryNatures, heardResults, notApplicableReasons, parties } from '../../codes/case-codes.js';
import { causeAreas, causeLevels } from '../../codes/causes.js';
import { investigationMethods, investigationPoints } from '../../codes/investigation.js';
import { stages } from '../../codes/stages.js';
import { count, flag, id, instant, maybeWords, oneOf, several, typedKey, words } from '../shapes.schema.js';
import { at, command, reasons } from './command.schema.js';

/** The way through the stages, and what is found out. */
export const investigating = {
  AdvanceCase: command('AdvanceCase', {
    to: oneOf(stages),
    notApplicable: several(z.object({ stage: oneOf(stages), reason: oneOf(notApplicableReasons) })).default([]),
    elsewhere: id.nullable().default(null),
    reasons: maybeWords,
  }),
  SendBack: command('SendBack', { to: oneOf(stages), reasons }),
  MakeEntry: command('MakeEntry', {
    point: oneOf(investigationPoints).default('general'),
    nature: oneOf(entryNatures),
    by: oneOf(parties),
    heardAt: instant.nullable().default(null),
    replaces: id.nullable().default(null),
    text: words,
  }),
  HearParty: command('HearParty', { party: oneOf(parties), result: oneOf(heardResults), reason: typedKey.nullable().default(null), at }),
  FindCause: command('FindCause', { area: oneOf(causeAreas), level: oneOf(causeLevels), serious: z.boolean().nullable().default(null), text: words }),
  WithdrawCause: command('WithdrawCause', { causeId: id, text: words }),
  CompleteInvestigation: command('CompleteInvestigation', {
    noDeficiency: flag.default(false),
    similarBefore: z.boolean().nullable().default(null),
    recurrence: z.boolean().nullable().default(null),
    text: maybeWords,
  }),
  OpenInvestigation: command('OpenInvestigation', {
    method: oneOf(investigationMethods),
    lead: id.nullable().default(null),
    team: count.nullable().default(null),
  }),
} as const;
