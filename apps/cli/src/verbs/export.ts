import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Core } from '#case-service/core';
import { Attachments } from '#event-store/attachments';
import { say, VerbFault, withCore } from '../verb.js';

const BATCH = 2000;
/** Registers beside the events, table by file. */
const registers = {
  'organisation.jsonl': 'SELECT * FROM store.org_unit ORDER BY code, valid_from, from_position',
  'settings.jsonl': 'SELECT * FROM store.setting ORDER BY name, valid_from, from_position',
  'stand-ins.jsonl': 'SELECT * FROM store.stand_in ORDER BY instead, valid_from, person',
  'lists.jsonl': 'SELECT * FROM store.local_entry ORDER BY list, division, label',
  'people.jsonl':
    'SELECT p.*, o.role, o.unit, o.valid_from, o.valid_to FROM store.person p LEFT JOIN store.post o ON o.person = p.id ORDER BY p.login, o.role, o.unit',
} as const;

/** Writes everything the store holds as JSON Lines; readable by the owner alone. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new VerbFault('Ange en katalog: gensvar export <katalog>');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = async (name: string, rows: AsyncIterable<object>) => say(`${name}: ${await writeLines(join(folder, name), rows)} rader`);
  await withCore('export', async (core) => {
    await write('events.jsonl', events(core));
    await write('words.jsonl', words(core));
    await write('attachments.jsonl', attachments(core, join(folder, 'attachments')));
    for (const [name, sql] of Object.entries(registers)) await write(name, Readable.from(await core.database.query<object>(sql)));
  });
  return 0;
}

async function* events({ store }: Core): AsyncIterable<object> {
  for (let after = 0; ; ) {
    const batch = await store.readAfter(after, BATCH);
    yield* batch;
    const last = batch.at(-1);
    if (last === undefined) return;
    after = last.position;
  }
}

/** Sealed parts, opened: what is removed or whose key is destroyed is not there. */
async function* words({ database, store }: Core): AsyncIterable<object> {
  for await (const rows of database.cursor<{ stream: string }>(
    'SELECT DISTINCT stream FROM store.events WHERE sealed IS NOT NULL ORDER BY stream',
    [],
    BATCH,
  )) {
    for (const { stream } of rows) for (const [eventId, said] of await store.words(stream)) yield { stream, eventId, words: said };
  }
}

/** Each attachment as a file of its own, named by its id, and a line that says whose and what it is. What is gallrat has a line and no file. */
async function* attachments({ database, seal, store }: Core, folder: string): AsyncIterable<object> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const kept = new Attachments(database, seal);
  let told: { readonly stream: string; readonly names: ReadonlyMap<string, Record<string, unknown>> } | undefined;
  for await (const rows of database.cursor<{ stream: string; eventId: string; open: { attachmentId: string; sha256: string } }>(ATTACHED, [], BATCH)) {
    for (const { stream, eventId, open } of rows) {
      if (told?.stream !== stream) told = { stream, names: await store.words(stream) };
      const bytes = await kept.read(stream, open.attachmentId, open.sha256);
      const file = bytes === null ? null : `attachments/${open.attachmentId}`;
      if (bytes !== null) writeFileSync(join(folder, open.attachmentId), bytes, { mode: 0o600 });
      yield { stream, ...open, name: told.names.get(eventId)?.['name'] ?? null, file };
    }
  }
}

const ATTACHED = `SELECT stream, event_id AS "eventId", open FROM store.events WHERE type = 'AttachmentAdded' ORDER BY stream, version`;

async function writeLines(path: string, rows: AsyncIterable<object>): Promise<number> {
  let written = 0;
  const lines = async function* () {
    for await (const row of rows) {
      written += 1;
      yield `${JSON.stringify(row)}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path, { mode: 0o600 }));
  return written;
}
