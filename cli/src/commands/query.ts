import { buildMessage, buildSegment, type Message, parseMessage, type Segment } from '@cairn/hl7';
import { Command } from 'commander';
import { call, faultWords, type Login, newControlId, serviceAddress } from '../soap-client.ts';
import { table } from '../table.ts';
import { UsageError } from '../usage-error.ts';

type Options = {
  readonly to: string;
  readonly user: string;
  readonly password?: string;
  readonly sender?: string;
  readonly for?: string;
  readonly id?: string;
  readonly last?: string;
  readonly first?: string;
  readonly dob?: string;
  readonly sex?: string;
  readonly mother?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly raw?: true;
  readonly json?: true;
};

export function queryCommand(): Command {
  return new Command('query')
    .description("ask an IIS for a patient's complete immunization history (Z34)")
    .requiredOption('--to <url>', 'address of the server, or of the web service itself')
    .requiredOption('--user <name>', 'SOAP username')
    .option(
      '--password <password>',
      'SOAP password (or CAIRN_PASSWORD, which stays out of the shell history)',
    )
    .option('--sender <id>', 'MSH-4; left out if not given')
    .option('--for <id>', 'MSH-22, the organization that asks; a Sending Facility must give it')
    .option('--id <id^^^authority^type>', 'patient id as in PID-3')
    .option('--last <name>', 'last name')
    .option('--first <name>', 'first name')
    .option('--dob <date>', 'birth date, YYYY-MM-DD or YYYYMMDD')
    .option('--sex <code>', 'F, M, X or U')
    .option('--mother <name>', "mother's maiden name")
    .option('--phone <number>', 'ten digits')
    .option('--address <street^^city^state^zip>', 'as in PID-11')
    .option('--raw', 'print the HL7 answer as it came')
    .option('--json', 'print one JSON line')
    .action(run);
}

type Dose = {
  readonly date: string;
  readonly vaccine: string;
  readonly status: string;
  readonly lot: string;
  readonly id: string;
};

async function run(options: Options): Promise<void> {
  const password = options.password ?? process.env['CAIRN_PASSWORD'];
  if (password === undefined) throw new UsageError('Give the password with --password or CAIRN_PASSWORD.');
  if (
    options.id === undefined &&
    (options.last === undefined || options.first === undefined || options.dob === undefined)
  ) {
    throw new UsageError('Name the patient: --id, or --last, --first and --dob.');
  }
  const login: Login = { to: serviceAddress(options.to, false), user: options.user, password };
  const reply = await call('submitSingleQuery', queryMessage(options).toString(), login);
  if (reply.kind === 'fault') throw new UsageError(faultWords(reply));
  if (options.raw) {
    console.log(reply.text.replaceAll('\r', '\n').trimEnd());
    return;
  }
  const parsed = parseMessage(reply.text);
  if (!parsed.ok) throw new UsageError(`The answer is no HL7 message: ${parsed.error.message}`);
  const { message } = parsed;
  const status = message.text('QAK-2') || message.text('MSA-1');
  const doses = dosesIn(message);
  const isList = message.text('MSH-21.1') === 'Z31';
  if (options.json)
    console.log(
      JSON.stringify(
        isList
          ? { status, candidates: patientsIn(message), errors: errorsIn(message) }
          : { status, patient: patientsIn(message)[0], doses, errors: errorsIn(message) },
      ),
    );
  else if (isList) console.log(candidatesText(message));
  else console.log(status === 'OK' ? historyText(message, doses) : refusalText(status, message));
  if (status !== 'OK' || isList) process.exitCode = 1;
}

function queryMessage(options: Options): Message {
  const header = (fields: Readonly<Record<number, string | readonly string[]>>): Segment =>
    buildSegment(
      'MSH',
      Array.from({ length: 20 }, (_, index) => fields[index + 3]),
    );
  const now = new Date().toISOString().replace(/[-:T]/g, '').slice(0, 14);
  return buildMessage([
    header({
      4: options.sender ?? '',
      7: `${now}+0000`,
      9: ['QBP', 'Q11', 'QBP_Q11'],
      10: newControlId(),
      11: 'P',
      12: '2.5.1',
      15: 'NE',
      16: 'AL',
      21: ['Z34', 'CDCPHINVS'],
      22: options.for ?? '',
    }),
    buildSegment('QPD', [
      ['Z34', 'Request Immunization History', 'CDCPHINVS'],
      newControlId().slice(0, 32),
      options.id === undefined ? undefined : options.id.split('^'),
      [options.last, options.first, undefined, undefined, undefined, undefined, 'L'],
      options.mother === undefined
        ? undefined
        : [options.mother, undefined, undefined, undefined, undefined, undefined, 'M'],
      options.dob?.replaceAll('-', ''),
      options.sex,
      options.address === undefined ? undefined : addressOf(options.address),
      options.phone === undefined ? undefined : phoneOf(options.phone),
    ]),
    buildSegment('RCP', ['I', [['5'], ['RD', 'records', 'HL70126']]]),
  ]);
}

