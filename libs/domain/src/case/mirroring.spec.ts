import { wide } from '../../../../test/support/municipalities.js';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { defaultSettings } from '../org/settings.js';
import { Organisation } from '../org/units.js';
import { type ExistingCase, noCase } from './case.js';
import { asStored, foldNew } from './decide/foresee.js';
import { mirrorBegun } from './decide/mirrored.js';
import { evolve } from './evolve.js';
import { boardTold, mirrorIdOf, mirrorOf } from './mirroring.js';
import { seenOf, sees, visible } from './visible.js';
import { beyondTheWall } from './wall.js';

const { providerHead: head, contractFollower, sas, director, registrar } = people;
const today = '2026-03-02';
const set = (mirrors: typeof defaultSettings.mirrors) => new Organisation(wide.at(today), { ...defaultSettings, mirrors });
const here = set({ bolag: { unit: 'afs-vast', from: '2026-01-01' } });
const secret = 'Tillsynen gjordes inte.';
const reported = () => new Scenario(undefined, wide).report({ kind: 'lexSarah', lawAreas: ['LSS'], unit: 'bolag-hem', what: secret }, head);
const tell = { type: 'GiveFeedback', to: 'board', what: 'answer', method: 'letter', text: 'Ord till nämnden.' } as const;
const told = (way: Scenario, organisation = here) => {
  const event = way.last.find(({ type }) => type === 'FeedbackGiven');
  if (event === undefined) throw new Error('nobody was told');
  return boardTold({ type: event.type, open: event.open, at: event.at ?? way.now }, way.case, organisation, today);
};
const mirrorOfTold = (way: Scenario) => {
  const { caseId, events } = mirrorBegun(told(way) as NonNullable<ReturnType<typeof told>>, 'LSA-2026-0007', way.context(people.system));
  const [received, ...rest] = events;
  const first = evolve(noCase(caseId), asStored(received as (typeof events)[number], way.now)) as ExistingCase;
  return { events, state: foldNew(first, rest, way.now) };
};

describe('What a provider tells the board comes to the municipality’s mirror (SoL 27 kap. 4 and 6 §§, LSS 24 d and 24 f §§)', () => {
  test('that a report was received: by law, day, unit and the provider’s own number', () => {
    const way = reported().later(1).does(head, tell);
    expect(told(way)).toMatchObject({ about: 'report', unit: 'afs-vast', providerUnit: 'bolag-hem', lawAreas: ['LSS'], toldAt: way.now, notifiedAt: null });
    const { state } = mirrorOfTold(way);
    expect(state).toMatchObject({
      id: mirrorIdOf(way.case.id),
      desc: { process: 'lexSarahMirror@1', unit: 'afs-vast', lawAreas: ['LSS'], receivedAt: way.now, externalRef: way.case.number },
      receipt: { concernsUnit: 'bolag-hem', reporter: null },
      stage: 'received',
      outside: { providerNews: [{ about: 'report', notifiedAt: null }] },
    });
    expect(state.duties.map(({ rule }) => rule)).toContain('LOK-LS-UTFORARE');
  });

  test('no word from the provider’s tree goes along', () => {
    const { events } = mirrorOfTold(reported().does(head, tell));
    for (const words of [secret, 'Ord till nämnden', head.person as string]) expect(JSON.stringify(events)).not.toContain(words);
  });

  test('and that IVO was notified, with its day; told before it was sent it is the report', () => {
    const way = reported().does(head, { type: 'AnswerConflict', answer: 'none' }, { type: 'DecideIvo', notify: 'yes', urgent: true, reasons: 'x' });
    expect(told(way.does(head, tell))?.about).toBe('report');
    const sentAt = way.later(1).does(head, { type: 'NotifyIvo', way: 'eService' }).now;
    expect(told(way.later(1).does(head, tell))).toMatchObject({ about: 'notification', notifiedAt: sentAt });
  });

  test('the provider sees nothing of the mirror, and the municipality nothing more of the provider’s case', () => {
    const way = reported().does(head, tell);
    const { state } = mirrorOfTold(way);
    const seesIt = (actor: typeof head, one: ExistingCase) => sees(visible(actor, here, today), seenOf(one));
    expect([contractFollower, sas, director, registrar, head].map((actor) => seesIt(actor, state))).toEqual([true, true, true, true, false]);
    expect([contractFollower, sas, director, registrar].some((actor) => seesIt(actor, way.case))).toBe(false);
    expect(beyondTheWall({ type: 'RecordProviderNews' }, state, { organisation: here, people: [], today })).toEqual([]);
  });

  test('only where a unit stands for the provider’s, from its day, in the municipality’s own tree', () => {
    const at = (mirrors: typeof defaultSettings.mirrors, unit = 'bolag-hem') => mirrorOf(unit, set(mirrors), today);
    const from = '2026-01-01';
    expect(at({ 'bolag-hem': { unit: 'afs-vast', from } })).toBe('afs-vast');
    expect(at({})).toBeNull();
    expect(at({ bolag: { unit: 'afs-vast', from: '2026-03-03' } })).toBeNull();
    for (const unit of ['bolag', 'bolag-hem', 'never-was', 'afs-norra']) expect([unit, at({ bolag: { unit, from } })]).toEqual([unit, null]);
    expect(at({ 'afs-norra': { unit: 'afs-vast', from } }, 'afs-norra')).toBeNull();
  });

  test('what others are told, and what the municipality tells its own board, is no news of a provider', () => {
    const way = reported().does(head, { ...tell, to: 'individual' });
    expect(told(way)).toBeNull();
    const own = new Scenario(undefined, wide).report({ kind: 'lexSarah', lawAreas: ['SoL'], unit: 'afs-norra', what: secret }, people.carer);
    expect(told(own.does(sas, tell))).toBeNull();
  });

  test('nobody records it by hand', () => {
    const { state } = mirrorOfTold(reported().does(head, tell));
    const way = new Scenario(undefined, wide);
    way.state = state;
    const news = { type: 'RecordProviderNews', about: 'notification', source: state.id, toldAt: way.now, notifiedAt: way.now } as const;
    for (const actor of [director, sas, head]) expect(way.when(news, actor).refusal?.code).toBe('notYours');
    expect(way.when(news, people.system).case.outside.providerNews).toHaveLength(2);
  });
});
