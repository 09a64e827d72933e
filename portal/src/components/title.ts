import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

/** The page's title in the browser's tab. */
export function useTitle(title: string): void {
  const { t } = useTranslation();
  const app = t('appName');
  useEffect(() => {
    document.title = `${title} – ${app}`;
  }, [title, app]);
}
