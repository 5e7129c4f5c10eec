import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { mainHome, root } from './home.mjs';
import { ensurePackages } from './packages.mjs';
import { checkSbom } from './sbom.mjs';
import { checkSignatures } from './signatures.mjs';
import { seconds } from './steps.mjs';

const configured = (...files) => files.find((file) => existsSync(join(root, file)));

/** The checks, each with the program of its package. */
function checks() {
  const rules = configured('.dependency-cruiser.mjs', '.dependency-cruiser.cjs', '.dependency-cruiser.js', 'infra/dependency-cruiser.mjs');
  const knip = configured('knip.json', 'knip.jsonc', 'knip.ts', 'knip.config.ts', 'knip.js');
  const folders = ['apps', 'libs', 'workflows', 'infra', 'test'].filter((folder) => existsSync(join(root, folder)));
  return [
    { title: 'format och lint', args: ['@biomejs/biome/bin/biome', 'check', '.'] },
    { title: 'typer', args: ['typescript/bin/tsc', '--noEmit'] },
    { title: 'typer i webbläsaren', args: ['typescript/bin/tsc', '--noEmit', '--project', 'apps/web/src/client'] },
    rules && { title: 'importregler', args: ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', rules, ...folders] },
    {
      title: 'ringar mellan mappar',
      args: ['dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser-folders.mjs', 'apps', 'libs', 'workflows'],
    },
    knip && { title: 'oanvänd kod', args: ['knip/bin/knip.js'] },
    { title: 'förteckning över delar (SBOM)', work: checkSbom },
    { title: 'paketens signaturer', work: checkSignatures },
  ].filter(Boolean);
}

/** `npm run check`: all of them, also after one that failed. */
export async function check() {
  await ensurePackages(mainHome(), () => {});
  let failed = 0;
  for (const { title, args, work = () => runs(args) } of checks()) {
    const began = Date.now();
    const ok = await work();
    console.log(`${ok ? 'OK ' : 'FEL'}  ${title}  ${seconds(Date.now() - began)}`);
    if (!ok) failed += 1;
  }
  return { status: failed > 0 ? 1 : 0 };
}

async function runs([program, ...args]) {
  const child = spawn(process.execPath, [join(root, 'node_modules', program), ...args], { cwd: root, stdio: 'inherit' });
  return (await new Promise((resolve) => child.once('exit', resolve))) === 0;
}
