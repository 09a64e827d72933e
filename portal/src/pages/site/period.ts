import type { Site } from '../../api/site.ts';

const DAY_MS = 86_400_000;
/** The length of a reporting period, both ends counted. */
const PERIOD_DAYS = 90;

/**
 * What a statement is most likely wanted for: the reporting period that the site named, as far as it has come; else the 90 days
 * up to today.
 * @param today the civil day in the registry's time zone
 */
export function proposedPeriod(
  use: NonNullable<Site['profile']>['meaningful-use'] | undefined,
  today: string,
): { readonly from: string; readonly to: string } {
  if (use && use.stage !== 'none' && use.from <= today) {
    return { from: use.from, to: use.to < today ? use.to : today };
  }
  const from = new Date(Date.parse(today) - (PERIOD_DAYS - 1) * DAY_MS);
  return { from: from.toISOString().slice(0, 10), to: today };
}
