import { z } from 'zod';
import { affectedGenders } from '#domain/codes/affected';
import { areas } from '#domain/codes/areas';
import { arose } from '#domain/codes/arose';
import { causeAreas, causeLevels } from '#domain/codes/causes';
import { channels } from '#domain/codes/channels';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { complaintOutcomes } from '#domain/codes/complaint-outcomes';
import { deviationSubtypes, deviationTypes } from '#domain/codes/deviation-types';
import { eventClasses } from '#domain/codes/event-classes';
import { hslOutcomes } from '#domain/codes/hsl';
import { kinds } from '#domain/codes/kinds';
import { lawAreas } from '#domain/codes/law-areas';
import { lexSarahKinds, lexSarahOutcomes } from '#domain/codes/lex-sarah';
import { opinionTypes } from '#domain/codes/opinion-types';
import { sources } from '#domain/codes/sources';
import { stages } from '#domain/codes/stages';
import { dayOrInstant } from '#domain/days.schema';
import { endOfDay, startOfDay } from '#domain/law/calendar';
import { key, oneOf, several, typedKey } from '#domain/shapes.schema';
import { text } from '#domain/text.schema';

/** Absent, empty and null are the same: not stated. */
const maybe = <T extends z.ZodType>(shape: T) => shape.nullish().transform((value) => value ?? null);

/** A date without a time is the beginning of the day where something began, its end where something ended. */
const began = dayOrInstant(remembered(startOfDay));
const ended = dayOrInstant(remembered(endOfDay));
/** A file of years has few days and many lines; a day costs 30 µs. */
function remembered(instantOf: (date: string) => string): (date: string) => string {
  const known = new Map<string, string>();
  return (date) => {
    const instant = known.get(date) ?? instantOf(date);
    known.set(date, instant);
    return instant;
  };
}

/** A label of a division's own list, as written; replaced by a code at import. */
const label = text().min(1).max(60, 'Högst 60 tecken');
const degree = z.int('Ska vara ett heltal').min(1, 'Minst 1').max(4, 'Högst 4');

// Made once: a schema made for every line takes longer than reading the line.
const causeParts = z.object({ area: oneOf(causeAreas), level: oneOf(causeLevels).nullable() });
const cause = z
  .string()
  .transform((text, ctx) => {
    const [area, level = null, ...more] = text.split(':');
    const parsed = causeParts.safeParse({ area, level });
    if (parsed.success && more.length === 0) return parsed.data;
    ctx.addIssue({ code: 'custom', message: 'Ska vara en orsak, eller orsak:nivå' });
    return z.NEVER;
  })
  .pipe(causeParts);

/** One line of an import file (docs/contract.md#import). `stage` is for open cases only: without it the stage follows from what has been done. */
export const importRow = z.strictObject(
  {
    externalId: text('Ska anges').min(1, 'Ska anges').max(200, 'Högst 200 tecken'),
    kind: oneOf(kinds),
    unit: maybe(key),
    receivedAt: began,
    closedAt: maybe(ended),
    stage: maybe(oneOf(stages)),
    occurredAt: maybe(began),
    noticedAt: maybe(began),
    source: maybe(oneOf(sources)),
    sourceName: maybe(label),
    channel: maybe(oneOf(channels)),
    opinionType: maybe(oneOf(opinionTypes)),
    categories: maybe(several(oneOf(complaintCategories))),
    categoryOther: maybe(label),
    lawAreas: maybe(several(oneOf(lawAreas))),
    eventClass: maybe(oneOf(eventClasses)),
    deviationType: maybe(oneOf(deviationTypes)),
    deviationSubtype: maybe(oneOf(deviationSubtypes)),
    lexSarahKinds: maybe(several(oneOf(lexSarahKinds))),
    lexSarahKindOther: maybe(label),
    outcome: maybe(oneOf(lexSarahOutcomes)),
    outcomeProposed: maybe(oneOf(lexSarahOutcomes)),
    hslOutcome: maybe(oneOf(hslOutcomes)),
    complaintOutcome: maybe(oneOf(complaintOutcomes)),
    outcomeAt: maybe(ended),
    investigatedAt: maybe(ended),
    answeredAt: maybe(ended),
    ivoSentAt: maybe(ended),
    area: maybe(oneOf(areas)),
    arose: maybe(oneOf(arose)),
    activity: maybe(typedKey),
    anonymous: maybe(z.boolean('Ska vara true eller false')),
    severity: maybe(degree),
    probability: maybe(degree),
    causes: maybe(several(cause)),
    affectedGender: maybe(oneOf(affectedGenders)),
    parentExternalId: maybe(text().max(200)),
    what: maybe(text().max(20_000, 'Högst 20 000 tecken')),
  },
  {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? `Okänt fält: ${issue.keys.map((name) => name.slice(0, 40)).join(', ')}` : 'Raden ska vara ett objekt',
  },
);
export type ImportRow = z.output<typeof importRow>;
export type ImportInput = z.input<typeof importRow>;

const lists = ['categories', 'lawAreas', 'lexSarahKinds', 'causes'];
const numbers = ['severity', 'probability'];

/** A record of a CSV file as the JSON line would have been: empty is null, lists are split by `|`. Swedish spreadsheets write SANT. What can't be read is left for the schema to refuse. */
export function fromCsv(record: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).map(([name, text]) => [name, csvValue(name, text.trim())]));
}

function csvValue(name: string, text: string): unknown {
  if (text === '') return null;
  if (lists.includes(name)) return text.split('|').map((item) => item.trim());
  if (numbers.includes(name) && /^\d+$/.test(text)) return Number(text);
  if (name === 'anonymous' && /^(?:true|false|sant|falskt)$/i.test(text)) return /^(?:true|sant)$/i.test(text);
  return text;
}
