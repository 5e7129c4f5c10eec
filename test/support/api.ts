import { Tokens } from '#organisation/tokens';
import { freshCore } from './core.js';
import { people } from './scenario.js';
import { served } from './served.js';

export type Who = Exclude<keyof typeof people, 'anonymous' | 'system'>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what a stranger reads from the wire
  readonly body: any;
}

/** Our HTTP process within this one, over a database of its own, with the scenario's people in its register and a projector beside. */
export async function freshApi(env: Record<string, string> = {}) {
  const core = await freshCore();
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
  // Posts are read again every five seconds, or when the operator's verb has changed them; here they were written directly.
  await core.register.refresh();
  const process = await served(core, env);
  const tokenOf = (who: Who): string => process.app.get(Tokens).issue(people[who].person as string);
  const send = async (method: string, path: string, who: Who | null, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> => {
    const response = await fetch(process.base + path, {
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
    ...process,
    tokenOf,
    send,
    get: (path: string, who: Who | null = null, headers: Record<string, string> = {}) => send('GET', path, who, undefined, headers),
    post: (path: string, body: unknown, who: Who | null = null, headers: Record<string, string> = {}) => send('POST', path, who, body, headers),
  };
}

const nameOf = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

export type Api = Awaited<ReturnType<typeof freshApi>>;
