import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import type { Core } from '#case-service/core';
import { Faults } from '../export/faults.js';
import { attachments, words } from '../export/sealed.js';
import { say, VerbFault, withCore } from '../parts/verb.js';

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

/** Writes everything the store holds as JSON Lines, readable by the owner alone. What can't be read is named, the rest is written, and the status is 1. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true, options: {} });
  const [folder] = positionals;
  if (folder === undefined || positionals.length > 1) throw new VerbFault('Ange en katalog: gensvar export <katalog>');
  const faults = new Faults();
  const write = async (name: string, rows: AsyncIterable<object>) => say(`${name}: ${await writeLines(join(folder, name), rows)} rader`);
  await withCore('export', async (core) => {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await write('events.jsonl', events(core));
    await write('words.jsonl', words(core, faults));
    await write('attachments.jsonl', attachments(core, join(folder, 'attachments'), faults));
    for (const [name, sql] of Object.entries(registers)) await write(name, Readable.from(await core.database.query<object>(sql)));
  });
  for (const line of faults.lines) process.stderr.write(`${line}\n`);
  if (faults.lines.length > 0) process.stderr.write(`Allt annat är skrivet. Det som saknas har fältet fault i sin rad (${faults.lines.length} stycken).\n`);
  return faults.lines.length > 0 ? 1 : 0;
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

async function writeLines(path: string, rows: AsyncIterable<object>): Promise<number> {
  let written = 0;
  const lines = async function* () {
    for await (const row of rows) {
      written += 1;
      yield `${oneLine(row)}\n`;
    }
  };
  await pipeline(Readable.from(lines()), createWriteStream(path, { mode: 0o600 }));
  return written;
}

/** JSON allows these characters, but line readers (Node's readline, Python's splitlines) take them for the end of a line. */
const oneLine = (row: object): string =>
  JSON.stringify(row).replaceAll(/[\u0085\u2028\u2029]/g, (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`);
