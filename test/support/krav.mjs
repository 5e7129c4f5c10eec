import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/**
 * `npm run krav`: the 456 requirements and the scenarios, each as shown (by which test) or left. The title of a test
 * names what it shows; a skipped test shows nothing. Always ends with 0, since it only informs.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { groups, requirements, scenarios } = JSON.parse(readFileSync(join(root, 'test', 'support', 'requirements.json'), 'utf8'));
const { values } = parseArgs({ options: { left: { type: 'boolean', default: false }, shown: { type: 'boolean', default: false } } });

const TITLE =
  /\b(?:describe|test|it)(?:\.each(?:\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|`[^`]*`))?\s*\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`)/g;
const ID = /\b(?:R-\d{3}|AC-\d{2})\b/g;

function* specsUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules') yield* specsUnder(path);
    else if (/\.spec\.tsx?$/.test(entry.name)) yield path;
  }
}

/** id → the titles that carry it. */
function shownBy() {
  const found = new Map();
  for (const folder of ['libs', 'apps', 'workflows', 'infra', 'test']) {
    for (const file of specsUnder(join(root, folder))) {
      for (const [, single, double, template] of readFileSync(file, 'utf8').matchAll(TITLE)) {
        const title = (single ?? double ?? template).replaceAll(/\\(.)/g, '$1');
        for (const [id] of title.matchAll(ID)) found.set(id, [...(found.get(id) ?? []), `${relative(root, file)}: ${title}`]);
      }
    }
  }
  return found;
}

const shown = shownBy();
const print = (id, what, star = false) => {
  const tests = shown.get(id);
  if (values.left && tests) return;
  if (values.shown && !tests) return;
  console.log(`${tests ? 'visat' : 'kvar '}  ${id}${star ? ' ★' : '  '}  ${what}`);
  for (const test of tests ?? []) console.log(`                 ${test}`);
};
const count = (rows) => `${rows.filter(({ id }) => shown.has(id)).length} av ${rows.length}`;

for (const [group, name] of Object.entries(groups)) {
  const own = requirements.filter((row) => row.group === group);
  console.log(`\n${group}. ${name}: ${count(own)}`);
  for (const { id, requirement, star } of own) print(id, requirement, star);
}
console.log(`\nScenarier: ${count(scenarios)}`);
for (const { id, name } of scenarios) print(id, name);

const known = new Set([...requirements, ...scenarios].map(({ id }) => id));
const unknown = [...shown.keys()].filter((id) => !known.has(id));
if (unknown.length > 0) console.log(`\nFinns inte i katalogen: ${unknown.map((id) => `${id} (${shown.get(id)[0]})`).join(', ')}`);
console.log(`\nKrav visade: ${count(requirements)}, varav ★ ${count(requirements.filter((row) => row.star))}. Scenarier visade: ${count(scenarios)}.`);
