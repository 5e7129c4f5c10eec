import { spawn } from 'node:child_process';
import { waitFor } from '../../test/support/processes.js';
import { commandOf, end, groupRuns, isSame } from './leftovers.mjs';

describe('a process that an earlier start left', () => {
  const record = { pid: 4711, match: '-D /home/gensvar/data/postgres' };

  test('counts as ours when pid and command line both agree', () => {
    expect(isSame(record, () => '/usr/lib/postgres -D /home/gensvar/data/postgres -p 5432')).toBe(true);
  });

  test('does not when the pid belongs to another program', () => {
    expect(isSame(record, () => '/usr/bin/firefox')).toBe(false);
  });

  test('does not when another home has the same service', () => {
    expect(isSame(record, () => '/usr/lib/postgres -D /home/other/data/postgres')).toBe(false);
  });

  test('counts as ended when it is a zombie, which has no command line', () => {
    expect(isSame(record, () => '')).toBe(false);
  });

  test.each([undefined, { pid: 1, match: 'init' }, { pid: -1, match: 'x' }, { pid: Number.NaN, match: 'x' }, { pid: 4711, match: '' }])(
    'never counts as ours with %p',
    (bad) => {
      expect(isSame(bad, () => 'init x')).toBe(false);
    },
  );

  test('is asked to end, and killed when it does not', async () => {
    const deaf = spawn(process.execPath, ['-e', 'process.on("SIGTERM",()=>{});setInterval(()=>{},1e3)', 'deaf-for-the-spec'], {
      detached: true,
      stdio: 'ignore',
    });
    const itself = { pid: deaf.pid ?? -1, match: 'deaf-for-the-spec' };
    await waitFor(() => commandOf(itself.pid).includes(itself.match));
    expect(await end(itself, { within: 200 })).toBe(true);
    expect(isSame(itself)).toBe(false);
    expect(await end(itself)).toBe(false);
  });

  test('counts as ended when its whole group has ended, also processes that its leader left behind', async () => {
    const child = 'process.on("SIGTERM",()=>setTimeout(()=>process.exit(),1500));setInterval(()=>{},1e3);console.log("ready")';
    const leader = `const c=require("node:child_process").spawn(process.execPath,["-e",${JSON.stringify(child)}],{stdio:["ignore","pipe","ignore"]});c.stdout.once("data",()=>console.log(c.pid));process.on("SIGTERM",()=>process.exit())`;
    const led = spawn(process.execPath, ['-e', leader, 'leader-for-the-spec'], { detached: true, stdio: ['ignore', 'pipe', 'ignore'] });
    const left = await new Promise<number>((resolve) => led.stdout?.once('data', (chunk: Buffer) => resolve(Number(chunk))));
    const itself = { pid: led.pid ?? -1, match: 'leader-for-the-spec' };
    expect([groupRuns(itself.pid), commandOf(left)]).toEqual([true, expect.stringContaining('SIGTERM')]);
    expect(await end(itself)).toBe(true);
    expect([groupRuns(itself.pid), commandOf(left)]).toEqual([false, '']);
  });
});
