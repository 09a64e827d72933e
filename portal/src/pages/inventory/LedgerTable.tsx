import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import { type Ledger, signed } from './data.ts';

type Entry = Ledger['entries'][number];

/** What happened to a lot, the newest first; a message is shown only to those who may read it. */
export function LedgerTable({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation('inventory');
  if (entries.length === 0) return <p>{t('lot.noEntries')}</p>;
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked staff-table inventory-table inventory-ledger">
      <caption className="usa-sr-only">{t('lot.ledger')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('lot.what')}</th>
          <th scope="col">{t('lot.when')}</th>
          <th scope="col">{t('lot.by')}</th>
          <th scope="col" className="inventory-number">
            {t('lot.change')}
          </th>
          <th scope="col" className="inventory-number">
            {t('lot.balance')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ entry }: { readonly entry: Entry }) {
  const { t } = useTranslation('inventory');
  const { moment } = useFormat();
  const maySeeMessages = useSession()?.account?.may.watchExchange === true;
  const { what, why } = useEntryWords()(entry);
  return (
    <tr>
      <th scope="row" data-label={t('lot.what')}>
        <strong>{what}</strong>
        {why !== '' && <span className="inventory-why">{why}</span>}
      </th>
      <td data-label={t('lot.when')}>
        <span>{moment(entry.at)}</span>
      </td>
      <td data-label={t('lot.by')}>
        {entry.by !== null && <span>{entry.by}</span>}
        {entry.messageId !== null && maySeeMessages && (
          <Link to="/exchange/messages/$message" params={{ message: entry.messageId }} className="usa-link">
            {t('lot.seeMessage')}
          </Link>
        )}
        {entry.messageId === null && entry.by === null && <span>–</span>}
        {entry.messageId !== null && !maySeeMessages && entry.by === null && (
          <span>{t('lot.byMessage')}</span>
        )}
      </td>
      <td data-label={t('lot.change')} className="inventory-number">
        <span>{signed(entry.doses)}</span>
      </td>
      <td data-label={t('lot.balance')} className="inventory-number">
        <span>{entry.balance}</span>
      </td>
    </tr>
  );
}

/** A transaction in words, and why. The other side of a transfer stands in its note. */
function useEntryWords(): (entry: Entry) => { readonly what: string; readonly why: string } {
  const { t, i18n } = useTranslation('inventory');
  return ({ kind, reason, note }) => {
    if (kind === 'transfer-in' || kind === 'transfer-out') {
      const isBack = kind === 'transfer-in' && reason === 'withdrawn';
      return { what: t(`kind.${isBack ? 'transfer-back' : kind}`, { code: note }), why: '' };
    }
    const said =
      reason === ''
        ? ''
        : i18n.exists(`inventory:reason.${reason}`)
          ? t(`reason.${reason}` as 'reason.lost')
          : reason;
    const why = reason === 'other' ? note : [said, note].filter((each) => each !== '').join(': ');
    return { what: t(`kind.${kind}`), why };
  };
}
