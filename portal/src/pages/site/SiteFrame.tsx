import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Site, siteQuery } from '../../api/site.ts';
import { Asked, StateTag } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { stageTone } from './stage.ts';

export type SitePage =
  | 'overview'
  | 'tests'
  | 'credential'
  | 'files'
  | 'acknowledgements'
  | 'history'
  | 'clients'
  | 'bidx'
  | 'statements'
  | 'people'
  | 'settings'
  | 'events';

/** Which pages a site has, and who has them in the menu: a Sending Facility that looks at its client sees the tests alone. */
function pagesOf({ kind, may, siteType }: Site): readonly SitePage[] {
  const isInside = may.manage || may.decide;
  return [
    'overview',
    'tests',
    ...(isInside && kind === 'sending-facility' ? (['clients'] as const) : []),
    ...(isInside && siteType !== 2 ? (['credential'] as const) : []),
    ...(isInside ? (['files', 'acknowledgements', 'history'] as const) : []),
    'bidx',
    ...(isInside ? (['statements', 'people'] as const) : []),
    ...(may.manage ? (['settings'] as const) : []),
    'events',
  ];
}

const PATHS = {
  overview: '/sites/$site',
  tests: '/sites/$site/tests',
  credential: '/sites/$site/credential',
  files: '/sites/$site/files',
  acknowledgements: '/sites/$site/acknowledgements',
  history: '/sites/$site/history',
  clients: '/sites/$site/clients',
  bidx: '/sites/$site/bidx',
  statements: '/sites/$site/statements',
  people: '/sites/$site/people',
  settings: '/sites/$site/settings',
  events: '/sites/$site/events',
} as const;

/** The frame of a site's pages: whose they are, how far the site is, and the way to the others. */
export function SiteFrame({
  page,
  title,
  children,
}: {
  readonly page: SitePage;
  /** The page's h1; the site's own name where none is given. */
  readonly title?: string;
  readonly children: (site: Site) => ReactNode;
}) {
  return <SignedIn>{() => <Framed page={page} title={title} body={children} />}</SignedIn>;
}

function Framed({
  page,
  title,
  body,
}: {
  readonly page: SitePage;
  readonly title: string | undefined;
  readonly body: (site: Site) => ReactNode;
}) {
  const { site: code } = useParams({ strict: false });
  const query = useQuery(siteQuery(code ?? ''));
  return (
    <div className="cairn-main">
      <Asked query={query}>
        {(site) => (
          <WithMenu site={site} page={page} title={title}>
            {body(site)}
          </WithMenu>
        )}
      </Asked>
    </div>
  );
}

function WithMenu({
  site,
  page,
  title = site.name,
  children,
}: {
  readonly site: Site;
  readonly page: SitePage;
  readonly title: string | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation(['site', 'common']);
  // On a narrow screen the page comes first, and its menu is opened.
  const [isOpen, setOpen] = useState(false);
  useTitle(title === site.name ? site.name : `${title} – ${site.name}`);
  return (
    <div className="cairn-site">
      <nav aria-label={t('site:menu', { name: site.name })} className="cairn-site__menu">
        <p className="cairn-site__whose">
          <strong>{site.name}</strong>
          <span className="cairn-meta">{site.code}</span>
          <StateTag tone={stageTone(site.stage)}>{t(`common:stage.${site.stage}`)}</StateTag>
        </p>
        <button
          type="button"
          className="usa-button usa-button--outline cairn-site__toggle"
          aria-expanded={isOpen}
          aria-controls="site-menu"
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'site:menuClose' : 'site:menuOpen')}
        </button>
        <ul className="usa-sidenav" id="site-menu" data-open={isOpen}>
          {pagesOf(site).map((each) => (
            <li className="usa-sidenav__item" key={each}>
              <Link
                to={PATHS[each]}
                params={{ site: site.code }}
                className={each === page ? 'usa-current' : ''}
                aria-current={each === page ? 'page' : undefined}
              >
                {t(`site:pages.${each}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className="cairn-site__page">
        <h1>{title}</h1>
        {site.stage === 'suspended' && (
          <Alert
            type="error"
            headingLevel="h2"
            heading={t('site:suspended.title')}
            className="margin-bottom-3"
          >
            {t('site:suspended.text')}
          </Alert>
        )}
        {children}
      </div>
    </div>
  );
}
