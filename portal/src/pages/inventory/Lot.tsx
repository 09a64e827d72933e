import { Alert } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { useSaid } from '../../components/said.tsx';
import { Asked } from '../../components/states.tsx';
import { type Inventory, type Ledger, lotQuery, useFundingName } from './data.ts';
import { EditLot } from './EditLot.tsx';
import { InventoryFrame } from './InventoryFrame.tsx';
import { LedgerTable } from './LedgerTable.tsx';
import { Warnings } from './LotTable.tsx';
import { MoveForm } from './MoveForm.tsx';

/** One lot: what is on hand of it, and every transaction that made it so. */
export function Lot() {
  const { t } = useTranslation('inventory');
  const { lot: id } = useParams({ from: '/inventory/$lot' });
  const query = useQuery(lotQuery(id));
  const lot = query.data?.lot;
  return (
    <InventoryFrame title={lot ? t('lotOf', lot) : t('title')}>
      {({ funding }) => <Asked query={query}>{(ledger) => <One ledger={ledger} funding={funding} />}</Asked>}
    </InventoryFrame>
  );
}

function One({
  ledger: { lot, entries, older, mayChange },
  funding,
}: {
  readonly ledger: Ledger;
  readonly funding: Inventory['funding'];
}) {
  const { t } = useTranslation('inventory');
  const { day, moment } = useFormat();
  const { said, say } = useSaid();
  const fundingName = useFundingName(funding);
  return (
    <>
      <p>
        <Link to="/inventory" className="usa-link">
          {t('lot.back')}
        </Link>
      </p>
      {said}
      {lot.belowZeroAt !== null && (
        <Alert validation type="error" headingLevel="h2" heading={t('lot.belowZero')}>
          <p>{t('lot.belowZeroText', { when: moment(lot.belowZeroAt) })}</p>
        </Alert>
      )}
      <p className="inventory-on-hand">
        <strong>{lot.onHand}</strong> {t('lot.onHand', { count: lot.onHand })} <Warnings of={lot} />
      </p>
      <dl className="cairn-facts">
        <dt>{t('lot.expires')}</dt>
        <dd>{day(lot.expiresOn)}</dd>
        <dt>{t('lot.funding')}</dt>
        <dd>{fundingName(lot.funding)}</dd>
        {lot.manufacturerName !== '' && (
          <>
            <dt>{t('lot.manufacturer')}</dt>
            <dd>{lot.manufacturerName}</dd>
          </>
        )}
        {lot.ndc !== '' && (
          <>
            <dt>{t('lot.ndc')}</dt>
            <dd>{lot.ndc}</dd>
          </>
        )}
      </dl>
      {mayChange && <MoveForm lot={lot} say={say} />}
      <section className="inventory-section">
        <h2>{t('lot.ledger')}</h2>
        <LedgerTable entries={entries} />
        {older > 0 && <p className="cairn-meta">{t('lot.older', { count: older })}</p>}
      </section>
      {mayChange && <EditLot key={`${lot.expiresOn} ${lot.isActive}`} lot={lot} say={say} />}
    </>
  );
}
