import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/session.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { accountQuery } from './account-query.ts';
import { Authenticator } from './Authenticator.tsx';
import { ChangePassword } from './ChangePassword.tsx';
import { Sessions } from './Sessions.tsx';

/** One's own account: who one is here, and how one signs in. */
export function Account() {
  const { t } = useTranslation('account');
  useTitle(t('account.title'));
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('account.title')}</h1>
      <SignedIn>{(account) => <Own account={account} />}</SignedIn>
    </div>
  );
}

function Own({ account }: { readonly account: NonNullable<Session['account']> }) {
  const { t } = useTranslation('account');
  const query = useQuery(accountQuery);
  return (
    <>
      <p>
        <strong>{account.name}</strong>
        <br />
        {account.email}
        {account.staffRole && (
          <>
            <br />
            {t(`account.staff.${account.staffRole}`)}
          </>
        )}
      </p>
      {account.sites.length > 0 && (
        <section className="cairn-account-part" aria-labelledby="organizations">
          <h2 id="organizations">{t('account.organizations')}</h2>
          <ul className="usa-list">
            {account.sites.map(({ code, name, userRole, isLocalAdministrator }) => (
              <li key={code}>
                <Link to="/sites/$site" params={{ site: code }} className="usa-link">
                  {name}
                </Link>{' '}
                <span className="cairn-meta">
                  {[
                    code,
                    ...(userRole ? [t(`account.roles.${userRole}`)] : []),
                    ...(isLocalAdministrator ? [t('account.localAdministrator')] : []),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Asked query={query}>
        {(facts) => (
          <>
            <Authenticator facts={facts} isStaff={account.staffRole !== null} />
            {facts.hasPassword && <ChangePassword />}
            <Sessions sessions={facts.sessions} />
          </>
        )}
      </Asked>
    </>
  );
}
