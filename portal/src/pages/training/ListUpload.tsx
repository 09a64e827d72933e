import { Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { ErrorSummary, fieldId, useProblemText } from '../../components/problems.tsx';
import type { Records } from './data.ts';

type Report = paths['/api/staff/training/list']['post']['responses']['200']['content']['application/json'];

/** The server takes no larger one. */
const MOST_BYTES = 512 * 1024;

/** Many completions at once: a sheet saved as CSV. It is read here and sent as text. */
export function ListUpload({ courses }: { readonly courses: Records['courses'] }) {
  const { t } = useTranslation('training');
  const [file, setFile] = useState<File>();
  const input = useRef<HTMLInputElement>(null);
  const queries = useQueryClient();
  const upload = useMutation({
    mutationFn: async () => {
      if (!file) throw new Refused(400, 'request-invalid', [{ where: 'csv', code: 'required', what: '' }]);
      if (file.size > MOST_BYTES) throw new Refused(413, 'too-large', []);
      return answer(api.POST('/api/staff/training/list', { body: { csv: await file.text() } }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['training'] }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    upload.mutate(undefined, {
      onSuccess: () => {
        setFile(undefined);
        if (input.current) input.current.value = '';
      },
    });
  };
  return (
    <section className="site-section">
      <h2>{t('records.list.title')}</h2>
      <p>{t('records.list.text', { ids: courses.map(({ id }) => id).join(', ') })}</p>
      <p className="margin-bottom-0">{t('records.list.headings')}</p>
      <p className="cairn-code margin-top-1">e-mail, course, completed on</p>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={upload.error} label={() => t('records.list.file')} />
        <label className="usa-label" htmlFor={fieldId('csv')}>
          {t('records.list.file')}
        </label>
        <input
          ref={input}
          className="site-file"
          id={fieldId('csv')}
          type="file"
          accept=".csv,text/csv"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
        <div className="cairn-actions">
          <Button type="submit" outline disabled={upload.isPending}>
            {upload.isPending ? t('records.list.doing') : t('records.list.do')}
          </Button>
        </div>
      </form>
      {upload.data && <Reported report={upload.data} />}
    </section>
  );
}

/** What became of each row; those that were not recorded come first. */
function Reported({ report }: { readonly report: Report }) {
  const { t } = useTranslation('training');
  const text = useProblemText();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [report]);
  const { recorded, already, refused } = report;
  const rows = report.rows.toSorted(
    (one, other) => Number(other.problem !== null) - Number(one.problem !== null),
  );
  return (
    <div ref={ref} tabIndex={-1} className="site-said">
      <p role="status">{t('records.list.done', { recorded, already, refused })}</p>
      <div className="cairn-scroll" tabIndex={0} role="region" aria-label={t('records.list.report')}>
        <table className="usa-table usa-table--borderless usa-table--stacked staff-table">
          <caption className="usa-sr-only">{t('records.list.report')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('records.list.row')}</th>
              <th scope="col">{t('records.list.email')}</th>
              <th scope="col">{t('records.list.outcome')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, email, outcome, problem }) => (
              <tr key={row}>
                <th scope="row" data-label={t('records.list.row')}>
                  {row}
                </th>
                <td data-label={t('records.list.email')}>{email}</td>
                <td data-label={t('records.list.outcome')}>
                  {t(`records.list.outcomes.${outcome}`)}
                  {problem && `: ${text(problem.code)}`}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
