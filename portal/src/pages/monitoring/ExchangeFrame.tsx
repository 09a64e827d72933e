import { Button } from '@trussworks/react-uswds';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import type { Session } from '../../api/session.ts';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { type ExchangeSearch, siteOnly } from './search.ts';

export type ExchangePage = '/exchange' | '/exchange/attention' | '/exchange/quality' | '/exchange/messages';

const PAGES = [
  ['/exchange', 'dashboard'],
  ['/exchange/attention', 'attention'],
  ['/exchange/quality', 'quality'],
  ['/exchange/messages', 'messages'],
] as const;

/** What the pages of the exchange have in common: whose it is, the way to the others, and to another site. */
export function ExchangeFrame({
  page,
  title,
  search,
  site,
  children,
}: {
  readonly page: ExchangePage;
  readonly title: string;
  readonly search: ExchangeSearch;
  /** Whose exchange it is; null: everybody's; undefined: not known yet. */
  readonly site: { readonly code: string; readonly name: string } | null | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('monitoring');
  useTitle(title);
  return (
    <SignedIn>
      {(account) => (
        <div className="cairn-main">
          <header>
            <h1>{title}</h1>
            <p className="monitoring-whose">
              {site === null && t('whose.everybody')}
              {site && t('whose.site', site)}
            </p>
          </header>
          <nav aria-label={t('pages.label')}>
            <ul className="monitoring-pages">
              {PAGES.map(([to, name]) => (
                <li key={name}>
                  <Link
                    to={to}
                    search={siteOnly(search)}
                    activeOptions={{ exact: true, includeSearch: false }}
                    aria-current={to === page ? 'page' : undefined}
                  >
                    {t(`pages.${name}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          {children}
          <SiteChooser key={search.site} account={account} page={page} search={search} />
        </div>
      )}
    </SignedIn>
  );
}

/** For those who may look at more than one site: Sending Facilities and staff. */
function SiteChooser({
  account: { staffRole, acting },
  page,
  search,
}: {
  readonly account: NonNullable<Session['account']>;
  readonly page: ExchangePage;
  readonly search: ExchangeSearch;
}) {
  const { t } = useTranslation('monitoring');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const isNeeded = staffRole !== null || acting?.kind === 'sending-facility';
  const { data } = useQuery({
    queryKey: ['exchange', 'sites', typed],
    queryFn: () => answer(api.GET('/api/exchange/sites', { params: { query: { search: typed } } })),
    enabled: isNeeded,
    staleTime: 60_000,
  });
  if (!isNeeded) return null;
  const sites = data?.sites ?? [];
  const show = (event: FormEvent): void => {
    event.preventDefault();
    const words = typed.trim();
    if (words === '') return;
    const named = sites.find(({ name }) => name.toLowerCase() === words.toLowerCase());
    const [only, ...others] = sites;
    const code = named?.code ?? (only && others.length === 0 ? only.code : words);
    void navigate({ to: page, search: { ...search, site: code } });
  };
  return (
    <form role="search" className="monitoring-chooser" onSubmit={show}>
      <label className="usa-label" htmlFor="exchange-site">
        {t('whose.label')}
      </label>
      <span className="usa-hint" id="exchange-site-hint">
        {t('whose.hint')}
      </span>
      <div className="cairn-row">
        <input
          className="usa-input"
          id="exchange-site"
          list="exchange-sites"
          autoComplete="off"
          maxLength={100}
          aria-describedby="exchange-site-hint"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <datalist id="exchange-sites">
          {sites.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </datalist>
        <Button type="submit" outline>
          {t('whose.show')}
        </Button>
        {search.site !== undefined && (
          <Link to={page} search={{}} className="usa-link">
            {staffRole === null ? t('whose.own', { code: acting?.code ?? '' }) : t('whose.all')}
          </Link>
        )}
      </div>
    </form>
  );
}
