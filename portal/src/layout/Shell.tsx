import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { Header, NavMenuButton, PrimaryNav, Title } from '@trussworks/react-uswds';
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { ownSites, useSession } from '../api/session.ts';
import mark from '../assets/cairn.svg';
import { Loading } from '../components/states.tsx';
import { ActingFor } from './ActingFor.tsx';
import { Footer } from './Footer.tsx';
import { HoldUp } from './HoldUp.tsx';
import { IdleSignOut } from './IdleSignOut.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SignOut } from './SignOut.tsx';

/** The frame around every page. */
export function Shell({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  const [isOpen, setOpen] = useState(false);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useEffect(() => {
    setOpen(false);
    // Whoever reads by ear or by keyboard begins a new page at its beginning; the first one begins by itself.
    if (!isFirst.current) {
      main.current?.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
    isFirst.current = false;
  }, [path]);

  const account = session?.account ?? undefined;
  const { may } = account ?? {};
  const isHalfSignedIn = account?.secondFactor === 'needed' || account?.secondFactor === 'to-set-up';
  // Before the second step there is nothing of theirs to go to.
  const whole = isHalfSignedIn ? undefined : account;
  const items = [
    ...(may?.seePatients ? [<NavLink key="patients" to="/patients" label={t('nav.patients')} />] : []),
    ...(may?.seeInventory ? [<NavLink key="inventory" to="/inventory" label={t('nav.inventory')} />] : []),
    ...(may?.watchExchange ? [<NavLink key="exchange" to="/exchange" label={t('nav.exchange')} />] : []),
    ...(may?.askForAccounts
      ? [<NavLink key="account-update" to="/account-update" label={t('nav.accountUpdate')} />]
      : []),
    ...(whole?.sites.some(({ userRole }) => userRole !== null)
      ? [<NavLink key="training" to="/training" label={t('nav.training')} />]
      : []),
    ...(account ? [] : [<NavLink key="register" to="/register" label={t('nav.register')} />]),
    <NavLink key="workbench" to="/workbench" label={t('nav.workbench')} />,
    ...(whole && ownSites(whole.sites).length > 0
      ? [<NavLink key="sites" to="/sites" label={t('nav.sites')} />]
      : []),
    ...(whole?.staffRole
      ? [<NavLink key="staff" to="/staff" label={t('nav.staff')} isCurrent={path.startsWith('/review')} />]
      : []),
    ...(whole ? [<NavLink key="account" to="/account" label={t('nav.account')} />] : []),
    account ? <SignOut key="sign-out" /> : <NavLink key="sign-in" to="/sign-in" label={t('nav.signIn')} />,
    <LanguageSwitch key="language" />,
  ];
  return (
    <>
      <a className="usa-skipnav" href="#main">
        {t('skip')}
      </a>
      {session?.demo && (
        <section className="cairn-demo" aria-label={t('demoLabel')}>
          <Trans i18nKey="demo" components={{ mailbox: <Link to="/mailbox" className="usa-link" /> }} />
        </section>
      )}
      <div className={`usa-overlay ${isOpen ? 'is-visible' : ''}`} />
      <Header basic>
        <div className="usa-nav-container">
          <div className="usa-navbar">
            <Title>
              <Link to="/" className="cairn-mark">
                <img src={mark} alt="" width="32" height="32" />
                <span>{session?.registryName ?? t('appName')}</span>
              </Link>
            </Title>
            <NavMenuButton label={t('menu')} onClick={() => setOpen(true)} aria-expanded={isOpen} />
          </div>
          <PrimaryNav
            items={items}
            mobileExpanded={isOpen}
            onToggleMobileNav={() => setOpen(false)}
            aria-label={t('navigation')}
          />
        </div>
      </Header>
      {whole && <ActingFor account={whole} />}
      {account && <IdleSignOut minutes={account.idleMinutes} />}
      {session && !isHalfSignedIn && path !== '/training' && path !== '/timeline' && (
        <HoldUp session={session} />
      )}
      <main id="main" className="cairn-shell" tabIndex={-1} ref={main}>
        <Suspense
          fallback={
            <div className="cairn-main">
              <Loading />
            </div>
          }
        >
          {children ?? <Outlet />}
        </Suspense>
      </main>
      <Footer />
    </>
  );
}

function NavLink({
  to,
  label,
  isCurrent = false,
}: {
  readonly to: string;
  readonly label: string;
  /** Also where the address does not begin with that of the link. */
  readonly isCurrent?: boolean;
}) {
  return (
    <Link
      to={to}
      className={`usa-nav__link ${isCurrent ? 'usa-current' : ''}`}
      activeProps={{ className: 'usa-current' }}
    >
      <span>{label}</span>
    </Link>
  );
}
