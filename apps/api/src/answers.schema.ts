import { z } from 'zod';
import { commandSchemas } from '#domain/case/commands.schema';
import { oneOf } from '#domain/case/shapes.schema';
import { codesOf } from '#domain/codes/code';
import { kinds } from '#domain/codes/kinds';
import { mailFaults, mailStates, mailSubjects } from '#domain/codes/mails';
import { stages } from '#domain/codes/stages';
import { roles } from '#domain/org/roles';

/* What each route answers, for the OpenAPI document; the e2e specs hold real answers against these. */

const instant = z.string().meta({ format: 'date-time' });
const day = z.string().meta({ format: 'date' });
const id = z.string().meta({ format: 'uuid' });
const version = z.int().describe('Ärendets version; står också i ETag');
const position = z.int().nullable().describe('Plats i händelseloggen; null där inget ändrades');
const events = z.array(z.strictObject({ type: z.string() }));
const page = { total: z.int(), page: z.int() };
const lack = z
  .strictObject({ field: z.string().describe('Fältet som avhjälper det: fält i samma anrop, eller Kommando.fält'), text: z.string() })
  .meta({ id: 'Lack' });
const words = z.record(z.string(), z.unknown()).describe('Ord, bara för den som får läsa dem');

export const reportAnswer = z
  .strictObject({
    id,
    number: z.string(),
    version,
    position,
    receiptCode: z.string().describe('16 tecken som öppnar dialogen; visas bara här'),
    siblings: z.array(z.strictObject({ id, number: z.string() })).describe('Samma händelse enligt en annan lag'),
    takenInAs: oneOf(kinds).optional().describe('Där rapporten togs emot som något annat än den kallades'),
    title: z.string().optional().describe('Samma sak i en mening'),
  })
  .meta({ id: 'ReportAnswer' });
export const commandAnswer = z
  .strictObject({
    version,
    position,
    events,
    born: z
      .array(z.strictObject({ id, kind: oneOf(kinds), number: z.string() }))
      .optional()
      .describe('Ärendet som kommandot gav upphov till'),
  })
  .meta({ id: 'CommandAnswer' });

/** A day off that a time was counted to, and the working day on which a time of statute then ends (lag 1930:173, 2 §). */
const dayOff = z.strictObject({ nominal: day, shifted: day }).nullable();
const duty = z.strictObject({
  id: z.string(),
  rule: z.string(),
  name: z.string(),
  law: z.string(),
  basis: z.string(),
  type: z.string(),
  owner: z.string(),
  startedAt: instant,
  dueAt: instant.nullable(),
  targetAt: instant.nullable(),
  dayOff,
  late: z.boolean(),
});
const named = z.strictObject({ person: id, name: z.string().nullable() });
const decision = z
  .looseObject({
    at: instant.describe('När beslutet fattades'),
    byRole: oneOf(roles),
    by: named.nullable().describe('Vem som beslutade; null för den som inte får läsa ärendet'),
    insteadOf: named.nullable().describe('I vems ställe, när en ersättare beslutade'),
    participants: z.array(named).nullable().describe('Medverkade utan att delta i avgörandet; tom lista är inga, null är ej angivet'),
    dissents: z.array(z.string()).nullable().describe('Reservation eller avvikande mening; tom lista är ingen, null är ej angivet'),
  })
  .nullable();
