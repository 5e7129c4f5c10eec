import { readFileSync } from 'node:fs';
import { missingBuilds } from './lockfile.mjs';

describe('package-lock.json', () => {
  test('names the builds for every machine; after `npm install` run `node infra/boot.mjs lock`', () => {
    expect(missingBuilds(JSON.parse(readFileSync('package-lock.json', 'utf8')).packages)).toEqual({});
  });

  test('gets the entries that npm leaves out where its registry lacked them', () => {
    const packages = {
      'node_modules/tool': {
        dev: true,
        optionalDependencies: { 'tool-linux-x64': '1.2.3', 'tool-linux-arm-musleabihf': '1.2.3', 'tool-win32-x64-msvc': '1.2.3', fsevents: '^2' },
      },
      'node_modules/tool-linux-x64': { version: '1.2.3' },
    };
    expect(missingBuilds(packages)).toEqual({
      'node_modules/tool-linux-arm-musleabihf': { version: '1.2.3', cpu: ['arm'], dev: true, libc: ['musl'], optional: true, os: ['linux'] },
      'node_modules/tool-win32-x64-msvc': { version: '1.2.3', cpu: ['x64'], dev: true, optional: true, os: ['win32'] },
    });
  });
});
