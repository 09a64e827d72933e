import { Alert, Button } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useWhy } from './words.ts';

export function TestConnection({ endpoint }: { readonly endpoint: string }) {
  const { t } = useTranslation('outbound');
  const why = useWhy();
  const queries = useQueryClient();
  const test = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/staff/outbound/{endpoint}/test', { params: { path: { endpoint } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['outbound', endpoint], exact: true }),
  });
  const { data: found } = test;
  return (
    <section className="site-section">
      <h2>{t('test.title')}</h2>
      <p className="outbound-text">{t('test.text')}</p>
      <ErrorSummary error={test.error} />
      <div role="status">
        {found && !test.isPending && (
          <Alert type={found.ok ? 'success' : 'error'} headingLevel="h3" slim validation>
            {found.ok ? (
              <p>{t('test.ok')}</p>
            ) : (
              <>
                <p>{t('test.failed', { why: why(found.fault ?? '') })}</p>
                {found.retry !== null && <p>{t(`advice.${found.retry}`)}</p>}
                <p className="cairn-meta" lang="en">
                  {found.words}
                </p>
              </>
            )}
          </Alert>
        )}
      </div>
      <Button
        type="button"
        outline
        className="margin-top-1"
        disabled={test.isPending}
        onClick={() => test.mutate()}
      >
        {test.isPending ? t('test.asking') : t('test.ask')}
      </Button>
    </section>
  );
}
