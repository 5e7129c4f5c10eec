import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

const thisFile = fileURLToPath(import.meta.url);
const here = dirname(thisFile);
/** `.ts` where the sources run themselves (tests), `.js` in dist. */
const extension = extname(thisFile);
const sdk = (createRequire(import.meta.url)('@temporalio/worker/package.json') as { version: string }).version;

/**
 * The workflows' code in one piece, for the worker's sandbox: made once for each state of the sources and kept beside it,
 * so that a start waits for it the first time only (some seconds).
 */
export async function workflowBundle(): Promise<{ readonly codePath: string }> {
  const folder = extension === '.ts' ? join(here, '..', 'node_modules', '.cache', 'gensvar') : join(here, 'bundle');
  const codePath = join(folder, `workflows-${fingerprint()}.cjs`);
  if (existsSync(codePath)) return { codePath };
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(here, `index${extension}`),
    // `#imports` must mean the same here as where the worker itself runs.
    webpackConfigHook: (config) => {
      compileAsBuilt(config.module?.rules ?? []);
      return { ...config, resolve: { ...config.resolve, conditionNames: [...(extension === '.ts' ? ['source'] : []), '...'] } };
    },
    logger: new DefaultLogger('ERROR'),
  });
  mkdirSync(folder, { recursive: true });
  // Two processes may make it at once: each writes its own, and the whole file takes its place in one step.
  const half = `${codePath}.${process.pid}`;
  writeFileSync(half, code);
  renameSync(half, codePath);
  for (const old of readdirSync(folder)) if (/^workflows-\w+\.cjs$/.test(old) && join(folder, old) !== codePath) rmSync(join(folder, old), { force: true });
  return { codePath };
}

/** Sources that run themselves are compiled for the same engines as dist. For the SDK's older target every file would get helpers of its own. */
function compileAsBuilt(rules: readonly unknown[]): void {
  for (const rule of rules as readonly { readonly use?: { readonly options?: { readonly jsc?: { target: string } } } }[]) {
    const compiler = rule.use?.options?.jsc;
    if (compiler !== undefined) compiler.target = 'es2022';
  }
}

/** All that the bundle is made of: this folder (what it imports from elsewhere are types) and the SDK. */
function fingerprint(): string {
  const hash = createHash('sha256').update(sdk);
  for (const file of files(here)) hash.update(file).update(readFileSync(join(here, file)));
  return hash.digest('hex').slice(0, 16);
}

const files = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(extension) && !file.includes('.spec.'))
    .sort();
