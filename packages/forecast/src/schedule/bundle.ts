import { TEXT } from './bundle-4.64-508.ts';
import type { ScheduleData } from './data.ts';

/** CDC's version of the schedule that comes with this package. */
export const BUNDLED_VERSION = '4.64-508';

let parsed: ScheduleData | undefined;

/** The schedule that comes with this package; read at the first call. */
export function bundledSchedule(): ScheduleData {
  parsed ??= JSON.parse(TEXT) as ScheduleData;
  return parsed;
}
