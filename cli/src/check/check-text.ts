import {
  check,
  type CheckResult,
  type Finding,
  kindOf,
  type MessageKind,
  ordersOf,
  type ProfileId,
} from '@cairn/guide';
import { isBatch, type Message, parseMessage, parsePath } from '@cairn/hl7';
import type { FileOfMessages, MessageInFile } from '../messages.ts';
import type { Registry } from './registry.ts';
import { EMPTY_BATCH, unreadable } from './unreadable.ts';

/** What becomes of a message, from best to worst. */
export const OUTCOMES = ['clean', 'noted', 'warned', 'part', 'refused', 'rejected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export type Checked = MessageInFile & {
  /** Messages that its file holds. */
  readonly of: number;
  readonly controlId: string;
  readonly kind: MessageKind | undefined;
  readonly profile: ProfileId | undefined;
  readonly ack: CheckResult['ack'];
  readonly outcome: Outcome;
  readonly findings: readonly Finding[];
  /** Of a path, `OBX[7]-5`, the 1-based number of the dose that it is about, where there are several. */
  readonly doseOf: (path: string) => number | undefined;
};

/** Checks what a file holds; a file without any message is one message that cannot be read. */
export function* checkFile(content: FileOfMessages, registry: Registry): Generator<Checked> {
  const { file, text, messages } = content;
  if (messages.length === 0) {
    const parsed = parseMessage(text);
    const finding = parsed.ok || isBatch(text) ? EMPTY_BATCH : unreadable(parsed.error, 1);
    yield unread({ file, index: 0, text }, 1, finding);
    return;
  }
  for (const message of messages) yield checkOne(message, messages.length, registry);
}

function checkOne(
  { file, index, text, line }: FileOfMessages['messages'][number],
  of: number,
  { guide, day }: Registry,
): Checked {
  const parsed = parseMessage(text);
  if (!parsed.ok) return unread({ file, index, text }, of, unreadable(parsed.error, line));
  const { message } = parsed;
  const { ack, profile, findings, isRefused } = check(message, { today: day, guide, text });
  return {
    file,
    index,
    text,
    of,
    controlId: message.text('MSH-10').trim(),
    kind: kindOf(message),
    profile,
    ack,
    outcome: outcomeOf(ack, isRefused, findings),
    findings,
    doseOf: dosesOf(message),
  };
}

function unread(message: MessageInFile, of: number, finding: Finding): Checked {
  return {
    ...message,
    of,
    controlId: '',
    kind: undefined,
    profile: undefined,
    ack: 'AR',
    outcome: 'rejected',
    findings: [finding],
    doseOf: () => undefined,
  };
}

function outcomeOf(ack: CheckResult['ack'], isRefused: boolean, findings: readonly Finding[]): Outcome {
  if (ack === 'AR') return 'rejected';
  if (isRefused) return 'refused';
  const severities = new Set(findings.map(({ severity }) => severity));
  if (severities.has('E')) return 'part';
  if (severities.has('W')) return 'warned';
  return severities.has('I') ? 'noted' : 'clean';
}

function dosesOf(message: Message): Checked['doseOf'] {
  const orders = ordersOf(message);
  if (orders.length < 2) return () => undefined;
  const numbers = new Map(
    orders.flatMap(({ orc, rxa, rest }, index) =>
      [orc, rxa, ...rest].map((segment) => [segment, index + 1] as const),
    ),
  );
  return (path) => {
    const location = parsePath(path);
    const segment = location && message.all(location.segment)[location.occurrence - 1];
    return segment && numbers.get(segment);
  };
}
