import { channels } from '#domain/codes/channels';
import { complaintCategories } from '#domain/codes/complaint-categories';
import { deviationTypes } from '#domain/codes/deviation-types';
import { opinionTypes } from '#domain/codes/opinion-types';
import { sources } from '#domain/codes/sources';
import { startOfDay, stockholmDate } from '#domain/law/calendar';
import { staffReportTexts as said } from '#text/staff-report';
import { type FieldModel, type Option, optionsOf } from '#ui/field';

/** The four doors of the staff's report, as they stand in the address. */
export const doors = ['direkt', 'avvikelse', 'missforhallande', 'klagomal'] as const;
export type Door = (typeof doors)[number];
export const isDoor = (name: string): name is Door => doors.some((door) => door === name);

interface Lists {
  readonly units: readonly Option[];
  readonly entries: readonly Option[];
  readonly ownSources: readonly Option[];
}

const asOptions = (words: Readonly<Record<string, string>>): readonly Option[] => Object.entries(words).map(([value, label]) => ({ value, label }));
const field = (name: keyof typeof said.fields, as: FieldModel['as'], required: boolean, options: readonly Option[] = []): FieldModel => ({
  name,
  as,
  required,
  options,
  ...(said.fields[name] as { label: string; hint?: string }),
});

const laws = field('lawAreas', 'choices', true, asOptions(said.laws));
const what = field('what', 'words', true);
const when = [field('when', 'choice', false, asOptions(said.when)), field('day', 'date', false)];
const done = field('immediateActions', 'words', true);
const chief = field('concernsChief', 'yesNo', false);
const typesByName = [...optionsOf(deviationTypes)].sort((a, b) => a.label.localeCompare(b.label, 'sv'));

/** What each door asks, in order. Severity and cause are never the reporter's to judge. */
export function staffFields(door: Door, { units, entries, ownSources }: Lists): readonly FieldModel[] {
  const unit = field('unit', 'choice', true, units);
  switch (door) {
    case 'direkt':
      return [unit, laws, what, { ...done, label: 'Vad gjorde du?' }];
    case 'avvikelse':
      return [
        unit,
        laws,
        what,
        field('eventClass', 'choice', true, asOptions(said.events)),
        field('deviationType', 'choice', false, typesByName),
        ...when,
        done,
        field('affected', 'short', false),
        chief,
      ];
    case 'missforhallande':
      return [unit, laws, what, ...when, done, field('affected', 'short', false), field('title', 'short', false), chief, field('inOwnName', 'yesNo', true)];
    case 'klagomal':
      return [unit, ...complaintFields(entries, ownSources)];
    default:
      return door satisfies never;
  }
}

/** The one who reports and the one it comes from are two. */
function complaintFields(entries: readonly Option[], ownSources: readonly Option[]): readonly FieldModel[] {
  const choice = (name: string, label: string, options: readonly Option[], required: boolean): FieldModel => ({ name, label, as: 'choice', options, required });
  return [
    { ...what, label: 'Vad sades?', hint: 'Med personens egna ord.' },
    choice('opinionType', 'Vad är det?', optionsOf(opinionTypes), true),
    {
      ...choice(
        'source',
        'Från vem kommer det?',
        optionsOf(sources).filter(({ value }) => value !== 'local' || ownSources.length > 0),
        true,
      ),
      hint: 'Inte du, om du skriver åt någon annan.',
    },
    ...(ownSources.length === 0 ? [] : [choice('sourceName', 'Om det är en av avdelningens egna källor: vilken?', ownSources, false)]),
    choice('channel', 'Hur kom det in?', optionsOf(channels), false),
    { name: 'occurredAt', label: 'Vilken dag hände det?', as: 'day', options: [], required: false },
    {
      name: 'categories',
      label: 'Vad gäller det?',
      as: 'choices',
      options: optionsOf(complaintCategories).filter(({ value }) => value !== 'other' || entries.length > 0),
      required: false,
    },
    ...(entries.length === 0 ? [] : [choice('categoryOther', 'Om du valde Annat: vad?', entries, false)]),
    { name: 'immediateActions', label: 'Vad gjorde du direkt?', as: 'words', options: [], required: false },
    {
      name: 'handledAtOnce',
      label: 'Är det löst, och har personen fått veta det?',
      hint: 'Ja: ärendet registreras, räknas och avslutas på en gång.',
      as: 'yesNo',
      options: [],
      required: false,
    },
  ];
}

/** What was typed as the body of a report. `name` is the reporter's own. */
export function reportOf(door: Door, typed: Record<string, unknown>, name: string, now: string): Record<string, unknown> {
  if (door === 'klagomal') return { kind: 'complaint', ...typed };
  const { when: chosen, day, affected, title, inOwnName, ...values } = typed;
  const kind = door === 'missforhallande' ? 'lexSarah' : 'deviation';
  const anonymous = door === 'missforhallande' && inOwnName === false;
  return {
    kind,
    channel: 'web',
    noticedAt: now,
    ...values,
    ...occurred(chosen, day, now),
    ...(door === 'direkt' ? { handledAtOnce: true } : {}),
    ...(affected === undefined ? {} : { affected: { name: affected }, affects: 'individual' }),
    ...(anonymous ? { anonymous: true } : {}),
    ...(door === 'missforhallande' && !anonymous ? { reporter: { name, ...(title === undefined ? {} : { title }) } } : {}),
  };
}

function occurred(chosen: unknown, day: unknown, now: string): Record<string, unknown> {
  const today = stockholmDate(now);
  const onDay = (date: string) => ({ occurredAt: startOfDay(date), occurredPrecision: 'day' });
  if (chosen === 'now') return { occurredAt: now, occurredPrecision: 'minute' };
  if (chosen === 'today') return onDay(today);
  if (chosen === 'yesterday') return onDay(stockholmDate(new Date(Date.parse(now) - 86_400_000).toISOString()));
  return typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? onDay(day) : {};
}
