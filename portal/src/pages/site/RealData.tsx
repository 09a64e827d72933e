import { useTranslation } from 'react-i18next';
import type { Site } from '../../api/site.ts';

/** How many messages of real patients were accepted at the testing address, of those that are needed. */
export function RealData({ site: { realData, stage } }: { readonly site: Site }) {
  const { t } = useTranslation('siteOverview');
  const { accepted, needed } = realData;
  if (needed === 0 || (stage !== 'real-data' && accepted === 0)) return null;
  return (
    <section>
      <h2>{t('realData.title')}</h2>
      <p className="margin-bottom-1">{t('realData.figures', { accepted, needed })}</p>
      <progress
        className="site-progress"
        max={needed}
        value={Math.min(accepted, needed)}
        aria-label={t('realData.title')}
      />
      <p className="cairn-meta margin-top-1">{t('realData.text')}</p>
    </section>
  );
}
