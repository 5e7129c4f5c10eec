import { z } from 'zod';
import { roles } from '#domain/codes/roles';
import { oneOf } from '#domain/shapes.schema';
import { text } from '#domain/text.schema';
import { organisationChanges } from '#organisation/change.schema';
import { instant } from './answer-parts.schema.js';

const heldPost = { role: oneOf(roles), unit: z.string(), instead: z.uuid().optional().describe('Den som posten hålls i stället för') };

export const peopleAnswer = z.array(
  z
    .strictObject({
      id: z.uuid(),
      name: z.string(),
      login: z.string().nullable().describe('Bara för den som administrerar'),
      email: z.string().nullable().describe('Bara för den som administrerar'),
      posts: z.array(z.strictObject(heldPost)),
    })
    .meta({ id: 'Person' }),
);

export const postsAnswer = z.array(z.strictObject({ person: z.uuid(), ...heldPost }).meta({ id: 'Post' }));

const reason = text().min(1, 'Skriv varför').max(2_000, 'Högst 2 000 tecken');

/** Changes by people, and why: the same as those of the operator's file. */
export const changeBody = organisationChanges
  .extend({ reason: reason.describe('Varför; sparas förseglat') })
  .strict()
  .meta({ id: 'OrganisationChange' });
export const rejectBody = z.strictObject({ reason }).meta({ id: 'OrganisationRejection' });

export const changeAnswer = z
  .strictObject({ outcome: z.enum(['done', 'proposed']).describe('proposed: väntar på att en andra person bekräftar') })
  .meta({ id: 'OrganisationOutcome' });

export const proposalsAnswer = z.array(
  z
    .strictObject({
      id: z.uuid(),
      by: z.string().describe('Den som föreslog (`person:<id>`)'),
      at: instant,
      units: z.array(z.string()),
      persons: z.array(z.uuid()).describe('De som får eller mister rättigheter'),
    })
    .meta({ id: 'OrganisationProposal' }),
);
