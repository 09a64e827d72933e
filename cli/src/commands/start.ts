import type { Cairn } from '@cairn/server';
import { type Config, createLog, type Log, readConfig } from '@cairn/server/settings';
import { Command, Option } from 'commander';
import { UsageError } from '../usage-error.ts';

type Options = {
  readonly demo?: true;
  readonly as?: Config['as'];
  readonly port?: string;
  readonly dataDir?: string;
  readonly json?: true;
};

export function startCommand(): Command {
  return new Command('start')
    .description('start Cairn: the exchange, the registry and their database')
    .option('--demo', 'with demo organizations and public passwords, on 127.0.0.1 only')
    .addOption(
      new Option(
        '--as <registry>',
        'regional-registry: one that takes the messages of all its sites from the central registry',
      )
        .choices(['central', 'regional-registry'])
        .default('central'),
    )
    .option('--port <number>', 'port to listen on (CAIRN_PORT, 8080; a regional registry 8081)')
    .option(
      '--data-dir <folder>',
      'where the embedded database lives (CAIRN_DATA_DIR, ./data; a regional registry ./data-regional)',
    )
    .option('--json', 'print one JSON line when ready')
    .addHelpText(
      'after',
      `
Settings come from the environment: CAIRN_DATABASE_URL (absent: embedded PostgreSQL), CAIRN_DATA_DIR,
CAIRN_HOST, CAIRN_PORT, CAIRN_JURISDICTION (california), CAIRN_ROLES (web,worker), CAIRN_LOG_LEVEL, CAIRN_NOW (demo and tests);
CAIRN_PUBLIC_URL (the portal's address as people see it), CAIRN_SMTP_URL, CAIRN_MAIL_FROM; behind a proxy CAIRN_TRUST_PROXY (true),
CAIRN_CLIENT_CERT_HEADER; with --as regional-registry and without --demo CAIRN_CENTRAL_PASSWORD, with which the central registry
sends to it (username cairn-central).
Ctrl-C or SIGTERM stops it: what is in flight is answered first.`,
    )
    .action(start);
}

async function start(options: Options): Promise<void> {
  const config = configOf(options);
  const log = createLog(config.logLevel);
  if (!options.json) console.log('Starting Cairn …');
  // Not before the settings are known to be right: the server takes a second to load.
  const { startCairn } = await import('@cairn/server');
  // From here on a signal is kept, so that one that comes in the middle of the start leaves nothing running.
  const starting = startCairn(config, log);
  stopOnSignal(starting, log);
  const cairn = await starting;
  console.log(
    options.json
      ? JSON.stringify({ url: cairn.url, demo: config.demo, database: cairn.database.describe })
      : await banner(cairn, config),
  );
}

function configOf(options: Options): Config {
  const port = options.port === undefined ? undefined : Number(options.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port <= 65_535)) {
    throw new UsageError(`--port: "${options.port}" is no port number (0 to 65535).`);
  }
  return readConfig(process.env, {
    demo: options.demo ?? false,
    ...(options.as === undefined ? {} : { as: options.as }),
    ...(port === undefined ? {} : { port }),
    ...(options.dataDir === undefined ? {} : { dataDir: options.dataDir }),
  });
}

/** Long enough for every message in flight; short enough for a supervisor that then kills. */
const STOP_WITHIN_MS = 10_000;

function stopOnSignal(starting: Promise<Cairn>, log: Log): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, 'stopping: answering what is in flight');
    setTimeout(() => {
      log.error('not stopped within 10 s; ending now');
      process.exit(1);
    }, STOP_WITHIN_MS).unref();
    starting
      .then((cairn) => cairn.close())
      .then(
        () => log.info('stopped'),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exitCode = 1;
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

const STAFF_WORDS = { 'dx-specialist': 'DX specialist', administrator: 'administrator' } as const;

const USER_WORDS = {
  regular: 'Regular user',
  power: 'Power user',
  'dx-qa': 'DX Quality Assurance',
  'read-only': 'Read-only user',
  school: 'School user',
} as const;

/** What it is, and what to enter at the central registry so that it gets messages from there. */
async function regionalLines(url: string, { demo, centralPassword }: Config): Promise<readonly string[]> {
  const { CENTRAL } = await import('@cairn/server');
  return [
    '',
    '  This is a REGIONAL REGISTRY: it takes the messages of all sites from the central registry, and registers sites as they',
    '  come. Enter it there, at Staff > Other registries, for the region (or partner) that it serves:',
    '',
    `    Address   ${url}/IISService`,
    `    Username  ${CENTRAL.username}`,
    `    Password  ${demo ? centralPassword : 'that of CAIRN_CENTRAL_PASSWORD'}`,
  ];
}

async function banner({ url, database }: Cairn, config: Config): Promise<string> {
  const lines = [
    `Cairn is ready:  ${url}`,
    '',
    `  Jurisdiction  ${config.jurisdiction.name}`,
    `  Database      ${database.describe}`,
    ...(config.as === 'regional-registry' ? await regionalLines(url, config) : []),
  ];
  if (!config.demo) return lines.join('\n');
  const { DEMO_LOGINS, DEMO_PEOPLE, DEMO_STAFF } = await import('@cairn/server');
  const [clinic] = DEMO_LOGINS;
  const login = `--to ${url} --user ${clinic.username} --password ${clinic.password}`;
  return [
    ...lines,
    '',
    'DEMO MODE: fictional data only; the passwords below are public; listens on 127.0.0.1 only.',
    '',
    ...DEMO_LOGINS.map(
      ({ code, username, password, name, for: purpose }) =>
        `  ${code}  ${username.padEnd(11)}  ${password.padEnd(20)}  ${name} (${purpose})`,
    ),
    '',
    `  Portal: ${url}/sign-in with password ${DEMO_PEOPLE.password}`,
    ...DEMO_PEOPLE.siteContacts.map(({ email, code }) => `    ${email.padEnd(24)}  Site Contact of ${code}`),
    ...DEMO_PEOPLE.users.map(
      ({ email, code, userRole }) => `    ${email.padEnd(24)}  ${USER_WORDS[userRole]} of ${code}`,
    ),
    ...DEMO_PEOPLE.staff.map(
      ({ email, role }) => `    ${email.padEnd(24)}  ${STAFF_WORDS[role]}; the page shows the code`,
    ),
    '',
    `  Review API (docs/review.md)  Authorization: Bearer ${DEMO_STAFF.token}`,
    '',
    'Submit a sample VXU and query it back, from another terminal in this folder:',
    '',
    `  npx cairn send cli/samples/administered-child.hl7 ${login} && \\`,
    `  npx cairn query --last Samplechild --first Ana --dob 2024-03-15 ${login}`,
    '',
    'Ctrl-C stops it.',
  ].join('\n');
}