/** XAD with the type of a home, where none is given. */
const addressOf = (text: string): readonly string[] => {
  const parts = text.split('^');
  return Array.from({ length: 7 }, (_, index) => parts[index] ?? (index === 6 ? 'H' : ''));
};

/** XTN: area code and number apart. */
const phoneOf = (text: string): readonly string[] => {
  const digits = text.replace(/\D/g, '').slice(-10);
  return ['', 'PRN', 'PH', '', '', digits.slice(0, 3), digits.slice(3)];
};

function dosesIn(message: Message): readonly Dose[] {
  let id = '';
  const doses: Dose[] = [];
  for (const segment of message.segments) {
    if (segment.name === 'ORC') id = segment.text(3);
    if (segment.name === 'RXA') {
      doses.push({
        date: isoDate(segment.text(3)),
        vaccine: [segment.text(5, 1), segment.text(5, 2), segment.text(5, 3)]
          .filter((part) => part !== '')
          .join(' '),
        status: STATUS[segment.text(20)] ?? segment.text(20),
        lot: segment.text(15),
        id,
      });
    }
  }
  return doses;
}

const STATUS: Readonly<Record<string, string>> = {
  '': 'given',
  CP: 'given',
  PA: 'partly given',
  RE: 'REFUSED',
  NA: 'not given',
};

const isoDate = (text: string): string => text.replace(/^(\d{4})(\d{2})(\d{2}).*/, '$1-$2-$3');

type Shown = {
  readonly name: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly address: string;
  /** With its authority and type, as PID-3 and --id have it. */
  readonly registryId: string;
};

const patientsIn = (message: Message): readonly Shown[] =>
  message.all('PID').map((pid) => ({
    name: `${pid.text(5, 2)} ${pid.text(5, 1)}`,
    birthDate: isoDate(pid.text(7)),
    sex: pid.text(8),
    address: [pid.text(11, 1), pid.text(11, 3)].filter((part) => part !== '').join(', '),
    registryId: [pid.text(3, 1), '', '', pid.text(3, 4), pid.text(3, 5)].join('^'),
  }));

const errorsIn = (message: Message): readonly string[] => message.all('ERR').map((error) => error.text(8));

function historyText(message: Message, doses: readonly Dose[]): string {
  const [patient] = patientsIn(message);
  const head = patient
    ? `${patient.name}, born ${patient.birthDate}, ${patient.sex || 'sex not given'}\nRegistry id ${patient.registryId}\n\n`
    : '';
  if (doses.length === 0) return `${head}No immunizations are recorded.`;
  const rows = doses.map(({ date, vaccine, status, lot, id }) => [date, status, lot, id, vaccine]);
  return `${head}${table(['Date', 'Status', 'Lot', 'Dose id', 'Vaccine'], rows)}\n\n${doses.length} recorded`;
}

/** Those who may be meant (Z31): one of them is to be chosen. */
function candidatesText(message: Message): string {
  const rows = patientsIn(message).map(({ name, birthDate, sex, address, registryId }) => [
    name,
    birthDate,
    sex,
    address,
    registryId,
  ]);
  return `${table(['Name', 'Born', 'Sex', 'Address', 'Registry id'], rows)}

${rows.length} ${rows.length === 1 ? 'person' : 'persons'} who may be meant. Ask again with --id and the registry id of the right one, or say more: --phone, --address, --mother.`;
}

const STATUS_TEXT: Readonly<Record<string, string>> = {
  NF: 'No such patient was found for certain. Check name, birth date and id, or say more: --phone, --address, --mother.',
  TM: 'Too many patients fit. Say more: --id, --phone, --address, --mother, --sex.',
  PD: 'There is such a patient, who may not be shared with you.',
  AE: 'The query has an error:',
  AR: 'The query was refused:',
};

const refusalText = (status: string, message: Message): string =>
  [STATUS_TEXT[status] ?? `Answered ${status}.`, ...errorsIn(message)].join('\n');
