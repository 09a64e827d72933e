import { useQuery } from '@tanstack/react-query';
import { Navigate, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { type Session, sessionQuery } from '../api/session.ts';
import { Asked } from '../components/states.tsx';

/** Pages for people who are signed in; others come here by way of the sign-in, and of its second step. */
export function SignedIn({
  children,
}: {
  readonly children: (account: NonNullable<Session['account']>) => ReactNode;
}) {
  const query = useQuery(sessionQuery);
  const path = useRouterState({ select: (state) => state.location.pathname });
  return (
    <Asked query={query}>
      {({ account }) => {
        if (!account) return <Navigate to="/sign-in" search={{ next: path }} replace />;
        if (account.secondFactor === 'needed' || account.secondFactor === 'to-set-up') {
          return <Navigate to="/sign-in/second-step" search={{ next: path }} replace />;
        }
        return children(account);
      }}
    </Asked>
  );
}
