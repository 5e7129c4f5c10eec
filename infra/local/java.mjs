import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const oldest = 17;

/**
 * The major version in what `java -version` prints: 17 for "17.0.15", 8 for "1.8.0_392".
 * @param {string} output
 */
export function majorOf(output) {
  const found = /version "(\d+)(?:\.(\d+))?/.exec(output);
  if (found === null) return undefined;
  return Number(found[1] === '1' ? found[2] : found[1]);
}

/**
 * The Java to run Kafka with, or why there is none.
 * @returns {{ java: string } | { missing: string }}
 */
export function findJava() {
  const own = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : undefined;
  const tried = [own, 'java']
    .filter((java) => java !== undefined && (java === 'java' || existsSync(java)))
    .map((java) => {
      const run = spawnSync(java, ['-version'], { encoding: 'utf8' });
      return { java, major: run.status === 0 ? majorOf(run.stderr + run.stdout) : undefined };
    });
  const good = tried.find(({ major }) => major !== undefined && major >= oldest);
  if (good !== undefined) return { java: good.java };
  const old = tried.find(({ major }) => major !== undefined);
  return { missing: old === undefined ? 'Java saknas' : `Java ${old.major} är för gammal` };
}
