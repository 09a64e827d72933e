import { useTranslation } from 'react-i18next';

const DAY_MS = 86_400_000;

/** Days until a moment, begun ones counted: 1 within the last day, 0 or less once it is over. */
export const daysUntil = (moment: string, now: number = Date.now()): number =>
  Math.ceil((Date.parse(moment) - now) / DAY_MS);

/** "in 12 days", "3 days ago" */
export function useDays(): (days: number) => string {
  const { i18n } = useTranslation();
  return (days) => new Intl.RelativeTimeFormat(i18n.language, { numeric: 'auto' }).format(days, 'day');
}
