import { z } from 'zod';

const flag = z
  .enum(['0', '1', 'true', 'false', ''])
  .default('0')
  .transform((value) => value === '1' || value === 'true');

/** In any spelling: a capital letter must not turn production into a demo. */
const isProduction = (nodeEnv: string): boolean => /^prod(uction)?$/i.test(nodeEnv.trim());

const environment = z
  .object({
    NODE_ENV: z.string().default('development'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().default('127.0.0.1'),
    GENSVAR_HOME: z.string().default('.gensvar'),
    GENSVAR_ORGANISATION: z
      .string()
      .regex(/^[a-z0-9-]+$/)
      .default('demo'),
    DATABASE_URL: z.string().optional(),
    DATABASE_ADMIN_URL: z.string().optional(),
    TEMPORAL_ADDRESS: z.string().optional(),
    TEMPORAL_NAMESPACE: z.string().default('default'),
    TEMPORAL_UI: z.string().optional(),
    KAFKA_BROKERS: z.string().optional(),
    KAFKA_TOPIC: z.string().default('gensvar.case-events.v1'),
    GENSVAR_FEED: z.enum(['kafka', 'store']).optional(),
    SMTP_URL: z.string().optional(),
    GENSVAR_MAIL_CATCHER_PORT: z.coerce.number().int().optional(),
    GENSVAR_MAIL_FROM: z.string().default('gensvar@kommun.example'),
    GENSVAR_PUBLIC_URL: z.string().optional(),
    GENSVAR_ANONYMOUS_PER_MINUTE: z.coerce.number().int().positive().default(600),
    GENSVAR_ANONYMOUS_READS_PER_MINUTE: z.coerce.number().int().positive().default(3000),
    GENSVAR_WRONG_CODES_PER_MINUTE: z.coerce.number().int().min(0).default(10),
    GENSVAR_TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
    GENSVAR_STREAM_BEAT: z.coerce.number().positive().default(25),
    GENSVAR_OIDC_ISSUER: z.union([z.url({ protocol: /^https?$/ }), z.literal('')]).optional(),
    GENSVAR_OIDC_CLIENT_ID: z.string().default('gensvar'),
    GENSVAR_OIDC_CLIENT_SECRET: z.string().optional(),
    GENSVAR_OIDC_SCOPE: z.string().default('openid profile'),
    GENSVAR_OIDC_CLAIM: z.string().default('preferred_username'),
    GENSVAR_RECENT_LOG_IN_MINUTES: z.coerce.number().int().min(1).max(720).default(15),
    GENSVAR_DEMO: flag,
    GENSVAR_MONITORING_TOKEN: z.union([z.string().min(24), z.literal('')]).optional(),
    GENSVAR_MASTER_KEY: z.string().optional(),
    GENSVAR_MASTER_KEY_OLD: z.string().optional(),
    GENSVAR_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
  })
  .superRefine((env, ctx) => {
    if (env.GENSVAR_DEMO && isProduction(env.NODE_ENV)) {
      ctx.addIssue({ code: 'custom', path: ['GENSVAR_DEMO'], message: 'demo-läge får inte köras med NODE_ENV=production' });
    }
    if (env.GENSVAR_OIDC_ISSUER?.startsWith('http:') && isProduction(env.NODE_ENV)) {
      ctx.addIssue({ code: 'custom', path: ['GENSVAR_OIDC_ISSUER'], message: 'inloggningstjänsten måste nås över https' });
    }
  });

/** Paths are appended to an address, so a slash at its end is removed. */
export const withoutSlash = (address: string): string => address.replace(/\/+$/, '');

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client: PKCE is used whatever. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
  /** The claim that holds a person's login here (store.person.login). */
  readonly claim: string;
}

