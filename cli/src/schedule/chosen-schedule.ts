import {
  BUNDLED_VERSION,
  bundledSchedule,
  compileSchedule,
  readSchedule,
  type Schedule,
} from '@cairn/forecast';
import { readBytes, scheduleFile } from './files.ts';
import { UsageError } from '../usage-error.ts';

/**
 * The schedule of a file, of an imported version, or the bundled one.
 * @throws UsageError that names the file
 */
export async function chosenSchedule(
  file: string | undefined,
  version: string | undefined,
): Promise<Schedule> {
  if (file === undefined && (version === undefined || version === BUNDLED_VERSION))
    return compileSchedule(bundledSchedule());
  const path = file ?? scheduleFile(version ?? '');
  const data = readSchedule(new TextDecoder().decode(await readBytes(path)));
  if (!data) throw new UsageError(`${path} is no schedule. Make one with cairn schedule import.`);
  try {
    return compileSchedule(data);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`${path} cannot be used: ${error.message}. Import the release again.`);
  }
}
