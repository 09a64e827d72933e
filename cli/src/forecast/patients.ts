import { type Day, parseDay, readCaseLines, type Schedule } from '@cairn/forecast';
import { ordersOf } from '@cairn/guide';
import { parseMessage, type Segment } from '@cairn/hl7';
import { type ForecastInput, inputOf, patientInput, readRequest } from '@cairn/server';
import type { FileOfMessages } from '../messages.ts';
import { UsageError } from '../usage-error.ts';

export type Patient = ForecastInput & {
  /** `message 2`, a case's id; '' where the file has one patient. */
  readonly name: string;
  readonly version?: string;
};

type Reading = {
  readonly today: Day;
  /** --as-of; it comes before what a file says. */
  readonly asOf: Day | undefined;
  readonly schedule: Schedule;
};

/**
 * The patients of a file of HL7 messages, of cases as JSON lines, or of requests as `POST /api/forecast` takes them: one,
 * or one a line.
 * @throws UsageError for what cannot be read: where it is, and what would do
 */
export function patientsIn(file: FileOfMessages, reading: Reading): readonly Patient[] {
  return /^\s*[{[]/.test(file.text) ? patientsInJson(file, reading) : patientsInMessages(file, reading);
}

function patientsInMessages(
  { file, messages }: FileOfMessages,
  { today, asOf, schedule }: Reading,
): readonly Patient[] {
  if (messages.length === 0) {
    throw new UsageError(
      `${file}: no patient. Name a file with an HL7 message (it starts with MSH) or with JSON.`,
    );
  }
  return messages.map(({ text, line }, index) => {
    const where = `${file}:${line}`;
    const read = parseMessage(text);
    if (!read.ok) throw new UsageError(`${where}: ${read.error.message}`);
    const { message } = read;
    const pids = message.all('PID');
    const [pid] = pids;
    if (!pid) throw new UsageError(`${where}: the message has no PID segment, so it is about nobody.`);
    if (pids.length > 1) {
      throw new UsageError(`${where}: the message lists ${pids.length} candidates (Z31). Query one of them.`);
    }
    const orders = ordersOf(message).map(({ orc, rxa, rest }): readonly Segment[] => [orc, rxa, ...rest]);
    const { input, unknown } = patientInput(pid, orders, asOf ?? today, schedule);
    if (!input) {
      throw new UsageError(`${where}: PID-7 is no date of birth (YYYYMMDD); without it there are no ages.`);
    }
    return { input, unknown, name: messages.length === 1 ? '' : `message ${index + 1}` };
  });
}

function patientsInJson({ file, text }: FileOfMessages, reading: Reading): readonly Patient[] {
  const whole = parsed(text);
  if (whole !== undefined && !isCase(whole)) return [requestOf(whole, file, '', reading)];
  const lines = text.split('\n');
  return lines.flatMap((line, index): readonly Patient[] => {
    if (line.trim() === '') return [];
    const where = `${file}:${index + 1}`;
    const json = parsed(line);
    if (json === undefined) throw new UsageError(`${where}: the line is no JSON.`);
    if (!isCase(json)) return [requestOf(json, where, `line ${index + 1}`, reading)];
    const { cases, unread } = readCaseLines(JSON.stringify(json));
    if (unread[0]) throw new UsageError(`${where}: ${unread[0].why}`);
    return cases.map(({ id, patient }) => ({
      input: reading.asOf === undefined ? patient : { ...patient, assessmentDate: reading.asOf },
      unknown: [],
      name: id,
    }));
  });
}

function requestOf(json: unknown, where: string, name: string, { today, asOf }: Reading): Patient {
  const read = readRequest(json);
  if ('problems' in read) {
    const problems = read.problems.map((problem) => `${problem.where} ${problem.what}`.trim());
    throw new UsageError(`${where}: ${problems.join('; ')}.`);
  }
  const { input, unknown } = inputOf(read.value, today);
  return {
    input: asOf === undefined ? input : { ...input, assessmentDate: asOf },
    unknown,
    name,
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isCase = (json: unknown): boolean => typeof json === 'object' && json !== null && 'patient' in json;

/** @throws UsageError */
export function dayOption(text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = parseDay(text);
  if (day === undefined) throw new UsageError(`--as-of takes a day such as 2026-11-22, not "${text}".`);
  return day;
}
