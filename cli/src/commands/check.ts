import type { Severity } from '@cairn/guide';
import { Command, Option } from 'commander';
import { type Checked, checkFile } from '../check/check-text.ts';
import { explanation, explanationText } from '../check/explain.ts';
import { type Registry, registryFor } from '../check/registry.ts';
import { messageText } from '../check/report.ts';
import { Tally } from '../check/tally.ts';
import { terminal } from '../check/terminal.ts';
import { isAtLeast } from '../check/words.ts';
import { type FileOfMessages, filesIn, readMessages } from '../messages.ts';
import { progress } from '../table.ts';
import { UsageError } from '../usage-error.ts';

type Options = {
  readonly explain?: string;
  readonly severity: Severity;
  /** Undefined: of many messages. */
  readonly summary?: boolean;
  readonly jurisdiction?: string;
  readonly day?: string;
  readonly json?: true;
};

/** More messages than this are counted for people, rather than shown one by one. */
const SHOWN_ONE_BY_ONE = 20;

export function checkCommand(): Command {
  return new Command('check')
    .description('check HL7 messages as a registry would, without sending them')
    .argument('[file...]', 'files, folders or batches of HL7 messages; - reads standard input')
    .option('--explain <code>', 'say what a code in brackets means, and nothing else')
    .addOption(
      new Option('--severity <least>', 'show errors only (E), warnings too (W), or all (I)')
        .choices(['E', 'W', 'I'])
        .default('I'),
    )
    .option('--summary', `count the findings (so it is done with more than ${SHOWN_ONE_BY_ONE} messages)`)
    .option('--no-summary', 'show every message, however many')
    .option('--jurisdiction <id>', 'whose rules, or national (default: CAIRN_JURISDICTION, or california)')
    .option('--day <YYYY-MM-DD>', 'check as of that day (default: today)')
    .option('--json', 'print one JSON line a message; with --summary one for all')
    .addHelpText(
      'after',
      '\nExit codes: 0 no errors, 1 a message has errors or cannot be read, 2 it could not be done.',
    )
    .action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  const registry = registryFor(options);
  if (options.explain !== undefined) {
    if (paths.length > 0) throw new UsageError('--explain takes a code and no files.');
    explain(options.explain, registry, options);
    return;
  }
  if (paths.length === 0) throw new UsageError('Name files or folders to check, or - for standard input.');
  const files = await filesIn(paths);
  leaveWithReader();
  const tally = new Tally();
  const out = options.json ? new Lines(tally, options) : new Report(tally, options);
  const shown = progress('checked', files.length);
  for (const file of files) {
    const content = await readMessages(file);
    for (const checked of checkFile(content, registry)) {
      tally.add(checked);
      // What is printed clears the line of progress first, which comes again with the next step.
      out.add(checked, shown.end);
    }
    out.around(content, shown.end);
    shown.step();
  }
  shown.end();
  out.end();
  if (tally.hasErrors) process.exitCode = 1;
}

/** Of a report that is read by `head`, the rest is not wanted. */
function leaveWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

function explain(code: string, registry: Registry, { json }: Options): void {
  const found = explanation(code, registry);
  console.log(json ? JSON.stringify(found) : explanationText(found, registry, terminal()));
}

type Output = {
  readonly add: (checked: Checked, clear: () => void) => void;
  /** What is wrong with a file around its messages. */
  readonly around: (content: FileOfMessages, clear: () => void) => void;
  readonly end: () => void;
};

/** For programs. */
class Lines implements Output {
  private readonly tally: Tally;
  private readonly options: Options;

  constructor(tally: Tally, options: Options) {
    this.tally = tally;
    this.options = options;
  }

  add({ file, index, ack, findings }: Checked, clear: () => void): void {
    if (this.options.summary) return;
    clear();
    const told = findings
      .filter(({ severity }) => isAtLeast(severity, this.options.severity))
      .map(({ code, severity, path = '', message, fix }) => ({ code, severity, path, message, fix }));
    console.log(JSON.stringify({ file, index, ack, findings: told }));
  }

  around({ file, problems }: FileOfMessages, clear: () => void): void {
    if (problems.length > 0) clear();
    for (const problem of problems) console.error(`cairn: ${file}: ${problem}`);
  }

  end(): void {
    if (this.options.summary) console.log(this.tally.json(this.options.severity));
  }
}

/** For people. Until it is known whether there are many messages, what is said of the first ones waits. */
class Report implements Output {
  private readonly tally: Tally;
  private readonly options: Options;
  private readonly to = terminal();
  private readonly problems: string[] = [];
  private waiting: string[] = [];
  private added = 0;

  constructor(tally: Tally, options: Options) {
    this.tally = tally;
    this.options = options;
  }

  add(checked: Checked, clear: () => void): void {
    this.added++;
    if (this.isCounted()) {
      this.waiting = [];
      return;
    }
    this.say(messageText(checked, this.options.severity, this.to), clear);
  }

  around({ file, problems, messages }: FileOfMessages, clear: () => void): void {
    if (messages.length === 0) return;
    for (const problem of problems) {
      if (this.isCounted()) this.problems.push(`${file}: ${problem}`);
      else this.say(`${file}: ${problem}\n`, clear);
    }
  }

  end(): void {
    for (const text of this.waiting) console.log(text);
    for (const problem of this.problems) console.log(problem);
    const { severity } = this.options;
    if (this.isCounted()) console.log(this.tally.text(severity, this.to));
    else if (this.added > 1) console.log(this.tally.line(this.to));
  }

  private isCounted(): boolean {
    return this.options.summary ?? this.added > SHOWN_ONE_BY_ONE;
  }

  private say(text: string, clear: () => void): void {
    if (this.options.summary === undefined) {
      this.waiting.push(text);
      return;
    }
    clear();
    console.log(text);
  }
}
