import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';

/** The page of a mailed link was opened without what the link carries. */
export function MissingLink() {
  const { t } = useTranslation('registration');
  return (
    <Alert type="warning" headingLevel="h2" heading={t('link.missingTitle')}>
      {t('link.missingText')}
    </Alert>
  );
}
