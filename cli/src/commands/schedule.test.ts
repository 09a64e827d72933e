import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledSchedule, readSchedule, renderSchedule } from '@cairn/forecast';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { scheduleCommand } from './schedule.ts';

let printed: string[] = [];
let folder = '';
let data = '';

beforeEach(async () => {
  printed = [];
  process.exitCode = undefined;
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  folder = await mkdtemp(join(tmpdir(), 'cairn-release-9.99-508-'));
  data = await mkdtemp(join(tmpdir(), 'cairn-data-'));
  vi.stubEnv('CAIRN_DATA_DIR', data);
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
  await rm(data, { recursive: true });
});

async function run(...words: readonly string[]): Promise<string> {
  await scheduleCommand().parseAsync([...words], { from: 'user' });
  return printed.join('\n');
}

const ANTIGEN = `<antigenSupportingData><contraindications/>
<series><seriesName>Plum 1-dose series</seriesName><targetDisease>Plum</targetDisease>
<vaccineGroup>Plum </vaccineGroup><seriesAdminGuidance/><seriesType>Standard</seriesType>
<requiredGender/><selectSeries><defaultSeries>Yes</defaultSeries><seriesGroup>1</seriesGroup></selectSeries>
<indication/><seriesDose><doseNumber>Dose 1</doseNumber><age><minAge>12 months</minAge></age></seriesDose>
</series></antigenSupportingData>`;

const SHARED = `<scheduleSupportingData><liveVirusConflicts/>
<vaccineGroups><vaccineGroup><name>Plum</name><administerFullVaccineGroup/></vaccineGroup></vaccineGroups>
<vaccineGroupToAntigenMap><vaccineGroupMap><name>Plum</name><antigen>Plum</antigen></vaccineGroupMap>
</vaccineGroupToAntigenMap><cvxToAntigenMap/><observations/></scheduleSupportingData>`;

async function release(antigen = ANTIGEN): Promise<void> {
  await writeFile(join(folder, 'AntigenSupportingData- Plum-508.xml'), antigen);
  await writeFile(join(folder, 'ScheduleSupportingData.xml'), SHARED);
}

describe('import', () => {
  test('writes the schedule to the data folder and tells what is new', async () => {
    await release();
    const text = await run('import', folder);
    expect(text).toContain('Version 9.99-508: 2 of 2 files read');
    expect(text).toMatch(/series +143 +1 +1 +0 +143/);
    expect(text).toContain('  new series: Plum: Plum 1-dose series');
    expect(text).toContain('  … and 123 more (--json shows all)');
    expect(text).not.toContain('Not understood');
    expect(process.exitCode).toBeUndefined();
    expect(await readdir(join(data, 'schedules'))).toEqual(['9.99-508.json']);
    const written = await readFile(join(data, 'schedules', '9.99-508.json'), 'utf8');
    expect(readSchedule(written)?.antigens[0]?.series[0]?.doses).toEqual([
      { number: 1, ages: [{ min: '12m' }] },
    ]);
  });

  test('what is not understood is listed, and the exit code is 1', async () => {
    await release(ANTIGEN.replace('12 months', '12 moons'));
    const out = join(folder, 'out.json');
    const text = await run('import', folder, '--out', out, '--release', '1.0-508');
    expect(text).toContain('Not understood (1):');
    expect(text).toMatch(/Plum-508\.xml:5 +\/series\/seriesDose\/age\/minAge +12 moons +Not understood as/);
    expect(process.exitCode).toBe(1);
    expect(readSchedule(await readFile(out, 'utf8'))?.version).toBe('1.0-508');
  });

  test('as JSON', async () => {
    await release();
    const out = join(folder, 'out.json');
    const { version, written, changes, notUnderstood } = JSON.parse(
      await run('import', folder, '--out', out, '--json'),
    ) as {
      readonly version: string;
      readonly written: string;
      readonly changes: readonly { readonly what: string; readonly removed: readonly string[] }[];
      readonly notUnderstood: readonly unknown[];
    };
    expect([version, written, notUnderstood]).toEqual(['9.99-508', out, []]);
    expect(changes.find(({ what }) => what === 'antigens')?.removed).toHaveLength(30);
  });

  test('half a release writes nothing', async () => {
    await writeFile(join(folder, 'ScheduleSupportingData.xml'), SHARED);
    expect(await run('import', folder)).toContain('Nothing was written.');
    expect(process.exitCode).toBe(1);
    expect(await readdir(data)).toEqual([]);
  });

  test('a bundle for the package', async () => {
    await release();
    const out = join(folder, 'bundle.ts');
    await run('import', folder, '--out', out);
    expect(await readFile(out, 'utf8')).toMatch(/^\/\/ CDC, CDSi supporting data 9\.99-508/);
  });

  test('what is no release', async () => {
    await expect(run('import', folder)).rejects.toThrow('has no XML files');
    await expect(run('import', join(folder, 'none'))).rejects.toThrow('could not be read: ENOENT');
    const file = join(folder, 'plum.zip');
    await writeFile(file, 'plum');
    await expect(run('import', file)).rejects.toThrow('is neither a folder nor a zip file.');
    await release();
    await expect(run('import', folder, '--release', '../up')).rejects.toThrow(UsageError);
  });
});

