import { Alert } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { useMailedToken } from '../../components/mailed-token.ts';
import { nextStep, registrationQuery } from './data.ts';
import { forgetTyped } from './memory.ts';
import { MissingLink } from './MissingLink.tsx';

/** The link by which a registration is continued, here or on another device. */
export function Continue() {
  const token = useMailedToken();
  // Another link that is opened in the same tab begins anew.
  return <Linked key={token} token={token} />;
}

function Linked({ token }: { readonly token: string }) {
  const { t } = useTranslation('registration');
  useTitle(t('resume.title'));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const resume = useMutation({
    mutationFn: () => answer(api.POST('/api/registration/resume', { body: { token } })),
    onSuccess: async (registration) => {
      forgetTyped();
      queries.setQueryData(registrationQuery.queryKey, registration);
      await navigate({ to: '/register/$step', params: { step: nextStep(registration) } });
    },
  });
  const isUsed = resume.error instanceof Refused && resume.error.status === 410;
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('resume.title')}</h1>
      {isUsed ? (
        <>
          <Alert type="warning" headingLevel="h2" heading={t('resume.usedTitle')} role="alert">
            {t('resume.usedText')}
          </Alert>
          <Link to="/register" className="usa-button margin-top-3">
            {t('resume.usedGo')}
          </Link>
        </>
      ) : token === '' ? (
        <MissingLink />
      ) : (
        <>
          <ErrorSummary error={resume.error} />
          <p>{t('resume.text')}</p>
          <button
            type="button"
            className="usa-button"
            disabled={resume.isPending}
            onClick={() => resume.mutate()}
          >
            {resume.isPending ? t('resume.opening') : t('resume.open')}
          </button>
        </>
      )}
    </div>
  );
}
