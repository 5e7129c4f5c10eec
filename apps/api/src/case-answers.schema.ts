import { z } from 'zod';
import { kinRelations } from '#case-view/kin';
import { stepCommand } from '#case-view/next-step';
import { commandSchemas } from '#domain/case/commands.schema';
import { kinds } from '#domain/codes/kinds';
import { mailFaults, mailStates, mailSubjects } from '#domain/codes/mails';
import { otherWayReceivers, otherWays } from '#domain/codes/other-ways';
import { roles } from '#domain/codes/roles';
import { stages } from '#domain/codes/stages';
import { oneOf } from '#domain/shapes.schema';
import { day, id, instant, lack, version, words } from './answer-parts.schema.js';

/* What is answered about one case: how it stands, what has happened, what happens next. */

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
    numberSharedWith: z.strictObject({ caseId: id, number: z.string() }).nullable().describe('Ärendet som diarienumret delas med'),
    secrecy: z.boolean().describe('Sekretessmarkerat i diariet (OSL 5 kap. 5 §)'),
    labels: z.record(z.string(), z.record(z.string(), z.string())).describe('Svenska ord för koderna: fält → kod → ord'),
    handler: z.strictObject({ person: id.nullable(), name: z.string().nullable(), as: oneOf(roles), unit: z.string().nullable() }).nullable(),
    next: z.strictObject({ command: z.literal(stepCommand), to: oneOf(stages), text: z.string(), purpose: z.string(), duty: z.string() }).nullable(),
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
          heading: z.string().describe('Vad ärendet är, i ord för dess koder'),
          secrecy: z.boolean().describe('Sekretessmarkerat i diariet'),
          relation: z.enum(kinRelations),
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
    otherWays: z
      .array(
        z.strictObject({
          way: oneOf(otherWays),
          foundAt: instant,
          cameInOn: day.nullable(),
          doneAt: instant.nullable(),
          passedOn: z.boolean(),
          to: oneOf(otherWayReceivers).nullable(),
          mistakenAt: instant.nullable(),
        }),
      )
      .describe('Det i ärendet som hör hemma på annat håll, och vad som gjorts med det'),
    patientInformed: z.array(z.strictObject({ to: z.string(), at: instant })),
    conflicts: z
      .array(z.strictObject({ ground: z.string().nullable(), computed: z.boolean(), overridden: z.boolean() }))
      .describe('Att jäv finns, aldrig vem det gäller'),
    exceptions: z
      .array(z.strictObject({ step: z.string(), givenAt: instant, takenAt: instant.nullable(), lapsedAt: instant.nullable() }))
      .describe(
        'Enstaka steg som någon med jäv får ta (KL 6 kap. 30 §), aldrig vem. Det som inte används upphör med ärendet, eller när frågan om jäv besvaras på nytt',
      ),
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
    armed: z
      .boolean()
      .nullable()
      .describe('Om ärendets arbetsflöden kör, även det för anmälan till IVO, och har dagordningen; null när Temporal inte svarar och ingen alltså vet'),
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
