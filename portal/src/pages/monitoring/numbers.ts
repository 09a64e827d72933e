import { useTranslation } from 'react-i18next';

/** As in the United States in either language: 1,234.5 */
const localeOf = (language: string): string => `${language.slice(0, 2)}-US`;

/** Numbers as the reader's language writes them. */
export function useNumber(): (value: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(localeOf(i18n.language), { maximumFractionDigits: 1 });
  return (value) => format.format(value);
}

/** Hundredths as the reader's language writes them: `93%`, `93 %`. */
export function usePercent(): (share: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(localeOf(i18n.language), {
    style: 'percent',
    maximumFractionDigits: 0,
  });
  return (share) => format.format(share / 100);
}
