import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { useNumber } from '../monitoring/numbers.ts';
import { ConnectionWords } from './ConnectionWords.tsx';
import type { EndpointView } from './data.ts';
import { usePhase, useSpan } from './words.ts';

/** How the registry and the connection to it are now. */
export function Standing({ view }: { readonly view: EndpointView }) {
  const { t } = useTranslation('outbound');
  const { day } = useFormat();
  const phase = usePhase();
  const span = useSpan();
  const number = useNumber();
  const { registry, now, isGateway, cutOver } = view;
  const { waiting, unknown, refused, undeliverable } = registry.counts;
  return (
    <>
      {isGateway && registry.kind === 'region' && (
        <Alert type="info" headingLevel="h2" slim>
          {t('gateway', { day: day(cutOver) })}
        </Alert>
      )}
      <dl className="cairn-facts margin-top-2 outbound-facts">
        <dt>{t('fact.phase')}</dt>
        <dd>{phase(registry)}</dd>
        <dt>{t('fact.connection')}</dt>
        <dd>
          <ConnectionWords registry={registry} now={now} />
        </dd>
        {registry.isSetUp && (
          <>
            <dt>{t('fact.notTaken')}</dt>
            <dd>{number(refused + undeliverable)}</dd>
            <dt>{t('fact.unknown')}</dt>
            <dd>{number(unknown)}</dd>
            <dt>{t('fact.waiting')}</dt>
            <dd>{number(waiting)}</dd>
            <dt>{t('fact.lag')}</dt>
            <dd>{registry.oldestAt === null ? t('lag.none') : span(registry.oldestAt, now)}</dd>
          </>
        )}
      </dl>
    </>
  );
}
