import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../api/client.ts';

export function SignOut() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = useMutation({
    mutationFn: () => answer(api.DELETE('/api/session')),
    onSettled: async () => {
      // Nothing of the account stays in this browser.
      queries.clear();
      await navigate({ to: '/' });
    },
  });
  return (
    <button
      type="button"
      className="usa-button usa-button--unstyled usa-nav__link"
      onClick={() => signOut.mutate()}
    >
      <span>{t('nav.signOut')}</span>
    </button>
  );
}
