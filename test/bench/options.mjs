import { parseArgs } from 'node:util';

/** How much is measured: as docs/engine.md#speed says, and small enough for three minutes with `--quick`. */
const sizes = {
  full: { httpCommands: 1_000, peerCommands: 300, commands: 20_000, clients: 16, events: 600, cases: 100_000, asks: 200, workflows: 5_000 },
  quick: { httpCommands: 300, peerCommands: 100, commands: 4_000, clients: 16, events: 150, cases: 5_000, asks: 60, workflows: 300 },
};
const most = { httpCommands: 100_000, peerCommands: 10_000, commands: 1_000_000, clients: 200, events: 10_000, cases: 500_000, asks: 5_000, workflows: 50_000 };

/** Flags of `npm run bench`: `--quick`, `--without-peers` (nothing is downloaded), `--only=http,process,kafka,many,words,rehydrate`, and a number for each size, e.g. `--cases=20000`. */
export function options(args) {
  const numbers = Object.fromEntries(Object.keys(most).map((name) => [name, { type: 'string' }]));
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: { type: 'string', default: '' },
      'without-peers': { type: 'boolean', default: false },
      ...numbers,
    },
  });
  const given = Object.keys(most)
    .filter((name) => values[name] !== undefined)
    .map((name) => [name, bounded(name, Number(values[name]))]);
  return {
    ...(values.quick ? sizes.quick : sizes.full),
    ...Object.fromEntries(given),
    only: values.only.split(',').filter(Boolean),
    withPeers: !values['without-peers'],
  };
}

function bounded(name, value) {
  if (Number.isInteger(value) && value >= 1 && value <= most[name]) return value;
  console.error(`--${name} is a whole number from 1 to ${most[name]}`);
  process.exit(2);
}
