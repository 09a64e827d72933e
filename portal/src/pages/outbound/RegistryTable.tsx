import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useNumber } from '../monitoring/numbers.ts';
import { ConnectionWords } from './ConnectionWords.tsx';
import type { Registry } from './data.ts';
import { usePhase, useSpan } from './words.ts';

export function RegistryTable({
  registries,
  caption,
  now,
}: {
  readonly registries: readonly Registry[];
  readonly caption: string;
  readonly now: string;
}) {
  const { t } = useTranslation('outbound');
  return (
    <div className="cairn-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="usa-table usa-table--borderless usa-table--stacked staff-table outbound-table">
        <caption className="usa-sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.registry')}</th>
            <th scope="col">{t('column.connection')}</th>
            <th scope="col">{t('column.messages')}</th>
            <th scope="col">{t('column.lag')}</th>
          </tr>
        </thead>
        <tbody>
          {registries.map((registry) => (
            <Row key={registry.id} registry={registry} now={now} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ registry, now }: { readonly registry: Registry; readonly now: string }) {
  const { t } = useTranslation('outbound');
  const phase = usePhase();
  const span = useSpan();
  const hasWork = registry.counts.refused + registry.counts.undeliverable > 0;
  return (
    <tr>
      <th scope="row" data-label={t('column.registry')}>
        <Link to="/staff/outbound/$endpoint" params={{ endpoint: registry.id }} className="usa-link">
          {registry.name}
        </Link>
        {registry.kind === 'region' && <span className="staff-row__facts">{phase(registry)}</span>}
      </th>
      <td data-label={t('column.connection')}>
        <div>
          <ConnectionWords registry={registry} now={now} />
        </div>
      </td>
      <td data-label={t('column.messages')} data-empty={registry.oldestAt === null && !hasWork}>
        <div>
          <Counts registry={registry} />
        </div>
      </td>
      <td data-label={t('column.lag')} data-empty={registry.oldestAt === null}>
        {registry.oldestAt === null ? '–' : span(registry.oldestAt, now)}
      </td>
    </tr>
  );
}

function Counts({ registry: { counts } }: { readonly registry: Registry }) {
  const { t } = useTranslation('outbound');
  const number = useNumber();
  const notTaken = counts.refused + counts.undeliverable;
  if (notTaken + counts.waiting + counts.unknown === 0) return '–';
  return (
    <>
      {notTaken > 0 && (
        <span className="staff-row__wait outbound-bad">
          {t('messages.notTaken', { n: number(notTaken) })}
        </span>
      )}
      {counts.unknown > 0 && (
        <span className="staff-row__wait">{t('messages.unknown', { n: number(counts.unknown) })}</span>
      )}
      {counts.waiting > 0 && (
        <span className="staff-row__wait">{t('messages.waiting', { n: number(counts.waiting) })}</span>
      )}
    </>
  );
}
