import { Alert } from '@trussworks/react-uswds';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { registrationQuery } from './data.ts';

/** No mail came: have it sent again, where need be to the right address. */
export function Resend() {
  const { t, i18n } = useTranslation('registration');
  const queries = useQueryClient();
  const [isCorrecting, setCorrecting] = useState(false);
  const [email, setEmail] = useState('');
  const [sentAt, setSentAt] = useState<Date>();
  const resend = useMutation({
    mutationFn: (corrected: string | undefined) =>
      answer(
        api.POST('/api/registration/resend', {
          body: corrected === undefined ? {} : { email: corrected },
        }),
      ),
    onMutate: () => setSentAt(undefined),
    onSuccess: (registration) => {
      queries.setQueryData(registrationQuery.queryKey, registration);
      setSentAt(new Date());
      setCorrecting(false);
    },
    onError: () => queries.refetchQueries({ queryKey: registrationQuery.queryKey, exact: true }),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!resend.isPending) resend.mutate(email);
  };
  return (
    <section>
      <h2>{t('submitted.missingTitle')}</h2>
      <p>{t('submitted.missing')}</p>
      <ErrorSummary error={resend.error} label={() => t('submitted.correctLabel')} />
      <div role="status">
        {sentAt && (
          <Alert type="success" headingLevel="h3" slim>
            {t('submitted.resent', {
              time: new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' }).format(sentAt),
            })}
          </Alert>
        )}
      </div>
      <div className="cairn-actions">
        {!isCorrecting && (
          <button
            type="button"
            className="usa-button usa-button--outline"
            disabled={resend.isPending}
            onClick={() => resend.mutate(undefined)}
          >
            {resend.isPending ? t('submitted.resending') : t('submitted.resend')}
          </button>
        )}
        <button
          type="button"
          className="usa-button usa-button--unstyled"
          aria-expanded={isCorrecting}
          onClick={() => {
            resend.reset();
            setCorrecting(!isCorrecting);
          }}
        >
          {t('submitted.correct')}
        </button>
      </div>
      {isCorrecting && (
        <form onSubmit={submit} noValidate>
          <TextField
            name="email"
            label={t('submitted.correctLabel')}
            type="email"
            autoComplete="email"
            value={email}
            onChange={setEmail}
            problem={problemsByField(resend.error).get('email')}
          />
          <button type="submit" className="usa-button margin-top-2" disabled={resend.isPending}>
            {resend.isPending ? t('submitted.resending') : t('submitted.correctSend')}
          </button>
        </form>
      )}
    </section>
  );
}
