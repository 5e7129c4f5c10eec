import { z } from 'zod';
import { codesOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { roles } from '#domain/codes/roles';
import { stages } from '#domain/codes/stages';
import { recordTypes } from '#domain/record-types';
import { oneOf } from '#domain/shapes.schema';
import { day, events, id, instant, page, position, version } from './answer-parts.schema.js';
import { recordItem } from './record-answers.schema.js';

/* The answers of each route, for the OpenAPI document; e2e specs check real answers against them. */

const born = z.array(z.strictObject({ id, kind: oneOf(kinds), number: z.string() }));

export const reportAnswer = z
  .strictObject({
    id,
    number: z.string(),
    version,
    position,
    receiptCode: z.string().describe('16 tecken som öppnar dialogen; visas bara här'),
    siblings: z.array(z.strictObject({ id, number: z.string() })).describe('Samma händelse enligt en annan lag'),
    born: born.optional().describe('Ärendet som ett av de följande kommandona gav upphov till'),
    takenInAs: oneOf(kinds).optional().describe('Där rapporten togs emot som något annat än den kallades'),
    title: z.string().optional().describe('Samma sak i en mening'),
  })
  .meta({ id: 'ReportAnswer' });
export const commandAnswer = z
  .strictObject({
    version,
    position,
    events,
    born: born.optional().describe('Ärendet som kommandot gav upphov till'),
  })
  .meta({ id: 'CommandAnswer' });

const caseItem = z
  .strictObject({
    id,
    number: z.string(),
    version,
    kind: oneOf(kinds),
    stage: oneOf(stages),
    since: instant,
    unit: z.string().nullable(),
    lawAreas: z.array(z.string()).nullable(),
    handler: id.nullable(),
    receivedAt: instant,
    opinionType: z.string().nullable(),
    source: z.string().nullable(),
    diaryNumber: z.string().nullable(),
    secrecy: z.boolean().describe('Sekretessmarkerat i diariet'),
    closedAt: instant.nullable(),
    nextDue: instant.nullable(),
    nextRule: z.string().nullable(),
    nextBasis: z.string().nullable(),
    nextOwner: z.string().nullable(),
    late: z.boolean(),
    awaits: z.enum(['decision', 'notification']).nullable().describe('Vad som är kvar av beslutet om anmälan: att fatta det, eller att skicka'),
    flag: z
      .enum(['written', 'second', 'reopened'])
      .nullable()
      .describe('Den som hörde av sig har skrivit och väntar, en andra person ska bekräfta, eller ärendet är öppnat igen'),
  })
  .meta({ id: 'CaseItem' });
export const workListAnswer = z.strictObject({ items: z.array(caseItem), ...page }).meta({ id: 'WorkList' });
const recordBehind = z.strictObject({ family: z.enum(recordTypes.map(({ family }) => family)), ...recordItem }).meta({ id: 'RecordBehind' });
export const casesBehindAnswer = z
  .strictObject({
    items: z.array(z.union([caseItem, recordBehind])).describe('Först ärenden, sedan annat som siffran räknar'),
    ...page,
    hidden: z.int().describe('Ärenden bakom siffran som läsaren inte får se'),
  })
  .meta({ id: 'CasesBehind' });
export const reportListAnswer = z.array(z.strictObject({ id: z.string(), title: z.string(), definition: z.string() }));
const figure = z.int().nullable().describe('null = ej rapporterat');
export const reportTableAnswer = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    definition: z.string(),
    scope: z.strictObject({
      unit: z.string(),
      from: day,
      to: day,
      by: z.enum(['received', 'sent', 'registered']).describe('Vilken dag perioden gäller'),
      asOf: z.string().nullable(),
      organisation: z.enum(['now', 'then']),
      provider: z.enum(['own', 'private']).nullable().describe('null = egen regi och privata utförare'),
      position: z.int(),
    }),
    columns: z.array(z.strictObject({ id: z.string(), title: z.string() })),
    rows: z.array(z.strictObject({ code: z.string(), label: z.string(), values: z.record(z.string(), figure), cases: z.string() })),
    totals: z.strictObject({ count: figure, cases: figure }),
    columnTotals: z.record(z.string(), figure).describe('Varje kolumn för alla rader tillsammans'),
    attested: z.strictObject({ units: z.int(), of: z.int() }),
    masked: z.array(z.strictObject({ row: z.string(), column: z.string() })).describe('Tal som inte visas för den som frågar; raden total är summorna'),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Report' });

export const organisationAnswer = z.array(
  z.strictObject({
    code: z.string(),
    name: z.string(),
    level: z.enum(['board', 'division', 'unit']),
    parent: z.string().nullable(),
    provider: z.string(),
    successor: z.string().nullable(),
    validFrom: day,
    validTo: day.nullable(),
  }),
);
export const dialogueAnswer = z
  .strictObject({
    number: z.string(),
    secrecy: z.boolean().describe('Sekretessmarkerat i diariet'),
    stage: oneOf(stages),
    status: z.string(),
    messages: z.array(z.strictObject({ at: instant, from: z.enum(['you', 'us']), text: z.string() })),
  })
  .meta({ id: 'Dialogue' });

const part = z.enum(['up', 'down', 'off']);
export const readyAnswer = z
  .strictObject({
    status: z.enum(['starting', 'ready', 'degraded', 'unavailable']),
    parts: z
      .strictObject({
        postgres: part,
        temporal: part,
        kafka: part,
        storage: z.enum(['up', 'full']).describe('full: det som finns går att läsa, men inget kan sparas'),
        workflows: z
          .enum(['current', 'outdated'])
          .nullable()
          .describe('outdated: arbetsflöden från en tidigare utgåva kör, och ingen påminns förrän `gensvar restart-workflows` har körts en gång'),
        projections: z.strictObject({ lagEvents: z.int(), lagSeconds: z.number(), parked: z.int() }).nullable(),
        subscriptions: z
          .record(z.string(), z.strictObject({ lagEvents: z.int(), lagSeconds: z.number(), parked: z.int() }))
          .describe('Hur långt efter var och en är, och hur många ärenden den har lagt åt sidan'),
        processes: z.record(z.string(), z.enum(['up', 'down', 'off', 'full'])).describe('full: processen har mött en full disk'),
      })
      .optional(),
  })
  .meta({ id: 'Ready' });

export const demoUsersAnswer = z.array(
  z.strictObject({ user: z.string(), name: z.string(), roles: z.array(z.enum(codesOf(roles) as [string, ...string[]])), units: z.array(z.string()) }),
);
export const tokenAnswer = z.strictObject({ token: z.string() });
export const clockAnswer = z.strictObject({ now: instant, offsetMs: z.int() });
export const mailAnswer = z.array(
  z.strictObject({ messageId: z.string(), to: z.array(z.string()), subject: z.string(), text: z.string(), at: instant, times: z.int() }),
);
export const liveAnswer = z.strictObject({ status: z.literal('live') });
