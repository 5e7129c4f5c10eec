import { z } from 'zod';
import { answerWays } from '../../codes/case-codes.js';
import { kinds } from '../../codes/kinds.js';
import { isEmailAddress } from '../../email.js';
import { changes, id, instant, maybeWords, oneOf, several, unitCode, words } from '../../shapes.schema.js';
import { convertCase } from './convert-case.js';
import { described } from './described.schema.js';
import { recordAuthorityRequest } from './record-authority-request.js';

/** Where the answer goes. `none` and `code` need no address. */
const answer = z.object({ by: oneOf(answerWays), to: maybeWords }).superRefine((given, ctx) => {
  if ((given.by === 'email' || given.by === 'phone' || given.by === 'letter') && (given.to ?? '') === '') {
    ctx.addIssue({ code: 'custom', path: ['to'], message: 'Ange vart svaret ska skickas' });
  }
  if (given.by === 'email' && given.to !== undefined && !isEmailAddress(given.to)) {
    ctx.addIssue({ code: 'custom', path: ['to'], message: 'Det ser inte ut som en e-postadress' });
  }
});

/** Whom it concerns: the one whom it comes from, or another, by name where the name is known. */
const affected = z
  .object({ self: z.boolean().optional(), name: maybeWords, reference: maybeWords })
  .strict()
  .refine(({ self, name }) => self !== true || (name ?? '') === '', {
    path: ['name'],
    message: 'Ange ett namn, eller att det gäller den som det kommer från. Inte båda',
  });

/** A command on the new case itself, in the same transaction: the letter that came with it, or the conversion that it is reported for. */
const following = z.discriminatedUnion('type', [recordAuthorityRequest.schema, convertCase.schema]);

/** Body of POST /api/cases (docs/contract.md#reporting-a-case). */
export const reportCase = z
  .object({
    kind: oneOf(kinds),
    unit: unitCode.nullable().default(null),
    receivedAt: instant.optional(),
    anonymous: z.boolean().optional(),
    handledAtOnce: z.boolean().default(false),
    what: words,
    consequence: maybeWords,
    immediateActions: maybeWords,
    where: maybeWords,
    reporter: z.object({ name: maybeWords, title: maybeWords, phone: maybeWords }).strict().optional(),
    affected: affected.optional(),
    answer: answer.optional(),
    /** Persons in the organisation whom the report is about: they have a conflict of interest from the first moment. */
    concerns: several(id).optional(),
    /** "Berör det din chef?": then the unit's own manager neither sees nor handles it. */
    concernsChief: z.boolean().optional(),
    followedBy: z.array(following).max(2, 'Högst 2').optional(),
    ...changes(described),
  })
  .strict()
  .meta({ id: 'ReportCase' });
export type ReportCase = z.infer<typeof reportCase>;
