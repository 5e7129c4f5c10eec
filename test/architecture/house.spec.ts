import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const rooms = ['apps', 'libs', 'workflows', 'infra', 'test'];
const skipped = /node_modules|(^|\/)dist\/|\.gensvar|test\/bench\/peers/;
const files = rooms
  .flatMap((room) => readdirSync(root + room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`))
  .filter((path) => !skipped.test(path));
const code = files.filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
/** What runs in production: no specs, no test support, no infra. */
const running = code.filter((path) => /^(apps|libs|workflows)\//.test(path) && !/\.spec\.tsx?$/.test(path));
const lines = (path: string): readonly string[] => readFileSync(root + path, 'utf8').split('\n');
/** Lines of code, without comments, that match. */
const finds = (paths: readonly string[], what: RegExp): readonly string[] =>
  paths.flatMap((path) =>
    lines(path).flatMap((line, n) => (what.test(line.replace(/^\s*(\/\/|\*|\/\*\*).*$/, '').replace(/\s\/\/ .*$/, '')) ? [`${path}:${n + 1}`] : [])),
  );
const inFile = (hit: string): string => hit.replace(/:\d+$/, '');

describe('One place for each thing (docs/decisions/0002)', () => {
  test('the environment is read in platform/config alone', () => {
    expect(finds(running, /process\.env\b|import\.meta\.env/).filter((hit) => inFile(hit) !== 'libs/platform/src/config.ts')).toEqual([]);
  });

  test('the clock is read in platform/clock alone', () => {
    /** Other places where it is no business time, and why. */
    const allowed: Readonly<Record<string, string>> = {
      'libs/platform/src/clock.ts': 'the one reader',
      'libs/platform/src/temporal.ts': 'how long a call to Temporal may take',
      'libs/workflow-sync/src/temporal-setup.ts': 'how long to wait for Temporal to be ready',
      'workflows/case-run.ts': 'in the sandbox the SDK gives the workflow’s own time',
      'workflows/record.workflow.ts': 'the same',
    };
    const ours = running.filter((path) => !path.startsWith('apps/web/src/client/')); // a browser has its own clock and no other
    expect(
      finds(ours, /\bDate\.now\(\)|\bnew Date\(\)|Temporal\.Now\b/)
        .map(inFile)
        .filter((path) => !(path in allowed)),
    ).toEqual([]);
  });

  test('the domain and the workflows use no random values', () => {
    expect(
      finds(
        running.filter((path) => /^(libs\/domain|workflows)\//.test(path)),
        /Math\.random|randomUUID|randomBytes|getRandomValues/,
      ),
    ).toEqual([]);
  });

  test('nothing but the operator’s verbs writes to the console', () => {
    expect(finds(running, /\bconsole\.\w+\(/).filter((hit) => !hit.startsWith('apps/cli/'))).toEqual([]);
  });

  test('a form is drawn by the shared component alone, which names the page’s person', () => {
    expect(finds(running, /<form\b|\bh\('form'/).map(inFile)).toEqual(['libs/ui/src/form.tsx']);
  });

  test('the field that a lack names is taken apart in errors.ts alone (placeOf, formNameOf)', () => {
    const byHand = /\bfield\.(split|startsWith|endsWith|match|lastIndexOf)\(|\^\[A-Z\]\/\.test\((\w+\.)?field\)/;
    expect(finds(code, byHand).filter((hit) => inFile(hit) !== 'libs/domain/src/errors.ts')).toEqual([]);
  });

  test('no test mocks a module: fakes are passed in', () => {
    expect(
      finds(
        code.filter((path) => path !== 'test/architecture/house.spec.ts'),
        /\bjest\s*\.\s*(mock|unstable_mockModule|doMock)\b/,
      ),
    ).toEqual([]);
  });
});

describe('Folders and names (docs/decisions/0002)', () => {
  const names = new Set(files.flatMap((path) => path.split('/').slice(0, -1)));

  test('no folder has a name without meaning', () => {
    expect([...names].filter((name) => /^(utils?|common|shared|helpers?|core|base|misc|lib)$/i.test(name))).toEqual([]);
    expect(code.filter((path) => /(^|\/)(utils?|helpers?|common|misc)\.tsx?$/.test(path))).toEqual([]);
  });

  test('files and folders are kebab-case and English', () => {
    expect(
      code.filter((path) => !path.startsWith('test/bench/') && !path.split('/').every((part) => /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9-]+)*$/.test(part))),
    ).toEqual([]);
  });

  test('no class is called a manager, a helper or an implementation, and no interface begins with I for interface', () => {
    expect(finds(code, /\b(class|interface) (\w*(Manager|Helper|Impl|Util)\b|I[A-Z][a-z]\w*)/)).toEqual([]);
  });
});

describe('Swedish is for people who read it', () => {
  test('the store, relay, conductor and rebuild hold no Swedish sentence', () => {
    const machinery = running.filter((path) => /^(libs\/(event-store|read-model\/src\/rebuild|workflow-sync)|apps\/(relay|projector|conductor))\//.test(path));
    expect(finds(machinery, /['"`][^'"`]*[åäöÅÄÖ]/)).toEqual([]);
  });
});

describe('Sizes of files, for information (docs/decisions/0002)', () => {
  test('the median file has at most 60 lines, and those above 250 are printed', () => {
    const sizes = running.map((path) => ({ path, n: lines(path).length })).sort((a, b) => a.n - b.n);
    const long = sizes.filter(({ n }) => n > 250);
    if (long.length > 0) process.stdout.write(`Långa filer: ${long.map(({ path, n }) => `${path} (${n})`).join(', ')}\n`);
    expect(sizes.length).toBeGreaterThan(50);
    process.stdout.write(`Median: ${sizes[sizes.length >> 1]?.n} rader i ${sizes.length} filer\n`);
  });
});
