import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  BUNDLED_VERSION,
  bundledSchedule,
  compileSchedule,
  readSchedule,
  type Schedule,
  type ScheduleData,
} from '@cairn/forecast';
import type { Jurisdiction } from '../platform/jurisdiction.ts';

const data = new Map<string, () => ScheduleData>([[BUNDLED_VERSION, bundledSchedule]]);
const compiled = new Map<string, Schedule>();

/** A schedule that is installed but cannot be used. The message says which file and what would do. */
export class ScheduleFileError extends Error {
  override readonly name = 'ScheduleFileError';
}

/**
 * Makes the schedules that `cairn schedule import` left in the data folder available.
 * @throws ScheduleFileError for a file there that is no schedule
 */
export async function installSchedules(dataDir: string): Promise<readonly string[]> {
  const folder = join(dataDir, 'schedules');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json'));
  for (const name of names.toSorted()) {
    const file = join(folder, name);
    const schedule = readSchedule(await readFile(file, 'utf8'));
    if (!schedule) {
      throw new ScheduleFileError(
        `${file} is no schedule. Import CDC's release again with cairn schedule import, or remove the file.`,
      );
    }
    data.set(schedule.version, () => schedule);
    compiled.delete(schedule.version);
  }
  return [...data.keys()];
}

/** The schedule of that version, ready for use; undefined where it is not installed. */
export function scheduleNamed(version: string): Schedule | undefined {
  const known = compiled.get(version);
  if (known) return known;
  const found = data.get(version);
  if (!found) return undefined;
  const schedule = compileSchedule(found());
  compiled.set(version, schedule);
  return schedule;
}

/**
 * The schedule that a jurisdiction uses on a day: the last that it has put in force by then, of those that are installed;
 * the bundled one where it names none.
 * @param today civil date in the jurisdiction
 */
export function scheduleOn({ schedules }: Pick<Jurisdiction, 'schedules'>, today: string): Schedule {
  const inForce = schedules
    .filter(({ from = '', version }) => from <= today && data.has(version))
    .toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? 1 : -1));
  const schedule = scheduleNamed(inForce[0]?.version ?? BUNDLED_VERSION);
  if (!schedule) throw new Error(`the bundled schedule ${BUNDLED_VERSION} is not there`);
  return schedule;
}
