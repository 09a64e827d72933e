import { useQuery } from '@tanstack/react-query';
import { Button } from '@trussworks/react-uswds';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { TextField } from '../../components/fields.tsx';
import { ErrorSummary } from '../../components/problems.tsx';
import { Asked } from '../../components/states.tsx';
import { type Codes, doseToEdit, useEntry } from './api.ts';
import { doseBody, type DoseValues } from './dose-values.ts';
import { DoseForm } from './DoseForm.tsx';
import { PatientFrame } from './PatientFrame.tsx';
import { useVaccines } from './VaccineField.tsx';

export function EditDose() {
  const { t } = useTranslation('patientEdit');
  const { patient, dose } = useParams({ from: '/patients/$patient/dose/$dose' });
  const query = useQuery(doseToEdit(patient, dose));
  return (
    <PatientFrame id={patient} title={t('editDose')}>
      {(known, codes) => (
        <Asked query={query}>
          {({ dose: { cvx, ...shown } }) => (
            <>
              <Form
                key={dose}
                patient={known.id}
                dose={dose}
                codes={codes}
                shown={{ ...shown, vaccine: labelOf(codes, cvx) }}
              />
              <Delete patient={known.id} dose={dose} />
            </>
          )}
        </Asked>
      )}
    </PatientFrame>
  );
}

const labelOf = (codes: Codes, cvx: string): string => {
  const name = codes.vaccines.find((vaccine) => vaccine.cvx === cvx)?.name;
  return name === undefined ? cvx : `${name} (CVX ${cvx})`;
};

type Which = { readonly patient: string; readonly dose: string };

function Form({
  patient,
  dose,
  codes,
  shown,
}: Which & { readonly codes: Codes; readonly shown: DoseValues }) {
  const { t } = useTranslation('common');
  const navigate = useNavigate();
  const [values, setValues] = useState(shown);
  const change = (some: Partial<DoseValues>): void => setValues((before) => ({ ...before, ...some }));
  const { find } = useVaccines(codes, values.kind === 'given');
  const entry = useEntry(patient, (confirmed) =>
    answer(
      api.PUT('/api/patients/{patient}/doses/{dose}', {
        params: { path: { patient, dose } },
        // A vaccine that is not given any more is not in the list, and stays what it is.
        body: doseBody(values, find(values.vaccine) ?? codeIn(values), confirmed),
      }),
    ),
  );
  const onVaccine = (vaccine: string): void => {
    const choice = find(vaccine);
    change(
      choice
        ? { vaccine, manufacturer: choice.manufacturer || values.manufacturer, ndc: choice.ndc }
        : { vaccine },
    );
  };
  return (
    <DoseForm
      codes={codes}
      values={values}
      change={change}
      entry={entry}
      onSubmit={() =>
        entry.send(({ patient: id }) => void navigate({ to: '/patients/$patient', params: { patient: id } }))
      }
      onVaccine={onVaccine}
      isNew={false}
      cancel={
        <Link to="/patients/$patient" params={{ patient }} className="usa-link">
          {t('form.cancel')}
        </Link>
      }
    />
  );
}

function codeIn({ vaccine, manufacturer, ndc }: DoseValues) {
  const cvx = /\(CVX (\d+)\)$/.exec(vaccine)?.[1];
  return cvx === undefined ? undefined : { cvx, manufacturer, ndc };
}

/** Deleting asks for a reason first: it is kept with who deleted it. */
function Delete({ patient, dose }: Which) {
  const { t } = useTranslation(['patientEdit', 'common']);
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(false);
  const [reason, setReason] = useState('');
  const entry = useEntry(patient, () =>
    answer(
      api.DELETE('/api/patients/{patient}/doses/{dose}', {
        params: { path: { patient, dose } },
        body: { reason },
      }),
    ),
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    entry.send(({ patient: id }) => void navigate({ to: '/patients/$patient', params: { patient: id } }));
  };
  return (
    <section className="edit-apart">
      <h2>{t('patientEdit:delete.title')}</h2>
      <p>{t('patientEdit:delete.text')}</p>
      {isAsked ? (
        <form onSubmit={submit} noValidate>
          <ErrorSummary error={entry.error} label={() => t('patientEdit:delete.reason')} />
          <TextField
            name="reason"
            label={t('patientEdit:delete.reason')}
            hint={t('patientEdit:delete.hint')}
            value={reason}
            onChange={setReason}
            problem={entry.problems.get('reason')}
            maxLength={200}
          />
          <div className="cairn-actions">
            <Button type="submit" secondary disabled={entry.isPending}>
              {t('patientEdit:delete.sure')}
            </Button>
            <Button type="button" unstyled onClick={() => setAsked(false)}>
              {t('common:form.cancel')}
            </Button>
          </div>
        </form>
      ) : (
        <Button type="button" outline onClick={() => setAsked(true)}>
          {t('patientEdit:delete.begin')}
        </Button>
      )}
    </section>
  );
}
