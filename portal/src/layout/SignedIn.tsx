import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Session, sessionQuery } from '../api/session.ts';
import { Asked } from '../components/states.tsx';

/** Pages for people who are signed in; others come here by way of the sign-in. */
export function SignedIn({
  children,
}: {
  readonly children: (account: NonNullable<Session['account']>) => ReactNode;
}) {
  const query = useQuery(sessionQuery);
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Asked query={query}>
      {({ account }) =>
        account ? children(account) : <Navigate to="/sign-in" search={{ next: path }} replace />
      }
    </Asked>
  );
}
