import { processOf } from '../process/index.js';
import { agenda } from './agenda.js';
import { type ExistingCase, noCase } from './case.js';
import { asStored, foldNew } from './decide/foresee.js';
import { importedDuties } from './decide/imported.js';
import { evolve } from './evolve.js';

/** Received on Monday 2 March 2026, imported on the day given. */
function imported(on: string): ExistingCase {
  const open = {
    kind: 'complaint',
    process: 'complaint@1',
    incidentId: '6f4c9fdd-6b0c-4b8f-9a7e-0d5a7c1c2b11',
    receivedAt: '2026-03-02T08:00:00.000Z',
    number: 'KLA-2026-0001',
    stage: 'received',
    opinionType: 'complaint',
    unit: 'afs-norra',
    sourceHash: 'a1',
  } as const;
  const state = evolve(noCase('6f4c9fdd-6b0c-4b8f-9a7e-0d5a7c1c2b12'), asStored({ type: 'CaseImported', open }, on)) as ExistingCase;
  return foldNew(state, importedDuties(processOf('complaint@1'), state, on), on);
}

describe('An imported case (engine.md 6)', () => {
  test('is not reminded of what passed before it came: no storm of old reminders', () => {
    const [early, late] = [imported('2026-03-03T08:00:00.000Z'), imported('2026-03-20T08:00:00.000Z')];
    expect(agenda(early).length).toBeGreaterThan(agenda(late).length);
    expect(agenda(late).length).toBeGreaterThan(0);
    expect(agenda(late).every((item) => item.at >= '2026-03-20T08:00:00.000Z')).toBe(true);
  });

  test('long after all its days has nothing on its agenda, and is late all the same', () => {
    const old = imported('2026-09-01T08:00:00.000Z');
    expect(agenda(old)).toEqual([]);
    expect(old.duties.filter((duty) => duty.closed === null && (duty.dueAt ?? duty.targetAt ?? '') < '2026-09-01')).toHaveLength(3);
  });
});
