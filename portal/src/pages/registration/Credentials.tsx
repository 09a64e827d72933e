import { Alert } from '@trussworks/react-uswds';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { useMailedToken } from '../../components/mailed-token.ts';
import { MissingLink } from './MissingLink.tsx';
import { ShownCredentials } from './ShownCredentials.tsx';

/** The link by which the credentials are shown, once. */
export function Credentials() {
  const token = useMailedToken();
  // Another link that is opened in the same tab begins anew.
  return <Linked key={token} token={token} />;
}

function Linked({ token }: { readonly token: string }) {
  const { t } = useTranslation('registration');
  useTitle(t('credentials.title'));
  const show = useMutation({
    mutationFn: () => answer(api.POST('/api/credentials', { body: { token } })),
    // They stay on this page and nowhere else.
    gcTime: 0,
  });
  const isShown = show.isSuccess;
  useEffect(() => {
    if (!isShown) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isShown]);
  if (show.isSuccess) return <ShownCredentials credentials={show.data} />;
  const gone = show.error instanceof Refused && show.error.status === 410 ? show.error.code : undefined;
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('credentials.title')}</h1>
      {gone !== undefined ? (
        <>
          <Alert type="warning" headingLevel="h2" heading={t('credentials.goneTitle')} role="alert">
            {t(gone === 'credentials-shown-already' ? 'credentials.goneShown' : 'credentials.goneUsed')}
          </Alert>
          <Link to="/sign-in" className="usa-button margin-top-3">
            {t('credentials.signIn')}
          </Link>
        </>
      ) : token === '' ? (
        <MissingLink />
      ) : (
        <>
          <ErrorSummary error={show.error} />
          <p>{t('credentials.text')}</p>
          <Alert type="warning" headingLevel="h2" heading={t('credentials.once')}>
            {t('credentials.onceText')}
          </Alert>
          <div className="cairn-actions">
            <button
              type="button"
              className="usa-button"
              disabled={show.isPending}
              onClick={() => show.mutate()}
            >
              {show.isPending ? t('credentials.showing') : t('credentials.show')}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
