import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { mainHome, root } from './home.mjs';
import { writeAtomically } from './runfile.mjs';

const json = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));
const sha256 = (content) => [{ alg: 'SHA-256', content }];

/** `npm run sbom [file]`: the parts of the system as CycloneDX, also those from other registries than npm's. */
export function sbom([file] = []) {
  const target = file === undefined ? join(mainHome().path, 'sbom.cdx.json') : resolve(file);
  const made = makeSbom();
  writeAtomically(target, `${JSON.stringify(made, null, 2)}\n`);
  console.log(`${made.components.length} delar (CycloneDX ${made.specVersion}): ${target}`);
  return { status: 0 };
}

export function makeSbom() {
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const done = spawnSync(npm[0], [...npm.slice(1), 'sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (done.status !== 0) throw new Error(`npm sbom failed:\n${done.stderr}`);
  const made = JSON.parse(done.stdout);
  return { ...made, components: [...made.components, ...jars(), ...wheels()] };
}

/** Kafka's server, from Maven. */
const jars = () =>
  json('infra/local/kafka-jars.json').map(({ artifact, sha256: sum }) => {
    const [group, name, version] = artifact.split(':');
    const purl = `pkg:maven/${group}/${name}@${version}`;
    return { 'bom-ref': purl, type: 'library', group, name, version, purl, hashes: sha256(sum) };
  });

/** Temporal's programs, from PyPI: one wheel for each machine. */
const wheels = () =>
  json('infra/local/wheels.json').map(({ package: name, version, sha256: sums }) => {
    const purl = `pkg:pypi/${name}@${version}`;
    return { 'bom-ref': purl, type: 'application', name, version, purl, hashes: sums.flatMap(sha256) };
  });

/**
 * Locked packages that the list lacks, or has without checksum.
 * @param {{ components: { purl: string, hashes?: object[] }[] }} made
 * @param {Record<string, { version?: string, link?: boolean }>} packages of package-lock.json
 */
export function lacksOf(made, packages) {
  const told = new Set(made.components.filter(({ hashes }) => hashes?.length > 0).map(({ purl }) => decodeURIComponent(purl.split('?')[0])));
  return Object.entries(packages)
    .filter(([path, { link }]) => path !== '' && link !== true)
    .map(([path, { version, name = path.split('node_modules/').at(-1) }]) => `pkg:npm/${name}@${version}`)
    .filter((purl) => !told.has(purl));
}

/** For `npm run check`: the list of parts can be made, and is complete. */
export function checkSbom() {
  const lacking = lacksOf(makeSbom(), json('package-lock.json').packages);
  if (lacking.length > 0) console.error(`Saknas i förteckningen: ${lacking.join(', ')}`);
  return lacking.length === 0;
}
