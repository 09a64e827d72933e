import { Command } from 'commander';
import { ChunkedFile, MessageFiles } from '../simulate/output.ts';
import { type Deliveries, deliver } from '../simulate/deliver.ts';
import { type Asked, optionsOf } from '../simulate/asked.ts';
import {
  simulate,
  type SimulateOptions,
  type Simulated,
  sitesOf,
  TRUTH_HEADER,
  truthLine,
} from '../simulate/index.ts';
import { Counts } from '../simulate/summary.ts';
import { type Login, serviceAddress } from '../soap-client.ts';
import { UsageError } from '../usage-error.ts';

type Options = Asked & {
  readonly out?: string;
  readonly truth?: string;
  readonly sitesFile?: string;
  readonly to?: string;
  readonly user?: string;
  readonly password?: string;
  readonly facility?: string;
  readonly yesSynthetic?: true;
  readonly json?: true;
};

export function simulateCommand(): Command {
  return new Command('simulate')
    .description('make messages about a population that does not exist, for load and matching tests')
    .option('--out <path>', 'write them to a file, or to a folder (ends in /) as files of 10,000')
    .option('--to <url>', 'send them to a server by SOAP')
    .option('--persons <number>', 'how many persons (default: 10000)')
    .option('--messages <number>', 'stop after so many messages')
    .option(
      '--from <number>',
      'number of the first person (default: 0): another slice of the same population',
    )
    .option('--seed <number>', 'another seed, another population (default: 1)')
    .option('--day <YYYY-MM-DD>', 'nothing is dated after it (default: today)')
    .option('--density <days>', 'squeeze birth dates into so many days: 3M persons in 2500 meet like 40M')
    .option('--visits <number>', 'visits reported a person, on average at most (default: 4)')
    .option('--sites <number>', 'from so many sites, DE-100001 on, through one sending facility')
    .option(
      '--site-codes <codes>',
      'from these sites, separated by commas (default: DE-000001, the demo clinic)',
    )
    .option(
      '--sending-facility <code>',
      'MSH-4 of all (default: SF-000001 with --sites; else each site itself)',
    )
    .option('--truth <file>', 'write what is true of each message, as TSV')
    .option('--sites-file <file>', 'write code and name of each site, as TSV, to register them')
    .option('--user <name>', 'SOAP username')
    .option('--password <password>', 'SOAP password (or CAIRN_PASSWORD)')
    .option('--facility <id>', 'facilityID; left out if not given')
    .option('--rate <number>', 'messages a second (default: as fast as answers come)')
    .option('--concurrency <number>', 'messages in flight at most (default: 16)')
    .option('--yes-synthetic', 'send to a server that is not on this machine')
    .option('--json', 'print one JSON line with the counts')
    .addHelpText(
      'after',
      `
The same options make the same messages, byte for byte; person k depends on seed and k alone. See docs/simulate.md.
Exit codes: 0 done, 1 messages were refused or in part, 2 it could not be done.`,
    )
    .action(run);
}

async function run(asked: Options): Promise<void> {
  const settings = optionsOf(asked, today());
  if (asked.out === undefined && asked.to === undefined && asked.sitesFile === undefined)
    throw new UsageError('Say where they go: --out FILE, --out FOLDER/ or --to URL.');
  if (asked.out !== undefined && asked.to !== undefined)
    throw new UsageError('--out and --to: give one of them; what was written is sent by cairn send.');
  const login = asked.to === undefined ? undefined : loginOf(asked, asked.to);
  if (asked.sitesFile !== undefined) await writeSites(asked.sitesFile, settings.population);
  if (login) await send(login, asked, settings);
  else if (asked.out !== undefined) await write(asked.out, asked, settings.population);
}

async function write(out: string, asked: Options, population: SimulateOptions): Promise<void> {
  const files = await MessageFiles.create(out);
  const truths = await truthFile(asked);
  const counts = new Counts();
  const status = new StatusLine();
  const start = performance.now();
  for (const message of simulate(population)) {
    counts.add(message);
    if (!files.fits(message.text)) {
      await files.makeRoom();
      status.show(() => `simulated ${counts.messages} messages, person ${message.truth.person}`);
    }
    files.add(message.text);
    await truths?.(message);
  }
  await files.close();
  await truths?.();
  status.end();
  const seconds = (performance.now() - start) / 1000;
  const summary = { ...counts.summary(), ...pace(counts.messages, seconds) };
  if (asked.json) return console.log(JSON.stringify(summary));
  console.log(
    `${summary.messages} messages about ${summary.persons} persons (${summary.charts} charts, ${summary.twins} twins), ` +
      `${summary.doses} doses in ${summary.orders} orders; ${summary.seconds} s, ${summary.perSecond} a second: ${out}`,
  );
}

/** Writes truths one by one; called without one, ends the file. */
async function truthFile({ truth }: Options): Promise<((message?: Simulated) => Promise<void>) | undefined> {
  if (truth === undefined) return undefined;
  const file = await ChunkedFile.create(truth);
  file.add(TRUTH_HEADER);
  return async (message) => {
    if (!message) return file.close();
    const line = truthLine(message.truth);
    if (!file.fits(line)) await file.flush();
    file.add(line);
  };
}

