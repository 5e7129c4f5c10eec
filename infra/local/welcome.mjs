/** The end of a start: the address, the people one can log in as, and what was found. */
export async function welcome({ port, found, ui, feed, took }) {
  const base = `http://127.0.0.1:${port}`;
  const users = await fetch(`${base}/demo/users`)
    .then((answer) => (answer.ok ? answer.json() : []))
    .catch(() => []);
  const lines = [
    '',
    found && `Fanns sedan tidigare: ${found.split('\n').at(-1)}`,
    `Gensvar kör på ${base}`,
    ...(users.length > 0 ? ['', 'Logga in som:', ...table(users)] : []),
    '',
    ui && `Temporals egna sidor: ${ui}`,
    feed === 'store' && 'Kafka kör inte: läsmodellen byggs direkt ur händelserna.',
    `Klart på ${took}. Avsluta med Ctrl-C.`,
  ];
  console.log(lines.filter((line) => line !== undefined && line !== false).join('\n'));
}

function table(users) {
  const widest = (pick) => Math.max(...users.map((user) => pick(user).length));
  const user = widest((it) => it.user);
  const name = widest((it) => it.name);
  return users.map((it) => `  ${it.user.padEnd(user)}  ${it.name.padEnd(name)}  ${(it.roles ?? []).join(', ')}`);
}
