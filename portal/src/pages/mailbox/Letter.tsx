import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import type { Mail } from './data.ts';
import { type Piece, pieces, unwrapped } from './letter-text.ts';
import { type Place, searchOf } from './MailList.tsx';

/**
 * An open e-mail: its text, and on demand its HTML. That is a page of its own in a frame, in which nothing runs: mail carries
 * styles in itself, which the portal's own pages may not.
 */
export function Letter({
  query,
  place,
  isLinked = false,
  children,
}: {
  readonly query: UseQueryResult<Mail>;
  readonly place: Place;
  /** Whether links into the portal can be followed. */
  readonly isLinked?: boolean;
  /** What stands between its heading and its text. */
  readonly children?: (mail: Mail) => ReactNode;
}) {
  const { t } = useTranslation('mail');
  return (
    <>
      <Link
        to={place.to}
        search={searchOf(place)}
        activeOptions={{ exact: true, includeSearch: true }}
        className="usa-link mail-back"
        resetScroll={false}
      >
        {t('back')}
      </Link>
      <Asked query={query}>
        {(mail) => (
          <article>
            <Heading key={mail.id} mail={mail} />
            {children?.(mail)}
            <p className="mail-text">
              {pieces(unwrapped(mail.text), isLinked ? window.location.origin : undefined).map(
                (piece, at) => (
                  // Pieces of one text have no names and stay in their order.
                  <Part key={at} piece={piece} />
                ),
              )}
            </p>
            <AsHtml key={`${mail.id} html`} mail={mail} from={place.to} />
          </article>
        )}
      </Asked>
    </>
  );
}

function AsHtml({ mail: { id, subject }, from }: { readonly mail: Mail; readonly from: Place['to'] }) {
  const { t } = useTranslation('mail');
  const [isOpen, setOpen] = useState(false);
  const address = from === '/mailbox' ? `/api/mailbox/${id}/letter` : `/api/staff/mail/${id}/letter`;
  return (
    <div className="margin-top-3">
      <button
        type="button"
        className="usa-button usa-button--outline"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t(isOpen ? 'hideHtml' : 'showHtml')}
      </button>
      {isOpen && <iframe className="mail-html" sandbox="" src={address} title={t('htmlOf', { subject })} />}
    </div>
  );
}

function Heading({ mail: { subject, recipient, createdAt } }: { readonly mail: Mail }) {
  const { t } = useTranslation('mail');
  const { moment } = useFormat();
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <>
      <h2 ref={ref} tabIndex={-1}>
        {subject}
      </h2>
      <dl className="cairn-facts">
        <dt>{t('to')}</dt>
        <dd>{recipient}</dd>
        <dt>{t('written')}</dt>
        <dd>{moment(createdAt)}</dd>
      </dl>
    </>
  );
}

function Part({ piece: { text, href, isHeading } }: { readonly piece: Piece }) {
  if (isHeading === true) return <strong>{text}</strong>;
  return href === undefined ? (
    text
  ) : (
    <a href={href} className="usa-link">
      {text}
    </a>
  );
}
