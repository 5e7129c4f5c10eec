import { visible } from '#domain/case/visible';
import { openCounts } from '#read-model/open-counts';
import { waitingFor } from '#read-model/waiting';
import { caseCount, workList } from '#read-model/work-list';
import { carry } from '../support/carry.js';
import { freshCore } from '../support/core.js';
import { caughtUp, confirm, employ, type Fresh, followStore, reportComplaint } from '../support/read-side.js';
import { organisation, people } from '../support/scenario.js';
import { does, reported, walk } from '../support/walk.js';

let core: Fresh;
let feed: Awaited<ReturnType<typeof followStore>>;
const today = '2026-11-22';
const id = { fresh: '', handled: '', toDecide: '', elsewhere: '', nowhere: '' };

// Each test has a municipality of its own, since it asks for everything that waits.
beforeEach(async () => {
  core = await freshCore();
  feed = await followStore(core);
  id.fresh = (await reportComplaint(core, { unit: 'afs-norra' })).id;
  id.handled = await reported(core);
  await walk(core, id.handled, 'investigating');
  await does(core, id.handled, { type: 'AssignCase', person: people.operationsHead.person, as: 'verksamhetschef' }, people.divisionHead);
  id.toDecide = await reported(core, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], immediateActions: 'x' }, people.carer);
  await carry(core, id.toDecide, 'ivoDecision');
  id.elsewhere = (await reportComplaint(core, { unit: 'afs-sodra' })).id;
  id.nowhere = (await reportComplaint(core, { unit: null })).id;
  await caughtUp(core);
}, 60_000);
afterEach(async () => {
  expect(feed?.faults).toEqual([]);
  await feed?.stop();
  await core?.close();
}, 30_000);

const waits = async (who: keyof typeof people): Promise<readonly string[]> => {
  const actor = people[who];
  const sight = visible(actor, organisation, today);
  const now = core.clock.now().toISOString();
  const waiting = waitingFor(
    actor,
    Object.values(people).flatMap(({ person, posts }) => (person === null ? [] : [{ id: person, posts }])),
    organisation,
    today,
  );
  if (waiting === null) return [];
  const { items, total } = await workList(core.database, sight, {}, now, waiting);
  const { waiting: counted } = await openCounts(core.database, sight, now, { waiting, units: {} });
  expect([total, await caseCount(core.database, sight, {}, now, waiting), counted]).toEqual([items.length, items.length, items.length]);
  return items.map((item) => item.id).sort();
};

describe('What waits for a person', () => {
  test('what they handle, and what the nearest holder of the role that owns the next date is to do; the list, its count and the filter agree', async () => {
    expect(await waits('manager')).toEqual([id.fresh, id.handled].sort());
    expect(await waits('operationsHead')).toEqual([id.handled]);
    expect(await waits('otherManager')).toEqual([id.elsewhere]);
    expect(await waits('divisionHead')).toEqual([]);
  }, 60_000);

  test('a case without a unit waits for the registrar, who is to find it', async () => {
    expect(await waits('registrar')).toEqual([id.nowhere]);
  }, 60_000);

  test('a decision on notification waits for the one who decides, and for no one who has handled the case', async () => {
    expect(await waits('director')).toEqual([id.toDecide]);
    expect(await waits('irregularityInvestigator')).toEqual([]);
    expect(await waits('controller')).toEqual([]);
  }, 60_000);

  test('R-026 once made it waits for no decider: it is to be sent, by the registrar or whoever handles the case', async () => {
    await does(core, id.toDecide, { type: 'AnswerConflict', answer: 'none' }, people.director);
    await does(core, id.toDecide, { type: 'DecideOutcome', outcome: 'seriousIrregularity', reasons: 'x' }, people.director);
    await does(core, id.toDecide, { type: 'DecideIvo', notify: 'yes', presenter: people.irregularityInvestigator.person, reasons: 'x' }, people.director);
    await caughtUp(core);
    expect(await waits('director')).toEqual([]);
    expect(await waits('registrar')).toEqual([id.nowhere, id.toDecide].sort());
    expect(await waits('irregularityInvestigator')).toEqual([id.toDecide]);
    const [item] = (await workList(core.database, visible(people.director, organisation, today), { kind: 'lexSarah' }, core.clock.now().toISOString())).items;
    expect(item).toMatchObject({ id: id.toDecide, awaits: 'notification', nextRule: 'LS-ANMALAN-SOL' });
    await does(core, id.toDecide, { type: 'NotifyIvo', way: 'eService', investigationAttached: true }, people.registrar);
    await caughtUp(core);
    expect(await waits('registrar')).toEqual([id.nowhere]);
  }, 60_000);

  test('a request to a second person waits for those who may answer, whatever else waits in the case, and never for the one who asked', async () => {
    await employ(core);
    await does(core, id.elsewhere, { type: 'CancelCase', reason: 'wronglyRegistered', second: people.otherManager.person, text: 'x' }, people.registrar);
    await caughtUp(core);
    for (const who of ['otherManager', 'operationsHead', 'divisionHead', 'director'] as const)
      expect([who, (await waits(who)).includes(id.elsewhere)]).toEqual([who, true]);
    for (const who of ['registrar', 'manager', 'sas', 'mas'] as const) expect([who, (await waits(who)).includes(id.elsewhere)]).toEqual([who, false]);
    const [row] = (await workList(core.database, visible(people.otherManager, organisation, today), {}, core.clock.now().toISOString())).items;
    expect(row).toMatchObject({ id: id.elsewhere, flag: 'second' });
    await confirm(core, id.elsewhere, people.divisionHead);
    await caughtUp(core);
    for (const who of ['otherManager', 'divisionHead', 'director'] as const) expect([who, (await waits(who)).includes(id.elsewhere)]).toEqual([who, false]);
  }, 60_000);
});
