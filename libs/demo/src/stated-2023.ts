import type { Core } from '#case-service/core';
import { eventShapes } from '#domain/case/events.schema';
import { uuidOf } from '#domain/ids';
import { importer } from '#domain/org/actor';

/**
 * What document 002's own text says beside its tables (Avvikelsehantering > Lex Sarah, page 8): cases by `row`, null = all of them.
 * Where a table counts otherwise, the table says so; 13 against 12 is the document's own contradiction (INC-01).
 */
export const stated2023 = [
  { unit: 'iof', report: 'lex-sarah-by-kind', row: null, figure: 5 },
  { unit: 'smf', report: 'lex-sarah-by-kind', row: null, figure: 0 },
  { unit: 'afs', report: 'lex-sarah-by-kind', row: null, figure: 13 },
  { unit: 'afs', report: 'lex-sarah-by-kind', row: 'deficientLegalCertainty', figure: 8 },
  { unit: 'afs', report: 'lex-sarah-by-kind', row: 'deficientServiceDelivery', figure: 5 },
] as const;
const source = { from: '2023-01-01', to: '2024-01-01', source: 'qualityReport', page: 8 } as const;

/** Records the figures of the text in the register of the unit that it tells of, once. */
export async function recordStated({ store, seal, clock }: Pick<Core, 'store' | 'seal' | 'clock'>): Promise<void> {
  for (const stated of stated2023) {
    const id = uuidOf('demo', 'stated', 2023, stated.unit, stated.report, stated.row ?? 'all');
    if ((await store.answerOf(id)) !== null) continue;
    const stream = `unit/${stated.unit}`;
    const open = eventShapes.FigureStated.open.parse({ ...stated, ...source });
    const expectedVersion = (await store.load(stream)).at(-1)?.version ?? 0;
    const { kind } = await store.append({
      command: { id, actor: importer.id, bodyHash: seal.hmac('command', Buffer.from(id)) },
      build: () => ({
        streams: [{ stream, expectedVersion, events: [{ type: 'FigureStated', v: 1, at: clock.now().toISOString(), open }] }],
        answer: { version: expectedVersion + 1 },
      }),
    });
    if (kind !== 'appended') throw new Error(`the register of ${stated.unit} was changed while the demo was loaded`);
  }
}
