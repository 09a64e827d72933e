import { Link } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';

/** No file is taken any more: what to do instead. */
export function Closed({ site, since }: { readonly site: string; readonly since: string }) {
  const { t } = useTranslation('files');
  const { day } = useFormat();
  const params = { site };
  return (
    <Alert validation type="warning" headingLevel="h2" heading={t('closed.title', { day: day(since) })}>
      <p>{t('closed.text')}</p>
      <ul className="usa-list">
        <li>
          {t('closed.soap')}{' '}
          <Link to="/sites/$site/credential" params={params} className="usa-link">
            {t('closed.soapLink')}
          </Link>
        </li>
        <li>
          {t('closed.workbench')}{' '}
          <Link to="/workbench" className="usa-link">
            {t('closed.workbenchLink')}
          </Link>
        </li>
        <li>
          {t('closed.history')}{' '}
          <Link to="/sites/$site/history" params={params} className="usa-link">
            {t('closed.historyLink')}
          </Link>
        </li>
        <li>
          {t('closed.onboarding')}{' '}
          <Link to="/sites/$site" params={params} className="usa-link">
            {t('closed.onboardingLink')}
          </Link>
        </li>
      </ul>
    </Alert>
  );
}
