import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { type Clock, fixedClock, systemClock } from './clock.ts';
import { type Jurisdiction, jurisdiction, jurisdictionIds } from './jurisdiction.ts';

export type Config = {
  /** Absent: the embedded PostgreSQL under {@link dataDir}. */
  readonly databaseUrl?: string;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly jurisdiction: Jurisdiction;
  readonly demo: boolean;
  /** The statewide registry, or one of a region that takes messages for all its sites from the central one's login. */
  readonly as: 'central' | 'regional-registry';
  /** Of that login; undefined in the central registry. */
  readonly centralPassword?: string;
  readonly clock: Clock;
  readonly logLevel: string;
  /** The portal's address as people see it, without a slash at the end; absent: this machine's own. */
  readonly publicUrl?: string;
  /** Where mail is handed over; absent: it is kept, and shown in demo mode. */
  readonly smtpUrl?: string;
  /** Who mail comes from. */
  readonly mailFrom: string;
  /** Encrypts secrets in the database; absent: a key that this node makes and keeps under {@link dataDir}. */
  readonly secretKey?: Buffer;
  readonly singleSignOn?: SingleSignOn;
  /** Whether the address that the one proxy in front passes on (the last of X-Forwarded-For) is believed. */
  readonly trustProxy: boolean;
  /** The header in which the proxy that ends TLS passes on the SHA-256 of a client's certificate. */
  readonly clientCertificateHeader?: string;
  /** What asks for metrics must bear it; absent: this machine alone may ask. */
  readonly metricsToken?: string;
  /** What this process does; together they do all there is. */
  readonly roles: ReadonlySet<Role>;
};

/** The identity provider by which people may sign in (OpenID Connect). */
export type SingleSignOn = {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the button on the sign-in page says. */
  readonly name: string;
  /** Whether it counts as second factor: where the provider says that it asked for one, or whenever it signs in. */
  readonly mfa: 'by-claim' | 'always';
};

/** `web` answers messages and people, `worker` does what is to be done at night. */
export type Role = (typeof ROLES)[number];

const ROLES = ['web', 'worker'] as const;

/** A setting that cannot be used. The message says which, why, and what would do. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const LOOPBACK = '127.0.0.1';

const PUBLIC_URL_FORM = 'must be an address such as https://portal.example, without a path';

const environment = z.object({
  CAIRN_DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a postgres:// address' })
    .optional(),
  CAIRN_DATA_DIR: z.string().min(1).default('./data'),
  CAIRN_HOST: z.string().min(1).optional(),
  CAIRN_PORT: z
    .string()
    .regex(/^\d{1,5}$/, { error: 'must be a port number' })
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be a port number' })
    .default(8080),
  CAIRN_JURISDICTION: z.string().default('california'),
  CAIRN_NOW: z.iso
    .datetime({ offset: true, error: 'must be a time such as 2016-10-03T08:00:00-07:00' })
    .optional(),
  // Browsers name it in this form where they say where a request comes from.
  CAIRN_PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: PUBLIC_URL_FORM, abort: true })
    .refine((url) => /^[^/]*\/\/[^/?#@]+\/?$/.test(url), { error: PUBLIC_URL_FORM })
    .transform((url) => new URL(url).origin)
    .optional(),
  CAIRN_SMTP_URL: z.url({ protocol: /^smtps?$/, error: 'must be a smtp:// or smtps:// address' }).optional(),
  CAIRN_MAIL_FROM: z.string().min(3).default('Cairn <no-reply@localhost>'),
  CAIRN_SECRET_KEY: z
    .string()
    .regex(/^[A-Za-z0-9+/]{43}=$/, {
      error: 'must be 32 random bytes in base64, the same on every node: openssl rand -base64 32',
    })
    .transform((text) => Buffer.from(text, 'base64'))
    .optional(),
  CAIRN_OIDC_ISSUER: z
    .string()
    .regex(/^(?:https:\/\/|http:\/\/(?:localhost|127\.0\.0\.1)(?=[:/]|$))[^?#]+$/, {
      error: 'must be the https:// address of the identity provider',
    })
    .optional(),
  CAIRN_OIDC_CLIENT_ID: z.string().min(1).optional(),
  CAIRN_OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  CAIRN_OIDC_CLIENT_SECRET_FILE: z.string().min(1).optional(),
  CAIRN_OIDC_NAME: z.string().min(1).max(60).default('single sign-on'),
  CAIRN_OIDC_MFA: z.enum(['by-claim', 'always'], { error: 'must be by-claim or always' }).default('by-claim'),
  CAIRN_TRUST_PROXY: z.enum(['true', 'false'], { error: 'must be true or false' }).default('false'),
  CAIRN_CLIENT_CERT_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, { error: 'must be the name of a header' })
    .toLowerCase()
    .optional(),
  CAIRN_CENTRAL_PASSWORD: z.string().min(16, { error: 'must have 16 characters at least' }).optional(),
  CAIRN_METRICS_TOKEN: z.string().min(16, { error: 'must have 16 characters at least' }).optional(),
  CAIRN_ROLES: z
    .string()
    .default(ROLES.join(','))
    .transform((text) => text.split(',').map((role) => role.trim()))
    .pipe(z.array(z.enum(ROLES, { error: `must be ${ROLES.join(', ')} or both` }))),
  CAIRN_LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** All there are; docs/operators.md explains each. */
export const settingNames: readonly string[] = Object.keys(environment.shape);

