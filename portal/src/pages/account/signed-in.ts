import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { type Session, sessionQuery } from '../../api/session.ts';
import { chooseLanguage } from '../../i18n/index.ts';
import { destination } from './destination.ts';

/** What follows a sign-in: what was asked for as somebody else is asked for again, in the language of the account. */
export function useAfterSignIn(): (session: Session, next: string | undefined) => Promise<void> {
  const queries = useQueryClient();
  const router = useRouter();
  return async (session, next) => {
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
    queries.setQueryData(sessionQuery.queryKey, session);
    if (!session.account) return;
    await chooseLanguage(session.account.language);
    router.history.push(destination(session.account, next, window.location.origin));
  };
}
