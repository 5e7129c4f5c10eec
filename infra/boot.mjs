/** The first program that runs: plain JavaScript, since nothing is installed yet. */
const [verb = '', ...args] = process.argv.slice(2);

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Node ${process.versions.node} är för gammal. Installera Node 24 (minst 20.19) från nodejs.org och kör igen.`);
  process.exit(1);
}

// the reader of our output may be gone (npm killed, a closed pipe); stopping must still be completed
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

/** Each loaded only when it is used: a verb needs no more than its own files. */
const verbs = {
  start: async () => (await import('./local/start.mjs')).start(),
  test: async () => (await import('./local/test-run.mjs')).runTests(args),
  check: async () => (await import('./local/check.mjs')).check(),
  gensvar: async () => (await import('./local/verbs.mjs')).gensvar(args),
  bench: async () => (await import('./local/verbs.mjs')).measure('bench', args),
  load: async () => (await import('./local/verbs.mjs')).measure('load', args),
  krav: async () => (await import('./local/verbs.mjs')).krav(args),
  sbom: async () => (await import('./local/sbom.mjs')).sbom(args),
  lock: async () => (await import('./local/lockfile.mjs')).completeLockfile(),
  services: async () => (await import('./local/services-run.mjs')).startDetached(args),
  stop: async () => (await import('./local/services-run.mjs')).stopAll(args),
};

const run = verbs[verb];
if (run === undefined) {
  console.error(`Okänt kommando: ${verb || '(inget)'}. Det finns: ${Object.keys(verbs).join(', ')}.`);
  process.exit(1);
}
try {
  const { status, lastLine } = await run();
  if (lastLine) console.log(lastLine);
  process.exit(status);
} catch (cause) {
  console.error(cause.name === 'Fault' ? cause.message : (cause.stack ?? cause));
  process.exit(1);
}
