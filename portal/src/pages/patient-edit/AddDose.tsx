import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answer, api } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { dueLists } from '../patients/record-facts.ts';
import { type Codes, type Patient, useEntry } from './api.ts';
import { doseBody, type DoseValues } from './dose-values.ts';
import { DoseForm } from './DoseForm.tsx';
import { PatientFrame } from './PatientFrame.tsx';
import { useVaccines } from './VaccineField.tsx';

/** The lot that was last used of a vaccine, by organization: kept while the portal stays open, and nowhere else. */
const lastLots = new Map<string, Pick<DoseValues, 'lot' | 'expires'>>();

export function AddDose() {
  const { t } = useTranslation('patientEdit');
  const { patient } = useParams({ from: '/patients/$patient/dose' });
  return (
    <PatientFrame id={patient} title={t('addDose')}>
      {(known, codes, account) => <Form key={known.id} patient={known} codes={codes} giver={account.name} />}
    </PatientFrame>
  );
}

function Form({
  patient,
  codes,
  giver,
}: {
  readonly patient: Patient;
  readonly codes: Codes;
  readonly giver: string;
}) {
  const { t } = useTranslation('common');
  const session = useSession();
  const navigate = useNavigate();
  const [entryId] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState<DoseValues>(() => blank(session?.today ?? '', giver));
  const change = (some: Partial<DoseValues>): void => setValues((before) => ({ ...before, ...some }));
  const { find } = useVaccines(codes, values.kind === 'given');
  const chosen = find(values.vaccine);
  const lotKey = (cvx: string, mvx: string): string =>
    `${session?.account?.acting?.code ?? ''} ${cvx} ${mvx}`;
  const entry = useEntry(patient.id, (confirmed) =>
    answer(
      api.POST('/api/patients/{patient}/doses', {
        params: { path: { patient: patient.id } },
        body: doseBody(values, chosen, confirmed, entryId),
      }),
    ),
  );
  const onVaccine = (vaccine: string): void => {
    const choice = find(vaccine);
    if (!choice) return change({ vaccine });
    const routes = codes.vaccines.find(({ cvx }) => cvx === choice.cvx)?.routes ?? [];
    return change({
      vaccine,
      manufacturer: choice.manufacturer,
      ndc: choice.ndc,
      // Where the label has one route, it is that.
      ...(routes.length === 1 ? { route: routes[0] ?? '' } : {}),
      ...lastLots.get(lotKey(choice.cvx, choice.manufacturer)),
    });
  };
  const save = (): void =>
    entry.send(({ patient: id }) => {
      if (values.kind === 'given' && chosen) {
        const { lot, expires } = values;
        lastLots.set(lotKey(chosen.cvx, chosen.manufacturer), { lot, expires });
      }
      void navigate({ to: '/patients/$patient', params: { patient: id } });
    });
  return (
    <DoseForm
      codes={codes}
      values={values}
      change={change}
      entry={entry}
      onSubmit={save}
      onVaccine={onVaccine}
      due={dueNow(patient)}
      isNew
      cancel={
        <Link to="/patients/$patient" params={{ patient: patient.id }} className="usa-link">
          {t('form.cancel')}
        </Link>
      }
    />
  );
}

/** The vaccine groups that are due today, the overdue ones first. */
const dueNow = ({ forecast }: Patient): readonly string[] => {
  const { now } = dueLists(forecast?.groups ?? []);
  return [...new Set(now.map(({ vaccineGroup }) => vaccineGroup))];
};

function blank(today: string, giver: string): DoseValues {
  const names = giver.trim().split(/\s+/);
  return {
    kind: 'given',
    date: today,
    vaccine: '',
    manufacturer: '',
    ndc: '',
    lot: '',
    expires: '',
    route: '',
    site: '',
    amount: '',
    eligibility: '',
    funding: '',
    administeredLast: names.at(-1) ?? '',
    administeredFirst: names.slice(0, -1).join(' '),
    statementGiven: false,
    reason: '',
    until: '',
    evidence: 'disease',
    disease: '',
  };
}
