import { Alert } from '@trussworks/react-uswds';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The link to set a password works no more. */
export function LinkUsed() {
  const { t } = useTranslation('account');
  return (
    <>
      <Alert type="warning" headingLevel="h2" heading={t('password.usedTitle')} role="alert">
        {t('password.usedText')}
      </Alert>
      <Link to="/password/forgotten" className="usa-button margin-top-3">
        {t('password.usedGo')}
      </Link>
    </>
  );
}
