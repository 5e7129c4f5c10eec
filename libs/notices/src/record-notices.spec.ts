import { logReviewType } from '#domain/logreview/index';
import { riskType } from '#domain/risk/index';
import type { RecordedEvent } from '#event-store/event-store';
import { RecordScenario } from '../../../test/support/record-scenario.js';
import { people } from '../../../test/support/scenario.js';
import type { Notice } from './notice.js';
import { recordAsItStands } from './record-notices.js';

const now = '2026-11-02T08:00:00.000Z';

/** What is sent of a notice about the day of a record. */
function sent(way: { readonly record: { readonly id: string }; readonly log: readonly object[] }, family: string, due: string): Notice | null {
  const stream = `${family}/${way.record.id}`;
  const events = way.log.map((event, n) => ({
    stream,
    version: n + 1,
    position: n + 1,
    at: now,
    recordedAt: now,
    v: 1,
    ...event,
  })) as unknown as RecordedEvent[];
  const notice = { heading: null, due: `${due}T12:00:00.000Z` } as Notice;
  return recordAsItStands(notice, stream, events);
}

test('a notice of a record has the heading that codes give when it is sent; one that is headed by words has none', () => {
  const review = new RecordScenario(logReviewType, now).create({ month: '2026-10', unit: 'namnd', due: '2026-11-17' }, people.dataOfficer);
  expect(sent(review, 'logreview', '2026-11-17')).toMatchObject({ heading: 'Loggkontroll för oktober 2026' });
  const words = { activity: 'Ta emot', description: 'Anmälan hanteras inte', probability: '4', consequence: '3' };
  const risk = new RecordScenario(riskType, now).create({ unit: 'afs-norra', ...words, nextReview: '2026-12-01' }, people.manager);
  expect(sent(risk, 'risk', '2026-12-01')).toMatchObject({ heading: null });
  // Its day has moved: nothing is sent.
  expect(sent(risk, 'risk', '2026-12-02')).toBeNull();
});