/** The settings of a process. Times are milliseconds, addresses are host:port. */
export interface Config {
  readonly production: boolean;
  readonly demo: boolean;
  readonly port: number;
  readonly host: string;
  readonly home: string;
  /** Short id of the organisation, the last part of CloudEvents' `source`. */
  readonly organisation: string;
  readonly databaseUrl: string | undefined;
  readonly databaseAdminUrl: string | undefined;
  readonly temporal: { readonly address: string | undefined; readonly namespace: string; readonly ui: string | undefined };
  readonly kafka: { readonly brokers: readonly string[]; readonly topic: string };
  /** What the projector reads: the topic, or the store itself where no Kafka runs. */
  readonly feed: 'kafka' | 'store';
  readonly mail: { readonly url: string | undefined; readonly catcherPort: number | undefined; readonly from: string };
  /** Without a slash at the end. */
  readonly publicUrl: string;
  /** The identity provider; undefined in the demo, which has one of its own. */
  readonly oidc: OidcConfig | undefined;
  /** How long a log-in is recent enough for a decision on notification, in seconds. */
  readonly recentLogInS: number;
  /** Opens /metrics, the parts of /health/ready and the description of the API outside the demo; undefined: they are closed there. */
  readonly monitoringToken: string | undefined;
  /** Limits for one client without log-in, per minute. */
  readonly anonymous: { readonly reports: number; readonly reading: number; readonly codes: number };
  /** The number of proxies in front: client address and https are read from their headers. */
  readonly trustProxy: number;
  /** How often a stream sends a heartbeat and checks its reader's session, in milliseconds. */
  readonly streamBeatMs: number;
  /** 32 bytes that wrap the case keys; hex or base64 in the environment. */
  readonly masterKey: string | undefined;
  /** The key that rotate-key goes from; nothing else reads it. */
  readonly masterKeyOld: string | undefined;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/**
 * Reads and checks the environment: the only place that does.
 * @throws Error with every fault in one Swedish message.
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new Error(`Miljövariablerna går inte att använda: ${faults}`);
  }
  const e = parsed.data;
  const brokers = (e.KAFKA_BROKERS ?? '')
    .split(',')
    .map((b) => b.trim())
    .filter((b) => b !== '');
  return {
    production: isProduction(e.NODE_ENV),
    demo: e.GENSVAR_DEMO,
    port: e.PORT,
    host: e.HOST,
    home: e.GENSVAR_HOME,
    organisation: e.GENSVAR_ORGANISATION,
    databaseUrl: e.DATABASE_URL,
    databaseAdminUrl: e.DATABASE_ADMIN_URL,
    temporal: { address: e.TEMPORAL_ADDRESS, namespace: e.TEMPORAL_NAMESPACE, ui: e.TEMPORAL_UI },
    kafka: { brokers, topic: e.KAFKA_TOPIC },
    feed: e.GENSVAR_FEED ?? (brokers.length > 0 ? 'kafka' : 'store'),
    mail: { url: e.SMTP_URL, catcherPort: e.GENSVAR_MAIL_CATCHER_PORT, from: e.GENSVAR_MAIL_FROM },
    publicUrl: withoutSlash(e.GENSVAR_PUBLIC_URL?.trim() ?? '') || `http://127.0.0.1:${e.PORT}`,
    oidc: e.GENSVAR_OIDC_ISSUER
      ? {
          issuer: e.GENSVAR_OIDC_ISSUER,
          clientId: e.GENSVAR_OIDC_CLIENT_ID,
          clientSecret: e.GENSVAR_OIDC_CLIENT_SECRET || undefined,
          scope: e.GENSVAR_OIDC_SCOPE,
          claim: e.GENSVAR_OIDC_CLAIM,
        }
      : undefined,
    recentLogInS: e.GENSVAR_RECENT_LOG_IN_MINUTES * 60,
    monitoringToken: e.GENSVAR_MONITORING_TOKEN || undefined,
    anonymous: { reports: e.GENSVAR_ANONYMOUS_PER_MINUTE, reading: e.GENSVAR_ANONYMOUS_READS_PER_MINUTE, codes: e.GENSVAR_WRONG_CODES_PER_MINUTE },
    trustProxy: e.GENSVAR_TRUST_PROXY,
    streamBeatMs: e.GENSVAR_STREAM_BEAT * 1000,
    masterKey: e.GENSVAR_MASTER_KEY,
    masterKeyOld: e.GENSVAR_MASTER_KEY_OLD || undefined,
    logLevel: e.GENSVAR_LOG_LEVEL,
  };
}
