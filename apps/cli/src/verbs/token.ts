import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Core } from '#case-service/core';
import { stockholmDate } from '#domain/law/calendar';
import { ApiTokens } from '#organisation/api-tokens';
import { personByLogin } from '#organisation/people';
import { Tokens } from '#organisation/tokens';
import { say, VerbFault, withCore } from '../parts/verb.js';

const MOST_DAYS = 366;
const DAY_HOURS = 24;

/** Keys of programs: issued by the operator, and ended by the operator or their owner. */
export async function run(args: string[]): Promise<number> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { for: { type: 'string' }, days: { type: 'string', default: '90' } },
  });
  const [what, whom] = positionals;
  if (whom === undefined) throw new VerbFault('Ange issue eller list med ett inloggningsnamn, eller end med nyckelns id.');
  if (what === 'issue') return issue(whom, values.for ?? '', Number(values.days));
  if (what === 'list') return list(whom);
  if (what === 'end') return end(whom);
  throw new VerbFault(`${what} finns inte: välj issue, list eller end.`);
}

async function issue(login: string, label: string, days: number): Promise<number> {
  if (label.trim() === '') throw new VerbFault('Ange med --for vad nyckeln är till för.');
  if (!Number.isInteger(days) || days < 1 || days > MOST_DAYS) throw new VerbFault(`--days är ett helt tal från 1 till ${MOST_DAYS}.`);
  return withCore('token', async (core, config) => {
    const person = await personOf(core, login);
    const id = randomUUID();
    const token = new Tokens(core.seal, core.clock, config.publicUrl).issue(person, { id, hours: days * DAY_HOURS });
    const endsAt = new Date(core.clock.now().getTime() - core.clock.offsetMs() + days * DAY_HOURS * 3_600_000).toISOString();
    await new ApiTokens(core.database).issued({ id, person, label: label.trim(), endsAt });
    process.stderr.write(`Nyckel ${id} för ${login}, gäller till ${endsAt.slice(0, 10)} vid ${config.publicUrl}. Den visas bara nu:\n`);
    say(token);
    return 0;
  });
}

async function list(login: string): Promise<number> {
  return withCore('token', async (core) => {
    const tokens = await new ApiTokens(core.database).of(await personOf(core, login));
    for (const { id, label, issuedAt, endsAt } of tokens) say(`${id}  ${issuedAt.slice(0, 10)}–${endsAt.slice(0, 10)}  ${label}`);
    if (tokens.length === 0) say('Inga nycklar.');
    return 0;
  });
}

async function end(id: string): Promise<number> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)) throw new VerbFault('Ange nyckelns id: token list visar det.');
  return withCore('token', async (core) => {
    if (!(await new ApiTokens(core.database).end(id))) throw new VerbFault('Det finns ingen sådan nyckel som gäller.');
    say('Nyckeln är avslutad.');
    return 0;
  });
}

async function personOf(core: Core, login: string): Promise<string> {
  const person = await personByLogin(core.database, login, stockholmDate(core.clock.now().toISOString()));
  if (person === null) throw new VerbFault(`Ingen med inloggningsnamnet ${login} finns upplagd.`);
  return person.id;
}
