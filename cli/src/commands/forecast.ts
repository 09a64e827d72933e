import { parseDay } from '@cairn/forecast';
import { forecastAnswer, localDate } from '@cairn/server';
import { Command } from 'commander';
import { terminal } from '../check/terminal.ts';
import { dayOption, patientsIn } from '../forecast/patients.ts';
import { report } from '../forecast/report.ts';
import { chosenSchedule } from '../schedule/chosen-schedule.ts';
import { readMessages } from '../messages.ts';
import { UsageError } from '../usage-error.ts';

type Options = {
  readonly asOf?: string;
  readonly explain?: true;
  readonly schedule?: string;
  readonly version?: string;
  readonly json?: true;
};

export function forecastCommand(): Command {
  return new Command('forecast')
    .description('evaluate immunization histories and forecast what is due')
    .argument('<file>', 'HL7 messages (VXU, or an RSP with one history) or JSON; - reads standard input')
    .option('--as-of <YYYY-MM-DD>', 'the day to forecast for, if not what the file says, or today')
    .option('--explain', 'say why: series, doses, dates')
    .option('--schedule <file>', 'schedule file to use, if not the bundled schedule')
    .option('--version <version>', 'imported schedule to use, if not the bundled one')
    .option('--json', 'print one JSON line a patient')
    .addHelpText(
      'after',
      '\nJSON: {"birthDate": "2024-01-15", "gender": "F", "doses": [{"id": "1", "date": "2024-03-15", "cvx": "110"}]}' +
        '\nas POST /api/forecast takes it, or test cases one a line, as cairn schedule verify takes them.' +
        '\n\nExit codes: 0 all doses evaluated, 1 a dose could not be, 2 it could not be done.',
    )
    .action(run);
}

async function run(path: string, options: Options): Promise<void> {
  if (options.schedule !== undefined && options.version !== undefined)
    throw new UsageError('Name the schedule with --version or with --schedule, not with both.');
  const asOf = dayOption(options.asOf);
  const schedule = await chosenSchedule(options.schedule, options.version);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = parseDay(localDate(new Date(), here)) ?? 0;
  const patients = patientsIn(await readMessages(path), { today, asOf, schedule });
  const to = terminal();
  for (const [index, { name, ...patient }] of patients.entries()) {
    const answer = forecastAnswer(patient, schedule, options.explain === true);
    if (options.json) console.log(JSON.stringify(answer));
    else console.log(`${index === 0 ? '' : '\n\n'}${report(answer, name, to)}`);
    if (answer.unknown.length > 0) process.exitCode = 1;
  }
}
