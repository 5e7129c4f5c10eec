import { z } from 'zod';
import { codesOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { stages } from '#domain/codes/stages';
import { day } from '#domain/days.schema';
import { text } from '#domain/text.schema';
import { condition } from './query-part.schema.js';

const truth = z.enum(['true', 'false', '1', '0']).transform((value) => value === 'true' || value === '1');

/** The query of the work list; everything comes from a query string, so an empty field is no condition. */
export const workListQuery = z.object({
  kind: condition(z.enum(codesOf(kinds) as [string, ...string[]], { error: 'Okänt slag' })),
  stage: condition(z.enum(['open', ...codesOf(stages)] as [string, ...string[]], { error: 'Okänt skede' })).describe(
    'Ett skede, eller open: alla som inte är avslutade',
  ),
  unit: condition(z.string().regex(/^([a-z0-9-]{1,64})$/, 'Ange enhetens kod')).describe('Enheten med allt under; none = utan enhet'),
  handler: condition(z.union([z.uuid(), z.literal('none')], { error: 'Ange handläggarens id' })).describe('Handläggare; none = ej fördelade'),
  due: condition(day).describe('Har en frist till och med dagen'),
  overdue: condition(truth).describe('Bara försenade, eller bara inte försenade'),
  q: condition(text().max(100, 'Högst 100 tecken')).describe('Början eller slutet av ärendenummer eller diarienummer, enhet eller kod; inte ord i texten'),
  page: condition(z.coerce.number({ error: 'Ska vara ett tal' }).int().min(1).max(100_000)),
  sort: condition(z.enum(['due', 'received', '-received', 'number', '-number'], { error: 'Okänd ordning' })),
});
export type WorkListQuery = z.infer<typeof workListQuery>;
