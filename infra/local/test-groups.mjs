import { isAbsolute, relative } from 'node:path';
import { filesUnder } from './build.mjs';
import { root } from './home.mjs';

/** What a spec needs is said by its name: `<name>.spec.ts` needs nothing, `.int` the services, `.e2e` the built programs too, `.browser` a browser too. */
const needs = (what) => (file) => (/\.(int|e2e|browser)\.spec\.tsx?$/.exec(file)?.[1] ?? 'nothing') === what;
const isBrowser = needs('browser');
const withFaults = (file) => file.startsWith('test/faults/');

/** In the order they run: those in seconds first. */
const groups = [
  { name: 'enheter', takes: needs('nothing'), flags: ['--verbose'] },
  { name: 'delar', takes: needs('int'), flags: [], services: true },
  { name: 'hela vägen', takes: (file) => needs('e2e')(file) && !withFaults(file), flags: [], services: true, built: true },
  { name: 'fel och avbrott', takes: (file) => needs('e2e')(file) && withFaults(file), flags: [], services: true, built: true },
  { name: 'webbläsare', takes: isBrowser, flags: [], services: true, built: true, browser: true },
];

const specs = () => ['libs', 'apps', 'workflows', 'infra', 'test'].flatMap(filesUnder).filter((file) => /\.spec\.tsx?$/.test(file));

const withFiles = (group, files) => ({ ...group, files: files.filter(group.takes) });

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
  const asked = groups.map((group) => withFiles(group, chosen)).filter((group) => group.files.length > 0);
  const any = (what) => asked.some((group) => group[what]);
  return [{ name: 'urval', files: chosen, flags: ['--verbose'], services: any('services'), built: any('built'), browser: chosen.every(isBrowser) }];
}

/** Specs of the files of the repository, and of what PostgreSQL answers, say the same on every Node: of the parts those that hold the drivers are run. */
const sameOnEveryNode = /^test\/(?:architecture|out-and-in)\/|^libs\/(?:attachments|case-service|demo|importing|notices|organisation)\/.*\.int\.spec/;

/** What needs neither the built programs nor a browser, and may differ between versions of Node: also run on the newer one. */
export const ofNewerNode = (files = specs()) =>
  groupsOf(
    [],
    files.filter((file) => !sameOnEveryNode.test(file)),
  ).filter((group) => !group.built);

/** What needs nothing but Node. */
export const unitsAlone = () => groupsOf([]).filter((group) => !group.services);
