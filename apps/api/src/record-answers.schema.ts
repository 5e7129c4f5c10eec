import { z } from 'zod';
import { codesOf } from '#domain/codes/code';
import { roles } from '#domain/codes/roles';
import { day, id, instant, page, position, version } from './answer-parts.schema.js';

/* The answers of the routes of records, for the OpenAPI document; e2e specs check real answers against them. */

const facts = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable())
  .describe('Koder, tal och dagar enligt posttypen; inga ord');
/** A record as lists answer it. */
export const recordItem = {
  id,
  number: z.string(),
  version,
  unit: z.string(),
  owner: id.nullable(),
  status: z.string(),
  due: day.nullable(),
  closed: z.boolean(),
  facts,
};

export const recordCreated = z
  .strictObject({ id, number: z.string(), version, position, events: z.array(z.strictObject({ type: z.string() })) })
  .meta({ id: 'RecordCreated' });
export const recordListAnswer = z.strictObject({ items: z.array(z.strictObject(recordItem)), ...page }).meta({ id: 'RecordList' });
export const recordAnswer = z
  .strictObject({
    ...recordItem,
    texts: z.record(z.string(), z.string()).describe('Texterna som de nu lyder'),
    agenda: z.array(
      z.strictObject({ do: z.enum(['remind', 'escalate', 'ask']), at: instant, about: z.string(), toRole: z.enum(codesOf(roles)), toPerson: id.nullable() }),
    ),
    may: z.array(z.strictObject({ type: z.string(), title: z.string() })).describe('Kommandon som den som frågar kan ge nu'),
  })
  .meta({ id: 'Record' });
export const recordHistoryAnswer = z
  .strictObject({
    items: z.array(
      z.strictObject({
        version,
        at: instant,
        recordedAt: instant,
        type: z.string(),
        text: z.string(),
        by: z.string(),
        words: z.record(z.string(), z.unknown()).optional(),
      }),
    ),
  })
  .meta({ id: 'RecordHistory' });
