import { useMutation } from '@tanstack/react-query';
import { Button } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { Failed, StateTag } from '../../components/states.tsx';
import { useDeliveryProblem } from './delivery-problem.ts';

/** Sends the endpoint a test, and says what it answered. */
export function Trial({ site }: { readonly site: string }) {
  const { t } = useTranslation('acknowledgements');
  const problemText = useDeliveryProblem();
  const trial = useMutation({
    mutationFn: () =>
      answer(api.POST('/api/sites/{site}/acknowledgements/test', { params: { path: { site } } })),
  });
  const { data } = trial;
  return (
    <>
      <Button type="button" disabled={trial.isPending} onClick={() => trial.mutate()}>
        {t(trial.isPending ? 'test.doing' : 'test.do')}
      </Button>
      <div role="status" className="acks-trial">
        {data?.taken === true && (
          <StateTag tone="good">{t('test.taken', { status: data.status ?? '' })}</StateTag>
        )}
        {data?.taken === false && (
          <>
            <StateTag tone="bad">{t('test.notTaken')}</StateTag>{' '}
            {problemText(data.problem ?? '', data.status)}
          </>
        )}
      </div>
      {trial.isError && <Failed error={trial.error} />}
    </>
  );
}
