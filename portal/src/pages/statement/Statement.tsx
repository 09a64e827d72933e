import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { Failed, Loading } from '../../components/states.tsx';
import { TextField } from '../../components/fields.tsx';
import { useTitle } from '../../components/title.ts';
import { CompareFile } from './CompareFile.tsx';
import { StatementFacts } from './StatementFacts.tsx';

/** Whoever is shown a statement sees here whether it is genuine; nobody needs an account. */
export function Statement() {
  const { t } = useTranslation('statement');
  useTitle(t('title'));
  const { code = '' } = useParams({ strict: false });
  const query = useQuery({
    queryKey: ['statement', code],
    queryFn: () => answer(api.GET('/api/statements/{code}', { params: { path: { code } } })),
    enabled: code !== '',
  });
  const { data, error } = query;
  const isUnknown = error instanceof Refused && (error.status === 404 || error.status === 400);
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('title')}</h1>
      <p className="cairn-lead">{t('lead')}</p>
      {query.isLoading && <Loading />}
      {isUnknown && (
        <Alert type="error" headingLevel="h2" heading={t('unknown.title')} role="alert">
          {t('unknown.text')}
        </Alert>
      )}
      {error && !isUnknown && <Failed error={error} again={() => void query.refetch()} />}
      {data && (
        <>
          <Alert
            type={data.isGenuine ? 'success' : 'error'}
            headingLevel="h2"
            heading={t(data.isGenuine ? 'genuine.title' : 'forged.title')}
            role="status"
          >
            {data.isGenuine ? t('genuine.text', { registry: data.content.registry }) : t('forged.text')}
          </Alert>
          <StatementFacts code={data.code} content={data.content} />
          <CompareFile key={data.code} code={data.code} pdfHash={data.pdfHash} />
        </>
      )}
      <AskForCode key={code} given={isUnknown ? code : ''} isAgain={data !== undefined} />
    </div>
  );
}

function AskForCode({ given, isAgain }: { readonly given: string; readonly isAgain: boolean }) {
  const { t } = useTranslation('statement');
  const navigate = useNavigate();
  const [code, setCode] = useState(given);
  const [isMissing, setMissing] = useState(false);
  return (
    <form
      className="statement-form"
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(code.trim() === '');
        if (code.trim() === '') document.getElementById('field-code')?.focus();
        else void navigate({ to: '/statement/$code', params: { code: code.trim() } });
      }}
    >
      {isAgain && <h2>{t('form.another')}</h2>}
      <TextField
        name="code"
        label={t('form.label')}
        hint={t('form.hint')}
        value={code}
        onChange={setCode}
        maxLength={40}
        autoComplete="off"
        problem={isMissing ? 'required' : undefined}
      />
      <div className="cairn-actions">
        <button type="submit" className={`usa-button${isAgain ? ' usa-button--outline' : ''}`}>
          {t('form.button')}
        </button>
      </div>
    </form>
  );
}
