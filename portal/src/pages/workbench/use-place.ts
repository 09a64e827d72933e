import { useTranslation } from 'react-i18next';
import { placeName } from './marks.ts';

/** A place as people say it: `RXA-3`, and which RXA where it is not the first. */
export function usePlace(): (path: string) => string {
  const { t } = useTranslation('workbench');
  return (path) => {
    const name = placeName(path);
    if (!name) return path;
    const { place, segment, occurrence } = name;
    return occurrence === 1 ? place : t('fixes.nth', { place, segment, n: occurrence });
  };
}
