import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { recordTypes } from '#domain/record-types';
import { eventsIn } from '#domain/records/attachments';
import { evolveRecord, foldRecord, type StoredRecordEvent } from '#domain/records/fold';
import type { AnyRecordType } from '#domain/records/record-type';

/** A stored event of a record as the release that knew only this version wrote it. Never edited: a stored event can't be. */
interface Stored extends StoredRecordEvent {
  readonly v: number;
  readonly sealed: Readonly<Record<string, unknown>> | null;
}
const ID = '3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11';
const at = (path: string): URL => new URL(`records/${path}`, import.meta.url);
const namesIn = (path: string): readonly string[] => (existsSync(at(path)) ? readdirSync(at(path)) : []);
/** The examples of a record type. They stand by family, since a name is unique within its record type alone. */
const examplesOf = (family: string): readonly Stored[] =>
  namesIn(family).flatMap((version) =>
    namesIn(`${family}/${version}`).map((file) => JSON.parse(readFileSync(at(`${family}/${version}/${file}`), 'utf8')) as Stored),
  );
const key = ({ type, v }: Pick<Stored, 'type' | 'v'>): string => `${type}.v${v}`;

describe.each(recordTypes.map((type) => [type.family, type] as [string, AnyRecordType]))(
  'Stored events of %s can always be read (R-081, R-449)',
  (family, type) => {
    const examples = examplesOf(family);
    const born = (): ReturnType<typeof foldRecord> =>
      foldRecord(
        type,
        ID,
        examples.filter(({ type: name, v }) => v === 1 && eventsIn(type).some((event) => event.name === name && event.begin !== undefined)),
      );

    test('every event has its stored example for each version it has had, and no example is of another', () => {
      const wanted = eventsIn(type).flatMap(({ name, v }) => Array.from({ length: v }, (_, n) => key({ type: name, v: n + 1 })));
      expect(examples.map(key).toSorted()).toEqual(wanted.toSorted());
    });

    test('each is what the schema of today makes of it, so that the fold finds every field', () => {
      for (const { type: name, open, sealed } of examples) {
        const event = eventsIn(type).find((one) => one.name === name);
        expect([name, event?.open.parse(open)]).toEqual([name, open]);
        if (sealed !== null) expect([name, event?.sealed.parse(sealed)]).toEqual([name, sealed]);
      }
    });

    test('each folds, the one that makes the record and every other on top of it, and what is made has its facts', () => {
      const first = born();
      expect(first).toMatchObject({ id: ID, version: 1 });
      for (const example of examples) {
        const state = evolveRecord(type, ID, first, { ...example, version: 2 });
        expect([example.type, state]).toEqual([example.type, expect.objectContaining({ id: ID, version: 2 })]);
        const { status } = type.facts(state);
        expect([example.type, type.statuses.map(({ code }) => code)]).toEqual([example.type, expect.arrayContaining([status])]);
      }
    });

    test('an event of a later release is passed through and folds to nothing but its version', () => {
      const first = born();
      const later = { type: 'FromALaterRelease', version: 7, at: '2026-03-02T08:00:00.000Z', recordedAt: '2026-03-02T08:00:00.000Z', open: { anything: 1 } };
      expect(evolveRecord(type, ID, first, later)).toEqual({ ...first, version: 7 });
    });
  },
);
