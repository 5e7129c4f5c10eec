import { isAbsolute, relative } from 'node:path';
import { filesUnder } from './build.mjs';
import { root } from './home.mjs';

const isBrowser = (file) => /\.browser\.spec\.tsx?$/.test(file);
const under =
  (...folders) =>
  (file) =>
    !isBrowser(file) && folders.some((folder) => file.startsWith(`${folder}/`));
const slow = ['test/e2e', 'test/acceptance', 'test/faults'];

/** In the order they run: the domain first, slow ones last. */
const groups = [
  { name: 'domän', takes: under('libs/domain'), flags: ['--verbose'] },
  { name: 'delar', takes: (file) => !isBrowser(file) && !under('libs/domain', ...slow)(file), flags: [], services: true },
  { name: 'hela vägen', takes: under('test/e2e', 'test/acceptance'), flags: [], services: true, built: true },
  { name: 'fel och avbrott', takes: under('test/faults'), flags: [], services: true, built: true },
  { name: 'webbläsare', takes: isBrowser, flags: [], services: true, built: true, browser: true },
];

const specs = () => ['libs', 'apps', 'workflows', 'infra', 'test'].flatMap(filesUnder).filter((file) => /\.spec\.tsx?$/.test(file));

/** Specs beside their file run from source; those under test/ may start the built programs. */
function withFiles(group, files) {
  const own = files.filter(group.takes);
  return { ...group, files: own, built: group.built || own.some((file) => file.startsWith('test/')) };
}

/**
 * The groups that have files; with patterns one group of the files whose path holds one of them.
 * @param {string[]} patterns
 * @param {string[]} [files]
 */
export function groupsOf(patterns, files = specs()) {
  if (patterns.length === 0) {
    return groups.map((group) => withFiles(group, files)).filter((group) => group.files.length > 0);
  }
  const wanted = patterns.map((pattern) => (isAbsolute(pattern) ? relative(root, pattern) : pattern.replace(/^\.\//, '')));
  const chosen = files.filter((file) => wanted.some((pattern) => file.includes(pattern)));
  if (chosen.length === 0) return [];
  const needs = groups.map((group) => withFiles(group, chosen)).filter((group) => group.files.length > 0);
  const any = (what) => needs.some((group) => group[what]);
  return [{ name: 'urval', files: chosen, flags: ['--verbose'], services: any('services'), built: any('built'), browser: chosen.every(isBrowser) }];
}

/** What is also run on the newer Node: the domain and the parts, not the e2e specs, the faults or the browser. */
export const domainAndParts = () => groupsOf([]).filter(({ name }) => ['domän', 'delar'].includes(name));
