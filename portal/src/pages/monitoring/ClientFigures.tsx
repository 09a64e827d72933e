import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.d.ts';
import { useFormat } from '../../components/format.ts';
import { useNumber } from './numbers.ts';

type Client = NonNullable<components['schemas']['ExchangeOverview']['clients']>[number];

/** What a Sending Facility sent for each of its clients. */
export function ClientFigures({ clients }: { readonly clients: readonly Client[] }) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const number = useNumber();
  return (
    <section data-part="monitoring">
      <h2>{t('dashboard.clients')}</h2>
      {clients.length === 0 ? (
        <p>{t('dashboard.noClients')}</p>
      ) : (
        <>
          <p className="cairn-meta">{t('dashboard.clientsLead')}</p>
          <div className="cairn-scroll" tabIndex={0} role="region" aria-label={t('dashboard.clients')}>
            <table className="usa-table usa-table--borderless monitoring-clients">
              <caption className="usa-sr-only">{t('dashboard.clients')}</caption>
              <thead>
                <tr>
                  <th scope="col">{t('dashboard.client')}</th>
                  <th scope="col" className="monitoring-number">
                    {t('dashboard.outcome.refused')}
                  </th>
                  <th scope="col" className="monitoring-number">
                    {t('dashboard.outcome.partly')}
                  </th>
                  <th scope="col" className="monitoring-number">
                    {t('dashboard.total')}
                  </th>
                  <th scope="col">{t('dashboard.lastDay')}</th>
                </tr>
              </thead>
              <tbody>
                {clients.map(({ code, name, messages, refused, partlyAccepted, lastDay }) => (
                  <tr key={code}>
                    <th scope="row">
                      <Link to="/exchange" search={{ site: code }} className="usa-link">
                        {name}
                      </Link>
                      <br />
                      <span className="cairn-meta">{code}</span>
                    </th>
                    <td className="monitoring-number">{number(refused)}</td>
                    <td className="monitoring-number">{number(partlyAccepted)}</td>
                    <td className="monitoring-number">{number(messages)}</td>
                    <td>{lastDay === null ? t('dashboard.never') : format.day(lastDay)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}
