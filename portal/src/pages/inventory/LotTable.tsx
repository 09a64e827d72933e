import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import type { Lot } from './data.ts';

const TONES = { 'below-zero': 'bad', expired: 'bad', 'expires-soon': 'warn', inactive: 'plain' } as const;

export function Warnings({ of: { warnings } }: { readonly of: Pick<Lot, 'warnings'> }) {
  const { t } = useTranslation('inventory');
  return warnings.map((warning) => (
    <StateTag key={warning} tone={TONES[warning]}>
      {t(`warning.${warning}`)}
    </StateTag>
  ));
}

export function LotTable({
  lots,
  caption,
  fundingName,
}: {
  readonly lots: readonly Lot[];
  readonly caption: string;
  readonly fundingName: (code: string) => string;
}) {
  const { t } = useTranslation('inventory');
  const { day } = useFormat();
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked staff-table inventory-table inventory-lots">
      <caption className="usa-sr-only">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('stock.vaccine')}</th>
          <th scope="col">{t('stock.funding')}</th>
          <th scope="col">{t('stock.expires')}</th>
          <th scope="col" className="inventory-number">
            {t('stock.onHand')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lots.map((lot) => (
          <tr key={lot.id}>
            <th scope="row" data-label={t('stock.vaccine')}>
              <span className="inventory-vaccine" lang="en">
                {lot.vaccine}
              </span>
              <Link to="/inventory/$lot" params={{ lot: lot.id }} className="usa-link">
                {t('stock.lot', { lot: lot.lot })}
              </Link>{' '}
              <Warnings of={lot} />
            </th>
            <td data-label={t('stock.funding')}>
              <span>{fundingName(lot.funding)}</span>
            </td>
            <td data-label={t('stock.expires')}>
              <span>{day(lot.expiresOn)}</span>
            </td>
            <td data-label={t('stock.onHand')} className="inventory-number">
              <strong>{lot.onHand}</strong>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
