import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Command } from 'commander';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

type Options = {
  readonly to: string;
  readonly user: string;
  readonly password?: string;
  readonly watch: boolean;
  readonly json?: true;
};

export function loadCommand(): Command {
  return new Command('load')
    .description("load a site's history: files of VXU messages, of any number, loaded behind live traffic")
    .argument('<file...>', 'files of HL7 messages or batches (FHS/BHS), also compressed with gzip')
    .requiredOption('--to <url>', 'address of the server')
    .requiredOption('--user <name>', 'SOAP username')
    .option(
      '--password <password>',
      'SOAP password (or CAIRN_PASSWORD, which stays out of the shell history)',
    )
    .option('--no-watch', 'upload, and do not wait for the report')
    .option('--json', 'print one JSON line a file')
    .addHelpText(
      'after',
      `
An upload that broke off goes on where it was: run the same command again. A load goes on by itself, also when this
command ends. What was recorded before is passed over, so that a file can be loaded twice without harm.

Exit codes: 0 all was recorded, 1 some messages were not, or not whole, 2 it could not be done.`,
    )
    .action(run);
}

const PIECE_BYTES = 1_000_000;
const LOOK_MS = 1000;
/** How long a server that does not answer is asked again. */
const TRIES = 5;

type View = {
  readonly id: string;
  readonly state: 'uploading' | 'waiting' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
  readonly error: string;
  readonly bytes: number;
  readonly bytesLoaded: number;
  readonly messages: number;
  readonly accepted: number;
  readonly partlyAccepted: number;
  readonly refused: number;
  readonly repeated: number;
  readonly doses: number;
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  readonly problems: readonly {
    readonly code: string;
    readonly refused: number;
    readonly partly: number;
    readonly what: string;
    readonly fix: string;
  }[];
};

async function run(files: readonly string[], options: Options): Promise<void> {
  const password = options.password ?? process.env['CAIRN_PASSWORD'];
  if (password === undefined) throw new UsageError('Give the password with --password or CAIRN_PASSWORD.');
  const server = new Server(options.to, options.user, password);
  const begun: { readonly file: string; readonly view: View }[] = [];
  // One after the other: they are loaded in the order in which they were begun.
  for (const file of files) begun.push({ file, view: await upload(file, server) });
  for (const { file, view } of begun) {
    const last = options.watch ? await follow(file, view.id, server) : view;
    if (options.json) console.log(JSON.stringify({ file, ...last }));
    else console.log(report(file, last));
    if (last.state === 'failed' || last.state === 'cancelled') process.exitCode = 2;
    else if (last.refused + last.partlyAccepted > 0) process.exitCode ??= 1;
  }
}

async function upload(path: string, server: Server): Promise<View> {
  const file = await opened(path);
  try {
    const { size: bytes } = await file.stat();
    if (bytes === 0) throw new UsageError(`${path} is empty.`);
    const pieces = Math.ceil(bytes / PIECE_BYTES);
    const fingerprint = createHash('sha256');
    for (let no = 0; no < pieces; no++) fingerprint.update(sha256(await pieceOf(file, no)));
    const begun = await server.ask<View>('POST', '', {
      name: basename(path),
      bytes,
      pieceBytes: PIECE_BYTES,
      fingerprint: fingerprint.digest('hex'),
    });
    if (begun.state !== 'uploading') return begun;
    const known = await server.ask<{ readonly pieces: readonly { readonly no: number }[] }>(
      'GET',
      `/${begun.id}/pieces`,
    );
    const there = new Set(known.pieces.map(({ no }) => no));
    for (let no = 0; no < pieces; no++) {
      if (!there.has(no)) await server.ask('PUT', `/${begun.id}/pieces/${no}`, await pieceOf(file, no));
      show(`${basename(path)}: uploaded ${percent(no + 1, pieces)}`);
    }
    return await server.ask<View>('POST', `/${begun.id}/finish`);
  } finally {
    show('');
    await file.close();
  }
}

async function opened(path: string): Promise<FileHandle> {
  try {
    return await open(path);
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new UsageError(`${path} cannot be read (${why}).`);
  }
}

async function pieceOf(file: FileHandle, no: number): Promise<Buffer> {
  const buffer = Buffer.alloc(PIECE_BYTES);
  let length = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, length, PIECE_BYTES - length, no * PIECE_BYTES + length);
    length += bytesRead;
    if (bytesRead === 0 || length === PIECE_BYTES) return buffer.subarray(0, length);
  }
}

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

