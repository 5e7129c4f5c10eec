import { readFileSync } from 'node:fs';
import { filesUnder } from '../../infra/local/build.mjs';

/* Document 002 contradicts itself in 26 places; each is made impossible or pointed out, and a test shows it (docs/glossary.md). */

test('each contradiction of document 002 that the glossary lists is named by the title of a test (INC-01 to INC-26)', () => {
  const listed = [...readFileSync('docs/glossary.md', 'utf8').matchAll(/^\| (INC-\d\d) /gm)].map(([, id]) => id);
  const titles = ['libs', 'apps', 'test']
    .flatMap(filesUnder)
    .filter((file) => /\.spec\.tsx?$/.test(file) && !file.endsWith('architecture/contradictions.spec.ts'))
    .flatMap((file) => readFileSync(file, 'utf8').match(/['"`].*\bINC-\d\d.*/g) ?? [])
    .join('\n');
  expect(listed).toHaveLength(26);
  expect(listed.filter((id) => !titles.includes(id as string))).toEqual([]);
});
