import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import type { Known } from './known.ts';
import { useDeliveryProblem } from './delivery-problem.ts';

/** The server counts no further. */
const COUNTED = 1000;

/** How it goes: whether what comes is taken, what is wrong, how much waits. */
export function State({ endpoint }: { readonly endpoint: Known }) {
  const { t } = useTranslation('acknowledgements');
  const { moment } = useFormat();
  const problemText = useDeliveryProblem();
  const { url, isEnabled, failures, lastError, nextAt, answeredAt, behind } = endpoint;
  const state = !isEnabled ? 'paused' : failures > 0 ? 'failing' : answeredAt === null ? 'new' : 'good';
  const tone = { paused: 'plain', failing: 'bad', new: 'info', good: 'good' } as const;
  const waiting =
    behind === 0
      ? t('state.waitingNone')
      : behind >= COUNTED
        ? t('state.waitingMany', { count: COUNTED })
        : t('state.waitingCount', { count: behind });
  return (
    <dl className="cairn-facts">
      <dt>{t('state.state')}</dt>
      <dd>
        <StateTag tone={tone[state]}>{t(`state.${state}`)}</StateTag>
      </dd>
      {lastError && failures > 0 && (
        <>
          <dt>{t('state.problem')}</dt>
          <dd>{problemText(lastError.problem, lastError.status)}</dd>
        </>
      )}
      {nextAt !== null && (
        <>
          <dt>{t('state.again')}</dt>
          <dd>{moment(nextAt)}</dd>
        </>
      )}
      <dt>{t('state.waiting')}</dt>
      <dd>{waiting}</dd>
      <dt>{t('state.last')}</dt>
      <dd>{answeredAt === null ? t('state.never') : moment(answeredAt)}</dd>
      <dt>{t('state.address')}</dt>
      <dd className="acks-secret">{url}</dd>
    </dl>
  );
}