async function follow(file: string, id: string, server: Server): Promise<View> {
  for (;;) {
    const view = await server.ask<View>('GET', `/${id}`);
    if (['done', 'cancelled', 'failed', 'paused'].includes(view.state)) {
      show('');
      return view;
    }
    const rate = view.rate === null ? '' : `, ${Math.round(view.rate)} doses a second`;
    const left = view.secondsLeft === null ? '' : `, about ${duration(view.secondsLeft)} left`;
    show(
      `${basename(file)}: ${percent(view.bytesLoaded, view.bytes)} loaded, ${view.doses} doses${rate}${left}`,
    );
    await sleep(LOOK_MS);
  }
}

const percent = (part: number, whole: number): string => `${Math.floor((100 * part) / Math.max(1, whole))} %`;

const duration = (seconds: number): string =>
  seconds < 90
    ? `${seconds} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${Math.round(seconds / 3600)} h`;

/** Progress on standard error, where someone is watching it; '' takes it away. */
function show(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text}\u001B[K`);
}

const ENDS: Readonly<Record<string, string>> = {
  'gzip-broken': 'The compressed file is broken off or damaged. What came before was loaded.',
  'gzip-too-large':
    'The compressed file inflates to far more than messages do. Nothing more of it was loaded.',
  'no-messages': 'There is no HL7 message in the file.',
  failed: 'Cairn failed on a message. Ask whoever runs the server to look at its log.',
};

function report(file: string, view: View): string {
  const counts = [
    `${view.messages} messages`,
    `${view.accepted} recorded`,
    `${view.partlyAccepted} in part`,
    `${view.refused} refused`,
    `${view.repeated} recorded before`,
    `${view.doses} doses`,
  ].join(', ');
  const head = `${basename(file)}: ${view.state}. ${view.error === '' ? '' : `${ENDS[view.error] ?? view.error} `}\n${counts}`;
  if (view.problems.length === 0) return head;
  const rows = view.problems.map(({ code, refused, partly, what, fix }) => [
    String(refused + partly),
    code,
    `${what} ${fix}`.trim(),
  ]);
  return `${head}\n\n${table(['Messages', 'Code', 'What, and what to do'], rows)}`;
}

type Refusal = {
  readonly code: string;
  readonly error: string;
  readonly problems: readonly { readonly what: string }[];
};

/** The server, asked again where it does not answer: whatever is asked may be asked twice. */
class Server {
  readonly #address: string;
  readonly #authorization: string;

  constructor(to: string, user: string, password: string) {
    if (!URL.canParse(to)) throw new UsageError(`--to: "${to}" is no address such as http://localhost:8080.`);
    this.#address = `${new URL(to).origin}/api/history-loads`;
    this.#authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  }

  /** @throws UsageError where it cannot be reached, or refuses */
  async ask<T>(method: string, path: string, body?: object | Uint8Array): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.#send(method, path, body).catch((error: unknown) => error);
      if (response instanceof Response) {
        if (response.ok) return (await response.json()) as T;
        if (response.status < 500 || attempt === TRIES) throw await refusalOf(response);
      } else if (attempt === TRIES) {
        const cause =
          response instanceof Error && response.cause instanceof Error ? response.cause : response;
        const why = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer';
        throw new UsageError(
          `${this.#address} cannot be reached (${why}). Run the same command again later: it goes on where it was.`,
        );
      }
      await sleep(200 * 2 ** attempt);
    }
  }

  #send(method: string, path: string, body?: object | Uint8Array): Promise<Response> {
    const isBytes = body instanceof Uint8Array;
    return fetch(`${this.#address}${path}`, {
      method,
      headers: {
        authorization: this.#authorization,
        ...(body === undefined
          ? {}
          : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isBytes ? Buffer.from(body) : JSON.stringify(body) }),
      signal: AbortSignal.timeout(60_000),
    });
  }
}

async function refusalOf(response: Response): Promise<UsageError> {
  const answer = (await response.json().catch(() => undefined)) as Refusal | undefined;
  if (answer?.error === undefined) {
    return new UsageError(`The server answered HTTP ${response.status}. Is that the address of Cairn?`);
  }
  return new UsageError([...new Set([answer.error, ...answer.problems.map(({ what }) => what)])].join(' '));
}
