import { people, Scenario } from '../../../../../test/support/scenario.js';
import { MOST_ATTACHMENTS } from './attachments.js';

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

describe('What is sent along with a report, or later (product.md, row 56)', () => {
  test('the event holds what it is, how large and its hash; its name is sealed', () => {
    const way = new Scenario().report({}, anonymous).when(file(1), anonymous);
    expect(way.last).toEqual([
      {
        type: 'AttachmentAdded',
        open: { attachmentId: file(1).attachmentId, mediaType: 'jpeg', bytes: 1_000, sha256: 'a'.repeat(64), purpose: null },
        sealed: { name: 'badrummet.jpg' },
      },
    ]);
    expect(way.case.attachments).toEqual([{ id: file(1).attachmentId, mediaType: 'jpeg', bytes: 1_000, sha256: 'a'.repeat(64), purpose: null }]);
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
});
