import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledSchedule, renderSchedule } from '@cairn/forecast';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../usage-error.ts';
import { forecastCommand } from './forecast.ts';

let printed: string[] = [];
let folder = '';

beforeEach(async () => {
  printed = [];
  process.exitCode = undefined;
  vi.spyOn(console, 'log').mockImplementation((text: string) => void printed.push(text));
  vi.stubEnv('COLUMNS', '80');
  folder = await mkdtemp(join(tmpdir(), 'cairn-forecast-'));
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

async function run(content: string, ...words: readonly string[]): Promise<string> {
  const path = join(folder, 'patient');
  await writeFile(path, content);
  await forecastCommand().parseAsync([path, ...words], { from: 'user' });
  return printed.join('\n');
}

const VXU = [
  'MSH|^~\\&|EHR|CLINIC|CAIR IIS|CAIR IIS|20261122||VXU^V04^VXU_V04|M1|P|2.5.1',
  'PID|1||A1^^^CLINIC^MR||PEBBLE^ROSA||20240115|F',
  'ORC|RE||D1',
  'RXA|0|1|20250105||03^MMR^CVX|0.5|mL^mL^UCUM||00^New^NIP001||||||L1||MSD^Merck^MVX|||CP|A',
  'ORC|RE||9999',
  'RXA|0|1|20250301||140^Influenza^CVX|999||||||||||||00^Parental decision^NIP002||RE|A',
].join('\r');

const REQUEST = JSON.stringify({
  birthDate: '2024-01-15',
  doses: [{ id: '1', date: '2025-01-05', cvx: '03' }],
});

const CASE = JSON.stringify({
  id: 'made-up-1',
  suite: 'healthy',
  patient: { dob: '2024-01-15', gender: 'F', observations: [] },
  assessmentDate: '2025-06-01',
  vaccineGroup: 'MMR',
  doses: [],
  expected: { seriesStatus: 'Not Complete' },
});

describe('the report', () => {
  test('has a line for each vaccine group and each dose, within the width', async () => {
    const text = await run(VXU, '--as-of', '2026-11-22');
    expect(text).toContain('Forecast as of 2026-11-22, schedule 4.64-508');
    expect(text).toMatch(/^MMR +overdue +1 +2025-02-02 +2025-02-02 +2025-06-11$/m);
    expect(text).toMatch(/^2025-01-05 +CVX 03 +MMR: MMR dose 1 Not Valid, Age: Too Young, /m);
    expect(text).not.toContain('CVX 140');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(process.exitCode).toBeUndefined();
  });

  test('explains within the width', async () => {
    const text = await run(VXU, '--as-of', '2026-11-22', '--explain');
    expect(text.replaceAll(/\s+/g, ' ')).toContain('too young by 6 days');
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  test('names what it could not evaluate', async () => {
    const text = await run(VXU.replace('03^MMR^CVX', '777^Unheard of^CVX'));
    expect(text).toContain('CVX:777');
    expect(process.exitCode).toBe(1);
  });
});

describe('a file', () => {
  test('is a request', async () => {
    const json: unknown = JSON.parse(await run(REQUEST, '--as-of', '2026-11-22', '--json'));
    expect(json).toMatchObject({
      version: '4.64-508',
      assessmentDate: '2026-11-22',
      doses: [{ id: '1', cvx: '03', date: '2025-01-05' }],
    });
  });

  test('is cases and requests, one a line', async () => {
    const text = await run(`${CASE}\n${REQUEST}\n`, '--json');
    const [first] = text.split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({ assessmentDate: '2025-06-01' });
    expect(printed).toHaveLength(2);
  });

  test('may come with a schedule', async () => {
    const schedule = join(folder, 'schedule.json');
    await writeFile(schedule, renderSchedule({ ...bundledSchedule(), version: '9.99-508' }));
    expect(await run(REQUEST, '--schedule', schedule)).toContain('schedule 9.99-508');
  });

  test.each([
    ['PID-7', VXU.replace('20240115', '')],
    ['about nobody', VXU.replace(/PID[^\r]*\r/, '')],
    ['2 candidates', VXU.replace(/(PID[^\r]*\r)/, '$1$1')],
    ['birthDate', '{"doses": []}'],
    ['no JSON', '{"birthDate"'],
    ['no patient', 'Dear registry'],
  ])('that cannot be read is refused: %s', async (why, content) => {
    await expect(run(content)).rejects.toThrow(UsageError);
    await expect(run(content)).rejects.toThrow(why);
  });

  test('needs a day that is one', async () => {
    await expect(run(REQUEST, '--as-of', 'tomorrow')).rejects.toThrow('--as-of takes a day');
  });
});
