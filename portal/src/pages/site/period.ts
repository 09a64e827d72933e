import type { Site } from '../../api/site.ts';
import { civilDay } from './days.ts';

const DAY_MS = 86_400_000;
/** The length of a reporting period, both ends counted. */
const PERIOD_DAYS = 90;

/**
 * What a statement is most likely wanted for: the reporting period that the site named, as far as it has come; else the 90 days
 * up to today.
 */
export function proposedPeriod(
  use: NonNullable<Site['profile']>['meaningful-use'] | undefined,
  now: number,
  timeZone: string,
): { readonly from: string; readonly to: string } {
  const today = civilDay(now, timeZone);
  if (use && use.stage !== 'none' && use.from <= today) {
    return { from: use.from, to: use.to < today ? use.to : today };
  }
  return { from: civilDay(now - (PERIOD_DAYS - 1) * DAY_MS, timeZone), to: today };
}
