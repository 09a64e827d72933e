import { Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.ts';
import { ErrorSummary, fieldId } from '../../components/problems.tsx';
import { Bar } from './Bar.tsx';
import { type Load, uploadFile } from './upload-file.ts';

/** Files chosen here are uploaded one after the other, and loaded in that order. */
export function Upload({ site }: { readonly site: string }) {
  const { t } = useTranslation('history');
  const navigate = useNavigate();
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [at, setAt] = useState<{ readonly name: string; readonly share: number }>();
  const stop = useRef(new AbortController());
  useEffect(() => () => stop.current.abort(), []);
  const upload = useMutation({
    mutationFn: async (): Promise<Load | undefined> => {
      if (files.length === 0) {
        throw new Refused(400, 'request-invalid', [{ where: 'files', code: 'file-needed', what: '' }]);
      }
      if (files.some(({ size }) => size === 0)) {
        throw new Refused(400, 'request-invalid', [
          { where: 'files', code: 'file-without-content', what: '' },
        ]);
      }
      stop.current = new AbortController();
      let last: Load | undefined;
      for (const file of files) {
        const onProgress = (share: number): void => setAt({ name: file.name, share });
        last = await uploadFile(site, file, onProgress, stop.current.signal);
      }
      return last;
    },
    onSettled: () => {
      setAt(undefined);
      void client.invalidateQueries({ queryKey: ['site', site, 'history'] });
    },
    onSuccess: (load) => {
      if (load && files.length === 1) {
        void navigate({ to: '/sites/$site/history/$load', params: { site, load: load.id } });
      }
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    upload.mutate();
  };
  const isStopped = stop.current.signal.aborted;
  return (
    <section className="site-section">
      <h2>{t('upload.title')}</h2>
      <form onSubmit={submit} noValidate className="site-form">
        <ErrorSummary error={isStopped ? null : upload.error} label={() => t('upload.files')} />
        <label className="usa-label" htmlFor={fieldId('files')}>
          {t('upload.files')}
        </label>
        <div className="usa-hint" id="files-hint">
          {t('upload.hint')}
        </div>
        <input
          className="site-file"
          id={fieldId('files')}
          type="file"
          multiple
          aria-describedby="files-hint"
          disabled={upload.isPending}
          onChange={({ target }) => setFiles([...(target.files ?? [])])}
        />
        {at && <Bar label={t('upload.progress', { name: at.name })} share={at.share} />}
        {upload.isError && <p className="cairn-meta">{t('upload.again')}</p>}
        <div className="cairn-actions">
          <Button type="submit" disabled={upload.isPending}>
            {upload.isPending ? t('upload.doing') : t('upload.do')}
          </Button>
          {upload.isPending && (
            <Button type="button" outline onClick={() => stop.current.abort()}>
              {t('upload.stop')}
            </Button>
          )}
        </div>
      </form>
    </section>
  );
}