const asked = z.strictObject({ id, round: z.int().nullable(), askedAt: instant, dueOn: day.nullable(), sentAt: instant.nullable() });
export const caseAnswer = z
  .object({
    id,
    number: z.string(),
    version,
    kind: oneOf(kinds),
    process: z.string(),
    stage: oneOf(stages),
    since: instant,
    unit: z.string().nullable(),
    unitName: z.string().nullable(),
    concernsUnit: z.string().nullable(),
    receivedAt: instant,
    secrecy: z.boolean().describe('Sekretessmarkerat i diariet (OSL 5 kap. 5 §)'),
    labels: z.record(z.string(), z.record(z.string(), z.string())).describe('Svenska ord för koderna: fält → kod → ord'),
    handler: z.strictObject({ person: id.nullable(), name: z.string().nullable(), as: oneOf(roles), unit: z.string().nullable() }).nullable(),
    next: z.strictObject({ command: z.literal('AdvanceCase'), to: oneOf(stages), text: z.string(), purpose: z.string(), duty: z.string() }).nullable(),
    missing: z.array(lack).describe('Allt som fattas för nästa skede'),
    may: z
      .array(z.enum(Object.keys(commandSchemas) as [string, ...string[]]))
      .describe('Kommandon som den som frågar får ge nu: person och skede hindrar dem inte'),
    duties: z.array(duty),
    linked: z
      .array(
        z.strictObject({
          id,
          number: z.string(),
          kind: oneOf(kinds),
          stage: oneOf(stages),
          secrecy: z.boolean().describe('Sekretessmarkerat i diariet'),
          relation: z.enum(['parent', 'child', 'sibling']),
          link: z.string().nullable(),
        }),
      )
      .describe('Ärenden om samma händelse, de som den som frågar får se'),
    mails: z
      .array(
        z.strictObject({
          mail: id,
          about: oneOf(mailSubjects),
          dueAt: instant,
          state: oneOf(mailStates),
          at: instant.nullable().describe('När mejlservern tog emot det, eller när det gavs upp'),
          why: oneOf(mailFaults).nullable(),
        }),
      )
      .describe('Mejl till den som hörde av sig, och vad som hände med dem'),
    written: instant.nullable().describe('När den som hörde av sig skrev senast, om ingen har svarat sedan dess'),
    reportedAs: oneOf(kinds).nullable().describe('Vad det kallades när det kom, om det togs emot som något annat'),
    risk: z.strictObject({
      severity: z.int().nullable(),
      probability: z.int().nullable(),
      severityFinal: z.int().nullable(),
      probabilityFinal: z.int().nullable(),
      at: instant.nullable(),
    }),
    entries: z.array(
      z.strictObject({
        id: z.string(),
        point: z.string(),
        nature: z.string(),
        by: z.string(),
        heardAt: instant.nullable(),
        writtenAt: instant,
        byRole: z.string().nullable(),
        writtenBy: z.string(),
        replaced: z.boolean(),
        replaces: z.string().nullable(),
        text: z.string().nullable().describe('null för den som inte får läsa orden'),
      }),
    ),
    causes: z.array(
      z.strictObject({
        causeId: z.string(),
        area: z.string(),
        level: z.string().nullable(),
        serious: z.boolean().nullable(),
        at: instant,
        text: z.string().optional(),
      }),
    ),
    outcomeProposed: z.string().nullable().describe('Utredarens förslag; beslutet står bredvid, i outcome'),
    outcome: decision,
    ivo: decision,
    ivoTrack: z
      .strictObject({
        sent: z.strictObject({ at: instant, way: z.string(), investigationAttached: z.boolean(), attachments: z.array(id) }).nullable(),
        investigationSentAt: instant.nullable(),
        ivoNumber: z.string().nullable(),
        supplements: z.array(asked),
        decision: z.strictObject({ at: instant, ivoOutcome: z.string() }).nullable(),
        requirements: z.array(asked),
        closedAt: instant.nullable(),
        supplementedAt: instant.nullable(),
      })
      .describe('Det som gått mellan kommunen och IVO, bredvid skedena'),
    patientInformed: z.array(z.strictObject({ to: z.string(), at: instant })),
    conflicts: z
      .array(z.strictObject({ ground: z.string().nullable(), computed: z.boolean(), overridden: z.boolean() }))
      .describe('Att jäv finns, aldrig vem det gäller'),
    exceptions: z
      .array(z.strictObject({ step: z.string(), givenAt: instant, takenAt: instant.nullable() }))
      .describe('Enstaka steg som någon med jäv får ta (KL 6 kap. 30 §), aldrig vem'),
    seconds: z
      .array(
        z.strictObject({
          request: id,
          of: z.string(),
          by: id.nullable(),
          second: id.nullable(),
          at: instant,
          answer: z.string().nullable(),
          answeredAt: instant.nullable(),
        }),
      )
      .describe('Vad en andra person har ombetts bekräfta, och svaret'),
    words: words.optional(),
  })
  .loose()
  .meta({ id: 'Case' });

export const historyAnswer = z
  .strictObject({
    items: z.array(z.strictObject({ version, at: instant, recordedAt: instant, type: z.string(), text: z.string(), by: z.string(), words: words.optional() })),
  })
  .meta({ id: 'History' });

const why = z.strictObject({
  rule: z.string(),
  ruleVersion: z.int(),
  name: z.string(),
  law: z.string().describe('Lagrum, eller ”lokal regel”'),
  verified: z
    .enum(['read', 'secondary', 'unverified'])
    .describe('Hur lagrummet är kontrollerat. Det som är unverified är en inställning och visas inte som lag'),
  basis: z.string(),
  type: z.string(),
  wording: z.string().nullable(),
  startedAt: instant,
  dueAt: instant.nullable(),
  targetAt: instant.nullable(),
  period: z.string().nullable(),
  dayOff,
  calendar: z.string().nullable(),
});
export const agendaAnswer = z
  .strictObject({
    version,
    armed: z.boolean().nullable().describe('Om ärendets arbetsflöde kör och har dagordningen; null när Temporal inte svarar och ingen alltså vet'),
    items: z.array(
      z.strictObject({
        id,
        do: z.enum(['sendReceipt', 'remind', 'escalate', 'askEffect']),
        duty: z.string(),
        rule: z.string(),
        level: z.int(),
        toRole: oneOf(roles),
        at: instant,
        text: z.string(),
        why: why.nullable(),
      }),
    ),
  })
  .meta({ id: 'Agenda' });

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
    flag: z.enum(['written', 'reopened']).nullable().describe('Den som hörde av sig har skrivit och väntar, eller ärendet är öppnat igen'),
  })
  .meta({ id: 'CaseItem' });
export const workListAnswer = z.strictObject({ items: z.array(caseItem), ...page }).meta({ id: 'WorkList' });
export const casesBehindAnswer = z
  .strictObject({ items: z.array(caseItem), ...page, hidden: z.int().describe('Ärenden bakom siffran som läsaren inte får se') })
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
      by: z.enum(['received', 'sent']).describe('Vilken dag perioden gäller'),
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
        projections: z.strictObject({ lagEvents: z.int(), lagSeconds: z.number(), parked: z.int() }).nullable(),
        subscriptions: z
          .record(z.string(), z.strictObject({ lagEvents: z.int(), lagSeconds: z.number(), parked: z.int() }))
          .describe('Hur långt efter var och en är, och hur många ärenden den har lagt åt sidan'),
        processes: z.record(z.string(), part),
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
export { lack };
