import { useNavigate } from '@tanstack/react-router';
import { Alert, Button } from '@trussworks/react-uswds';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { fieldId, useProblemText } from '../../components/problems.tsx';
import { afterwards, useChange } from '../site/use-change.ts';
import { ALL, NEEDED } from './columns.ts';

const MOST_BYTES = 5 * 1024 * 1024;

export function Upload({ site }: { readonly site: string }) {
  const { t } = useTranslation('files');
  const navigate = useNavigate();
  const [file, setFile] = useState<File>();
  const upload = useChange(site, () => send(site, file));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void afterwards(upload.mutateAsync(undefined), ({ id }) =>
      navigate({ to: '/sites/$site/files/$file', params: { site, file: id } }),
    );
  };
  return (
    <section className="site-section">
      <h2>{t('upload.title')}</h2>
      <form onSubmit={submit} noValidate className="site-form">
        <NotTaken error={upload.error} />
        <label className="usa-label" htmlFor={fieldId('csv')}>
          {t('upload.file')}
        </label>
        <div className="usa-hint" id="csv-hint">
          {t('upload.hint')}
        </div>
        <input
          className="site-file"
          id={fieldId('csv')}
          type="file"
          accept=".csv,text/csv"
          aria-describedby="csv-hint"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
        <div className="cairn-actions">
          <Button type="submit" disabled={upload.isPending}>
            {upload.isPending ? t('upload.doing') : t('upload.do')}
          </Button>
        </div>
      </form>
      <p>{t('upload.again')}</p>
      <p className="margin-bottom-0">{t('upload.needed')}</p>
      <p className="cairn-code files-columns">{NEEDED.join(', ')}</p>
      <Button type="button" unstyled onClick={download}>
        {t('upload.template')}
      </Button>
    </section>
  );
}

async function send(site: string, file: File | undefined) {
  if (!file) throw new Refused(400, 'request-invalid', [{ where: 'csv', code: 'file-needed', what: '' }]);
  if (file.size > MOST_BYTES) throw new Refused(413, 'too-large', []);
  return answer(
    api.POST('/api/sites/{site}/flat-files', {
      params: { path: { site } },
      body: file,
      bodySerializer: (body) => body as File,
      headers: { 'content-type': 'text/csv', 'x-file-name': encodeURIComponent(file.name) },
    }),
  );
}

/** A file that is no such file as a whole: in one sentence, and which columns it is about. */
function NotTaken({ error }: { readonly error: unknown }) {
  const { t } = useTranslation('files');
  const text = useProblemText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (error) ref.current?.focus();
  }, [error]);
  if (!error) return null;
  const { code, problems } = error instanceof Refused ? error : { code: 'failed', problems: [] };
  return (
    <div ref={ref} tabIndex={-1} className="margin-bottom-3">
      <Alert validation type="error" headingLevel="h3" heading={t('upload.refused')} role="alert">
        {code !== 'request-invalid' && <p>{text(code)}</p>}
        <ul className="usa-list">
          {problems
            .filter((problem) => problem.code !== code)
            .map((problem) => (
              <li key={`${problem.where} ${problem.code}`}>
                {problem.where !== 'csv' && (
                  <span className="cairn-code">{t('upload.column', { name: problem.where })}: </span>
                )}
                {text(problem.code)}
              </li>
            ))}
        </ul>
      </Alert>
    </div>
  );
}

/** A sheet with nothing but its headings, made here. */
function download(): void {
  const address = URL.createObjectURL(new Blob([`${ALL.join(',')}\r\n`], { type: 'text/csv' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'doses.csv';
  link.click();
  // The browser has begun to read it by then.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
