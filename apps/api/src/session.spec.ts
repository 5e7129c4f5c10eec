import { randomBytes, randomUUID } from 'node:crypto';
import { Seal } from '#event-store/seal';
import { SESSION_HOURS, Session } from './session.js';

let machine = Date.parse('2026-03-02T08:00:00Z');
let skipped = 0;
const clock = { now: () => new Date(machine + skipped), offsetMs: () => skipped } as ConstructorParameters<typeof Session>[1];
const session = new Session(new Seal(randomBytes(32)), clock);
const person = randomUUID();

describe('A session', () => {
  test('holds its hours and no longer; the demo’s skipped days do not count', () => {
    const token = session.issue(person);
    skipped = 30 * 86_400_000;
    expect(session.personOf(token)).toBe(person);
    machine += SESSION_HOURS * 3_600_000 - 1;
    expect(session.personOf(token)).toBe(person);
    machine += 1;
    expect(session.personOf(token)).toBeNull();
  });

  test('is nobody’s when it is changed, made by another key, or no token at all', () => {
    const token = session.issue(person);
    const bytes = Buffer.from(token, 'base64url');
    for (let n = 0; n < bytes.length; n += 1) {
      const changed = Buffer.from(bytes);
      changed[n] = (changed[n] as number) ^ 1;
      expect(session.personOf(changed.toString('base64url'))).toBeNull();
    }
    expect(new Session(new Seal(randomBytes(32)), clock).personOf(token)).toBeNull();
    for (const text of ['', 'x', 'å'.repeat(90)]) expect(session.personOf(text)).toBeNull();
  });
});
