import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import { type FoundMessage, TONES } from './data.ts';

export function MessageTable({
  messages,
  showsSites,
}: {
  readonly messages: readonly FoundMessage[];
  /** For those who watch more than one. */
  readonly showsSites: boolean;
}) {
  const { t } = useTranslation('messages');
  return (
    <table className="usa-table usa-table--borderless usa-table--stacked cairn-fill staff-table messages-table">
      <caption className="usa-sr-only">{t('found.title')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('column.when')}</th>
          <th scope="col">{t('column.patient')}</th>
          <th scope="col">{t('column.result')}</th>
          <th scope="col">{t('column.message')}</th>
          {showsSites && <th scope="col">{t('column.site')}</th>}
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <Row key={message.id} message={message} showsSite={showsSites} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ message, showsSite }: { readonly message: FoundMessage; readonly showsSite: boolean }) {
  const { t } = useTranslation('messages');
  const { moment } = useFormat();
  const { id, at, patient, outcome, finding, controlId, type, site, sender } = message;
  return (
    <tr>
      <th scope="row" data-label={t('column.when')}>
        <Link to="/exchange/messages/$message" params={{ message: id }} className="usa-link">
          {moment(at)}
        </Link>
      </th>
      <td data-label={t('column.patient')}>
        {patient === '' ? <span className="cairn-meta">{t('noPatient')}</span> : patient}
      </td>
      <td data-label={t('column.result')}>
        <StateTag tone={TONES[outcome]}>{t(`outcome.${outcome}`)}</StateTag>
        {finding && finding.severity !== 'I' && (
          <span className="messages-finding" lang="en" title={finding.code}>
            {finding.message}
          </span>
        )}
      </td>
      <td data-label={t('column.message')}>
        <span className="cairn-code">{controlId === '' ? t('noControlId') : controlId}</span>
        <span className="cairn-meta"> {type}</span>
      </td>
      {showsSite && (
        <td data-label={t('column.site')}>
          {site.name}
          <span className="cairn-meta"> {site.code}</span>
          {sender.code !== site.code && (
            <span className="cairn-meta"> {t('through', { sender: sender.name })}</span>
          )}
        </td>
      )}
    </tr>
  );
}
