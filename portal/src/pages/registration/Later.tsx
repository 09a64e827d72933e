import { Alert } from '@trussworks/react-uswds';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api, Refused } from '../../api/client.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary } from '../../components/problems.tsx';
import type { Registration } from './data.ts';
import { textOf } from './values.ts';

/** Stop here: a link to go on is mailed. */
export function Later({
  registration,
  save,
}: {
  readonly registration: Registration;
  readonly save: () => Promise<Registration | undefined>;
}) {
  const { t } = useTranslation('registration');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="registration-later">
      <button
        type="button"
        className="usa-button usa-button--unstyled"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {t('wizard.later.open')}
      </button>
      {isOpen && (
        <MailLink known={textOf(registration.answers['contacts'] ?? {}, 'siteContact.email')} save={save} />
      )}
    </div>
  );
}

function MailLink({
  known,
  save,
}: {
  readonly known: string;
  readonly save: () => Promise<Registration | undefined>;
}) {
  const { t } = useTranslation('registration');
  const [email, setEmail] = useState(known);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const mail = useMutation({
    mutationFn: async () => {
      // The link leads to what is saved; what cannot be saved says so by itself.
      if (!(await save())) throw new Refused(0, 'failed', []);
      return answer(api.POST('/api/registration/mail-link', { body: { email } }));
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!mail.isPending) mail.mutate();
  };
  if (mail.isSuccess) {
    return (
      <Alert
        type="success"
        headingLevel="h2"
        heading={t('wizard.later.sentTitle')}
        role="status"
        className="margin-top-2"
      >
        {t('wizard.later.sentText', { email })}
      </Alert>
    );
  }
  const problem = mail.error instanceof Refused ? mail.error.problems[0]?.code : undefined;
  return (
    <form onSubmit={submit} noValidate className="cairn-panel margin-top-2">
      <h2 ref={heading} tabIndex={-1}>
        {t('wizard.later.title')}
      </h2>
      <p>{t('wizard.later.text')}</p>
      {mail.error && problem === undefined && <ErrorSummary error={mail.error} />}
      <TextField
        name="later"
        label={t('wizard.later.email')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        problem={problem}
      />
      <button type="submit" className="usa-button usa-button--outline margin-top-2" disabled={mail.isPending}>
        {mail.isPending ? t('wizard.later.sending') : t('wizard.later.send')}
      </button>
    </form>
  );
}
