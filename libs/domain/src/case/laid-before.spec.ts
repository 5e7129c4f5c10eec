import { goTo } from '../../../../test/support/lawful.js';
import { people, Scenario } from '../../../../test/support/scenario.js';
import { elected } from '../codes/roles.js';
import { placeOf } from '../errors.js';
import { personActor } from '../org/actor.js';
import { defaultSettings } from '../org/settings.js';
import { Organisation } from '../org/units.js';
import { laidBeforeBoard } from './laid-before.js';
import { maySeeWords } from './policy.js';
import { seenOf, sees, visible } from './visible.js';
import { beyondTheWall, carries, named } from './wall.js';

const reported = () =>
  new Scenario().report({ kind: 'lexSarah', lawAreas: ['SoL'], noticedAt: '2026-03-01T20:00:00Z', what: 'Han låg kvar på golvet.' }, people.carer);
const today = '2026-03-02';
const board = personActor(people.committee.person as string, [
  { role: 'utskott', unit: 'namnd' },
  { role: 'namnd', unit: 'namnd' },
]);

describe('What is laid before the board', () => {
  test('is what somebody decided to tell it of: before that a politician sees that the case exists, and reads no word', () => {
    const way = reported();
    const reads = () => [sees(visible(board, way.units, today), seenOf(way.case)), maySeeWords(board, way.case, way.units, today)];
    expect(reads()).toEqual([true, false]);
    way.does(people.director, { type: 'GiveFeedback', to: 'board', what: 'interim', method: 'letter' });
    expect(reads()).toEqual([true, true]);
    // The words of others are not opened by it.
    expect(maySeeWords(people.controller, way.case, way.units, today)).toBe(false);
  });

  test('is not what was told to others, nor a decision that somebody else makes', () => {
    const way = goTo(reported(), 'ivoDecision');
    expect(laidBeforeBoard(way.case, way.units)).toBe(way.case.contact.feedback.some(({ to }) => to === 'board'));
    expect(
      maySeeWords(board, reported().does(people.director, { type: 'GiveFeedback', to: 'reporter', what: 'interim', method: 'phone' }).case, way.units, today),
    ).toBe(false);
  });

  test('is a decision on notification that is not delegated, when the case stands there', () => {
    const way = goTo(reported(), 'ivoDecision');
    const undelegated = new Organisation(way.units.at(today), { ...defaultSettings, ivoDecider: { lexSarah: [], lexMaria: [] } });
    expect([laidBeforeBoard(way.case, undelegated), laidBeforeBoard(reported().case, undelegated)]).toEqual([true, false]);
  });

  test('no politician handles, leads, presents or takes part in the handling: every field that names who carries something refuses them', () => {
    expect(elected.filter((role) => carries({ role }))).toEqual([]);
    const way = reported();
    const known = { organisation: way.units, people: [{ id: board.person as string, posts: board.posts }], today };
    const carriers = Object.entries(named).flatMap(([field, what]) => (what === 'carrier' ? [field] : []));
    expect(carriers.length).toBeGreaterThan(3);
    for (const field of carriers) {
      const { command: type, path } = placeOf({ field });
      const body = path.reduceRight<unknown>((value, name) => ({ [name]: value }), board.person) as object;
      expect([field, beyondTheWall({ type: String(type), ...body }, way.case, known).map((lack) => lack.field)]).toEqual([field, [field]]);
    }
  });
});
