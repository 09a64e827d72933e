import { Alert } from '@trussworks/react-uswds';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSaid } from '../../components/said.tsx';
import { AddLot } from './AddLot.tsx';
import { type Inventory as Stock, useFundingName } from './data.ts';
import { DeductionState } from './DeductionState.tsx';
import { InventoryFrame } from './InventoryFrame.tsx';
import { LotTable } from './LotTable.tsx';
import { OnTheWay } from './OnTheWay.tsx';

/** What is on hand, what needs attention first. */
export function Inventory() {
  const { t } = useTranslation('inventory');
  return (
    <InventoryFrame page="/inventory" title={t('title')}>
      {(stock) => <OnHand stock={stock} />}
    </InventoryFrame>
  );
}

function OnHand({ stock }: { readonly stock: Stock }) {
  const { t } = useTranslation('inventory');
  const { said, say } = useSaid();
  const fundingName = useFundingName(stock.funding);
  const used = stock.lots.filter(({ isActive }) => isActive);
  const unused = stock.lots.filter(({ isActive }) => !isActive);
  return (
    <>
      {said}
      {stock.notDeducted > 0 && (
        <Alert type="warning" headingLevel="h2" slim className="margin-bottom-2">
          {t('waiting', { count: stock.notDeducted })}{' '}
          <Link to="/inventory/not-deducted" className="usa-link">
            {t('waitingGo')}
          </Link>
        </Alert>
      )}
      <OnTheWay stock={stock} say={say} />
      {used.length > 0 ? (
        <LotTable lots={used} caption={t('stock.caption')} fundingName={fundingName} />
      ) : (
        <div>
          <p className="staff-nothing">{t('stock.none')}</p>
          {stock.mayChange && <p>{t('stock.noneText')}</p>}
        </div>
      )}
      {unused.length > 0 && (
        <details className="monitoring-more">
          <summary>{t('stock.unused', { count: unused.length })}</summary>
          <LotTable lots={unused} caption={t('stock.unusedCaption')} fundingName={fundingName} />
        </details>
      )}
      {stock.mayChange && <AddLot funding={stock.funding} isFirst={stock.lots.length === 0} say={say} />}
      <DeductionState stock={stock} say={say} />
      <ul className="inventory-files">
        <li>
          <a href="/api/inventory/lots.csv" className="usa-link" download>
            {t('stock.downloadLots')}
          </a>
        </li>
        <li>
          <a href="/api/inventory/ledger.csv" className="usa-link" download>
            {t('stock.downloadLedger')}
          </a>
        </li>
      </ul>
    </>
  );
}
