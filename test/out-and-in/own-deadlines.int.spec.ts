import type { ExistingCase } from '#domain/case/case';
import { stockholmDate } from '#domain/law/calendar';
import type { Actor } from '#domain/org/actor';
import { ownDeadlines } from '#read-model/own-deadlines';
import { waitingFor } from '#read-model/waiting';
import { carry } from '../support/carry.js';
import { freshCore } from '../support/core.js';
import { caughtUp, type Fresh, followStore, reportComplaint } from '../support/read-side.js';
import { organisation, people } from '../support/scenario.js';
import { does, reported, walk } from '../support/walk.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
let today: string;
const id = { fresh: '', handled: '', toDecide: '', elsewhere: '', closed: '' };
const holders = Object.values(people).flatMap(({ person, posts }) => (person === null ? [] : [{ id: person, posts }]));

beforeAll(async () => {
  core = await freshCore();
  feed = await followStore(core);
  today = stockholmDate(core.clock.now().toISOString());
  id.fresh = (await reportComplaint(core, { unit: 'afs-norra' })).id;
  id.handled = await reported(core);
  await walk(core, id.handled, 'investigating');
  await does(core, id.handled, { type: 'AssignCase', person: people.operationsHead.person, as: 'verksamhetschef' }, people.divisionHead);
  id.toDecide = await reported(core, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], immediateActions: 'x' }, people.carer);
  await carry(core, id.toDecide, 'ivoDecision');
  id.elsewhere = (await reportComplaint(core, { unit: 'afs-sodra' })).id;
  id.closed = await reported(core, { kind: 'deviation', opinionType: null, source: 'staff', lawAreas: ['SoL'], unit: 'afs-norra' }, people.carer);
  await carry(core, id.closed, 'closed');
  await caughtUp(core);
}, 90_000);
afterAll(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

const of = (actor: Actor) => ownDeadlines(core.database, { actor, organisation, today, owners: waitingFor(actor, holders, organisation, today)?.owners ?? [] });
const casesOf = async (actor: Actor) => [...new Set((await of(actor)).map(({ path }) => path.replace('/arende/', '')))].sort();

describe('A person’s own deadlines', () => {
  test('are the open duties with a day, of open cases that they handle or own by their role, soonest first', async () => {
    const owned = ['manager', 'operationsHead', 'otherManager', 'director', 'carer', 'irregularityInvestigator'] as const;
    for (const who of owned) {
      const actor = people[who];
      const owners = waitingFor(actor, holders, organisation, today)?.owners ?? [];
      const expected: string[] = [];
      for (const caseId of Object.values(id)) {
        const state = (await core.cases.load(caseId)) as ExistingCase;
        if (state.end !== null) continue;
        const handles = state.handler?.person === actor.person;
        for (const duty of state.duties) {
          const due = duty.dueAt ?? duty.targetAt;
          if (duty.closed === null && due !== null && (handles || owners.includes(duty.owner ?? '')))
            expected.push(`${caseId} ${duty.rule} ${stockholmDate(due)}`);
        }
      }
      const found = (await of(actor)).filter(({ key }) => key.startsWith('case/'));
      expect([who, found.map(({ path, of: what, day }) => `${path.replace('/arende/', '')} ${'rule' in what ? what.rule : ''} ${day}`).sort()]).toEqual([
        who,
        expected.sort(),
      ]);
      expect(found.map(({ day }) => day)).toEqual(found.map(({ day }) => day).sort());
    }
    expect(await casesOf(people.operationsHead)).toEqual([id.handled]);
    expect((await of(people.manager)).length).toBeGreaterThan(0);
  }, 60_000);

  test('hold nothing of what the person no longer sees: the post has ended, or is over another unit', async () => {
    const { posts } = people.manager;
    expect(await casesOf(people.manager)).toContain(id.fresh);
    expect(await of({ ...people.manager, posts: [] })).toEqual([]);
    expect(await casesOf({ ...people.manager, posts: posts.map((post) => ({ ...post, unit: 'afs-sodra' })) })).not.toContain(id.fresh);
  }, 30_000);

  test('hold nothing of a case that the person is kept from by a conflict of interest, though its duties are theirs by their role', async () => {
    expect(await casesOf(people.otherManager)).toEqual([id.elsewhere]);
    await does(core, id.elsewhere, { type: 'AnswerConflict', answer: 'conflict', ground: 'relation' }, people.otherManager);
    await caughtUp(core);
    expect(await casesOf(people.otherManager)).toEqual([]);
  }, 30_000);
});
