import { randomUUID } from 'node:crypto';
import type { Core } from '#case-service/core';
import type { Role } from '#domain/codes/roles';
import { addDuration, stockholmDate } from '#domain/law/calendar';
import { type Actor, personActor, system } from '#domain/org/actor';
import { recordStream, recordTypes } from '#domain/record-types';
import type { AnyRecordType } from '#domain/records/record-type';
import { people } from './scenario.js';

/** Words that stand in every sample, to be looked for where none may be. */
export const sampleWords = 'Anmälan från fru Påhittad blir liggande';

/** What makes a record of each type, for a unit, on a day. */
const samples: Readonly<Record<string, (unit: string, today: string) => object>> = {
  risk: (unit, today) => ({
    unit,
    activity: 'Ta emot anmälan',
    description: sampleWords,
    probability: '4',
    consequence: '3',
    nextReview: addDuration(today, 'P20D'),
  }),
  action: (unit, today) => ({ unit, area: 'routines', what: sampleWords, due: addDuration(today, 'P20D') }),
  extract: (unit, today) => ({ unit, receivedOn: today, person: sampleWords, personalNumber: '19121212-1212' }),
  selfcheck: (unit) => ({ unit, process: 'h6', what: sampleWords, way: 'other', months: ['03'] }),
  review: (unit, today) => ({ unit, by: 'ivo', kinds: ['national'], what: sampleWords, on: today }),
  changeanalysis: (unit, today) => ({ unit, what: sampleWords, startsOn: addDuration(today, 'P20D') }),
  survey: (unit, today) => ({ unit, what: sampleWords, on: today }),
  year: (unit, today) => ({ unit, year: Number(today.slice(0, 4)) }),
  process: (unit) => ({ unit }),
  reportdocument: (unit, today) => ({ unit, kind: 'quality', year: Number(today.slice(0, 4)), due: addDuration(today, 'P20D') }),
  logreview: (unit, today) => ({ unit, month: '2025-10', due: addDuration(today, 'P20D') }),
};

/** What says the words, or begins to wait for something, of a type that does not by being made. */
const said: Readonly<Record<string, { readonly type: string } & Readonly<Record<string, unknown>>>> = {
  // A review that nothing is criticised in waits for nothing.
  review: { type: 'NoteCriticism', criticism: sampleWords, isGeneral: false },
  process: { type: 'AddPart', kind: 'process', series: 'main', under: null, name: sampleWords, answers: 'enhetschef', from: '2026-01-01' },
  year: { type: 'WaiveDuty', duty: 'annualReport', reasons: sampleWords },
  reportdocument: { type: 'WriteSection', heading: '3.3.1', base: 0, text: sampleWords },
  logreview: { type: 'NoteResult', verdict: 'remark', looked: 30, found: sampleWords },
};

export interface MadeRecord {
  readonly type: AnyRecordType;
  readonly id: string;
  readonly number: string;
  readonly stream: string;
  /** A person who may change it. */
  readonly by: Actor;
  /** How many events it has: a row of the read model each. */
  readonly version: number;
}

/** One record of every type, by the command service, as one who may, or as the platform where it alone may. @throws Error for a type without a sample */
export async function oneOfEachRecord(core: Core): Promise<readonly MadeRecord[]> {
  const today = stockholmDate(core.clock.now().toISOString());
  const unit = core.register.organisation.at(today).find(({ level, provider }) => level === 'unit' && provider === 'own')?.code ?? '';
  const made: MadeRecord[] = [];
  for (const type of recordTypes as readonly AnyRecordType[]) {
    const sample = samples[type.family];
    if (sample === undefined) throw new Error(`no sample of ${type.family} in test/support/record-samples.ts`);
    const [by] = type.creation.who;
    const actor = by === 'system' ? system : personActor(people.manager.person as string, [{ role: by as Role, unit }]);
    const command = type.creation.schema.parse({ type: type.creation.name, ...sample(unit, today) });
    const { id, number } = await core.records.create(actor, type, command as never, { commandId: randomUUID() });
    const then = said[type.family];
    const person = by === 'system' ? personActor(people.manager.person as string, [{ role: 'enhetschef', unit }]) : actor;
    if (then !== undefined) await core.records.execute(person, type, id, then, { commandId: randomUUID() });
    made.push({ type, id, number, by: person, stream: recordStream(type, id), version: then === undefined ? 1 : 2 });
  }
  return made;
}
