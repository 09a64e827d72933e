import { Alert } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { ErrorSummary } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { SetPassword } from '../account/SetPassword.tsx';
import { useMailedToken } from '../../components/mailed-token.ts';
import { MissingLink } from './MissingLink.tsx';

type Verified = paths['/api/verification']['post']['responses']['200']['content']['application/json'];

/** The link of the verification: one press, and the site is registered. */
export function Verify() {
  const token = useMailedToken();
  // Another link that is opened in the same tab begins anew.
  return <Linked key={token} token={token} />;
}

function Linked({ token }: { readonly token: string }) {
  const { t } = useTranslation('registration');
  const queries = useQueryClient();
  const verify = useMutation({
    mutationFn: () => answer(api.POST('/api/verification', { body: { token } })),
    onSuccess: () => queries.removeQueries({ queryKey: ['registration'] }),
  });
  useTitle(t(verify.isSuccess ? 'verify.doneTitle' : 'verify.title'));
  const isUsed = verify.error instanceof Refused && verify.error.status === 410;
  return (
    <div className="cairn-main cairn-narrow">
      {verify.isSuccess ? (
        <Done verified={verify.data} />
      ) : (
        <>
          <h1>{t('verify.title')}</h1>
          {isUsed ? (
            <Used />
          ) : token === '' ? (
            <MissingLink />
          ) : (
            <>
              <ErrorSummary error={verify.error} />
              <p>{t('verify.text')}</p>
              <button
                type="button"
                className="usa-button"
                disabled={verify.isPending}
                onClick={() => verify.mutate()}
              >
                {verify.isPending ? t('verify.verifying') : t('verify.verify')}
              </button>
            </>
          )}
        </>
      )}
    </div>
  );
}

function Done({ verified: { siteCode, siteName, passwordToken } }: { readonly verified: Verified }) {
  const { t } = useTranslation('registration');
  const next = `/sites/${siteCode}`;
  return (
    <>
      <h1>{t('verify.doneTitle')}</h1>
      <div role="status">
        <p>{t('verify.doneText')}</p>
        <div className="cairn-panel registration-code">
          <div>{siteName}</div>
          <div className="cairn-row">
            <span>
              {t('verify.siteId')}: <strong className="cairn-code">{siteCode}</strong>
            </span>
            <CopyButton text={siteCode} what={t('verify.siteId')} />
          </div>
        </div>
      </div>
      <p>{t('verify.mailed')}</p>
      {passwordToken === null ? (
        <>
          <p>{t('verify.hasAccount')}</p>
          <Link to="/sign-in" search={{ next }} className="usa-button">
            {t('submitted.signIn')}
          </Link>
        </>
      ) : (
        <>
          <h2>{t('verify.passwordTitle')}</h2>
          <p>{t('verify.passwordText')}</p>
          <SetPassword token={passwordToken} next={next} />
        </>
      )}
    </>
  );
}

function Used() {
  const { t } = useTranslation('registration');
  return (
    <>
      <Alert type="warning" headingLevel="h2" heading={t('verify.usedTitle')} role="alert">
        {t('verify.usedText')}
      </Alert>
      <div className="cairn-actions">
        <Link to="/sign-in" className="usa-button">
          {t('submitted.signIn')}
        </Link>
        <Link to="/password/forgotten" className="usa-button usa-button--outline">
          {t('verify.forgot')}
        </Link>
      </div>
      <p className="margin-top-4">
        {t('verify.usedSubmitted')}{' '}
        <Link to="/register/submitted" className="usa-link">
          {t('verify.resend')}
        </Link>
      </p>
    </>
  );
}
