import { useTranslation } from 'react-i18next';

export function Footer() {
  const { t } = useTranslation();
  return (
    <footer className="cairn-footer">
      <ul>
        <li>
          <a className="usa-link" href="/IISService?wsdl">
            {t('footer.contract')}
          </a>
        </li>
        <li>
          <a className="usa-link" href="/test/IISService?wsdl">
            {t('footer.testContract')}
          </a>
        </li>
        <li>
          <a className="usa-link" href="/api/docs">
            {t('footer.api')}
          </a>
        </li>
        <li>
          <a className="usa-link" href="/health/ready">
            {t('footer.state')}
          </a>
        </li>
        <li>{t('footer.software')}</li>
      </ul>
    </footer>
  );
}
