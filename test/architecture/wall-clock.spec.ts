import { readdirSync, readFileSync } from 'node:fs';

const skipped = /node_modules|(^|\/)dist\/|\.gensvar|^test\/bench\/|^apps\/web\/src\/client\//;
const files = ['apps', 'libs', 'workflows', 'infra', 'test']
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`))
  .filter((path) => !skipped.test(path));
const specs = files.filter((path) => /\.spec\.tsx?$/.test(path) || (/^test\//.test(path) && /\.tsx?$/.test(path)));
const itself = 'test/architecture/wall-clock.spec.ts';

/** The files that match outside comments, each with the number of lines. */
function found(what: RegExp, among: readonly string[] = specs): Record<string, number> {
  const hits: Record<string, number> = {};
  for (const path of among) {
    if (path === itself) continue;
    const n = readFileSync(path, 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\*|\/\*\*)/.test(line) && what.test(line)).length;
    if (n > 0) hits[path] = n;
  }
  return hits;
}

/** The matches for which no reason is given. */
const unexplained = (hits: Record<string, number>, reasons: Readonly<Record<string, readonly [number, string]>>) =>
  Object.entries(hits).filter(([path, n]) => n > (reasons[path]?.[0] ?? 0));

describe('No test depends on how fast it runs', () => {
  test('none waits a fixed time where it could wait for a condition', () => {
    expect(
      unexplained(found(/\b(new Promise\b.*\bsetTimeout\(|(?<!pg_|environment\.|sleeper\.)\bsleep\(|waitForTimeout\()/), {
        'test/support/processes.ts': [2, 'waitFor itself, asks again until it is there'],
        'test/support/services.ts': [1, 'asks again until it is there'],
        'test/faults/system.ts': [3, 'sleep itself, a restart with a pause, asks again until it answers'],
        'test/faults/acknowledged.ts': [1, 'asks again until it is answered'],
        'test/faults/api-killed.e2e.spec.ts': [1, 'a breath between kills'],
        'test/faults/relay-and-projector-killed.e2e.spec.ts': [4, 'kills and changes at random moments'],
        'test/faults/worker-killed.e2e.spec.ts': [1, 'a breath between kills'],
        'test/faults/temporal-away.e2e.spec.ts': [1, 'how long it is away is the subject'],
        'test/out-and-in/rows.int.spec.ts': [1, 'connections are cut at random moments'],
        'workflows/trouble.int.spec.ts': [1, 'what would wrongly be reported at once has come by then'],
        'test/replay/record.ts': [3, 'makes recordings by hand, and is no part of the suite'],
        'libs/platform/src/clock.int.spec.ts': [1, 'the clock moves on by a millisecond and more'],
        'libs/event-store/src/append.int.spec.ts': [1, 'the clock moves on by a millisecond and more'],
        'libs/event-store/src/numbers.int.spec.ts': [3, 'connections and processes are killed at random moments'],
        'libs/event-store/src/subscription.int.spec.ts': [3, 'a handler slower than the lease, connections cut again and again, a process that sleeps'],
        'libs/case-service/src/case-service.int.spec.ts': [1, 'twins a millisecond apart'],
        'test/e2e/full-disk.e2e.spec.ts': [1, 'lines of the log come one after another'],
        'test/e2e/uploads.e2e.spec.ts': [1, 'a sender slower than the network'],
        'test/e2e/every-page.browser.spec.ts': [1, 'what a script does after the page, which it does not show'],
      }),
    ).toEqual([]);
  });

  test('none compares a duration with a limit, unless the limit is many times what is needed', () => {
    expect(
      unexplained(found(/expect\(.*(Date\.now\(\)|performance\.now\(\)|\bseconds\b|\btook\b).*\)\.toBeLess/), {
        'libs/platform/src/database.int.spec.ts': [1, 'five times what a fault at once takes, less than waiting for the pool'],
        'test/e2e/sign-in.e2e.spec.ts': [1, 'seen lately, not an hour ago'],
        'test/journeys/deciding.browser.spec.ts': [1, 'eight minutes; it takes seconds'],
        'test/e2e/complainant.browser.spec.ts': [1, 'three minutes for what takes one'],
      }),
    ).toEqual([]);
  });

  test('every server that a spec starts is started with limits of the spec’s own', () => {
    const starts = Object.keys(found(/\b(createServer\((core|own|api\.core)|createOurs\(|startProcess\('server')/)).sort();
    expect(starts.length).toBeGreaterThan(0);
    /** Few requests, each counted in the spec itself. */
    const few = [
      'test/e2e/health.e2e.spec.ts',
      'test/e2e/health-degraded.e2e.spec.ts',
      'test/e2e/process.e2e.spec.ts',
      'test/e2e/sign-in-elsewhere.e2e.spec.ts',
      'test/e2e/store-away.browser.spec.ts',
    ];
    expect(starts.filter((path) => !few.includes(path) && !/\bunlimited\b|_PER_MINUTE/.test(readFileSync(path, 'utf8')))).toEqual([]);
    expect(Object.keys(found(/for \(.*\)|Array\.from\(\{ length/, few)).filter((path) => !few.includes(path))).toEqual([]);
  });
});
