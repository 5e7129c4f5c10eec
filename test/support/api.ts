import type { NestExpressApplication } from '@nestjs/platform-express';
import { pino } from 'pino';
import { readConfig } from '#platform/config';
import { Session } from '../../apps/api/src/session.js';
import { startProjector } from '../../apps/projector/src/start.js';
import { createServer } from '../../apps/server/src/app.js';
import { freshCore } from './core.js';
import { caughtUp } from './read-side.js';
import { people } from './scenario.js';

export type Who = Exclude<keyof typeof people, 'anonymous' | 'system'>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a stranger reads from the wire
  readonly body: any;
}

/** Our HTTP process in this one, over a database of its own, with the scenario's people in its register and a projector beside. */
export async function freshApi(env: Record<string, string> = {}) {
  const core = await freshCore();
  const faults: unknown[] = [];
  for (const [name, actor] of Object.entries(people)) {
    if (actor.person === null) continue;
    await core.database.query('INSERT INTO store.person (id, login, name, email) VALUES ($1, $2, $3, $4)', [
      actor.person,
      name,
      `${nameOf(name)} Påhittad`,
      `${name}@kommun.example`,
    ]);
    for (const post of actor.posts)
      await core.database.query('INSERT INTO store.post (person, role, unit) VALUES ($1, $2, $3)', [actor.person, post.role, post.unit]);
  }
  // Who holds which post is read again every five seconds, or when the operator's verb has changed it; here it was written beside it.
  await core.register.refresh();
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const config = readConfig({ GENSVAR_DEMO: '1', DATABASE_URL: core.appUrl, GENSVAR_MASTER_KEY: core.masterKey, ...env });
  const app: NestExpressApplication = await createServer(core, config, log);
  await app.listen(0, '127.0.0.1');
  const onFault = (...told: unknown[]) => void faults.push(told.at(-1));
  const feed = await startProjector(core, { config: { ...config, feed: 'store' }, onError: onFault, onParked: onFault, onUnreadable: onFault });
  const base = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const tokenOf = (who: Who): string => app.get(Session).issue(people[who].person as string);
  const send = async (method: string, path: string, who: Who | null, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(who === null ? {} : { authorization: `Bearer ${tokenOf(who)}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    core,
    app,
    base,
    lines,
    tokenOf,
    send,
    /** Waits until the rows are as new as the store. */
    caughtUp: () => caughtUp(core),
    get: (path: string, who: Who | null = null, headers: Record<string, string> = {}) => send('GET', path, who, undefined, headers),
    post: (path: string, body: unknown, who: Who | null = null, headers: Record<string, string> = {}) => send('POST', path, who, body, headers),
    close: async () => {
      await feed.stop();
      await app.close();
      await core.close();
      expect(faults).toEqual([]);
    },
  };
}

const nameOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export type Api = Awaited<ReturnType<typeof freshApi>>;
