import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Core } from '#case-service/core';
import { Attachments } from '#event-store/attachments';
import { type CaseKey, loadKeys } from '#event-store/case-keys';
import { removals } from '#event-store/verify';
import type { Fault, Faults } from './faults.js';

const BATCH = 2000;
const WORDS = `SELECT stream, event_id AS "eventId", sealed FROM store.events WHERE sealed IS NOT NULL ORDER BY stream, version`;
const ATTACHED = `SELECT position, stream, event_id AS "eventId", sealed, open FROM store.events WHERE type = 'AttachmentAdded' ORDER BY stream, version`;

interface Sealed {
  readonly stream: string;
  readonly eventId: string;
  readonly sealed: Buffer | null;
}

interface Attached extends Sealed {
  readonly position: number;
  readonly open: { readonly attachmentId: string; readonly sha256: string };
}

/** Decrypted sealed parts; removed ones, and those whose key is destroyed, are absent. One that can't be decrypted has a line that says so. */
export async function* words(core: Core, faults: Faults): AsyncIterable<object> {
  const open = opener(core);
  for await (const rows of core.database.cursor<Sealed>(WORDS, [], BATCH)) {
    for (const row of rows) {
      const { stream, eventId } = row;
      const said = await open(row).catch((error: unknown) => ({ fault: faults.of(`Orden i händelse ${eventId} (${stream})`, error) }));
      if (said === null) continue;
      yield 'words' in said ? { stream, eventId, words: said.words } : { stream, eventId, words: null, fault: said.fault };
    }
  }
}

/**
 * Each attachment as a file named by its id, with a line that says whose and what it is. A removed one has a line and no file;
 * so has one that can't be read, with its fault.
 */
export async function* attachments(core: Core, folder: string, faults: Faults): AsyncIterable<object> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const open = opener(core);
  const kept = new Attachments(core.database, core.seal);
  const removed = await removals(core.database);
  for await (const rows of core.database.cursor<Attached>(ATTACHED, [], BATCH)) {
    for (const row of rows) {
      const { stream } = row;
      const what = `Bilaga ${row.open.attachmentId} (${stream})`;
      // Words that can't be decrypted have been named where the words are written.
      const said = await open(row).catch((error: unknown) => void faults.unsaid(error));
      const had = await file(row).catch((error: unknown) => ({ file: null, fault: faults.of(what, error) }));
      yield { stream, ...row.open, name: said?.words['name'] ?? null, ...had };
      if ('fault' in had && had.fault === 'gone') faults.note(what, 'gone');
    }
  }

  async function file(row: Attached): Promise<{ readonly file: string | null; readonly fault?: Fault }> {
    const { stream, open: told } = row;
    const bytes = await kept.read(stream, told.attachmentId, told.sha256);
    if (bytes !== null) {
      writeWhole(join(folder, told.attachmentId), bytes);
      return { file: `attachments/${told.attachmentId}` };
    }
    const isGallrat = removed.has(`${stream}#${row.position}`) || (await loadKeys(core.database, core.seal, [stream])).get(stream) === null;
    return isGallrat ? { file: null } : { file: null, fault: 'gone' };
  }
}

/** Opens the words of one event after another, with the key of the stream fetched once; null where they are removed. */
function opener({ database, seal }: Core): (of: Sealed) => Promise<{ readonly words: Record<string, unknown> } | null> {
  let last: { readonly stream: string; readonly key: CaseKey | null | undefined } | undefined;
  return async ({ stream, eventId, sealed }) => {
    if (sealed === null) return null;
    if (last?.stream !== stream) last = { stream, key: (await loadKeys(database, seal, [stream])).get(stream) };
    return last.key ? { words: seal.open(last.key.key, stream, eventId, sealed) } : null;
  };
}

/** A half-written file must not pass for a whole one. */
function writeWhole(path: string, bytes: Buffer): void {
  const part = `${path}.part`;
  try {
    writeFileSync(part, bytes, { mode: 0o600 });
    renameSync(part, path);
  } finally {
    rmSync(part, { force: true });
  }
}
