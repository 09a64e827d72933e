import type { Finding, Severity } from '@cairn/guide';
import { table } from '../table.ts';
import { type Checked, type Outcome, OUTCOMES } from './check-text.ts';
import { anyOccurrence, nameOf, words } from './report.ts';
import { colouredRows, printable, rows, styled, type Terminal } from './terminal.ts';
import { bySeverity, count, isAtLeast, OUTCOME, SEVERITY } from './words.ts';

type Kind = {
  readonly finding: Finding;
  /** Without occurrence and repetition: RXA[3]-5.1 counts with RXA[1]-5.1. */
  readonly place: string;
  readonly first: string;
  messages: number;
  times: number;
  /** The number of the message in which it was found last: it counts once a message. */
  last: number;
};

/** Rows that a person reads; what comes after is rarer than all of them. */
const SHOWN = 30;

/** Counts what was found in many messages; holds no message. */
export class Tally {
  private files = 0;
  private messages = 0;
  private readonly outcomes = new Map<Outcome, number>();
  private readonly kinds = new Map<string, Kind>();
  hasErrors = false;

  add(checked: Checked): void {
    if (checked.index === 0) this.files++;
    this.messages++;
    this.outcomes.set(checked.outcome, (this.outcomes.get(checked.outcome) ?? 0) + 1);
    for (const finding of checked.findings) {
      if (finding.severity === 'E') this.hasErrors = true;
      this.count(finding, checked);
    }
  }

  private count(finding: Finding, checked: Checked): void {
    const place = anyOccurrence(finding.path ?? '');
    const key = `${finding.code} ${finding.severity} ${place}`;
    const fresh = { finding, place, first: nameOf(checked), messages: 0, times: 0, last: 0 };
    const kind = this.kinds.get(key) ?? fresh;
    this.kinds.set(key, kind);
    kind.times++;
    if (kind.last !== this.messages) kind.messages++;
    kind.last = this.messages;
  }

  /** Errors first, then the most frequent. */
  private sorted(least: Severity): readonly Kind[] {
    return [...this.kinds.values()]
      .filter(({ finding }) => isAtLeast(finding.severity, least))
      .toSorted(
        (a, b) =>
          bySeverity(a.finding.severity, b.finding.severity) || b.messages - a.messages || b.times - a.times,
      );
  }

  /** The last line of a report. */
  line(to: Terminal): string {
    const ended = new Map<string, number>();
    for (const outcome of OUTCOMES) {
      const many = this.outcomes.get(outcome) ?? 0;
      if (many > 0) ended.set(OUTCOME[outcome], (ended.get(OUTCOME[outcome]) ?? 0) + many);
    }
    const many = `${count(this.messages, 'message')}${this.files > 1 ? ` in ${this.files} files` : ''}`;
    const parts = [...ended].map(([how, times]) => `${times} ${how}`);
    return styled(rows([[`${many}: ${parts.join(', ')}`]], to.width), 'bold', to);
  }

  /** What was found how often. */
  text(least: Severity, to: Terminal): string {
    const all = this.sorted(least);
    if (all.length === 0) return this.line(to);
    const cells = all
      .slice(0, SHOWN)
      .map(({ finding, place, first, messages, times }) => [
        SEVERITY[finding.severity],
        String(messages).padStart('Messages'.length),
        String(times).padStart('Times'.length),
        `${finding.message.includes(place) ? '' : `${place}: `}${words(finding)}\nfirst in ${first}`,
      ]);
    const shown = table(['Severity', 'Messages', 'Times', 'What, and what to do'], cells, to.width);
    const more =
      all.length > SHOWN ? [`… and ${all.length - SHOWN} rarer kinds (--json --summary counts all)`] : [];
    return [
      this.line(to),
      '',
      colouredRows(printable(shown), to),
      ...more,
      '',
      rows([['Every finding: --no-summary. What a code in brackets means: --explain CODE.']], to.width),
    ].join('\n');
  }

  json(least: Severity): string {
    return JSON.stringify({
      files: this.files,
      messages: this.messages,
      outcomes: Object.fromEntries(OUTCOMES.map((outcome) => [outcome, this.outcomes.get(outcome) ?? 0])),
      findings: this.sorted(least).map(({ finding, place, first, messages, times }) => ({
        code: finding.code,
        severity: finding.severity,
        path: place,
        message: finding.message,
        fix: finding.fix,
        messages,
        times,
        first,
      })),
    });
  }
}
