import { Alert } from '@trussworks/react-uswds';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { useMailedToken } from '../../components/mailed-token.ts';
import { MissingLink } from './MissingLink.tsx';

/** The link by which a request for access is confirmed; then the site is asked. */
export function ConfirmAccess() {
  const token = useMailedToken();
  // Another link that is opened in the same tab begins anew.
  return <Linked key={token} token={token} />;
}

function Linked({ token }: { readonly token: string }) {
  const { t } = useTranslation('registration');
  useTitle(t('confirmAccess.title'));
  const confirm = useMutation({
    mutationFn: () => answer(api.POST('/api/access-requests/confirm', { body: { token } })),
  });
  const isUsed = confirm.error instanceof Refused && confirm.error.status === 410;
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('confirmAccess.title')}</h1>
      {confirm.isSuccess || isUsed ? (
        <>
          <Alert
            type={isUsed ? 'warning' : 'success'}
            headingLevel="h2"
            heading={t(isUsed ? 'confirmAccess.usedTitle' : 'confirmAccess.doneTitle')}
            role={isUsed ? 'alert' : 'status'}
          >
            {t(isUsed ? 'confirmAccess.usedText' : 'confirmAccess.doneText')}
          </Alert>
          <Link to="/" className="usa-button usa-button--outline margin-top-3">
            {t('confirmAccess.home')}
          </Link>
        </>
      ) : token === '' ? (
        <MissingLink />
      ) : (
        <>
          <ErrorSummary error={confirm.error} />
          <p>{t('confirmAccess.text')}</p>
          <button
            type="button"
            className="usa-button"
            disabled={confirm.isPending}
            onClick={() => confirm.mutate()}
          >
            {confirm.isPending ? t('confirmAccess.confirming') : t('confirmAccess.confirm')}
          </button>
        </>
      )}
    </div>
  );
}
