import { countsOf, fellOf } from './jest.mjs';
import { groupsOf, ofNewerNode } from './test-groups.mjs';

const files = [
  'apps/web/src/pages.browser.spec.ts',
  'apps/web/src/pages.spec.tsx',
  'libs/domain/src/law/due.spec.ts',
  'libs/event-store/src/append.int.spec.ts',
  'test/acceptance/002.e2e.spec.ts',
  'test/architecture/compose.spec.ts',
  'test/e2e/way.e2e.spec.ts',
  'test/faults/kill.e2e.spec.ts',
  'workflows/case.int.spec.ts',
];

describe('the specs', () => {
  test('are run in five groups by what their names say that they need, those that need nothing first and the browser last', () => {
    expect(groupsOf([], files).map(({ name, files: own }) => [name, own.length])).toEqual([
      ['enheter', 3],
      ['delar', 2],
      ['hela vägen', 2],
      ['fel och avbrott', 1],
      ['webbläsare', 1],
    ]);
  });

  test('are each in one group and no more', () => {
    expect(
      groupsOf([], files)
        .flatMap(({ files: own }) => own)
        .sort(),
    ).toEqual([...files].sort());
    const all = groupsOf([]).flatMap(({ files: own }) => own);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toContain('infra/local/test-groups.spec.ts');
  });

  test('run on the newer Node too where they need no built program, and do not read files or figures alone', () => {
    const more = [...files, 'test/out-and-in/reports.int.spec.ts'];
    expect(ofNewerNode(more).map(({ name, files: own }) => [name, own])).toEqual([
      ['enheter', ['apps/web/src/pages.spec.tsx', 'libs/domain/src/law/due.spec.ts']],
      ['delar', ['libs/event-store/src/append.int.spec.ts', 'workflows/case.int.spec.ts']],
    ]);
  });

  test('may be chosen by a part of the path, and then need only the services that they use', () => {
    expect(groupsOf(['libs/domain'], files)).toMatchObject([{ files: ['libs/domain/src/law/due.spec.ts'], services: false, built: false }]);
    expect(groupsOf(['append'], files)).toMatchObject([{ services: true, built: false, browser: false }]);
    expect(groupsOf(['./test/faults'], files)).toMatchObject([{ services: true, built: true, browser: false }]);
    expect(groupsOf(['nothing-such'], files)).toEqual([]);
  });
});

describe('the closing count', () => {
  const suite = (status: string, ...tests: string[]) => ({ status, assertionResults: tests.map((it) => ({ status: it })) });
  const json = { numPassedTests: 2, numFailedTests: 1, numPendingTests: 1, numTodoTests: 1 };

  test('takes skipped and to-do tests as skipped', () => {
    expect(countsOf({ ...json, testResults: [suite('failed', 'passed', 'failed'), suite('passed', 'passed')] })).toEqual({ passed: 2, failed: 1, skipped: 2 });
  });

  test('takes a suite that could not be loaded as one failed', () => {
    expect(countsOf({ ...json, testResults: [suite('failed')] }).failed).toBe(2);
  });
});

describe('what failed', () => {
  const failed = { status: 'failed', fullName: 'a thing is so', failureMessages: ['\u001b[31mError: it is not\u001b[39m\n    at a line'] };
  const name = (file: string) => new URL(`../../${file}`, import.meta.url).pathname;

  test('is said in one line each: file, title and the first line of why', () => {
    const json = { testResults: [{ status: 'failed', name: name('libs/a.spec.ts'), assertionResults: [failed, { status: 'passed' }] }] };
    expect(fellOf(json)).toEqual(['libs/a.spec.ts: a thing is so: Error: it is not']);
  });

  test('says what was expected and received, and what a property was broken by, beside its seed', () => {
    const compared = 'Error: expect(received).toEqual(expected)\n\n- Expected\n+ Received\n\n- a\n+ b\n    at Object.<anonymous> (/x/a.spec.ts:1:1)';
    const property = 'Error: Property failed after 29 tests\n{ seed: 7, path: "1" }\nCounterexample: [1]\n\nHint: no\n    at buildError (/x/y.js:1:1)';
    const suite = {
      status: 'failed',
      name: name('libs/a.spec.ts'),
      message: `  ● one › compares\n\n    ${compared}\n\n  ● one › holds\n\n    ${property}\n\n    Cause:\n        it slipped\n\n      at x (/x/y.js:2:2)\n`,
      assertionResults: [
        { status: 'failed', title: 'compares', fullName: 'one compares', failureMessages: [compared] },
        { status: 'failed', title: 'holds', fullName: 'one holds', failureMessages: [property] },
      ],
    };
    expect(fellOf({ testResults: [suite] })).toEqual([
      'libs/a.spec.ts: one compares: Error: expect(received).toEqual(expected) | - Expected | + Received | - a | + b',
      'libs/a.spec.ts: one holds: Error: Property failed after 29 tests | { seed: 7, path: "1" } | Counterexample: [1] | Cause: | it slipped',
    ]);
  });

  test('names the suite that could not be loaded, and none that passed', () => {
    const broken = { status: 'failed', name: name('libs/b.spec.ts'), message: '  Cannot find module\n  at x', assertionResults: [] };
    const sound = { status: 'passed', name: name('libs/c.spec.ts'), message: '', assertionResults: [{ status: 'passed' }] };
    expect(fellOf({ testResults: [broken, sound] })).toEqual(['libs/b.spec.ts: Cannot find module']);
  });
});
