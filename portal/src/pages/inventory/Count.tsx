import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { useSaid } from '../../components/said.tsx';
import { Asked } from '../../components/states.tsx';
import { CountForm } from './CountForm.tsx';
import { countFormQuery, countsQuery, signed } from './data.ts';
import { InventoryFrame } from './InventoryFrame.tsx';

/** What is expected of each lot, and what was counted. */
export function Count() {
  const { t } = useTranslation('inventory');
  return (
    <InventoryFrame page="/inventory/count" title={t('count.title')}>
      {({ mayChange }) => (
        <>
          {mayChange && <Counting />}
          <Earlier />
        </>
      )}
    </InventoryFrame>
  );
}

function Counting() {
  const { t } = useTranslation('inventory');
  const { said, say } = useSaid();
  const query = useQuery(countFormQuery);
  const again = async (): Promise<void> => {
    await query.refetch();
  };
  return (
    <>
      <p className="cairn-lead">
        {t('count.lead')} {t('count.leadStop')}
      </p>
      {said}
      <Asked query={query}>
        {({ lots, funding }) => {
          const active = lots.filter(({ isActive }) => isActive);
          return active.length === 0 ? (
            <p className="staff-nothing">{t('count.none')}</p>
          ) : (
            <CountForm lots={active} funding={funding} again={again} say={say} />
          );
        }}
      </Asked>
    </>
  );
}

function Earlier() {
  const { t } = useTranslation('inventory');
  const { moment } = useFormat();
  const query = useQuery(countsQuery);
  return (
    <section className="inventory-section">
      <h2>{t('count.earlier')}</h2>
      <Asked query={query}>
        {({ counts }) =>
          counts.length === 0 ? (
            <p>{t('count.noEarlier')}</p>
          ) : (
            <table className="usa-table usa-table--borderless usa-table--stacked staff-table inventory-table">
              <caption className="usa-sr-only">{t('count.earlier')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('count.when')}</th>
                  <th scope="col">{t('count.by')}</th>
                  <th scope="col">{t('count.lots')}</th>
                  <th scope="col">{t('count.differing')}</th>
                  <th scope="col">{t('count.difference')}</th>
                </tr>
              </thead>
              <tbody>
                {counts.map(({ id, at, by, lots, differing, difference }) => (
                  <tr key={id}>
                    <th scope="row" data-label={t('count.when')}>
                      {moment(at)}
                    </th>
                    <td data-label={t('count.by')}>
                      <span>{by}</span>
                    </td>
                    <td data-label={t('count.lots')}>
                      <span>{lots}</span>
                    </td>
                    <td data-label={t('count.differing')}>
                      <span>{differing}</span>
                    </td>
                    <td data-label={t('count.difference')}>
                      <span>{signed(difference)}</span>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </section>
  );
}
