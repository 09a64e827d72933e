import { Button } from '@trussworks/react-uswds';
import { Link, type LinkProps, useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../components/fields.tsx';
import type { Filter } from './search.ts';

export type FilterLink = {
  readonly name: string;
  readonly label: string;
  readonly count?: number | undefined;
  readonly isCurrent: boolean;
  readonly to: '/staff' | '/staff/mail';
  readonly search: LinkProps['search'];
};

/** Filters are links: each has its address, and the browser's way back leads to the one before. */
export function FilterLinks({
  label,
  links,
}: {
  readonly label: string;
  readonly links: readonly FilterLink[];
}) {
  return (
    <nav aria-label={label}>
      <ul className="staff-filters">
        {links.map(({ name, label: text, count, isCurrent, to, search }) => (
          <li key={name}>
            <Link
              to={to}
              search={search ?? {}}
              className="staff-filter"
              // Otherwise the router marks every link whose search is part of the current one.
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={isCurrent ? 'page' : undefined}
            >
              {text}
              {count !== undefined && <span className="staff-filter__count">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function SiteSearch({ step, search }: { readonly step: Filter; readonly search: string }) {
  const { t } = useTranslation('staff');
  const [typed, setTyped] = useState(search);
  const navigate = useNavigate();
  const show = (words: string): void => {
    void navigate({
      to: '/staff',
      search: { ...(step === 'all' ? {} : { step }), ...(words === '' ? {} : { search: words }) },
    });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    show(typed.trim());
  };
  return (
    <form role="search" className="staff-search" onSubmit={submit}>
      <TextField
        name="search"
        label={t('list.search')}
        hint={t('list.searchHint')}
        type="search"
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={setTyped}
      />
      <Button type="submit">{t('list.find')}</Button>
      {search !== '' && (
        <Button type="button" unstyled onClick={() => show('')}>
          {t('list.clear')}
        </Button>
      )}
    </form>
  );
}
