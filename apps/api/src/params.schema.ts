import { z } from 'zod';
import { day } from '#domain/days.schema';
import { words } from '#domain/shapes.schema';
import { text } from '#domain/text.schema';

/** Id of a case in an address. Any text: what is no id is answered like a case that may not be seen. */
export const caseId = z.string().max(200, 'För långt').meta({ description: 'Ärendets id (uuid)' });
/** Id of another record in an address; as that of a case. */
export const recordId = z.string().max(200, 'För långt').meta({ description: 'Postens id (uuid)' });
export const reportId = z.string().max(100, 'För långt').meta({ description: 'Rapportens id' });

export const organisationQuery = z.object({
  at: day.optional().describe('Dagen som organisationen visas för; i dag om inget anges'),
});

export const listName = z.string().max(60, 'För långt').meta({ description: 'Listans namn' });
export const localListsQuery = z.object({
  at: day.optional().describe('Bara poster som gäller den dagen'),
  division: z.string().max(40, 'För långt').optional().describe('Bara den avdelningens poster'),
});

/** The code is posted and never in an address, so that no log holds it. */
export const followBody = z
  .object({
    code: text().min(1, 'Skriv koden').max(80, 'Koden är 16 tecken').describe('Kvittokoden; mellanslag, bindestreck och små bokstäver går bra'),
    message: words.optional(),
  })
  .strict()
  .meta({ id: 'Follow' });

export const demoUser = z.object({ user: z.string().max(100, 'För långt') });
export const demoClock = z.object({ advance: z.string().max(40, 'För långt').describe('ISO 8601, till exempel P5D eller PT30M') });
