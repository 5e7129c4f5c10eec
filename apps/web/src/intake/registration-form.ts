import { askingAuthorities } from '#domain/codes/authorities';
import { channels } from '#domain/codes/channels';
import { sources } from '#domain/codes/sources';
import { isDay } from '#domain/days';
import { formNameOf } from '#domain/errors';
import { momentOn, startOfDay } from '#domain/law/calendar';
import { registrationTexts as said } from '#text/registration';
import { staffReportTexts } from '#text/staff-report';
import type { Fault } from '#ui/error-summary';
import { type FieldModel, optionsOf } from '#ui/field';
import { type FormBody, listOf, textOf } from '../frame/request.js';
import { askedBy, asOptions } from './asked-field.js';
import { offeredOn } from './codes-offered.js';
import type { Lists } from './staff-report-fields.js';
import { affectedFrom, answerFrom, formFieldOf } from './who-spoke.js';

/** Ways in which nothing is registered by hand. */
const ownDoors: readonly string[] = ['web', 'staffPhone'];
const field = askedBy(said.fields);

export const sorts = asOptions(said.sorts);

type Fields = Readonly<Record<keyof typeof said.fields, FieldModel>>;

/** The day by which codes are offered: that of receipt, once it is said. */
export const dayOf = (body: FormBody, today: string): string => (isDay(textOf(body, 'receivedDay')) ? textOf(body, 'receivedDay') : today);

/** The questions with the choices that hold on the day of receipt, and those that have been made. */
export function fieldsOfDay(lists: Lists, body: FormBody, today: string): Fields {
  const all = Object.entries(registrationFields(lists));
  const received = dayOf(body, today);
  // The letter is registered by a command of its own, which is given today.
  const asked = ({ name }: FieldModel) => (name === 'authority' ? ([today, 'followedBy.from'] as const) : ([received, name] as const));
  const offered = (field: FieldModel) => ({ ...field, options: offeredOn(...asked(field), field.options, listOf(body, field.name)) });
  return Object.fromEntries(all.map(([name, field]) => [name, offered(field)])) as Fields;
}

/** The questions beside those of answer and person, each under its number: those that share one stand together on the paper form. */
export function registrationFields(lists: Lists): Fields {
  return {
    sort: field('sort', 'choice', true, sorts),
    receivedDay: field('receivedDay', 'date', true),
    receivedTime: field('receivedTime', 'short', false),
    channel: field('channel', 'choice', true, optionsOf(channels.filter(({ code }) => !ownDoors.includes(code)))),
    source: field('source', 'choice', true, optionsOf(sources.filter(({ code }) => code !== 'local'))),
    teller: field('teller', 'short', false),
    senderNumber: field('senderNumber', 'short', false),
    authority: field('authority', 'choice', true, [{ value: '', label: said.noAuthority }, ...optionsOf(askingAuthorities)]),
    letterOn: field('letterOn', 'date', false),
    dueOn: field('dueOn', 'date', false),
    unit: field('unit', 'choice', false, lists.units),
    occurredDay: field('occurredDay', 'date', false),
    what: field('what', 'words', true),
    immediateActions: field('immediateActions', 'words', false),
    lawAreas: field('lawAreas', 'choices', false, asOptions(staffReportTexts.laws)),
    diaryNumber: field('diaryNumber', 'short', false),
  };
}

/** What has to be said; the rest is asked by the report's own rules. */
const needed = ['sort', 'receivedDay', 'channel', 'source', 'what'] as const;

/** Answers that are missing, and a time that can't be read, in the order of the form. */
export function faultsIn(body: FormBody): readonly Fault[] {
  const unsaid: Fault[] = needed
    .filter((name) => textOf(body, name) === '' && !(name === 'source' && isOfStaff(body)))
    .map((name) => ({ field: name, text: said.lack(said.fields[name].label) }));
  if (isOfStaff(body) && textOf(body, 'answerBy') === 'code') unsaid.push({ field: 'answerBy', text: said.noCode });
  const [day, time] = [textOf(body, 'receivedDay'), textOf(body, 'receivedTime')];
  if (time === '' || !isDay(day)) return unsaid;
  if (clockOf(time) === null) return [...unsaid, { field: 'receivedTime', text: said.badTime }];
  return receivedAt(day, time) === null ? [...unsaid, { field: 'receivedTime', text: said.noSuchTime }] : unsaid;
}

