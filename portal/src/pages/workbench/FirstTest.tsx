import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../api/site.ts';

/** How a site sends its first test message. */
export function FirstTest({ site }: { readonly site: Site }) {
  const { t } = useTranslation('workbench');
  const address = `${window.location.origin}/test/IISService`;
  return (
    <>
      <h2>{t('tests.empty.title')}</h2>
      <p>{t('tests.empty.text')}</p>
      <ol className="usa-list">
        <li>{t('tests.empty.workbench')}</li>
        <li>{t(site.siteType === 2 ? 'tests.empty.throughFacility' : 'tests.empty.ehr')}</li>
      </ol>
      <dl className="cairn-facts">
        <dt>{t('tests.empty.address')}</dt>
        <dd className="cairn-code">{address}</dd>
        <dt>{t('tests.empty.contract')}</dt>
        <dd className="cairn-code">
          <a href="/test/IISService?wsdl" className="usa-link">
            {address}?wsdl
          </a>
        </dd>
        <dt>{t('tests.empty.ids')}</dt>
        <dd className="cairn-code">{site.code}</dd>
      </dl>
      <div className="cairn-actions">
        <Link to="/workbench" className="usa-button">
          {t('tests.empty.open')}
        </Link>
      </div>
    </>
  );
}
