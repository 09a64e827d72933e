import type { Finding } from '@cairn/guide';
import { type Message, parsePath } from '@cairn/hl7';
import type { AckCode, RowOutcome } from './outcomes.ts';
import { columnAt } from './columns.ts';
import type { RowProblem } from './row-problems.ts';

export type JudgedRow = { readonly outcome: RowOutcome; readonly problems: readonly RowProblem[] };

/**
 * What became of each row of a message, in their order: findings about a dose belong to its row, those about the patient or the
 * message to the first one.
 */
export function rowsJudged(
  count: number,
  message: Message,
  decided: { readonly outcome: string; readonly ackCode: AckCode; readonly findings: readonly Finding[] },
): readonly JudgedRow[] {
  const isRefused =
    decided.outcome === 'refused' ||
    decided.outcome === 'fault' ||
    (decided.outcome === 'forwarded' && decided.ackCode === 'AR');
  const told = decided.findings
    .filter(({ severity }) => severity !== 'I')
    .map((finding) => ({ finding, order: orderOf(finding.path, message) }));
  return Array.from({ length: count }, (_, index): JudgedRow => {
    const own = told.filter(({ order }) => order === index);
    const ofAll = told.filter(({ order }) => order === undefined);
    const problems = [...(index === 0 || isRefused ? ofAll : []), ...own].map(({ finding }) =>
      said(finding, message),
    );
    if (isRefused || own.some(({ finding }) => leavesOut(finding))) return { outcome: 'refused', problems };
    return { outcome: problems.length > 0 ? 'recorded-with-findings' : 'recorded', problems };
  });
}

/** Whether the dose that it is about was not recorded. What the registry's own state says no to has no effect of its own. */
const leavesOut = ({ effect, severity, path = '' }: Finding): boolean =>
  effect === 'dose' ||
  effect === 'message' ||
  (effect === undefined && severity === 'E' && /^(?:ORC|RXA)/.test(path));

/** Which dose of the message a path is in, from 0; undefined for the patient and the message as a whole. */
function orderOf(path: string | undefined, message: Message): number | undefined {
  const at = path === undefined ? undefined : parsePath(path);
  if (!at) return undefined;
  let order = -1;
  let seen = 0;
  for (const { name } of message.segments) {
    if (name === 'ORC') order += 1;
    if (name === at.segment && ++seen === at.occurrence) return order < 0 ? undefined : order;
  }
  return undefined;
}

function said({ code, severity, path, message: what, fix }: Finding, message: Message): RowProblem {
  const at = path === undefined ? undefined : parsePath(path);
  const observation = at?.segment === 'OBX' ? message.all('OBX')[at.occurrence - 1]?.text(3) : undefined;
  return {
    column: path === undefined ? null : (columnAt(path, observation) ?? null),
    code,
    severity,
    what: inColumns(what),
    fix: inColumns(fix),
  };
}

/** `RXA-15 (Lot Number)` is `lot` to whoever made the file. */
const inColumns = (words: string): string =>
  words.replaceAll(
    /\b(?:MSH|PID|PD1|NK1|ORC|RXA|RXR)-\d+(?:\.\d+)?(?: \([A-Z][^)]*\))?/g,
    (path) => columnAt(path) ?? path,
  );
