import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { StaffNav } from './StaffNav.tsx';

/** Pages of the registry's staff, with the ways between them; others read whose they are. The server refuses them by itself. */
export function StaffOnly({
  isAdministrators = false,
  children,
}: {
  readonly isAdministrators?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <SignedIn>
      {({ staffRole }) => {
        const isAllowed = isAdministrators ? staffRole === 'administrator' : staffRole !== null;
        return (
          <>
            {staffRole !== null && <StaffNav />}
            {isAllowed ? children : <NotYours isStaff={staffRole !== null} />}
          </>
        );
      }}
    </SignedIn>
  );
}

function NotYours({ isStaff }: { readonly isStaff: boolean }) {
  const { t } = useTranslation('staff');
  useTitle(t('only.title'));
  return (
    <div className="cairn-main cairn-narrow">
      <h1>{t('only.title')}</h1>
      <p>{isStaff ? t('only.administrator') : t('only.text')}</p>
      <Link to={isStaff ? '/staff' : '/'} className="usa-button">
        {isStaff ? t('list.title') : t('only.home')}
      </Link>
    </div>
  );
}
