import { clientOf, Limits } from './limits.js';

let now = 0;
const limits = () => new Limits({ reports: 2, reading: 3, codes: 1 }, () => now);

describe('What one client may do in a minute without log-in', () => {
  test('is counted apart for reports and reading, and by client', () => {
    const held = limits();
    expect([held.count('reports', 'a'), held.count('reports', 'a'), held.count('reports', 'a')]).toEqual([0, 0, 60]);
    expect([held.count('reading', 'a'), held.count('reports', 'b')]).toEqual([0, 0]);
    now += 45_000;
    expect(held.count('reports', 'a')).toBe(15);
    now += 15_000;
    expect(held.count('reports', 'a')).toBe(0);
  });

  test('wrong codes use nothing of the limits for reports or reading, and others never wait for them', async () => {
    const held = limits();
    await held.slowDown('a');
    const answered: string[] = [];
    const slow = held.slowDown('a').then(() => answered.push('a'));
    await held.slowDown('b').then(() => answered.push('b'));
    expect([held.count('reports', 'a'), held.count('reading', 'a')]).toEqual([0, 0]);
    await slow;
    expect(answered).toEqual(['b', 'a']);
  });

  test('so many wrong codes at once that they would hold the process up are refused at once', async () => {
    const held = limits();
    const answers = Array.from({ length: 30 }, () => held.slowDown('a'));
    expect(await answers[29]).toBe(false);
  });

  test('an IPv6 subscriber is one client by the whole network', () => {
    expect(clientOf({ ip: '2001:db8:1:2:3::4' })).toBe(clientOf({ ip: '2001:db8:1:2:ffff::1' }));
    expect(clientOf({ ip: '2001:db8:1:3::4' })).not.toBe(clientOf({ ip: '2001:db8:1:2::4' }));
    expect(clientOf({ ip: '192.0.2.1' })).not.toBe(clientOf({ ip: '192.0.2.2' }));
  });
});
