import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './children.mjs';
import { Fault, looksUnreachable } from './fault.mjs';
import { python } from './wheel.mjs';

/** Every jar that Kafka's server needs, with the checksum of the version that was tried. */
const jars = JSON.parse(readFileSync(new URL('kafka-jars.json', import.meta.url), 'utf8'));
const version = jars.find(({ artifact }) => artifact.startsWith('org.apache.kafka:kafka_2.13:')).artifact.split(':')[2];
const fileOf = (artifact) => artifact.split(':').slice(1).join('-').concat('.jar');

/**
 * Kafka's jars in the home, fetched by Maven where there is one, else by the PyPI package `maven-artifact`.
 * @returns {Promise<string>} the folder
 */
export async function kafkaJars(home) {
  const folder = join(home.services, `kafka-${version}`);
  if (existsSync(folder)) return folder;
  const half = `${folder}.${process.pid}.new`;
  for (const name of readdirSync(home.services))
    if (name.startsWith('kafka-') && name.endsWith('.new')) rmSync(join(home.services, name), { recursive: true, force: true });
  mkdirSync(half, { recursive: true });
  const hasMaven = spawnSync('mvn', ['--version'], { stdio: 'ignore' }).status === 0;
  const done = await (hasMaven ? byMaven(home, half) : byPython(home, half));
  if (done.code !== 0 && looksUnreachable(done.output)) {
    throw new Fault(
      'Mavens paketregister gick inte att nå, så Kafka kunde inte hämtas.',
      'Kontrollera nätet, eller sätt KAFKA_BROKERS till en egen Kafka, och kör igen.',
    );
  }
  if (done.code !== 0) throw new Error(`Kafka could not be fetched:\n${done.output}`);
  const wrong = jars.filter(({ artifact, sha256 }) => checksum(join(half, fileOf(artifact))) !== sha256);
  if (wrong.length > 0) throw new Error(`other content than expected: ${wrong.map(({ artifact }) => artifact).join(', ')}`);
  renameSync(half, folder);
  return folder;
}

const checksum = (file) => (existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : undefined);

function byMaven(home, folder) {
  const element = (name, ...content) => `<${name}>${content.join('')}</${name}>`;
  const coordinates = (artifact) => {
    const [group, id, number] = artifact.split(':');
    return element('groupId', group) + element('artifactId', id) + element('version', number);
  };
  const all = jars.map(({ artifact }) =>
    element('dependency', coordinates(artifact), element('exclusions', element('exclusion', '<groupId>*</groupId><artifactId>*</artifactId>'))),
  );
  const pom = join(home.services, 'kafka-pom.xml');
  writeFileSync(pom, element('project', '<modelVersion>4.0.0</modelVersion>', coordinates('se.gensvar:kafka:1'), element('dependencies', ...all)));
  return run(home, 'maven', 'mvn', ['-B', '-ntp', '-f', pom, 'dependency:copy-dependencies', `-DoutputDirectory=${folder}`], { match: folder });
}

const script = `import sys
from maven_artifact.artifact import Artifact
from maven_artifact.downloader import Downloader
for name in sys.argv[2:]:
    group, artifact, version = name.split(':')
    Downloader().download(Artifact(group, artifact, version), sys.argv[1] + '/' + artifact + '-' + version + '.jar')
`;

async function byPython(home, folder) {
  const interpreter = python();
  if (interpreter === undefined)
    throw new Fault(
      'Kafka hämtas med Maven eller Python, och ingen av dem finns.',
      'Installera maven eller python3 med pip, eller sätt KAFKA_BROKERS, och kör igen.',
    );
  const client = join(home.services, 'maven-artifact');
  const got = await run(
    home,
    'pip-maven-artifact',
    interpreter,
    ['-m', 'pip', 'install', '--quiet', '--upgrade', '--target', client, 'maven-artifact==0.3.5'],
    { match: client },
  );
  if (got.code !== 0) return got;
  const names = jars.map(({ artifact }) => artifact);
  return run(home, 'maven', interpreter, ['-c', script, folder, ...names], { match: folder, env: { ...process.env, PYTHONPATH: client } });
}
