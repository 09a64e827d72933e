import { useTranslation } from 'react-i18next';
import type { Site, SiteStep } from '../../api/site.ts';

/** Whose turn a step is, as the reader says it: "your site" is only that of its own people. */
export function useOwner({ may, kind }: Pick<Site, 'may' | 'kind'>): (owner: SiteStep['owner']) => string {
  const { t } = useTranslation('site');
  const isOutside = !may.manage;
  return (owner) => {
    if (owner === 'registry' && may.decide) return t('steps.owner.registryYou');
    if (owner !== 'site' || !isOutside) return t(`steps.owner.${owner}`);
    return t(kind === 'site' ? 'steps.owner.thatSite' : 'steps.owner.thatFacility');
  };
}
