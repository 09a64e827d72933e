import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useFormat } from '../../components/format.ts';
import { Sure } from '../site/Sure.tsx';
import { type Inventory, type Say, useStockChange } from './data.ts';

/** Whether messages deduct doses; who keeps the stock can ask for it. */
export function DeductionState({ stock, say }: { readonly stock: Inventory; readonly say: Say }) {
  const { t } = useTranslation('inventory');
  const { day } = useFormat();
  const { from, askedAt } = stock.deduction;
  const ask = useStockChange(() => answer(api.POST('/api/inventory/decrement-request')));
  if (from !== null) return <p className="inventory-deduction">{t('deduction.on', { day: day(from) })}</p>;
  if (askedAt !== null) {
    return <p className="inventory-deduction">{t('deduction.asked', { day: day(askedAt) })}</p>;
  }
  return (
    <div className="inventory-deduction">
      <p>{t('deduction.off')}</p>
      {stock.mayChange && (
        <Sure
          ask={t('deduction.ask')}
          title={t('deduction.title')}
          confirm={t('deduction.confirm')}
          confirming={t('deduction.confirming')}
          change={ask}
          run={() => ask.mutateAsync(undefined)}
          onDone={() => say(t('deduction.done'))}
        >
          <p>{t('deduction.text')}</p>
        </Sure>
      )}
    </div>
  );
}
