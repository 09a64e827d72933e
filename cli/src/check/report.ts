import type { Finding, Severity } from '@cairn/guide';
import type { Checked, Outcome } from './check-text.ts';
import { colouredRows, printable, rows, type Style, styled, type Terminal } from './terminal.ts';
import { answer, count, isAtLeast, SEVERITY } from './words.ts';

const INDENT = '  ';

/** One message for people: what it is and how it is answered, then what was found. A sound one takes one line. */
export function messageText(checked: Checked, least: Severity, to: Terminal): string {
  const shown = checked.findings.filter(({ severity }) => isAtLeast(severity, least));
  const head = heading(checked, to);
  if (shown.length === 0) return head;
  const lines = rows(
    alike(shown).map(({ finding, paths }) => [
      SEVERITY[finding.severity],
      where(paths),
      `${subject(paths, checked)}${words(finding)}`,
    ]),
    to.width - INDENT.length,
  );
  return `${head}\n${colouredRows(printable(lines).replaceAll(/^/gm, INDENT), to)}\n`;
}

type Alike = { readonly finding: Finding; readonly paths: string[] };

/** What is said of several places is said once: of twelve doses it is read no better twelve times. */
function alike(findings: readonly Finding[]): readonly Alike[] {
  const groups = new Map<string, Alike>();
  for (const finding of findings) {
    const key = `${finding.severity} ${words(finding)}`;
    const group = groups.get(key);
    if (group) group.paths.push(finding.path ?? '');
    else groups.set(key, { finding, paths: [finding.path ?? ''] });
  }
  return [...groups.values()];
}

function where(paths: readonly string[]): string {
  const [first = ''] = paths;
  return paths.length === 1 ? first : anyOccurrence(first);
}

/** `RXA-5` of `RXA[3]-5` */
export const anyOccurrence = (path: string): string => path.replaceAll(/\[\d+\]/g, '');

/** Which of several doses it is about, or which other places. */
function subject(paths: readonly string[], { doseOf }: Checked): string {
  const doses = new Set(paths.flatMap((path) => doseOf(path) ?? []));
  const sameField = new Set(paths.map(anyOccurrence)).size === 1;
  if (sameField && doses.size === paths.length) {
    return `${doses.size === 1 ? 'Dose' : 'Doses'} ${ranges([...doses])}: `;
  }
  return paths.length === 1 ? '' : `At ${paths.join(', ')}: `;
}

/** `1–3, 5` */
function ranges(numbers: readonly number[]): string {
  const spans: { from: number; to: number }[] = [];
  for (const number of numbers.toSorted((a, b) => a - b)) {
    const last = spans.at(-1);
    if (last?.to === number - 1) last.to = number;
    else spans.push({ from: number, to: number });
  }
  return spans
    .map(({ from, to }) => (from === to ? `${from}` : `${from}${to === from + 1 ? ', ' : '–'}${to}`))
    .join(', ');
}

/** `[code]` is what --explain takes. */
export const words = ({ code, message, fix }: Pick<Finding, 'code' | 'message' | 'fix'>): string =>
  `${message}\n→ ${fix} [${code}]`;

export function nameOf({ file, index, of }: Checked): string {
  const name = file === '-' ? 'standard input' : file;
  return of > 1 ? `${name} #${index + 1}` : name;
}

function heading(checked: Checked, to: Terminal): string {
  const { controlId, profile, kind, ack, outcome, findings } = checked;
  const what = printable(
    [nameOf(checked), controlId, profile === undefined ? '' : `${kind ?? 'answer'} ${profile}`]
      .filter((part) => part !== '')
      .join('  '),
  );
  const verdict = `${answer(ack, outcome, kind)}${counts(findings)}`;
  const gap = what.length + verdict.length + 2 <= to.width ? '  ' : `\n${INDENT}`;
  return `${styled(what, 'bold', to)}${gap}${styled(verdict, VERDICT[outcome], to)}`;
}

const VERDICT: Readonly<Record<Outcome, Style>> = {
  clean: 'green',
  noted: 'green',
  warned: 'yellow',
  part: 'red',
  refused: 'red',
  rejected: 'red',
};

function counts(findings: readonly Finding[]): string {
  const parts = (['E', 'W', 'I'] as const).flatMap((severity) => {
    const many = findings.filter((finding) => finding.severity === severity).length;
    return many === 0 ? [] : [count(many, SEVERITY[severity])];
  });
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}
