import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';

const PAGES = [
  { to: '/staff', name: 'sites', isAdministrators: false },
  { to: '/staff/accounts', name: 'accounts', isAdministrators: false },
  { to: '/staff/training', name: 'training', isAdministrators: false },
  { to: '/review', name: 'review', isAdministrators: false },
  { to: '/staff/outbound', name: 'outbound', isAdministrators: false },
  { to: '/staff/emergencies', name: 'emergencies', isAdministrators: true },
  { to: '/staff/audit', name: 'audit', isAdministrators: true },
  { to: '/staff/mail', name: 'mail', isAdministrators: true },
] as const;

/** The pages of staff, above each of them. */
export function StaffNav() {
  const { t } = useTranslation('staff');
  const isAdministrator = useSession()?.account?.staffRole === 'administrator';
  const { data: undelivered } = useQuery({
    queryKey: ['outbound', 'count'],
    queryFn: () => answer(api.GET('/api/staff/outbound-count')),
    staleTime: 30_000,
  });
  return (
    <nav aria-label={t('nav.label')} className="staff-nav">
      <ul>
        {PAGES.filter(({ isAdministrators }) => isAdministrator || !isAdministrators).map(({ to, name }) => (
          <li key={to}>
            <Link to={to} activeOptions={{ exact: to === '/staff', includeSearch: false }}>
              {t(`nav.${name}`)}
              {name === 'outbound' && undelivered && undelivered.toLookAt > 0 && (
                <span className="staff-filter__count outbound-count">
                  {undelivered.toLookAt}
                  <span className="usa-sr-only"> {t('nav.undelivered')}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
