import { Button } from '@trussworks/react-uswds';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import type { SheetReport } from '../../api/site.ts';
import { ErrorSummary, fieldId } from '../../components/problems.tsx';
import { SHEET_HEADINGS } from './client-fields.ts';
import { useChange } from './use-change.ts';

/** The server takes no larger one. */
const MOST_BYTES = 512 * 1024;

/** Many client sites at once: a sheet saved as CSV. It is read here and sent as text. */
export function ClientSheet({
  site,
  onAdded,
}: {
  readonly site: string;
  readonly onAdded: (report: SheetReport) => void;
}) {
  const { t } = useTranslation('siteClients');
  const [file, setFile] = useState<File>();
  const input = useRef<HTMLInputElement>(null);
  const upload = useChange(site, async () => {
    if (!file) throw new Refused(400, 'request-invalid', [{ where: 'csv', code: 'required', what: '' }]);
    if (file.size > MOST_BYTES) throw new Refused(413, 'too-large', []);
    const csv = await file.text();
    return answer(api.POST('/api/sites/{site}/clients/sheet', { params: { path: { site } }, body: { csv } }));
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    upload.mutate(undefined, {
      onSuccess: (report) => {
        setFile(undefined);
        if (input.current) input.current.value = '';
        onAdded(report);
      },
    });
  };
  return (
    <section className="site-section">
      <h2>{t('sheet.title')}</h2>
      <p>{t('sheet.text')}</p>
      <p className="margin-bottom-0">{t('sheet.headings')}</p>
      <p className="cairn-code margin-top-1">{SHEET_HEADINGS.join(', ')}</p>
      <Template />
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={upload.error} label={() => t('sheet.file')} />
        <label className="usa-label" htmlFor={fieldId('csv')}>
          {t('sheet.file')}
        </label>
        <div className="usa-hint" id="csv-hint">
          {t('sheet.hint')}
        </div>
        <input
          ref={input}
          className="site-file"
          id={fieldId('csv')}
          type="file"
          accept=".csv,text/csv"
          aria-describedby="csv-hint"
          onChange={({ target }) => setFile(target.files?.[0])}
        />
        <div className="cairn-actions">
          <Button type="submit" outline disabled={upload.isPending}>
            {upload.isPending ? t('sheet.doing') : t('sheet.do')}
          </Button>
        </div>
      </form>
    </section>
  );
}

/** A sheet with nothing but its headings, made here. */
function Template() {
  const { t } = useTranslation('siteClients');
  const download = (): void => {
    const address = URL.createObjectURL(new Blob([`${SHEET_HEADINGS.join(',')}\r\n`], { type: 'text/csv' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = 'client-sites.csv';
    link.click();
    // The browser has begun to read it by then.
    window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
  };
  return (
    <p>
      <Button type="button" unstyled onClick={download}>
        {t('sheet.template')}
      </Button>
    </p>
  );
}
