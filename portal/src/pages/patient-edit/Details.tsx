import { Button } from '@trussworks/react-uswds';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { ErrorSummary } from '../../components/problems.tsx';
import { useSaid } from '../../components/said.tsx';
import { type Codes, type Patient, useEntry } from './api.ts';
import { PatientFrame } from './PatientFrame.tsx';
import { changesIn, type PersonValues, valuesOf } from './person-values.ts';
import { IdentityFields, MoreFields, usePersonLabel } from './PersonFields.tsx';

/** Who the patient is and how to reach the family, and whether the record is shared. */
export function Details() {
  const { t } = useTranslation('patientEdit');
  const { patient } = useParams({ from: '/patients/$patient/details' });
  return (
    <PatientFrame id={patient} title={t('details')}>
      {(known, codes) => (
        <>
          <Form key={known.id} patient={known} codes={codes} />
          <Sharing patient={known} />
        </>
      )}
    </PatientFrame>
  );
}

function Form({ patient, codes }: { readonly patient: Patient; readonly codes: Codes }) {
  const { t } = useTranslation(['patientEdit', 'common']);
  const label = usePersonLabel();
  const navigate = useNavigate();
  const [before] = useState(() => valuesOf(patient, codes.relationships));
  const [values, setValues] = useState<PersonValues>(before);
  const change = (some: Partial<PersonValues>): void => setValues((typed) => ({ ...typed, ...some }));
  const entry = useEntry(patient.id, () =>
    answer(
      api.PUT('/api/patients/{patient}/details', {
        params: { path: { patient: patient.id } },
        body: changesIn(values, before),
      }),
    ),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    entry.send(({ patient: id }) => void navigate({ to: '/patients/$patient', params: { patient: id } }));
  };
  const props = { codes, values, change, problems: entry.problems };
  return (
    <form onSubmit={submit} noValidate className="edit-form">
      <p className="usa-hint">{t('patientEdit:detailsHint')}</p>
      <ErrorSummary error={entry.error} label={label} />
      <IdentityFields {...props} />
      <MoreFields {...props} />
      <div className="cairn-actions">
        <Button type="submit" disabled={entry.isPending}>
          {entry.isPending ? t('patientEdit:saving') : t('common:form.save')}
        </Button>
        <Link to="/patients/$patient" params={{ patient: patient.id }} className="usa-link">
          {t('common:form.cancel')}
        </Link>
      </div>
    </form>
  );
}

/** The family decides; what changes is said before it does. */
function Sharing({ patient }: { readonly patient: Patient }) {
  const { t } = useTranslation('patientEdit');
  const { said, say } = useSaid();
  const refuses = !patient.isProtected;
  const entry = useEntry(patient.id, () =>
    answer(
      api.PUT('/api/patients/{patient}/sharing', {
        params: { path: { patient: patient.id } },
        body: { refuses },
      }),
    ),
  );
  return (
    <section className="edit-apart" aria-labelledby="sharing">
      <h2 id="sharing">{t('sharing.title')}</h2>
      {said}
      <ErrorSummary error={entry.error} />
      <p>{t(patient.isProtected ? 'sharing.isOff' : 'sharing.isOn')}</p>
      <ul className="usa-list">
        {(patient.isProtected ? (['on1', 'on2'] as const) : (['off1', 'off2', 'off3'] as const)).map(
          (line) => (
            <li key={line}>{t(`sharing.${line}`)}</li>
          ),
        )}
      </ul>
      <Button
        type="button"
        outline
        disabled={entry.isPending}
        onClick={() => entry.send(() => say(t(refuses ? 'sharing.nowOff' : 'sharing.nowOn')))}
      >
        {t(refuses ? 'sharing.refuse' : 'sharing.allow')}
      </Button>
    </section>
  );
}
