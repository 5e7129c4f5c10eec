import { mirrorIdOf } from '#domain/case/mirroring';
import { organisationChanges } from '#organisation/change.schema';
import { reorganise } from '#organisation/reorganise';
import { silent } from '../../../test/support/conducting.js';
import { freshCore } from '../../../test/support/core.js';
import { waitFor } from '../../../test/support/processes.js';
import type { Fresh } from '../../../test/support/read-side.js';
import { people } from '../../../test/support/scenario.js';
import { does, reported } from '../../../test/support/walk.js';
import { MirrorUpdater } from './mirror-updater.js';

let core: Fresh;
const { providerHead: head } = people;
const tell = { type: 'GiveFeedback', to: 'board', what: 'answer', method: 'letter' } as const;
beforeAll(async () => {
  core = await freshCore();
  const unit = { validFrom: '2020-01-01', provider: 'contract' };
  const { changes } = organisationChanges.parse({
    changes: [
      { do: 'addUnit', unit: { ...unit, code: 'bolag', name: 'Omsorgsbolaget', level: 'board', parent: null } },
      { do: 'addUnit', unit: { ...unit, code: 'bolag-hem', name: 'Bolagets boende', level: 'unit', parent: 'bolag' } },
      { do: 'addUnit', unit: { ...unit, code: 'afs-vast', name: 'Boende Väst', level: 'unit', parent: 'afs' } },
      { do: 'set', name: 'mirrors', value: { bolag: { unit: 'afs-vast', from: '2020-01-01' } }, from: '2020-01-01' },
    ],
  });
  await reorganise(core, changes, 'operator', core.clock.now().toISOString());
}, 60_000);
afterAll(async () => {
  await core?.close();
}, 30_000);

const own = () => reported(core, { kind: 'lexSarah', opinionType: null, source: 'staff', lawAreas: ['SoL'], unit: 'bolag-hem', immediateActions: 'x' }, head);
const mirror = async (id: string) => {
  const state = await core.cases.load(mirrorIdOf(id));
  return state.exists ? state : null;
};

describe('The municipality’s mirror is told by the provider’s own case', () => {
  test('once an event, however often it is read: made by the first, told of the next, numbered in the municipality’s series', async () => {
    const id = await own();
    const post = new MirrorUpdater(core, silent);
    await post.start();
    try {
      await does(core, id, tell, head);
      const first = await waitFor(() => mirror(id).then((state) => state ?? undefined), 20_000, 'the mirror');
      expect(first).toMatchObject({ desc: { process: 'lexSarahMirror@1', unit: 'afs-vast' }, outside: { providerNews: [{ about: 'report' }] } });
      await does(core, id, { type: 'AnswerConflict', answer: 'none' }, head);
      await does(core, id, { type: 'DecideIvo', notify: 'yes', urgent: true, reasons: 'x' }, head);
      await does(core, id, { type: 'NotifyIvo', way: 'eService' }, head);
      await does(core, id, tell, head);
      await waitFor(async () => ((await mirror(id))?.outside.providerNews.length === 2 ? true : undefined), 20_000, 'the news');
    } finally {
      await post.stop();
    }
    const before = await core.store.position();
    await new MirrorUpdater(core, silent).handle(await core.store.load(`case/${id}`));
    expect(await core.store.position()).toBe(before);
    expect((await mirror(id))?.outside.providerNews.map(({ about }) => about)).toEqual(['report', 'notification']);
    const actors = (await core.store.load(`case/${mirrorIdOf(id)}`)).map(({ actor }) => actor);
    expect(new Set(actors)).toEqual(new Set(['system']));
  }, 60_000);

  test('what was told while nobody followed is told when somebody does', async () => {
    const id = await own();
    await does(core, id, tell, head);
    const post = new MirrorUpdater(core, silent);
    await post.start();
    try {
      await waitFor(() => mirror(id).then((state) => state ?? undefined), 20_000, 'the mirror');
    } finally {
      await post.stop();
    }
  }, 60_000);
});
