import { useTranslation } from 'react-i18next';
import { useSession } from '../api/session.ts';

/** Moments and days as people write them, in the reader's language and the registry's time zone. */
export function useFormat(): {
  readonly moment: (iso: string) => string;
  readonly day: (iso: string) => string;
} {
  const { i18n } = useTranslation();
  const timeZone = useSession()?.timeZone ?? 'UTC';
  return {
    moment: (iso) =>
      new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short', timeZone }).format(
        new Date(iso),
      ),
    // A day has no zone: `2026-11-23` is that day everywhere.
    day: (iso) =>
      /^\d{4}-\d{2}-\d{2}$/.test(iso)
        ? new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
            new Date(`${iso}T00:00:00Z`),
          )
        : new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone }).format(new Date(iso)),
  };
}
