import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import type { MailFilter } from '../staff/search.ts';
import { type MailRow, MAILS_SHOWN } from './data.ts';

export const MAIL_TONES = { waiting: 'info', sent: 'good', dead: 'bad' } as const;

/** Which of them is open stands in the address. */
export type Place = { readonly to: '/mailbox' } | { readonly to: '/staff/mail'; readonly state: MailFilter };

/** The search of a place's address, with an e-mail open or none. */
export const searchOf = (place: Place, mail?: string) => ({
  ...(place.to === '/mailbox' || place.state === 'all' ? {} : { state: place.state }),
  ...(mail === undefined ? {} : { mail }),
});

export function MailList({
  mails,
  open,
  place,
}: {
  readonly mails: readonly MailRow[];
  readonly open: string | undefined;
  readonly place: Place;
}) {
  const { t } = useTranslation('mail');
  return (
    <section className="mail-list" aria-label={t('list')}>
      <p className="cairn-meta margin-0" role="status">
        {t('count', { count: mails.length })}
        {mails.length >= MAILS_SHOWN && ` ${t('cut', { count: MAILS_SHOWN })}`}
      </p>
      <ul>
        {mails.map((mail) => (
          <li key={mail.id}>
            <Item mail={mail} isOpen={mail.id === open} place={place} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Item({
  mail,
  isOpen,
  place,
}: {
  readonly mail: MailRow;
  readonly isOpen: boolean;
  readonly place: Place;
}) {
  const { t } = useTranslation('mail');
  const { moment } = useFormat();
  const { id, subject, recipient, state, createdAt, lastError } = mail;
  return (
    <Link
      to={place.to}
      search={searchOf(place, id)}
      className="mail-item"
      activeOptions={{ exact: true, includeSearch: true }}
      aria-current={isOpen ? 'true' : undefined}
      resetScroll={false}
    >
      <span className="mail-item__subject">{subject}</span>
      <span className="mail-item__facts">
        <span>{recipient}</span>
        <span>{moment(createdAt)}</span>
        {/* In demo mode nothing is sent, and every one would say so. */}
        {place.to === '/staff/mail' && <StateTag tone={MAIL_TONES[state]}>{t(`state.${state}`)}</StateTag>}
      </span>
      {place.to === '/staff/mail' && state !== 'sent' && lastError !== null && (
        <span className="mail-item__error">{lastError}</span>
      )}
    </Link>
  );
}
