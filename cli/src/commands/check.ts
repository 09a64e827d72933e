import type { Severity } from '@cairn/guide';
import { Command, Option } from 'commander';
import { checkFile } from '../check/check-text.ts';
import { explanation, explanationText } from '../check/explain.ts';
import { Lines, Report, SHOWN_ONE_BY_ONE } from '../check/output.ts';
import { type Registry, registryFor } from '../check/registry.ts';
import { Tally } from '../check/tally.ts';
import { terminal } from '../check/terminal.ts';
import { filesIn, readMessages } from '../messages.ts';
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
  const shown = progress('checked', files.length);
  // What is printed clears the line of progress first, which comes again with the next step.
  const print = (text: string): void => {
    shown.end();
    console.log(text);
  };
  const out = options.json ? new Lines(tally, options, print) : new Report(tally, options, terminal(), print);
  for (const file of files) {
    const content = await readMessages(file);
    for (const checked of checkFile(content, registry)) {
      tally.add(checked);
      out.add(checked);
    }
    // Where there is no message, it is said of the text why.
    if (content.messages.length > 0) content.problems.forEach((problem) => out.around(file, problem));
    shown.step();
  }
  out.end();
  shown.end();
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
