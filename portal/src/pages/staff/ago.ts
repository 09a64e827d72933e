import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';

const DAY = 86_400_000;

/** Whole days between the day of a moment in a time zone and a day there. */
export function daysUntil(today: string, iso: string, timeZone: string): number {
  // Swedish writes days as ISO 8601 does.
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(iso));
  return Math.round((Date.parse(today) - Date.parse(day)) / DAY);
}

/** The words of `Intl` for so many days: days at first, then weeks, then months. */
export function unitOf(days: number): { readonly count: number; readonly unit: 'day' | 'week' | 'month' } {
  if (days < 21) return { count: days, unit: 'day' };
  return days < 90
    ? { count: Math.floor(days / 7), unit: 'week' }
    : { count: Math.floor(days / 30.44), unit: 'month' };
}

/** How long ago a day was, in the reader's language, by the registry's day: `today`, `3 days ago`. */
export function useAgo(): (iso: string) => string {
  const { i18n } = useTranslation();
  const session = useSession();
  return (iso) => {
    if (!session) return '';
    const { count, unit } = unitOf(Math.max(0, daysUntil(session.today, iso, session.timeZone)));
    return new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' }).format(-count, unit);
  };
}
