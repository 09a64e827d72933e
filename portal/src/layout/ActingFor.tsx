import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';
import { type Session, sessionQuery } from '../api/session.ts';
import { useProblemText } from '../components/problems.tsx';
import { Refused } from '../api/client.ts';

type Account = NonNullable<Session['account']>;

/** For which organization somebody acts, on every page; and another one, where there are several. */
export function ActingFor({ account }: { readonly account: Account }) {
  const { t } = useTranslation();
  const text = useProblemText();
  const queries = useQueryClient();
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  const { acting } = account;
  const mine = account.sites.filter((site) => site.userRole !== null || site.isLocalAdministrator);
  const others = mine.filter(({ code }) => code !== acting?.code);
  const actFor = useMutation({
    mutationFn: (code: string) => answer(api.PUT('/api/session/organization', { body: { code } })),
    onSuccess: async (session) => {
      setOpen(false);
      // What was seen as one organization is not to be seen as another.
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      queries.setQueryData(sessionQuery.queryKey, session);
      await router.navigate({ to: startOf(session.account) });
    },
  });
  if (!acting && others.length === 0) return null;
  return (
    <section className="cairn-acting" aria-label={t('acting.label')}>
      <div className="cairn-acting-line">
        <span>
          {acting ? (
            <>
              {t('acting.for')} <strong>{acting.name}</strong>{' '}
              <span className="cairn-meta">{acting.code}</span>
            </>
          ) : (
            t('acting.none')
          )}
        </span>
        {others.length > 0 && (
          <button
            type="button"
            className="usa-button usa-button--unstyled"
            aria-expanded={isOpen}
            aria-controls="acting-others"
            onClick={() => setOpen(!isOpen)}
          >
            {t(acting ? 'acting.switch' : 'acting.choose')}
          </button>
        )}
      </div>
      {isOpen && (
        <ul id="acting-others" className="cairn-acting-others">
          {others.map(({ code, name }) => (
            <li key={code}>
              <button
                type="button"
                className="usa-button usa-button--outline"
                disabled={actFor.isPending}
                onClick={() => actFor.mutate(code)}
              >
                {name} ({code})
              </button>
            </li>
          ))}
        </ul>
      )}
      {actFor.error && (
        <p role="alert">{text(actFor.error instanceof Refused ? actFor.error.code : 'failed')}</p>
      )}
    </section>
  );
}

/** Where work for another organization begins. */
function startOf(account: Session['account']): '/patients' | '/exchange' | '/' {
  if (account?.may.seePatients) return '/patients';
  return account?.may.watchExchange ? '/exchange' : '/';
}
