import { organisation, people, Scenario } from '../../../../test/support/scenario.js';
import { roles } from '../codes/roles.js';
import { uuidOf } from '../ids.js';
import { type Actor, personActor } from '../org/actor.js';
import type { ExistingCase } from './case.js';
import { maySeeOthersWords } from './policy.js';
import { conversions, type Nature } from './processes/conversions.js';
import { processFor } from './processes/index.js';
import { carriedOnBy, seenOf, sees, visible } from './visible.js';

const today = '2026-03-02';
const me = uuidOf('me');
const base = new Scenario().report({}, people.carer).case;
const kindOf = (nature: Nature) => (nature === 'social' || nature === 'care' ? 'deviation' : nature);
const lawOf = (nature: Nature) => (nature === 'care' || nature === 'lexMaria' ? ['HSL'] : nature === 'complaint' ? null : ['SoL']);
const caseOf = (nature: Nature, id: string, change: Partial<ExistingCase> = {}): ExistingCase => ({
  ...base,
  id,
  receipt: { ...base.receipt, reporter: null },
  handler: null,
  ...change,
  desc: {
    ...base.desc,
    kind: kindOf(nature),
    lawAreas: lawOf(nature) as ExistingCase['desc']['lawAreas'],
    process: processFor(kindOf(nature), today)?.id ?? '',
    unit: 'afs-norra',
  },
});
const child = uuidOf('child');
const became = (from: Nature, to: Nature, link: string): ExistingCase =>
  caseOf(from, uuidOf('parent'), {
    lineage: { ...base.lineage, convertedTo: [{ to: kindOf(to), child, link, lawAreas: lawOf(to) ?? [], at: base.receipt.recordedAt }] },
  });
/** What the case came of, seen by one who also may see what carries it on. */
const seen = (actor: Actor, parent: ExistingCase, carrier: ExistingCase) => {
  const on = carriedOnBy(parent).includes(carrier.id) ? [carrier] : [];
  return [sees(visible(actor, organisation, today), seenOf(parent, on)), maySeeOthersWords(actor, parent, organisation, today, on)];
};
const alone = (actor: Actor, one: ExistingCase) => [sees(visible(actor, organisation, today), seenOf(one)), maySeeOthersWords(actor, one, organisation, today)];

const ways = conversions.flatMap(({ from, to, ways: links }) => links.map((link) => [from, to, link] as const));

describe.each(ways)('When %s becomes %s (%s)', (from, to, link) => {
  const parent = became(from, to, link);
  const carries = link !== 'sibling';

  test('whoever sees the new case and reads its words sees and reads what it came of, but not over the secrecy between two laws (OSL 25:1, 26:1)', () => {
    const actors = roles.map(({ code }) => personActor(me, [{ role: code, unit: 'namnd' }]));
    for (const actor of actors) {
      const [ofParent, ofChild] = [alone(actor, parent), alone(actor, caseOf(to, child))];
      const wanted = [0, 1].map((n) => ofParent[n] || (carries && ofChild[n]));
      expect([actor.posts[0]?.role, ...seen(actor, parent, caseOf(to, child))]).toEqual([actor.posts[0]?.role, ...wanted]);
    }
  });

  test('the one who handles the new case reads it without any post; one who has only reported the new one does not', () => {
    const actor = personActor(me, []);
    const handled = caseOf(to, child, { handler: { person: me, as: 'medarbetare', unit: null } });
    expect(seen(actor, parent, handled)).toEqual([carries, carries]);
    expect(seen(actor, parent, caseOf(to, child, { receipt: { ...base.receipt, reporter: me } }))).toEqual([false, false]);
  });

  test('who is barred from either reads nothing by the new one', () => {
    const actor = personActor(me, []);
    const handled = caseOf(to, child, { handler: { person: me, as: 'medarbetare', unit: null } });
    expect(seen(actor, { ...parent, conflict: { ...parent.conflict, barred: [me] } }, handled)[0]).toBe(false);
    expect(seen(actor, parent, { ...handled, conflict: { ...handled.conflict, barred: [me] } })).toEqual([false, false]);
  });
});
