import { z } from 'zod';
import { codesOf } from '../codes/code.js';
import { defaultLadder, roles } from '../codes/roles.js';
import { yearDuties } from '../codes/year-duties.js';
import { day } from '../days.schema.js';
import { isEmailAddress } from '../email.js';
import { looksPersonal } from '../personal-data.js';
import { text } from '../text.schema.js';
import { contrastWithWhite, LEAST_CONTRAST, ratio } from './municipality.js';
import type { Settings } from './settings.js';

const role = z.enum(codesOf(roles));
const word = text()
  .min(1)
  .max(40)
  .refine((value) => !looksPersonal(value), 'Får inte innehålla personuppgifter');
/** A point of the delegation order, as a code that is allowed in a decision's open part. */
export const delegationPoint = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9.:#-]{0,19}$/, 'Skriv punkten som den står i delegationsordningen, till exempel S4.7')
  .refine((value) => !looksPersonal(value), 'Får inte innehålla personuppgifter');
const line = text().min(1).max(200);
const sender = z.strictObject({ organisationNumber: z.string().regex(/^\d{6}-\d{4}$/, 'Skriv nnnnnn-nnnn'), address: line, phone: line });
const code = z.string().regex(/^[a-z0-9-]{2,40}$/);
const points = z.partialRecord(role, delegationPoint);

/** On one line: it stands in the head of pages and in mails. */
const oneLine = () => text().regex(/^[^\r\n]*$/, 'Skriv på en rad');

const municipality = z.strictObject({
  name: oneLine()
    .min(2, 'Skriv kommunens namn')
    .max(60, 'Högst 60 tecken')
    .refine((value) => !looksPersonal(value), 'Får inte innehålla personuppgifter'),
  phone: text().regex(/^[0-9+][0-9 +()-]{4,29}$/, 'Skriv ett telefonnummer, till exempel 010-123 45 67'),
  email: text().refine(isEmailAddress, 'Det ser inte ut som en e-postadress').nullable(),
  address: oneLine().min(1).max(120, 'Högst 120 tecken').nullable(),
  dataProtection: oneLine().min(1).max(120, 'Högst 120 tecken').nullable(),
  statement: text()
    .max(200, 'Högst 200 tecken')
    .regex(/^https:\/\/[a-z0-9.-]+\.[a-z]{2,}(\/\S*)?$/i, 'Skriv en adress som börjar med https://')
    .nullable(),
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/, 'Skriv färgen som # och sex tecken, till exempel #14506f')
    .refine((value) => !/^#[0-9a-f]{6}$/.test(value) || contrastWithWhite(value) >= LEAST_CONTRAST, {
      error: ({ input }) =>
        `Vit text på färgen har kontrasten ${ratio(contrastWithWhite(String(input)))}. Den ska vara minst ${ratio(LEAST_CONTRAST)}. Välj en mörkare färg`,
    })
    .nullable(),
  crest: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), type: z.enum(['svg', 'png']) }).nullable(),
});

/** A role that came after the municipality's ladder was written has the row that it has by default. */
const withLaterRoles = (ladder: unknown): unknown =>
  typeof ladder === 'object' && ladder !== null ? { systemforvaltare: defaultLadder.systemforvaltare, ...ladder } : ladder;

/** Each setting by its name. A ladder is complete: every role has its row, and none leads back to itself. */
export const settingSchemas = {
  ladder: z
    .preprocess(withLaterRoles, z.record(role, role.nullable()))
    .refine((ladder) => codesOf(roles).every((start) => ends(ladder, start)), 'Stegen går runt'),
  // Limited, so that an overdue duty of law is raised often enough.
  raisedAgainAfter: z.int().min(1).max(31),
  levels: z.strictObject({ board: word, division: word, unit: word }),
  coinciding: z.array(z.array(role).min(2)).refine((groups) => new Set(groups.flat()).size === groups.flat().length, 'En roll står i två grupper'),
  ivoDecider: z.strictObject({ lexSarah: z.array(role), lexMaria: z.array(role) }),
  delegationPoint: z.strictObject({ lexSarah: points, lexMaria: points }),
  leastShown: z.int().min(0).max(100),
  senders: z.record(code, sender),
  riskLevels: z
    .strictObject({ mediumFrom: z.int().min(2).max(25), criticalFrom: z.int().min(2).max(25) })
    .refine((row) => row.mediumFrom < row.criticalFrom, 'Kritisk ska börja högre än medium'),
  yearDays: z.partialRecord(
    z.enum(codesOf(yearDuties).filter((duty) => duty !== 'patientSafety')),
    z.array(
      z.strictObject({
        from: day,
        level: z.enum(['unit', 'division', 'board']),
        due: z.string().regex(/^(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/, 'Skriv mm-dd, högst den 28'),
      }),
    ),
  ),
  mirrors: z.record(code, z.strictObject({ unit: code, from: day })),
  municipality,
} as const satisfies { readonly [N in keyof Omit<Settings, 'deadlines' | 'delegations'>]: z.ZodType };

function ends(ladder: Readonly<Record<string, string | null>>, start: string): boolean {
  let at: string | null = start;
  for (let steps = 0; at !== null; steps += 1) {
    if (steps > roles.length) return false;
    at = ladder[at] ?? null;
  }
  return true;
}
