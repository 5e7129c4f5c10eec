import type { RecordedEvent } from '#event-store/event-store';
import { dialogueOf } from './dialogue.js';

const at = '2026-03-02T09:00:00.000Z';
/** Each event with its own number as text. */
const told = (reporter: string | null, ...events: readonly Pick<RecordedEvent, 'type' | 'actor' | 'open'>[]) => {
  const recorded = events.map((event, n) => ({ ...event, eventId: `${n}`, at }) as RecordedEvent);
  const words = new Map(recorded.map(({ eventId }) => [eventId, { text: `text ${eventId}` }]));
  return dialogueOf({ receipt: { reporter } }, recorded, words).map(({ from, as, text }) => `${from} ${as} ${text}`);
};
const feedback = (to: string, what: string) => ({ type: 'FeedbackGiven', actor: 'person:1', open: { to, what, method: 'letter' } });

describe('The dialogue with the holder of a receipt code', () => {
  test('has the messages of both, their reply, and the answer to them', () => {
    expect(
      told(
        null,
        { type: 'MessageExchanged', actor: 'anonymous', open: { direction: 'in' } },
        { type: 'MessageExchanged', actor: 'person:1', open: { direction: 'out' } },
        feedback('complainant', 'status'),
        feedback('complainant', 'answer'),
        { type: 'ReporterReplied', actor: 'anonymous', open: { answered: 'no' } },
      ),
    ).toEqual(['you message text 0', 'us message text 1', 'us message text 2', 'us answer text 3', 'you message text 4']);
  });

  test('has nothing of the investigation, nothing to others, and no reply that a person gave logged in', () => {
    expect(
      told('person:2', { type: 'AddendumMade', actor: 'person:1', open: {} }, feedback('reporter', 'status'), feedback('staff', 'answer'), {
        type: 'ReporterReplied',
        actor: 'person:2',
        open: { answered: 'no' },
      }),
    ).toEqual([]);
  });

  test('has feedback to a reporter who has no name', () => {
    expect(told(null, feedback('reporter', 'answer'))).toEqual(['us answer text 0']);
  });
});