const isOfStaff = (body: FormBody): boolean => ['deviation', 'lexSarah'].includes(textOf(body, 'sort'));

/** HH:MM of a time as people write it; null for what is none. */
function clockOf(time: string): string | null {
  const [, hours = '', minutes = ''] = /^(\d{1,2})[.:](\d{2})$/.exec(time) ?? [];
  return hours !== '' && Number(hours) < 24 && Number(minutes) < 60 ? `${hours.padStart(2, '0')}:${minutes}` : null;
}

/** The instant that was typed; null for a time that the day did not have. Without a time the day counts from its beginning. */
function receivedAt(day: string, time: string): string | null {
  const clock = clockOf(time);
  return clock === null ? startOfDay(day) : momentOn(day, clock);
}

/** The fields as the body of a report. An invalid day is left as it is, for the schema to refuse. */
export function registrationFrom(body: FormBody): Record<string, unknown> {
  const typed = (name: string) => (textOf(body, name) === '' ? undefined : textOf(body, name));
  const day = textOf(body, 'receivedDay');
  const occurred = typed('occurredDay');
  const [teller, laws, sort] = [typed('teller'), listOf(body, 'lawAreas'), textOf(body, 'sort')];
  const letter = letterIn(body);
  return defined({
    ...(isOfStaff(body) ? { kind: sort } : { kind: 'complaint', opinionType: sort }),
    receivedAt: isDay(day) ? receivedAt(day, textOf(body, 'receivedTime')) : day,
    channel: typed('channel'),
    source: typed('source'),
    externalRef: typed('senderNumber'),
    unit: typed('unit') ?? null,
    occurredAt: occurred === undefined ? undefined : isDay(occurred) ? startOfDay(occurred) : occurred,
    occurredPrecision: occurred === undefined ? undefined : 'day',
    what: typed('what'),
    immediateActions: typed('immediateActions'),
    lawAreas: laws.length === 0 ? undefined : laws,
    diaryNumber: typed('diaryNumber'),
    reporter: teller === undefined ? undefined : { name: teller },
    answer: answerFrom(body),
    affected: affectedFrom(body),
    followedBy: letter === null ? undefined : [letter],
  });
}

/** The request of an authority that came with it; null where there is none. */
function letterIn(body: FormBody): Record<string, unknown> | null {
  const from = textOf(body, 'authority');
  if (from === '') return null;
  const [theirNumber, dueOn] = [textOf(body, 'senderNumber'), textOf(body, 'dueOn')];
  return {
    type: 'RecordAuthorityRequest',
    from,
    letterOn: textOf(body, 'letterOn') || textOf(body, 'receivedDay'),
    ...(theirNumber === '' ? {} : { theirNumber }),
    ...(dueOn === '' ? {} : { dueOn }),
  };
}

const defined = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const renamed: Readonly<Record<string, string>> = {
  kind: 'sort',
  opinionType: 'sort',
  receivedAt: 'receivedDay',
  occurredAt: 'occurredDay',
  externalRef: 'senderNumber',
  theirNumber: 'senderNumber',
  from: 'authority',
  RecordAuthorityRequest: 'authority',
};

/** The faults of the report, by the fields of the form; the same fault of one field is said once. */
export function asFormFaults(faults: readonly Fault[], body: FormBody): readonly Fault[] {
  const named = faults.map(({ field: of, text }) => {
    const name = formFieldOf(of, body);
    const own = name === of ? formNameOf({ field: of }) : name;
    return { field: renamed[own] ?? own, text };
  });
  return named.filter((one, n) => named.findIndex(({ field: of, text }) => of === one.field && text === one.text) === n);
}
