import type { Finding, Severity } from '@cairn/guide';
import { table } from '../table.ts';
import type { Checked, Outcome } from './check-text.ts';
import { colouredRows, printable, type Style, styled, type Terminal } from './terminal.ts';
import { answer, count, isAtLeast, SEVERITY } from './words.ts';

const INDENT = '  ';

/** One message for people: what it is and how it is answered, then what was found. A sound one takes one line. */
export function messageText(checked: Checked, least: Severity, to: Terminal): string {
  const shown = checked.findings.filter(({ severity }) => isAtLeast(severity, least));
  const head = heading(checked, to);
  if (shown.length === 0) return head;
  const rows = table(
    ['', '', ''],
    shown.map((finding) => [SEVERITY[finding.severity], place(finding, checked), words(finding)]),
    to.width - INDENT.length,
  );
  const lines = printable(rows).split('\n').slice(2);
  return `${head}\n${colouredRows(lines.map((line) => INDENT + line).join('\n'), to)}\n`;
}

/** `[code]` is what --explain takes. */
export const words = ({ code, message, fix }: Pick<Finding, 'code' | 'message' | 'fix'>): string =>
  `${message}\n→ ${fix} [${code}]`;

export const nameOf = ({ file, index, of }: Checked): string => (of > 1 ? `${file} #${index + 1}` : file);

function heading(checked: Checked, to: Terminal): string {
  const { controlId, profile, kind, ack, outcome, findings } = checked;
  const what = printable(
    [
      nameOf(checked).replace(/^-(?= |$)/, 'standard input'),
      controlId,
      profile === undefined ? '' : `${kind ?? 'answer'} ${profile}`,
    ]
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

function place({ path = '' }: Finding, { doseOf }: Checked): string {
  const dose = doseOf(path);
  return dose === undefined ? path : `${path} (dose ${dose})`;
}
