import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundledSchedule } from '@cairn/forecast';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installSchedules, scheduleNamed, scheduleOn } from './schedules.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'cairn-schedules-'));
});
afterEach(() => rm(dataDir, { recursive: true }));

const install = async (name: string, text: string): Promise<readonly string[]> => {
  await mkdir(join(dataDir, 'schedules'), { recursive: true });
  await writeFile(join(dataDir, 'schedules', name), text);
  return installSchedules(dataDir);
};

test('the bundled schedule is there without anything installed', async () => {
  expect(await installSchedules(dataDir)).toContain('4.64-508');
  expect(scheduleNamed('4.64-508')?.antigens.size).toBeGreaterThan(20);
  expect(scheduleNamed('0.0')).toBeUndefined();
});

test('an installed one can be named, and is used from the day that the jurisdiction puts it in force', async () => {
  const next = { ...bundledSchedule(), version: '4.99-test' };
  expect(await install('4.99-test.json', JSON.stringify(next))).toContain('4.99-test');
  expect(scheduleNamed('4.99-test')?.version).toBe('4.99-test');
  const pack = { schedules: [{ version: '4.64-508' }, { from: '2027-01-01', version: '4.99-test' }] };
  expect(scheduleOn(pack, '2026-12-31').version).toBe('4.64-508');
  expect(scheduleOn(pack, '2027-01-01').version).toBe('4.99-test');
});

test('one that is not installed gives way to the one before', () => {
  const pack = { schedules: [{ version: '4.64-508' }, { from: '2026-01-01', version: 'not-here' }] };
  expect(scheduleOn(pack, '2026-11-22').version).toBe('4.64-508');
  expect(scheduleOn({ schedules: [] }, '2026-11-22').version).toBe('4.64-508');
});

test('a file that is no schedule is named, with what to do', async () => {
  await expect(install('broken.json', '{"version": 3}')).rejects.toThrow(
    "broken.json is no schedule. Import CDC's release again with cairn schedule import, or remove the file.",
  );
});