/** A child two months old without any dose. */
const infant = {
  id: '2099-0001',
  suite: 'healthy',
  name: 'No doses',
  patient: { dob: '2025-09-10', gender: 'F', observations: [] },
  assessmentDate: '2025-11-10',
  vaccineGroup: 'DTaP/Tdap/Td',
  doses: [],
  expected: {
    seriesStatus: 'Not Complete',
    forecastNumber: 1,
    earliestDate: '2025-10-22',
    recommendedDate: '2025-11-10',
    pastDueDate: '2026-01-06',
  },
};
const wrong = {
  ...infant,
  id: '2099-0002',
  vaccineGroup: 'Polio',
  expected: { ...infant.expected, forecastNumber: 2, pastDueDate: null },
};

describe('verify', () => {
  async function casesFile(...cases: readonly object[]): Promise<string> {
    const path = join(folder, 'cases.jsonl');
    await writeFile(path, cases.map((each) => `${JSON.stringify(each)}\n`).join(''));
    return path;
  }

  test('all passed', async () => {
    const text = await run('verify', await casesFile(infant));
    expect(text).toMatch(/DTaP\/Tdap\/Td +1 +1 +100\.0 %/);
    expect(text).toContain('Schedule 4.64-508: 1 of 1 cases passed');
    expect(process.exitCode).toBeUndefined();
  });

  test('differences side by side', async () => {
    const text = await run('verify', await casesFile(infant, wrong));
    expect(text).toMatch(/Case +Vaccine group +Expected +Actual/);
    expect(text).toMatch(/2099-0002 +Polio +dose number +2 +1\n +past due +none +2026-01-06/);
    expect(text).toMatch(/Polio +1 +0 +0\.0 %/);
    expect(text).toMatch(/All +2 +1 +50\.0 %/);
    expect(process.exitCode).toBe(1);
  });

  test('as JSON', async () => {
    expect(JSON.parse(await run('verify', await casesFile(infant, wrong), '--json'))).toEqual({
      version: '4.64-508',
      total: 2,
      passed: 1,
      groups: { 'DTaP/Tdap/Td': { total: 1, passed: 1 }, Polio: { total: 1, passed: 0 } },
      failures: [
        {
          id: '2099-0002',
          group: 'Polio',
          expected: { 'dose number': '2', 'past due': 'none' },
          actual: { 'dose number': '1', 'past due': '2026-01-06' },
        },
      ],
      unread: [],
    });
  });

  test('what is no case is told, and is no success', async () => {
    const text = await run('verify', await casesFile(infant, { id: 'x', suite: 'healthy' }));
    expect(text).toContain('Not read as cases (1):');
    expect(text).toMatch(/cases\.jsonl:2 +x +no vaccine group; no date of birth/);
    expect(process.exitCode).toBe(1);
  });

  test('with a schedule of a file or of the data folder', async () => {
    const path = await casesFile(infant);
    const other = join(folder, 'other.json');
    await writeFile(other, renderSchedule({ ...bundledSchedule(), version: 'mine' }));
    expect(await run('verify', path, '--schedule', other)).toContain('Schedule mine: 1 of 1');
    await expect(run('verify', path, '--schedule', path)).rejects.toThrow('is no schedule');
    await expect(run('verify', path, '--version', '1.0-508')).rejects.toThrow(
      '1.0-508.json could not be read',
    );
    await expect(run('verify', path, '--version', '1', '--schedule', other)).rejects.toThrow('not with both');
  });
});
