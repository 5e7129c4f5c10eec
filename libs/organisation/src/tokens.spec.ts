import { randomBytes, randomUUID } from 'node:crypto';
import { Seal } from '#event-store/seal';
import { TOKEN_HOURS, Tokens } from './tokens.js';

let machine = Date.parse('2026-03-02T08:00:00Z');
let skipped = 0;
const clock = { now: () => new Date(machine + skipped), offsetMs: () => skipped } as ConstructorParameters<typeof Tokens>[1];
const seal = new Seal(randomBytes(32));
const here = 'https://gensvar.kommun.example';
const tokens = new Tokens(seal, clock, here);
const person = randomUUID();
const personOf = (token: string, of = tokens) => of.claimOf(token)?.person ?? null;

describe('A program’s key', () => {
  test('is valid for its hours and no longer; the demo’s skipped days do not count', () => {
    const token = tokens.issue(person);
    skipped = 30 * 86_400_000;
    expect(personOf(token)).toBe(person);
    machine += TOKEN_HOURS * 3_600_000 - 1;
    expect(personOf(token)).toBe(person);
    machine += 1;
    expect(personOf(token)).toBeNull();
  });

  test('is invalid when it is changed, made by another key, or no token at all', () => {
    const token = tokens.issue(person);
    const bytes = Buffer.from(token, 'base64url');
    for (let n = 0; n < bytes.length; n += 1) {
      const changed = Buffer.from(bytes);
      changed[n] = (changed[n] as number) ^ 1;
      expect(personOf(changed.toString('base64url'))).toBeNull();
    }
    expect(personOf(token, new Tokens(new Seal(randomBytes(32)), clock, here))).toBeNull();
    for (const text of ['', 'x', 'å'.repeat(90)]) expect(personOf(text)).toBeNull();
  });

  test('is invalid at another installation, though the master key is the same: a restored copy neither accepts nor issues keys of the original', () => {
    const copy = new Tokens(seal, clock, 'https://test.kommun.example');
    expect(personOf(tokens.issue(person), copy)).toBeNull();
    expect(personOf(copy.issue(person))).toBeNull();
    expect(personOf(copy.issue(person), copy)).toBe(person);
  });
});
