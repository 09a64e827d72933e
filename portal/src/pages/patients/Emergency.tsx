import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Alert, Button } from '@trussworks/react-uswds';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { LongTextField, TextField } from '../../components/fields.tsx';
import { ErrorSummary, problemsByField } from '../../components/problems.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';

const NOTHING = { last: '', first: '', birthDate: '', reason: '' } as const;
type Asked = { readonly [Field in keyof typeof NOTHING]: string };

/** A protected record is opened for an hour, with a reason that others read. */
export function Emergency() {
  const { t } = useTranslation('patients');
  useTitle(t('emergency.title'));
  return (
    <SignedIn>
      {({ may, staffRole }) => (
        <div className="cairn-main cairn-narrow">
          <p className="patient-back">
            <Link to="/patients" className="usa-link">
              {t('record.back')}
            </Link>
          </p>
          <h1>{t('emergency.title')}</h1>
          {may.changePatients || staffRole === 'administrator' ? <Form /> : <p>{t('emergency.notYou')}</p>}
        </div>
      )}
    </SignedIn>
  );
}

function Form() {
  const { t } = useTranslation('patients');
  const navigate = useNavigate();
  const [asked, setAsked] = useState<Asked>(NOTHING);
  const outcome = useRef<HTMLDivElement>(null);
  const open = useMutation({
    mutationFn: () => answer(api.POST('/api/patients/emergency', { body: asked })),
    onSuccess: async ({ patients }) => {
      const [only, ...others] = patients;
      if (only && others.length === 0) {
        await navigate({ to: '/patients/$patient', params: { patient: only.id } });
      }
    },
  });
  useEffect(() => {
    if (open.isSuccess) outcome.current?.focus();
  }, [open.isSuccess, open.data]);
  const problems = problemsByField(open.error);
  const field = (name: keyof Asked) => ({
    name,
    label: t(`emergency.${name}`),
    value: asked[name],
    onChange: (value: string) => setAsked((before) => ({ ...before, [name]: value })),
    problem: problems.get(name),
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    open.mutate();
  };
  return (
    <>
      <p className="cairn-lead">{t('emergency.lead')}</p>
      <Alert type="warning" headingLevel="h2" slim>
        {t('emergency.told')}
      </Alert>
      <form onSubmit={submit} noValidate autoComplete="off" className="patients-form">
        <ErrorSummary error={open.error} label={(where) => t(`emergency.${where as keyof Asked}`)} />
        <p>{t('emergency.exact')}</p>
        <div className="patients-form__names">
          <TextField {...field('last')} autoComplete="off" />
          <TextField {...field('first')} autoComplete="off" />
          <TextField {...field('birthDate')} type="date" autoComplete="off" />
        </div>
        <LongTextField {...field('reason')} hint={t('emergency.reasonHint')} rows={3} />
        <div className="cairn-actions">
          <Button type="submit" secondary disabled={open.isPending}>
            {open.isPending ? t('emergency.doing') : t('emergency.do')}
          </Button>
        </div>
      </form>
      <div ref={outcome} tabIndex={-1} className="patients-results">
        {open.data && <Outcome patients={open.data.patients} />}
      </div>
    </>
  );
}

function Outcome({ patients }: { readonly patients: readonly { readonly id: string }[] }) {
  const { t } = useTranslation('patients');
  if (patients.length === 0) {
    return (
      <Alert type="info" headingLevel="h2" heading={t('emergency.nobody')} validation>
        <p>{t('emergency.nobodyText')}</p>
      </Alert>
    );
  }
  return (
    <>
      <h2>{t('emergency.several')}</h2>
      <ul className="usa-list">
        {patients.map(({ id }, index) => (
          <li key={id}>
            <Link to="/patients/$patient" params={{ patient: id }} className="usa-link">
              {t('emergency.open', { number: index + 1 })}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
