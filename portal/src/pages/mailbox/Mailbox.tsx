import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { sessionQuery } from '../../api/session.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { mailboxMailQuery, mailboxQuery } from './data.ts';
import { Letter } from './Letter.tsx';
import { MailList } from './MailList.tsx';
import type { MailboxSearch } from './search.ts';

const PLACE = { to: '/mailbox' } as const;

/** Demo mode: what would have been mailed, for everybody. */
export function Mailbox() {
  const session = useQuery(sessionQuery);
  return <Asked query={session}>{({ demo }) => (demo ? <Kept /> : <NoMailbox />)}</Asked>;
}

function Kept() {
  const { t } = useTranslation('mail');
  useTitle(t('mailbox.title'));
  const { mail }: MailboxSearch = useSearch({ from: '/mailbox' });
  const query = useQuery(mailboxQuery);
  return (
    <div className="cairn-main">
      <h1>{t('mailbox.title')}</h1>
      <p className="cairn-lead">{t('mailbox.lead')}</p>
      <Asked query={query}>
        {({ mails }) =>
          mails.length === 0 ? (
            <p className="staff-nothing">{t('mailbox.none')}</p>
          ) : (
            <div className="mail-columns" data-open={mail !== undefined}>
              <MailList mails={mails} open={mail} place={PLACE} />
              <div className="mail-reading">
                {mail === undefined ? <p>{t('choose')}</p> : <Opened mail={mail} />}
              </div>
            </div>
          )
        }
      </Asked>
    </div>
  );
}

function Opened({ mail }: { readonly mail: string }) {
  return <Letter query={useQuery(mailboxMailQuery(mail))} place={PLACE} isLinked />;
}

function NoMailbox() {
  const { t } = useTranslation('mail');
  useTitle(t('mailbox.off.title'));
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('mailbox.off.title')}</h1>
      <p>{t('mailbox.off.text')}</p>
      <Link to="/" className="usa-button">
        {t('mailbox.off.home')}
      </Link>
    </div>
  );
}