async function writeSites(path: string, population: SimulateOptions): Promise<void> {
  const file = await ChunkedFile.create(path);
  const facility = population.sendingFacility ?? '';
  file.add('code\tname\tkind\tsending_facility\n');
  for (const { code, name, kind } of sitesOf(population)) {
    const line = `${code}\t${name}\t${kind}\t${facility}\n`;
    if (!file.fits(line)) await file.flush();
    file.add(line);
  }
  await file.close();
}

async function send(login: Login, asked: Options, settings: ReturnType<typeof optionsOf>): Promise<void> {
  const truths = await truthFile(asked);
  const counts = new Counts();
  const status = new StatusLine();
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  process.once('SIGTERM', onSignal);
  const start = performance.now();
  const pending: Promise<void>[] = [];
  try {
    const delivery = await deliver(simulate(settings.population), {
      login,
      ...(settings.rate === undefined ? {} : { rate: settings.rate }),
      concurrency: settings.concurrency,
      signal: stop.signal,
      onAnswer: (message, deliveries) => {
        counts.add(message);
        if (truths) pending[0] = (pending[0] ?? Promise.resolve()).then(() => truths(message));
        status.show(() => statusOf(deliveries, start));
      },
    });
    const seconds = (performance.now() - start) / 1000;
    const summary = { ...counts.summary(), ...pace(delivery.sent, seconds), ...delivery };
    status.end();
    if (asked.json) console.log(JSON.stringify({ ...summary, stopped: stop.signal.aborted }));
    else
      console.log(
        `${stop.signal.aborted ? 'stopped: ' : ''}${delivery.sent} sent in ${summary.seconds} s (${summary.perSecond} a second): ` +
          `${delivery.AA} AA, ${delivery.AE} AE, ${delivery.AR} AR, ${delivery.faults} faults${adviceOf(delivery.advice)}, ${delivery.unanswered} without answer; ` +
          `${delivery.errors} refused or not whole; p50 ${delivery.p50} ms, p95 ${delivery.p95} ms`,
      );
    if (delivery.errors + delivery.faults + delivery.unanswered > 0) process.exitCode = 1;
  } finally {
    status.end();
    process.off('SIGINT', onSignal);
    process.off('SIGTERM', onSignal);
    await pending[0];
    await truths?.();
  }
}

function statusOf(deliveries: Deliveries, start: number): string {
  const { sent, AA, AE, AR, faults, p50, p95 } = deliveries.summary();
  const rate = Math.round((sent * 1000) / Math.max(1, performance.now() - start));
  return `sent ${sent}: ${AA} AA, ${AE} AE, ${AR} AR, ${faults} faults; ${rate} a second; p50 ${p50} ms, p95 ${p95} ms`;
}

const pace = (
  messages: number,
  seconds: number,
): { readonly seconds: number; readonly perSecond: number } => ({
  seconds: Math.round(seconds * 100) / 100,
  perSecond: Math.round(messages / Math.max(seconds, 0.001)),
});

/**
 * Messages carry P in MSH-11, the only value that is taken everywhere: nothing in them says that they are synthetic. So they
 * go to this machine, or to where someone says that they may.
 */
function loginOf({ user, password, facility, yesSynthetic }: Options, to: string): Login {
  const address = serviceAddress(to, false);
  const { hostname } = new URL(address);
  if (!yesSynthetic && !isLocal(hostname)) {
    throw new UsageError(
      `--to: ${hostname} is not this machine. What is sent looks like real patients and is recorded as such: send it to a ` +
        'test system only, and say --yes-synthetic if this is one.',
    );
  }
  const secret = password ?? process.env['CAIRN_PASSWORD'];
  if (user === undefined) throw new UsageError('Give the SOAP username with --user.');
  if (secret === undefined) throw new UsageError('Give the password with --password or CAIRN_PASSWORD.');
  return { to: address, user, password: secret, ...(facility === undefined ? {} : { facility }) };
}

const isLocal = (hostname: string): boolean =>
  hostname === 'localhost' ||
  hostname.endsWith('.localhost') ||
  hostname === '[::1]' ||
  /^127(?:\.\d+){3}$/.test(hostname);

/** What is being done, on standard error where someone is watching; several times a second at most. */
class StatusLine {
  #next = 0;
  #isShown = false;

  show(text: () => string): void {
    if (!process.stderr.isTTY || Date.now() < this.#next) return;
    this.#next = Date.now() + 250;
    this.#isShown = true;
    process.stderr.write(`\r${text()}\u001B[K`);
  }

  end(): void {
    if (this.#isShown) process.stderr.write('\r\u001B[K');
    this.#isShown = false;
  }
}

/** The civil day on this machine: at the command's edge only. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

/** ` (3 NORMAL, 1 CHECK_IIS_STATUS)`: what the faults say is to be done. */
function adviceOf(advice: Readonly<Record<string, number>>): string {
  const counts = Object.entries(advice).map(([retry, count]) => `${count} ${retry}`);
  return counts.length === 0 ? '' : ` (${counts.join(', ')})`;
}
