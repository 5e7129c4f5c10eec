import { sessionEndOf } from './session-end.js';

const now = new Date('2026-12-01T09:00:00.000Z');
const minutes = (n: number): number => n * 60;
const end = (left: number, idle: number) => sessionEndOf({ secondsLeft: minutes(left), idleSeconds: minutes(idle) }, now);

describe('The end of a session', () => {
  test('is said ten minutes before it ends unused, with the time and what prolongs it', () => {
    expect(end(600, 60)).toMatchObject({ foretellIn: minutes(50), ahead: 'Du loggas ut kl. 11:00 om du inte gör något innan dess.' });
    expect(end(600, 10)).toMatchObject({ foretellIn: 0, text: expect.stringContaining('upphör kl. 10:10 om du inte gör något innan dess.') });
  });

  test('is said half an hour before it can’t go on, however much it is used', () => {
    expect(end(50, 60)).toMatchObject({
      foretellIn: minutes(20),
      text: expect.stringMatching(/^Din inloggning upphör kl\. 10:50\. Spara/),
      ahead: 'Du loggas ut kl. 10:50.',
    });
    expect(end(25, 60).foretellIn).toBeLessThan(0);
    expect(end(25, 20).text).toContain('kl. 10:25.');
  });
});