/**
 * Settings from the environment, over which the command line's own win.
 * @throws ConfigError naming the variable, what is wrong with it and what would do
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  chosen: {
    readonly demo?: boolean;
    readonly port?: number;
    readonly dataDir?: string;
    readonly as?: Config['as'];
  } = {},
): Config {
  const { as = 'central' } = chosen;
  const present: Record<string, string | undefined> = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  // Of its own, so that both can run on one machine.
  const read = environment.safeParse(as === 'central' ? present : { ...REGIONAL_PLACE, ...present });
  if (!read.success) {
    throw new ConfigError(
      read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('\n'),
    );
  }
  const values = read.data;
  const pack = jurisdiction(values.CAIRN_JURISDICTION);
  if (!pack) {
    throw new ConfigError(
      `CAIRN_JURISDICTION: no pack "${values.CAIRN_JURISDICTION}"; there is ${jurisdictionIds.join(', ')}`,
    );
  }
  const demo = chosen.demo ?? false;
  if (demo && env['NODE_ENV'] === 'production') {
    throw new ConfigError(
      'Demo mode has public passwords and does not start with NODE_ENV=production. Start without --demo, or unset NODE_ENV.',
    );
  }
  if (demo && values.CAIRN_HOST !== undefined && values.CAIRN_HOST !== LOOPBACK) {
    throw new ConfigError(`CAIRN_HOST: demo mode has public passwords and listens on ${LOOPBACK} only.`);
  }
  if (!demo && values.CAIRN_NOW !== undefined) {
    throw new ConfigError(
      'CAIRN_NOW: a fixed clock is for demo mode and tests; start with --demo or unset it.',
    );
  }
  const centralPassword = as === 'central' ? undefined : centralPasswordOf(values, demo);
  const singleSignOn = singleSignOnOf(values);
  return {
    ...(singleSignOn === undefined ? {} : { singleSignOn }),
    ...(values.CAIRN_DATABASE_URL === undefined ? {} : { databaseUrl: values.CAIRN_DATABASE_URL }),
    ...(values.CAIRN_PUBLIC_URL === undefined ? {} : { publicUrl: values.CAIRN_PUBLIC_URL }),
    ...(values.CAIRN_SMTP_URL === undefined ? {} : { smtpUrl: values.CAIRN_SMTP_URL }),
    ...(values.CAIRN_CLIENT_CERT_HEADER === undefined
      ? {}
      : { clientCertificateHeader: values.CAIRN_CLIENT_CERT_HEADER }),
    ...(values.CAIRN_SECRET_KEY === undefined ? {} : { secretKey: values.CAIRN_SECRET_KEY }),
    ...(values.CAIRN_METRICS_TOKEN === undefined ? {} : { metricsToken: values.CAIRN_METRICS_TOKEN }),
    mailFrom: values.CAIRN_MAIL_FROM,
    trustProxy: values.CAIRN_TRUST_PROXY === 'true',
    dataDir: resolve(chosen.dataDir ?? values.CAIRN_DATA_DIR),
    host: values.CAIRN_HOST ?? LOOPBACK,
    port: chosen.port ?? values.CAIRN_PORT,
    jurisdiction: pack,
    demo,
    as,
    ...(centralPassword === undefined ? {} : { centralPassword }),
    clock: values.CAIRN_NOW === undefined ? systemClock : fixedClock(new Date(values.CAIRN_NOW)),
    logLevel: values.CAIRN_LOG_LEVEL,
    roles: new Set(values.CAIRN_ROLES),
  };
}

const REGIONAL_PLACE = { CAIRN_PORT: '8081', CAIRN_DATA_DIR: './data-regional' };

/** Public, for demo mode, which listens on the loopback address only. */
export const DEMO_CENTRAL_PASSWORD = 'cairn-central-password';

function centralPasswordOf(
  { CAIRN_CENTRAL_PASSWORD: password }: z.output<typeof environment>,
  demo: boolean,
): string {
  if (demo) return password ?? DEMO_CENTRAL_PASSWORD;
  if (password === undefined || password === DEMO_CENTRAL_PASSWORD) {
    throw new ConfigError(
      'CAIRN_CENTRAL_PASSWORD: a regional registry needs the password with which the central one sends to it: openssl rand -hex 16',
    );
  }
  return password;
}

/** All of it or nothing: half of it would leave a button that leads nowhere. */
function singleSignOnOf(values: z.output<typeof environment>): SingleSignOn | undefined {
  const { CAIRN_OIDC_ISSUER: issuer, CAIRN_OIDC_CLIENT_ID: clientId } = values;
  const clientSecret = clientSecretOf(values);
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new ConfigError(
      'CAIRN_OIDC_ISSUER, CAIRN_OIDC_CLIENT_ID and CAIRN_OIDC_CLIENT_SECRET (or CAIRN_OIDC_CLIENT_SECRET_FILE): set all three, or none.',
    );
  }
  return {
    issuer,
    clientId,
    clientSecret,
    name: values.CAIRN_OIDC_NAME,
    mfa: values.CAIRN_OIDC_MFA,
  };
}

function clientSecretOf(values: z.output<typeof environment>): string | undefined {
  const { CAIRN_OIDC_CLIENT_SECRET: secret, CAIRN_OIDC_CLIENT_SECRET_FILE: file } = values;
  if (secret !== undefined || file === undefined) return secret;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new ConfigError(`CAIRN_OIDC_CLIENT_SECRET_FILE: "${file}" cannot be read.`);
  }
}
