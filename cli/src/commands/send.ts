import { basename } from 'node:path';
import { type Message, parseMessage, parsePath } from '@cairn/hl7';
import { Command } from 'commander';
import { type MessageInFile, messagesIn } from '../messages.ts';
import { call, faultWords, type Login, serviceAddress, type SoapReply } from '../soap-client.ts';
import { progress, table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

type Options = {
  readonly to: string;
  readonly user: string;
  readonly password?: string;
  readonly facility?: string;
  readonly test?: true;
  readonly set: readonly string[];
  readonly json?: true;
};

export function sendCommand(): Command {
  return new Command('send')
    .description('send HL7 messages to an IIS by SOAP and show how each was answered')
    .argument('<file...>', 'files, folders or batches of HL7 messages; - reads standard input')
    .requiredOption('--to <url>', 'address of the server, or of the web service itself')
    .requiredOption('--user <name>', 'SOAP username')
    .option(
      '--password <password>',
      'SOAP password (or CAIRN_PASSWORD, which stays out of the shell history)',
    )
    .option('--facility <id>', 'facilityID; left out if not given')
    .option('--test', 'send to the testing address, which records nothing')
    .option(
      '--set <path=value>',
      'change a field before sending, such as MSH-22=DE-000001; repeatable',
      collect,
      [],
    )
    .option('--json', 'print one JSON line a message')
    .action(run);
}

const collect = (value: string, before: readonly string[]): readonly string[] => [...before, value];

export type Sent = {
  readonly file: string;
  readonly index: number;
  readonly controlId: string;
  /** MSA-1, FAULT, or NONE where no answer came and none was asked for */
  readonly ack: string;
  readonly findings: readonly { readonly severity: string; readonly path: string; readonly text: string }[];
  readonly answer: string;
};

async function run(files: readonly string[], options: Options): Promise<void> {
  const password = options.password ?? process.env['CAIRN_PASSWORD'];
  if (password === undefined) throw new UsageError('Give the password with --password or CAIRN_PASSWORD.');
  const login: Login = {
    to: serviceAddress(options.to, options.test ?? false),
    user: options.user,
    password,
    ...(options.facility === undefined ? {} : { facility: options.facility }),
  };
  const messages = (await messagesIn(files)).map((message) => edited(message, options.set));
  const sent: Sent[] = [];
  const shown = progress('sent', messages.length);
  // One after the other: a later message may update what an earlier one submitted.
  for (const message of messages) {
    const reply = await call(
      isQuery(message.text) ? 'submitSingleQuery' : 'submitSingleMessage',
      message.text,
      login,
    );
    const result = describe(message, reply);
    sent.push(result);
    if (options.json) console.log(JSON.stringify(result));
    shown.step();
  }
  shown.end();
  if (!options.json) console.log(report(sent));
  if (sent.some(isRefused)) process.exitCode = 1;
}

function edited(message: MessageInFile, changes: readonly string[]): MessageInFile {
  if (changes.length === 0) return message;
  const parsed = parseMessage(message.text);
  if (!parsed.ok)
    throw new UsageError(`${message.file}, message ${message.index + 1}: ${parsed.error.message}`);
  for (const change of changes) {
    const equals = change.indexOf('=');
    const path = change.slice(0, equals);
    if (equals < 1 || parsePath(path)?.field === undefined) {
      throw new UsageError(`--set: "${change}" is not of the form MSH-22=DE-000001.`);
    }
    // A message without that segment has nothing to change: one --set serves a folder of many kinds.
    if (parsed.message.raw(path.replace(/-.*/, '')) !== '')
      parsed.message.set(path, change.slice(equals + 1));
  }
  return { ...message, text: parsed.message.toString() };
}

const isQuery = (text: string): boolean => {
  const parsed = parseMessage(text);
  return parsed.ok && parsed.message.text('MSH-9.1') === 'QBP';
};

function describe({ file, index, text }: MessageInFile, reply: SoapReply): Sent {
  const asked = parseMessage(text);
  const controlId = asked.ok ? asked.message.text('MSH-10') : '';
  if (reply.kind === 'fault') {
    return {
      file,
      index,
      controlId,
      ack: 'FAULT',
      findings: [{ severity: 'E', path: '', text: faultWords(reply) }],
      answer: '',
    };
  }
  if (reply.text.trim() === '' && asked.ok && mayStayUnanswered(asked.message)) {
    return { file, index, controlId, ack: 'NONE', findings: [], answer: '' };
  }
  const parsed = parseMessage(reply.text);
  if (!parsed.ok)
    return {
      file,
      index,
      controlId,
      ack: '?',
      findings: [{ severity: 'E', path: '', text: 'the answer is no HL7 message' }],
      answer: reply.text,
    };
  const { message } = parsed;
  return {
    file,
    index,
    controlId,
    ack: message.text('MSA-1'),
    findings: message.all('ERR').map((error) => ({
      severity: error.text(4),
      path: place([1, 2, 3, 4, 5].map((component) => error.text(2, component))),
      text: error.text(8) || error.text(3, 2),
    })),
    answer: reply.text,
  };
}

/** Whether the sender asked, by MSH-16, not to be told of every outcome; where it is empty, the answer always comes. */
const mayStayUnanswered = (message: Message): boolean =>
  ['NE', 'ER', 'SU'].includes(message.text('MSH-16').trim().toUpperCase());

function place([
  segment = '',
  occurrence = '',
  field = '',
  repetition = '',
  component = '',
]: readonly string[]): string {
  if (segment === '') return '';
  const nth = (index: string): string => (index === '' || index === '1' ? '' : `[${index}]`);
  return `${segment}${nth(occurrence)}${field === '' ? '' : `-${field}${nth(repetition)}`}${component === '' ? '' : `.${component}`}`;
}

/** AE with warnings only was recorded; E, AR, CE, CR and faults were not, or not whole. */
function isRefused({ ack, findings }: Sent): boolean {
  return (
    !['AA', 'CA', 'NONE'].includes(ack) && (ack !== 'AE' || findings.some(({ severity }) => severity === 'E'))
  );
}

function report(sent: readonly Sent[]): string {
  const many = new Set(sent.map(({ file }) => file)).size > 1 || sent.length > 1;
  const shortName = shortNames(sent.map(({ file }) => file));
  const rows = sent.flatMap(({ file, index, controlId, ack, findings }) => {
    const start = [
      ...(many ? [`${shortName(file)}${index > 0 ? ` #${index + 1}` : ''}`] : []),
      controlId,
      ack,
    ];
    if (ack === 'NONE') return [[...start, '', UNANSWERED]];
    if (findings.length === 0) return [[...start, '', ack === 'CE' || ack === 'CR' ? 'refused' : 'accepted']];
    return findings.map(({ severity, path, text }, line) => [
      ...(line === 0 ? start : start.map(() => '')),
      path,
      `${severity}  ${text}`,
    ]);
  });
  const refused = sent.filter(isRefused).length;
  const unanswered = sent.filter(({ ack }) => ack === 'NONE').length;
  const counts = [
    `${sent.length} sent`,
    `${sent.length - refused - unanswered} accepted`,
    `${refused} refused or not whole`,
    ...(unanswered === 0 ? [] : [`${unanswered} without acknowledgement`]),
  ];
  const header = [...(many ? ['File'] : []), 'Control id', 'Answer', 'Where', 'What'];
  return `${table(header, rows)}\n\n${counts.join(', ')}`;
}

const UNANSWERED = 'accepted or refused without acknowledgement: none was asked for (MSH-15, MSH-16)';

/** File names without their folders, where that tells them apart. */
function shortNames(files: readonly string[]): (file: string) => string {
  const paths = new Set(files);
  const distinct = new Set([...paths].map((path) => basename(path))).size === paths.size;
  return (file) => (distinct ? basename(file) : file);
}
