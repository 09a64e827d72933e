import type { Finding, Guide } from '@cairn/guide';
import { parseMessage, parsePath } from '@cairn/hl7';
import type { z } from 'zod';
import type { Outcome } from '../exchange/ledger.ts';
import type { findingAnswer, messageView } from './schema.ts';
import { type SegmentNode, treeOf } from './tree.ts';

export type MessageView = z.output<typeof messageView>;
type FindingView = z.output<typeof findingAnswer>;

/** A message and what became of it, as the ledger has it or would have it. */
export type Judged = {
  readonly raw: string;
  readonly type: string;
  readonly controlId: string;
  readonly outcome: Outcome;
  readonly ackCode: MessageView['ackCode'];
  readonly findings: readonly Finding[];
  readonly answer: string;
  readonly cases: readonly string[];
};

/** A message as the workbench shows it: readable and raw, with what is wrong with it at the place where it is wrong. */
export function viewOf(judged: Judged, guide: Guide): MessageView {
  const { raw, type, controlId, outcome, ackCode, findings, answer, cases } = judged;
  const read = parseMessage(raw);
  const segments = read.ok ? treeOf(read.message, guide) : [];
  const nodes = nodesOf(segments);
  return {
    type,
    controlId,
    verdict: verdictOf(outcome, findings),
    ackCode,
    raw,
    segments: [...segments],
    findings: findings.map((finding) => findingView(finding, nodes, outcome)),
    answer: answer.replaceAll('\r', '\n').trimEnd(),
    cases: [...cases],
  };
}

function verdictOf(outcome: Outcome, findings: readonly Finding[]): MessageView['verdict'] {
  if (outcome === 'refused' || outcome === 'fault') return 'refused';
  return outcome === 'partly-accepted' || findings.some(({ severity }) => severity !== 'I')
    ? 'accepted-with-findings'
    : 'accepted';
}

function findingView(
  { code, severity, path = '', message, fix, effect }: Finding,
  nodes: ReadonlySet<string>,
  outcome: Outcome,
): FindingView {
  // Who sends and for whom is not the guide's to say; whatever of it is wrong refuses the message.
  const cost = effect ?? (severity === 'E' && outcome === 'refused' ? 'message' : 'none');
  return { code, severity, path, node: nodeOf(path, nodes), message, fix, effect: cost };
}

function nodesOf(segments: readonly SegmentNode[]): ReadonlySet<string> {
  return new Set(
    segments.flatMap(({ path, fields }) => [
      path,
      ...fields.flatMap((field) => [field.path, ...field.components.map((part) => part.path)]),
    ]),
  );
}

/** The nearest node that is there: what is missing is marked where it would stand. */
function nodeOf(path: string, nodes: ReadonlySet<string>): string | null {
  const location = parsePath(path);
  if (!location) return null;
  const { segment, occurrence, field, repetition = 1, component } = location;
  const whole = `${segment}[${occurrence}]`;
  const places = [
    ...(field === undefined ? [] : [`${whole}-${field}[${repetition}]`]),
    ...(field === undefined || component === undefined
      ? []
      : [`${whole}-${field}[${repetition}].${component}`]),
  ];
  return [whole, ...places].findLast((node) => nodes.has(node)) ?? null;
}
