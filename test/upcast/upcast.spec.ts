import { readdirSync, readFileSync } from 'node:fs';
import { noCase } from '#domain/case/case';
import { caseEvents, type EventType, eventShapes } from '#domain/case/events.schema';
import { evolve } from '#domain/case/evolve';
import { facts } from '#domain/case/facts';
import { type StoredShape, upcast } from '#domain/case/upcast';

/** A stored event as the release that knew only this version wrote it. Never edited: a stored event can't be. */
interface Stored extends StoredShape {
  readonly sealed: Record<string, unknown> | null;
}
const folder = (v: number): URL => new URL(`v${v}/`, import.meta.url);
const versions = readdirSync(new URL('.', import.meta.url))
  .filter((name) => /^v\d+$/.test(name))
  .map((name) => Number(name.slice(1)));
const stored = (v: number, type: string): Stored => JSON.parse(readFileSync(new URL(`${type}.json`, folder(v)), 'utf8')) as Stored;
const all = versions.flatMap((v) => readdirSync(folder(v)).map((file) => [file.replace('.json', ''), v] as const));
const isCaseEvent = (type: string): type is keyof typeof caseEvents => type in caseEvents;

describe('Stored events can always be read (R-081, R-449)', () => {
  test('every event type has its stored example for each version it has had', () => {
    const missing = (Object.keys(eventShapes) as EventType[])
      .flatMap((type) => Array.from({ length: eventShapes[type].v }, (_, n) => [type, n + 1] as const))
      .filter(([type, v]) => !all.some(([known, at]) => known === type && at === v));
    expect(missing).toEqual([]);
  });

  test.each(all)('%s, version %i, becomes an event of today and loses nothing', (type, v) => {
    const was = stored(v, type);
    const now = upcast(was).open as Record<string, unknown>;
    const shape = eventShapes[type as EventType];
    const parsed = shape.open.parse(now) as Record<string, unknown>;
    expect(shape.open.parse(parsed)).toEqual(parsed);
    // The fold reads stored events: nothing may be left for the schema's defaults to fill in.
    if (v < shape.v) expect(parsed).toEqual(now);
    if (shape.v === v) for (const [name, value] of Object.entries(was.open)) expect([name, parsed[name]]).toEqual([name, value]);
    if (was.sealed !== null) expect(shape.sealed.parse(was.sealed)).toEqual(was.sealed);
  });

  test.each(all.filter(([type]) => isCaseEvent(type)))('%s, version %i, folds on a case that was received under version 1', (type, v) => {
    const born = evolve(noCase('3f1c1f7a-7a51-5a3e-9d3b-0c5d8f4f2a11'), upcast(stored(1, type === 'CaseImported' ? 'CaseImported' : 'CaseReceived')));
    const state = evolve(born, upcast({ ...stored(v, type), version: 2 }));
    expect(state).toMatchObject({ exists: true, version: 2 });
    if (state.exists) expect(facts(state).length).toBeGreaterThan(0);
  });

  test('an event of a later release is passed through and folds to nothing but its version', () => {
    const born = evolve(noCase('x'), upcast(stored(1, 'CaseReceived')));
    const after = evolve(born, upcast({ ...stored(1, 'CaseReceived'), type: 'FromALaterRelease', v: 3, version: 7, open: { anything: 1 } }));
    expect(after).toEqual({ ...born, version: 7 });
  });
});
