import { parseArgs } from 'node:util';

/*
 * `npm run load [-- --cases 2000 --clients 20 [--url http://127.0.0.1:3000]]`: many clients take whole cases through the real system
 * over HTTP, the running one or one of its own; afterwards the store is checked.
 * `npm run load -- --closed 100000 --open 10000`: a system of its own is filled with many cases of all kinds by the real import, and
 * queried as people do. One of the two flags is enough; small sizes are for trying. With --without-workflows only the store, the
 * rows and the pages are measured: a quarter of an hour less. With --quick each query is sent once and nobody reads between
 * pages: it shows that the measuring works, not how fast the system is. With --only-workflows nothing is measured after the workflows.
 */
const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '2000' },
    clients: { type: 'string', default: '20' },
    url: { type: 'string' },
    closed: { type: 'string' },
    open: { type: 'string' },
    'without-workflows': { type: 'boolean', default: false },
    'only-workflows': { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
  },
});
const isMass = values.closed !== undefined || values.open !== undefined;
const asked = isMass
  ? {
      closed: bounded('closed', values.closed ?? '2000', 500_000),
      open: bounded('open', values.open ?? '300', 50_000),
      workflows: !values['without-workflows'],
      onlyWorkflows: values['only-workflows'],
      quick: values.quick,
    }
  : { count: bounded('cases', values.cases, 50_000), clients: bounded('clients', values.clients, 200), url: values.url };

const { run } = isMass ? await import('./load/mass.mjs') : await import('./load/stories.mjs');
process.exit((await run(asked)) ? 0 : 1);

function bounded(name, given, most) {
  const value = Number(given);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  console.error(`--${name} is a whole number from 1 to ${most}`);
  process.exit(2);
}
