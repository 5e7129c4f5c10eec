import { z } from 'zod';
import { codesOf } from '#domain/codes/code';
import { localLists } from '#domain/codes/local-lists';
import { day } from './answer-parts.schema.js';

/* The answers of the lists of codes. */

const dated = {
  code: z.string(),
  label: z.string().describe('Namnet på svenska'),
  validFrom: day.nullable().describe('Första dagen koden kan väljas; null: från början'),
  validTo: day.nullable().describe('Första dagen koden inte längre kan väljas; null: tills vidare'),
};

export const codeListAnswer = z.strictObject({ name: z.string(), codes: z.array(z.strictObject(dated)) }).meta({ id: 'CodeList' });
export const codeListsAnswer = z.strictObject({ lists: z.array(codeListAnswer) }).meta({ id: 'CodeLists' });

export const localListsAnswer = z
  .strictObject({
    lists: z.array(
      z.strictObject({
        name: z.enum(codesOf(localLists)).describe('Fältet i ett ärende som posten anges i'),
        label: z.string(),
        entries: z.array(z.strictObject({ division: z.string().describe('Avdelningens kod'), ...dated })),
      }),
    ),
  })
  .meta({ id: 'LocalLists' });
