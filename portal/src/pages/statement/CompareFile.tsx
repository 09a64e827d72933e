import { useMutation } from '@tanstack/react-query';
import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { Failed } from '../../components/states.tsx';
import { sha256 } from './sha256.ts';

/** Whether a PDF is the one that was made: only its fingerprint is sent. */
export function CompareFile({ code, pdfHash }: { readonly code: string; readonly pdfHash: string }) {
  const { t } = useTranslation('statement');
  const compare = useMutation({
    mutationFn: async (file: File) => {
      const fingerprint = await sha256(new Uint8Array(await file.arrayBuffer()));
      return answer(
        api.POST('/api/statements/{code}/compare', {
          params: { path: { code } },
          body: { sha256: fingerprint },
        }),
      );
    },
  });
  const { data, variables, isPending, error } = compare;
  const name = variables?.name ?? '';
  return (
    <section className="statement-file">
      <h2>{t('file.title')}</h2>
      {window.isSecureContext ? (
        <>
          <p>{t('file.text')}</p>
          <label className="usa-label" htmlFor="statement-pdf">
            {t('file.label')}
          </label>
          <input
            id="statement-pdf"
            className="statement-pdf"
            type="file"
            accept="application/pdf,.pdf"
            onChange={(event) => {
              const file = event.target.files?.[0];
              if (file) compare.mutate(file);
            }}
          />
        </>
      ) : (
        <>
          <p>{t('file.insecure')}</p>
          <p>
            <strong>{t('file.fingerprint')}</strong> <code className="cairn-code">{pdfHash}</code>
          </p>
        </>
      )}
      <div role="status" className="margin-top-2">
        {isPending && <p>{t('file.working')}</p>}
        {data && (
          <Alert
            type={data.isSame ? 'success' : 'warning'}
            headingLevel="h3"
            heading={t(data.isSame ? 'file.same' : 'file.other')}
          >
            {t(data.isSame ? 'file.sameText' : 'file.otherText', { name })}
          </Alert>
        )}
      </div>
      {error && <Failed error={error} />}
    </section>
  );
}
