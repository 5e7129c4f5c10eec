import { jarva, jarvaPeople, soderkoping, soderkopingPeople } from '../../../../test/support/municipalities.js';
import { Scenario } from '../../../../test/support/scenario.js';
import type { OpenOf } from '../case/events.schema.js';
import type { Actor } from './actor.js';
import type { Organisation } from './units.js';

const lexSarah = (units: Organisation, unit: string, by: Actor) =>
  new Scenario('2026-03-02T08:00:00.000Z', units).report({ kind: 'lexSarah', opinionType: null, lawAreas: ['SoL'], unit }, by);
/** Who is not refused because the decision is somebody else's; the stage is another question. */
const mayDecide = (way: () => Scenario, people: Readonly<Record<string, Actor>>): readonly string[] =>
  Object.entries(people)
    .filter(([, actor]) => !['notYours', 'notFound'].includes(way().when({ type: 'DecideIvo', notify: 'no', reasons: 'x' }, actor).refusal?.code ?? ''))
    .map(([name]) => name);
/** The roles that get reminders and escalations if nobody does anything. */
const told = (units: Organisation, unit: string, by: Actor): ReadonlySet<string> => {
  const way = new Scenario('2026-03-02T08:00:00.000Z', units).report({ unit }, by).passUntil('2026-09-01T08:00:00.000Z');
  return new Set(way.log.filter(({ type }) => type === 'Escalated').map(({ open }) => (open as OpenOf<'Escalated'>).toRole ?? '-'));
};

describe('The same processes run in municipalities of unlike shape (R-139)', () => {
  test('Järva’s: nobody is named, so the committee or the board decides on notification', () => {
    const way = () => lexSarah(jarva, 'aldre-hemtjanst', jarvaPeople.carer);
    expect(mayDecide(way, jarvaPeople)).toEqual(['committee', 'board']);
  });

  test('Söderköping’s: the socialchef decides, and the deputy while standing in', () => {
    const way = () => lexSarah(soderkoping, 'omsorg-hemtjanst', soderkopingPeople.manager);
    expect(mayDecide(way, soderkopingPeople)).toEqual(['director', 'deputy']);
  });

  test('delay climbs each one’s own ladder', () => {
    expect(told(jarva, 'aldre-hemtjanst', jarvaPeople.carer)).toEqual(new Set(['avdelningschef', 'socialchef']));
    expect(told(soderkoping, 'omsorg-hemtjanst', soderkopingPeople.manager)).toEqual(new Set(['verksamhetschef', 'socialchef']));
  });

  test('Järva’s enhetschef is its verksamhetschef and opens a case again; Söderköping’s is not', () => {
    const closed = (units: Organisation, unit: string, by: Actor) => {
      const way = new Scenario('2026-03-02T08:00:00.000Z', units).report(
        { unit, opinionType: 'praise', handledAtOnce: true, immediateActions: 'Framfört.' },
        by,
      );
      return way.when({ type: 'ReopenCase', reason: 'newFacts', text: 'x' }, by).refusal?.code ?? null;
    };
    expect(closed(jarva, 'aldre-hemtjanst', jarvaPeople.manager)).toBeNull();
    expect(closed(soderkoping, 'omsorg-hemtjanst', soderkopingPeople.manager)).toBe('notYours');
  });
});
