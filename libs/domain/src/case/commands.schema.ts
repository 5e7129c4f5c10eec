import { z } from 'zod';
import { attachmentPurposes, attachmentTypes } from '../codes/attachments.js';
import { replyAnswers } from '../codes/case-codes.js';
import { disclosureRecipients } from '../codes/disclosure.js';
import { kinds } from '../codes/kinds.js';
import { mailFaults } from '../codes/mails.js';
import { providerNews } from '../codes/provider-news.js';
import { answering } from './commands/answering.schema.js';
import { withAuthorities } from './commands/authorities.schema.js';
import { deciding } from './commands/deciding.schema.js';
import { describing } from './commands/describing.schema.js';
import { elsewhere } from './commands/elsewhere.schema.js';
import { ending } from './commands/ending.schema.js';
import { investigating } from './commands/investigating.schema.js';
import { disclosedPassage } from './events/disclosure.schema.js';
import { date, id, instant, key, maybeWords, oneOf, several, unitCode, words } from './shapes.schema.js';

export { type ReportCase, reportCase } from './commands/report.schema.js';

/** Commands on a case that exists, one schema each (body of POST /api/cases/{id}/commands). */
export const commandSchemas = { ...describing, ...investigating, ...deciding, ...withAuthorities, ...answering, ...elsewhere, ...ending } as const;

/** What the workflow asks for; not offered over HTTP. */
export const performAgendaItem = z.object({ type: z.literal('PerformAgendaItem'), item: id }).strict();
/** What became of a mail, once the mail server has answered; not offered over HTTP. `why` null: it was taken. */
export const recordMail = z.object({ type: z.literal('RecordMail'), mail: id, why: oneOf(mailFaults).nullable() }).strict();
/** What a private provider has told the board, on the municipality's mirror of it; not offered over HTTP. */
export const recordProviderNews = z
  .object({ type: z.literal('RecordProviderNews'), about: oneOf(providerNews), source: id, toldAt: instant, notifiedAt: instant.nullable() })
  .strict();
/** A message through the receipt code; not offered on the command route. */
export const receiveMessage = z.object({ type: z.literal('ReceiveMessage'), text: words }).strict();

/** Bytes that have been taken in, checked and sealed; not offered on the command route, where nobody has shown them. */
export const addAttachment = z
  .object({
    type: z.literal('AddAttachment'),
    attachmentId: id,
    mediaType: oneOf(attachmentTypes),
    bytes: z.int().min(1),
    sha256: key,
    purpose: oneOf(attachmentPurposes).nullable(),
    name: words,
  })
  .strict();
/** A print that has been looked through and set; not offered on the command route, where nobody has shown it. */
export const discloseFromCase = z
  .object({
    type: z.literal('DiscloseFromCase'),
    to: oneOf(disclosureRecipients),
    passages: z.array(disclosedPassage).min(1).max(2000),
    document: id,
    sha256: key,
  })
  .strict();
/** Whether the one with the code thinks that the answer was one; not offered on the command route. */
export const replyByCode = z.object({ type: z.literal('ReplyByCode'), answered: oneOf(replyAnswers), text: maybeWords }).strict();

export const caseCommand = z.discriminatedUnion(
  'type',
  Object.values(commandSchemas) as unknown as [(typeof commandSchemas)[keyof typeof commandSchemas], ...(typeof commandSchemas)[keyof typeof commandSchemas][]],
);
export type PublicCommand = { [N in keyof typeof commandSchemas]: z.infer<(typeof commandSchemas)[N]> }[keyof typeof commandSchemas];
export type CaseCommand =
  | PublicCommand
  | z.infer<typeof performAgendaItem>
  | z.infer<typeof recordMail>
  | z.infer<typeof recordProviderNews>
  | z.infer<typeof receiveMessage>
  | z.infer<typeof addAttachment>
  | z.infer<typeof discloseFromCase>
  | z.infer<typeof replyByCode>;
export type CommandType = CaseCommand['type'];
export type CommandOf<T extends CommandType> = Extract<CaseCommand, { type: T }>;

/** Statistics of a unit for a period are complete: a zero is a zero. `to` is exclusive. */
export const attestStatistics = z
  .object({ unit: unitCode, from: date, to: date, kinds: several(oneOf(kinds)).nullable().default(null) })
  .strict()
  .meta({ id: 'AttestStatistics' });
export type AttestStatistics = z.infer<typeof attestStatistics>;
