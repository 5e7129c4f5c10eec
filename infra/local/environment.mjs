import { portsFor } from './ports.mjs';
import { readRun, secretsOf } from './runfile.mjs';
import { variablesOf } from './services.mjs';

/** As platform/config reads it: in any spelling. */
export const isProduction = (nodeEnv = '') => /^prod(uction)?$/i.test(nodeEnv.trim());

/**
 * The variables of our running processes. What the user gave goes before what was generated;
 * the owner's address of the database is taken out.
 * @param {object} home
 * @param {{ postgres?: object, temporal?: object, kafka?: object }} services those that we started
 * @param {NodeJS.ProcessEnv} [given]
 */
export async function environmentFor(home, services, given = process.env) {
  const production = isProduction(given.NODE_ENV);
  const env = {
    ...variablesOf(services),
    GENSVAR_HOME: home.path,
    PORT: '3000',
    GENSVAR_DEMO: production ? '0' : '1',
    ...(!production && { GENSVAR_MASTER_KEY: secretsOf(home).masterKey }),
    ...(!production && !given.SMTP_URL && (await catcher(home))),
    ...(!services.kafka && !given.KAFKA_BROKERS && { GENSVAR_FEED: 'store' }),
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== '')),
  };
  const { DATABASE_ADMIN_URL: owner, ...running } = env;
  return { running, setUp: owner === undefined ? undefined : { ...running, DATABASE_ADMIN_URL: owner } };
}

/** Demo mail goes to a catcher inside the server process. */
async function catcher(home) {
  const { mail } = await portsFor(home, ['mail']);
  return { SMTP_URL: `smtp://127.0.0.1:${mail}`, GENSVAR_MAIL_CATCHER_PORT: String(mail) };
}

/** The variables of the running system for a verb, or undefined where nothing runs and nothing was given. */
export function variablesForVerb(home, given = process.env) {
  const { variables, owner } = readRun(home);
  const env = { ...variables, GENSVAR_HOME: home.path, ...given };
  if (variables?.GENSVAR_MASTER_KEY === undefined && !env.GENSVAR_MASTER_KEY) env.GENSVAR_MASTER_KEY = secretsOf(home).masterKey;
  return { ...env, DATABASE_ADMIN_URL: given.DATABASE_ADMIN_URL ?? owner };
}
