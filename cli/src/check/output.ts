import type { Severity } from '@cairn/guide';
import type { Checked } from './check-text.ts';
import { messageText } from './report.ts';
import type { Tally } from './tally.ts';
import { printable, rows, type Terminal } from './terminal.ts';
import { isAtLeast } from './words.ts';

/** More messages than this are counted for people, rather than shown one by one. */
export const SHOWN_ONE_BY_ONE = 10;

export type Shown = {
  readonly severity: Severity;
  /** Whether findings are counted instead of shown; undefined: of many messages. */
  readonly summary?: boolean;
};

type Print = (text: string) => void;

/** For programs: a JSON line a message, or one for all. */
export class Lines {
  private readonly tally: Tally;
  private readonly shown: Shown;
  private readonly print: Print;

  constructor(tally: Tally, shown: Shown, print: Print) {
    this.tally = tally;
    this.shown = shown;
    this.print = print;
  }

  add({ file, index, ack, findings }: Checked): void {
    if (this.shown.summary) return;
    const told = findings
      .filter(({ severity }) => isAtLeast(severity, this.shown.severity))
      .map(({ code, severity, path = '', message, fix }) => ({ code, severity, path, message, fix }));
    this.print(JSON.stringify({ file, index, ack, findings: told }));
  }

  /** Takes what is wrong with a file around its messages. */
  around(file: string, problem: string): void {
    console.error(`cairn: ${file}: ${problem}`);
  }

  end(): void {
    if (this.shown.summary) this.print(this.tally.json(this.shown.severity));
  }
}

/** For people. Until it is known whether there are many messages, what is said of the first ones waits. */
export class Report {
  private readonly tally: Tally;
  private readonly shown: Shown;
  private readonly to: Terminal;
  private readonly print: Print;
  private readonly problems: string[] = [];
  private waiting: string[] = [];
  private added = 0;

  constructor(tally: Tally, shown: Shown, to: Terminal, print: Print) {
    this.tally = tally;
    this.shown = shown;
    this.to = to;
    this.print = print;
  }

  add(checked: Checked): void {
    this.added++;
    if (this.isCounted()) {
      this.waiting = [];
      return;
    }
    const text = messageText(checked, this.shown.severity, this.to);
    if (this.shown.summary === undefined) this.waiting.push(text);
    else this.print(text);
  }

  /** Takes what is wrong with a file around its messages. */
  around(file: string, problem: string): void {
    this.problems.push(rows([[`${printable(file)}: ${printable(problem)}`]], this.to.width));
  }

  end(): void {
    for (const text of this.waiting) this.print(text);
    if (this.problems.length > 0) this.print(`${this.problems.join('\n')}\n`);
    const { severity } = this.shown;
    if (this.isCounted()) this.print(this.tally.text(severity, this.to));
    else if (this.added > 1) this.print(this.tally.line(this.to));
  }

  private isCounted(): boolean {
    return this.shown.summary ?? this.added > SHOWN_ONE_BY_ONE;
  }
}
