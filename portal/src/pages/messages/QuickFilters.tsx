import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { MessagesSearch } from './search.ts';

/** What is asked for most: today, and what went wrong. One more press takes it back. */
export function QuickFilters({ search, today }: { readonly search: MessagesSearch; readonly today: string }) {
  const { t } = useTranslation('messages');
  const { from, to, outcome, ...rest } = search;
  const days = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const which = outcome === undefined ? {} : { outcome };
  const isToday = from === today && to === today;
  const links = [
    {
      name: 'today',
      isOn: isToday,
      search: { ...rest, ...which, ...(isToday ? {} : { from: today, to: today }) },
    },
    ...(['refused', 'partly-accepted'] as const).map((name) => ({
      name,
      isOn: outcome === name,
      search: { ...rest, ...days, ...(outcome === name ? {} : { outcome: name }) },
    })),
  ] as const;
  return (
    <nav aria-label={t('quick.label')}>
      <ul className="staff-filters">
        {links.map(({ name, isOn, search: to_ }) => (
          <li key={name}>
            <Link
              to="/exchange/messages"
              search={to_}
              className="staff-filter"
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={isOn ? 'true' : undefined}
            >
              {t(`quick.${name}` as 'quick.today')}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
