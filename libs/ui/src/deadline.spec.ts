import { dueText } from './deadline.js';

const now = '2026-03-02T08:00:00.000Z';
test.each([
  ['a Saturday', '2026-03-07T22:59:59.000Z', 'lör 7 mars (ledig dag), 4 arbetsdagar kvar'],
  ['Good Friday', '2026-04-03T21:59:59.000Z', 'fre 3 apr (ledig dag), 23 arbetsdagar kvar'],
  ['a working day', '2026-03-06T22:59:59.000Z', 'fre 6 mars, 4 arbetsdagar kvar'],
  ['a day off that has passed', '2026-03-01T22:59:59.000Z', 'sön 1 mars (ledig dag), försenad 1 arbetsdag'],
])('a due day is marked where it is a day off: %s', (_, due, text) => {
  expect(dueText(due, now)).toBe(text);
});
