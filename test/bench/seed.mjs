import { randomUUID } from 'node:crypto';
import { director, registrar, units } from './database.mjs';
import { ours } from './ours.mjs';
import { reportOf, wholeWay } from './story.mjs';

const { reportCase, commandSchemas, decide, report, takenIn, noCase, evolve, asStored, foldNew, stockholmDate, Database, copyLine } = await ours(
  'libs/domain/src/case/commands.schema',
  'libs/domain/src/case/decide/index',
  'libs/domain/src/case/decide/report',
  'libs/domain/src/case/case',
  'libs/domain/src/case/evolve',
  'libs/domain/src/case/decide/foresee',
  'libs/domain/src/law/calendar',
  'libs/platform/src/database',
);
/** Commands from received to closed. */
const WHOLE = wholeWay('', new Date().toISOString()).length;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NONE = '00000000-0000-4000-8000-00000000ffff';

/**
 * Writes `count` cases straight into the tables, over some years up to now, in order of time: far faster than commands,
 * open parts only and without a chain (so not for `gensvar verify`). Their events are made by `decide`: some hundred stories, each
 * used for many cases.
 * @param {{ count: number, days: number, stories?: number, endedAt?: number }} how days: received within so many days before now;
 *   endedAt: the greatest number of commands done (0 = only received)
 * @returns {Promise<{ events: number, ids: string[] }>}
 */
export async function seed(database, { count, days, stories = 480, endedAt = WHOLE }) {
  const told = Array.from({ length: Math.min(stories, count) }, (_, n) =>
    story(n, days, Math.min(stories, count), endedAt, database.core.register.organisation),
  );
  // A story that stops early measures other events than those of whole cases.
  if (endedAt >= WHOLE && count >= WHOLE && !told.flat().some(({ type }) => type === 'EffectJudged'))
    throw new Error('no story of the seed goes the whole way');
  const ids = Array.from({ length: count }, () => randomUUID());
  const order = ordered(ids, told);
  const owner = await Database.connect(database.adminUrl, { poolSize: 1 });
  try {
    // A busy machine needs more than a minute for a million rows.
    await owner.query('SET statement_timeout = 0');
    await owner.copyIn(
      null,
      `COPY store.events (position, stream, version, event_id, type, v, actor, command_id, at, recorded_at, open, chain) FROM STDIN`,
      lines(order, ids, told),
    );
    await owner.query(`UPDATE store.counter SET position = $1, recorded_at = now()`, [order.length]);
    // the end of a command now and then: figures as of a day are computed there
    await owner.query(
      `INSERT INTO store.commands (id, actor, body_hash, answer, position) SELECT gen_random_uuid(), 'bench', '', '{}', p FROM generate_series(100, $1::int, 100) p`,
      [order.length],
    );
    await owner.query(`INSERT INTO store.numbers (series, year, last) VALUES ('KLA', $1, $2) ON CONFLICT (series, year) DO UPDATE SET last = excluded.last`, [
      new Date().getFullYear(),
      count,
    ]);
    await owner.query('VACUUM ANALYZE store.events');
  } finally {
    await owner.close();
  }
  return { events: order.length, ids };
}

/** The events of one case, made by `decide`: most were closed at once, one in four went through all stages, some wait in one. */
function story(n, days, of, endedAt, organisation) {
  const receivedAt = new Date(Date.now() - ((n + 1) / (of + 1)) * days * DAY).toISOString();
  const context = (at) => ({
    now: at,
    today: stockholmDate(at),
    actor: director,
    organisation,
    people,
    commandId: randomUUID(),
    diary: [],
    hasLocalEntry: () => false,
  });
  const unit = units[n % units.length];
  const atOnce = endedAt > 5 && n % 3 !== 0 ? { handledAtOnce: true, immediateActions: 'Ringde och bad om ursäkt.', categories: ['information'] } : {};
  const [part] = takenIn(reportCase.parse({ ...reportOf(n, unit, receivedAt), ...atOnce }), registrar).parts; // a complaint is always one case
  const { caseId, events } = report(part, NUMBER, { ...context(receivedAt), actor: registrar });
  let state = foldNew(evolve(noCase(caseId), asStored(events[0], receivedAt)), events.slice(1), receivedAt);
  const log = events.map((event) => ({ ...event, at: receivedAt }));
  const steps = n % 4 === 0 ? wholeWay(director.person, receivedAt).slice(0, n % 19) : wholeWay(director.person, receivedAt);
  steps.slice(0, endedAt).forEach((step, i) => {
    const at = new Date(Date.parse(receivedAt) + (i + 1) * 20 * HOUR).toISOString();
    if (at > new Date().toISOString() || state.end !== null) return;
    const given = typeof step === 'function' ? step(state.remedy.actions[0]?.actionId) : step;
    const { events: made } = decide(commandSchemas[given.type].parse(given), state, context(at));
    state = foldNew(state, made, at);
    log.push(...made.map((event) => ({ ...event, at })));
  });
  const { incidentId } = state.desc;
  return log.map(({ type, at, open }) => ({ type, at, ms: Date.parse(at), open: JSON.stringify(open).replaceAll(incidentId, NONE) }));
}

const people = [director, registrar].map(({ person, posts }) => ({ id: person, posts }));
const NUMBER = 'KLA-0000-0000';

/** [case, version] of every event, in the order of time. */
function ordered(ids, told) {
  const order = [];
  ids.forEach((_, c) => {
    told[c % told.length].forEach((event, version) => order.push({ ms: event.ms + (c % 997), c, version }));
  });
  return order.sort((a, b) => a.ms - b.ms || a.c - b.c || a.version - b.version);
}

function* lines(order, ids, told) {
  const nothing = Buffer.alloc(32);
  let position = 0;
  for (const { c, version, ms } of order) {
    position += 1;
    const { type, at, open } = told[c % told.length][version];
    const own = version === 0 ? open.replace(NUMBER, `KLA-1000-${String(c).padStart(6, '0')}`).replaceAll(NONE, ids[c]) : open;
    yield copyLine([position, `case/${ids[c]}`, version + 1, randomUUID(), type, 1, director.id, randomUUID(), at, new Date(ms).toISOString(), own, nothing]);
  }
}
