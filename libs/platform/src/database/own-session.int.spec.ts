import { connect, createServer, type Socket } from 'node:net';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/services.js';
import { Database, migrate } from '../database.js';
import { errorFields } from '../log.js';

/** A stand-in for a pooler, by the PostgreSQL protocol, with the real server behind it. */
interface Manners {
  /** Answers the settings at connect with a fault, as PgBouncer does where it was not told to ignore them. */
  readonly refusesSettings?: true;
  /** Accepts the settings and drops them, as PgBouncer does with `ignore_startup_parameters = options`. */
  readonly dropsSettings?: true;
  /** Answers under a process number of its own. */
  readonly ownNumber?: true;
  /** Forwards no notification: in transaction mode the listener has no session that could get one. */
  readonly deaf?: true;
}

const open: { close(): void }[] = [];
afterAll(() => {
  for (const each of open) each.close();
});

async function throughPooler(url: string, manners: Manners): Promise<string> {
  const far = new URL(url);
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const behind = connect(Number(far.port), far.hostname);
    const end = () => [near, behind].forEach((socket) => void socket.destroy());
    for (const socket of [near, behind]) sockets.add(socket.on('error', end).on('close', end));
    let begun = false;
    near.on('data', (bytes) => {
      if (begun) return void behind.write(bytes);
      begun = true;
      if (manners.refusesSettings && bytes.includes('options\0')) return void near.end(fault('08P01', 'unsupported startup parameter: options'));
      behind.write(manners.dropsSettings ? withoutSettings(bytes) : bytes);
    });
    let held = Buffer.alloc(0);
    behind.on('data', (bytes) => {
      held = Buffer.concat([held, bytes]);
      for (let size = length(held); size > 0 && held.length >= size; size = length(held)) {
        const message = Buffer.from(held.subarray(0, size));
        held = held.subarray(size);
        if (manners.deaf && message[0] === code('A')) continue;
        if (manners.ownNumber && message[0] === code('K')) message.writeInt32BE(1_000_000_007, 5);
        near.write(message);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push({
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const here = new URL(url);
  here.host = `127.0.0.1:${(server.address() as { port: number }).port}`;
  return here.href;
}

const code = (letter: string) => letter.charCodeAt(0);
/** Of the first whole message: its type and what its length says; 0 where not even that has come. */
const length = (bytes: Buffer) => (bytes.length < 5 ? 0 : bytes.readInt32BE(1) + 1);

function fault(sqlState: string, words: string): Buffer {
  const fields = Buffer.from(`SFATAL\0VFATAL\0C${sqlState}\0M${words}\0\0`);
  const head = Buffer.alloc(5, 'E');
  head.writeInt32BE(fields.length + 4, 1);
  return Buffer.concat([head, fields]);
}

function withoutSettings(bytes: Buffer): Buffer {
  const parts = bytes.subarray(8).toString('latin1').split('\0');
  const kept: string[] = [];
  for (let at = 0; parts[at] !== undefined && parts[at] !== ''; at += 2)
    if (!['options', 'statement_timeout'].includes(parts[at] as string)) kept.push(parts[at] as string, parts[at + 1] as string);
  const text = Buffer.from(`${kept.join('\0')}\0\0`, 'latin1');
  const head = Buffer.from(bytes.subarray(0, 8));
  head.writeInt32BE(text.length + 8, 0);
  return Buffer.concat([head, text]);
}

describe('A database address that leads to a pooler', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await migrate(fresh.adminUrl, [], fresh.appUrl());
  });
  afterAll(() => fresh.drop());

  /** The fault that a start gives for the address; null where it goes on. */
  async function startsWith(manners: Manners): Promise<string | null> {
    let database: Database | undefined;
    try {
      database = await Database.connect(await throughPooler(fresh.appUrl(), manners), { poolSize: 2 });
      await database.mustHaveOwnSessions();
      expect(await database.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      return null;
    } catch (error) {
      return errorFields(error).said ?? `not said: ${errorFields(error).error}`;
    } finally {
      await database?.close();
    }
  }

  it.each<[string, Manners]>([
    ['refuses the settings of a session', { refusesSettings: true }],
    ['drops the settings of a session', { dropsSettings: true, ownNumber: true }],
    ['keeps no session that could listen', { ownNumber: true, deaf: true }],
  ])('is refused at the start, in words, where the pooler %s', async (_, manners) => {
    expect(await startsWith(manners)).toMatch(/^DATABASE_URL går till en pooler .* Ange databasens egen adress/);
  });

  it.each<[string, Manners]>([
    ['the server itself answers', {}],
    ['each connection keeps its session (mode session)', { ownNumber: true }],
  ])('is taken where %s', async (_, manners) => {
    expect(await startsWith(manners)).toBeNull();
  });
});
