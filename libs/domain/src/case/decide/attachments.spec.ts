import { people, Scenario } from '../../../../../test/support/scenario.js';
import { MOST_ATTACHMENTS } from '../commands/add-attachment.js';
import { upcast } from '../upcast.js';

const { anonymous, carer, manager, otherManager, controller, registrar } = people;
const file = (n: number) => ({
  type: 'AddAttachment' as const,
  attachmentId: `5f0c7f4e-3a52-5a3e-9d3b-${String(n).padStart(12, '0')}`,
  mediaType: 'jpeg' as const,
  bytes: 1_000,
  sha256: 'a'.repeat(64),
  purpose: null,
  name: 'badrummet.jpg',
});

describe('What is sent along with a report, or later', () => {
  test('the event holds what it is, how large and its hash; its name is sealed', () => {
    const way = new Scenario().report({}, anonymous).when(file(1), anonymous);
    expect(way.last).toEqual([
      {
        type: 'AttachmentAdded',
        open: { attachmentId: file(1).attachmentId, mediaType: 'jpeg', bytes: 1_000, sha256: 'a'.repeat(64), purpose: null, by: 'sender' },
        sealed: { name: 'badrummet.jpg' },
      },
    ]);
    expect(way.case.documents.attachments).toEqual([
      { id: file(1).attachmentId, mediaType: 'jpeg', bytes: 1_000, sha256: 'a'.repeat(64), purpose: null, by: 'sender' },
    ]);
  });

  test('the one with the code, the one who reported and those who work with the case may; others may not', () => {
    const way = new Scenario().report({ kind: 'deviation', opinionType: null, source: 'staff', lawAreas: ['SoL'] }, carer);
    for (const actor of [anonymous, carer, manager, registrar]) expect(way.when(file(2), actor).refusal).toBeNull();
    expect(way.when(file(3), otherManager).refusal?.code).toBe('notFound');
    expect(way.when(file(3), controller).refusal?.code).toBe('notYours');
  });

  test('the same again changes nothing; a closed case takes more; one too many is refused in Swedish', () => {
    const way = new Scenario().report({ opinionType: 'praise' });
    way.when(file(0), manager).when(file(0), manager);
    expect([way.last, way.refusal]).toEqual([[], null]);
    way.does(manager, { type: 'CloseAtOnce', toldOnTheSpot: true, whatWasDone: 'Tackade.' });
    for (let n = 1; n < MOST_ATTACHMENTS; n += 1) expect(way.when(file(n), manager).refusal).toBeNull();
    expect(way.when(file(99), manager).refusal?.missing[0]?.text).toContain('40 bilagor');
  });

  test.each([
    ['one who complained by the code', {}, anonymous],
    ['a member of staff who reported', { kind: 'deviation' as const, opinionType: null, source: 'staff' as const, lawAreas: ['SoL' as const] }, carer],
  ])('the places of %s and those of the staff are counted apart, and the refusal says whose are used up', (_, body, sender) => {
    const sides = [
      [sender, 100, 'Du har redan skickat 40 bilagor'],
      [manager, 200, 'Verksamheten har redan lagt till 40 bilagor'],
    ] as const;
    for (const order of [sides, [...sides].reverse()]) {
      const way = new Scenario().report(body, sender);
      for (const [actor, from, why] of order) {
        for (let n = 0; n < MOST_ATTACHMENTS; n += 1) expect(way.when(file(from + n), actor).refusal).toBeNull();
        expect(way.when(file(from + 99), actor).refusal?.missing).toEqual([{ field: 'attachments', text: expect.stringContaining(why) }]);
      }
    }
  });

  test('those from before it was noted whose they are take no one’s place', () => {
    const { name: _, type: __, ...open } = file(0);
    const [first, second] = [1, 2].map((v) => upcast({ type: 'AttachmentAdded', v, version: 1, position: 1, at: '', recordedAt: '', open: { ...open } }));
    expect([first?.open, second?.open]).toEqual([
      { ...open, by: null },
      { ...open, by: null },
    ]);
  });
});
