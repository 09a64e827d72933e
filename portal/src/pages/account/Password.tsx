import { Alert } from '@trussworks/react-uswds';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../components/title.ts';
import { SetPassword } from './SetPassword.tsx';
import { useMailedToken } from '../../components/mailed-token.ts';

export function Password() {
  const { t } = useTranslation('account');
  useTitle(t('password.title'));
  const token = useMailedToken();
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('password.title')}</h1>
      {token === '' ? (
        <>
          <Alert type="warning" headingLevel="h2" heading={t('password.missingTitle')}>
            {t('password.missingText')}
          </Alert>
          <Link to="/password/forgotten" className="usa-button margin-top-3">
            {t('password.usedGo')}
          </Link>
        </>
      ) : (
        <>
          <p>{t('password.text')}</p>
          <SetPassword key={token} token={token} />
        </>
      )}
    </div>
  );
}
