import {
  type CasesRead,
  compareCase,
  type Difference,
  forecast,
  readCaseLines,
  readCaseWorkbook,
} from '@cairn/forecast';
import { progress, table } from '../table.ts';
import { UsageError } from '../usage-error.ts';
import { chosenSchedule } from './chosen-schedule.ts';
import { readBytes } from './files.ts';

export type VerifyOptions = {
  readonly version?: string;
  readonly schedule?: string;
  readonly json?: true;
};

type Group = { total: number; passed: number };
type Failure = {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly differences: readonly Difference[];
};
type Unread = { readonly file: string } & CasesRead['unread'][number];

export async function verifyCases(paths: readonly string[], options: VerifyOptions): Promise<void> {
  if (options.version !== undefined && options.schedule !== undefined)
    throw new UsageError('Name the schedule with --version or with --schedule, not with both.');
  const schedule = await chosenSchedule(options.schedule, options.version);
  const unread: Unread[] = [];
  const cases = [];
  for (const path of paths) {
    const read = await readCases(path);
    cases.push(...read.cases);
    unread.push(...read.unread.map((one) => ({ file: path, ...one })));
  }
  const groups = new Map<string, Group>();
  const failures: Failure[] = [];
  const shown = progress('Case', cases.length);
  for (const testCase of cases) {
    const { id, name, vaccineGroup } = testCase;
    const differences = compareCase(testCase, forecast(testCase.patient, schedule));
    const group = groups.get(vaccineGroup) ?? { total: 0, passed: 0 };
    groups.set(vaccineGroup, group);
    group.total++;
    if (differences.length === 0) group.passed++;
    else failures.push({ id, name, group: vaccineGroup, differences });
    shown.step();
  }
  shown.end();
  const byName = [...groups].toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  const { version } = schedule;
  const total = cases.length;
  const passed = total - failures.length;
  if (options.json) {
    const plain = failures.map(({ id, group, differences }) => ({
      id,
      group,
      expected: side(differences, 'expected'),
      actual: side(differences, 'actual'),
    }));
    const groupsJson = Object.fromEntries(byName);
    console.log(JSON.stringify({ version, total, passed, groups: groupsJson, failures: plain, unread }));
  } else {
    console.log(
      [
        ...differencesText(failures),
        ...unreadText(unread),
        table(
          ['Vaccine group', 'Cases', 'Passed', 'Rate'],
          [...byName, ['All', { total, passed }] as const].map(([name, group]) => [
            name,
            String(group.total),
            String(group.passed),
            rate(group),
          ]),
        ),
        `Schedule ${version}: ${passed} of ${total} cases passed`,
      ].join('\n\n'),
    );
  }
  if (failures.length > 0 || unread.length > 0 || total === 0) process.exitCode = 1;
}

async function readCases(path: string): Promise<CasesRead> {
  const bytes = await readBytes(path);
  // A workbook is a zip, which begins with PK.
  return bytes[0] === 0x50 && bytes[1] === 0x4b
    ? readCaseWorkbook(bytes)
    : readCaseLines(new TextDecoder().decode(bytes));
}

const side = (
  differences: readonly Difference[],
  which: 'expected' | 'actual',
): Readonly<Record<string, string>> =>
  Object.fromEntries(differences.map((difference) => [difference.what, difference[which]]));

/** Never 100 % with a failure. */
function rate({ total, passed }: Group): string {
  return total === 0 ? '' : `${(Math.floor((passed / total) * 1000) / 10).toFixed(1)} %`;
}

function differencesText(failures: readonly Failure[]): readonly string[] {
  if (failures.length === 0) return [];
  const rows = failures.flatMap(({ id, group, differences }) =>
    differences.map(({ what, expected, actual }, index) => [
      index === 0 ? id : '',
      index === 0 ? group : '',
      what,
      expected,
      actual,
    ]),
  );
  return [table(['Case', 'Vaccine group', '', 'Expected', 'Actual'], rows)];
}

function unreadText(unread: readonly Unread[]): readonly string[] {
  if (unread.length === 0) return [];
  const rows = unread.map(({ file, line, id, why }) => [line === 0 ? file : `${file}:${line}`, id, why]);
  return [`Not read as cases (${unread.length}):\n${table(['Where', 'Case', ''], rows)}`];
}
