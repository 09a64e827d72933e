import { useTranslation } from 'react-i18next';
import { StateTag } from '../../components/states.tsx';
import type { Registry } from './data.ts';
import { connectionOf, useWhen, useWhy } from './words.ts';

/** How the connection to a registry is, why, and when it last answered. */
export function ConnectionWords({ registry, now }: { readonly registry: Registry; readonly now: string }) {
  const { t } = useTranslation('outbound');
  const when = useWhen(now);
  const why = useWhy();
  const { state, tone } = connectionOf(registry);
  const { circuit, maintenanceUntil, answeredAt, isSetUp } = registry;
  const until = state === 'closed' ? circuit?.closedUntil : (maintenanceUntil ?? undefined);
  return (
    <>
      <StateTag tone={tone}>
        {t(`connection.${state}`, { when: until === undefined ? '' : when(until) })}
      </StateTag>
      {state === 'closed' && circuit && (
        <span className="staff-row__facts">
          {t('closedAfter', { count: circuit.failures, why: why(circuit.fault) })}
        </span>
      )}
      {isSetUp && (
        <span className="staff-row__facts">
          {answeredAt === null ? t('neverAnswered') : t('answered', { when: when(answeredAt) })}
        </span>
      )}
    </>
  );
}
