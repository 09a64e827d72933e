import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useFormat } from '../../components/format.ts';
import { Sure } from '../site/Sure.tsx';
import { type Inventory, type Say, type Transfer, useFundingName, useStockChange } from './data.ts';

/** Doses that have left one organization and have not arrived at the other. */
export function OnTheWay({ stock, say }: { readonly stock: Inventory; readonly say: Say }) {
  const { t } = useTranslation('inventory');
  const { moment } = useFormat();
  const fundingName = useFundingName(stock.funding);
  if (stock.onTheWay.length === 0) return null;
  return (
    <section aria-labelledby="on-the-way" className="inventory-way">
      <h2 id="on-the-way">{t('way.title')}</h2>
      <ul className="cairn-list">
        {stock.onTheWay.map((transfer) => (
          <li key={transfer.id}>
            <p>
              <strong>
                {t(`way.${transfer.direction}`, {
                  doses: t('doses', { count: transfer.doses }),
                  ...transfer.other,
                })}
              </strong>
              <br />
              {t('lotOf', transfer)}, {fundingName(transfer.funding)}
              <br />
              <span className="cairn-meta">{t('way.since', { when: moment(transfer.sentAt) })}</span>
            </p>
            {stock.mayChange && <End transfer={transfer} say={say} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function End({
  transfer: { id, direction, lot, doses },
  say,
}: {
  readonly transfer: Transfer;
  readonly say: Say;
}) {
  const { t } = useTranslation('inventory');
  const isIn = direction === 'in';
  const end = useStockChange(() => {
    const options = { params: { path: { transfer: id } } };
    return answer(
      isIn
        ? api.POST('/api/inventory/transfers/{transfer}/receive', options)
        : api.POST('/api/inventory/transfers/{transfer}/withdraw', options),
    );
  });
  const words = { doses: t('doses', { count: doses }) };
  return (
    <Sure
      ask={t(isIn ? 'way.receive' : 'way.withdraw')}
      about={lot}
      title={t(isIn ? 'way.receiveTitle' : 'way.withdrawTitle', words)}
      confirm={t(isIn ? 'way.receiveDo' : 'way.withdrawDo')}
      confirming={t(isIn ? 'way.receiving' : 'way.withdrawing')}
      change={end}
      run={() => end.mutateAsync(undefined)}
      onDone={() => say(t(isIn ? 'way.received' : 'way.withdrawn', words))}
    >
      <p>{t(isIn ? 'way.receiveText' : 'way.withdrawText')}</p>
    </Sure>
  );
}
