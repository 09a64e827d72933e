import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { type Codes, codesQuery, type Patient, patientToEdit } from './api.ts';

/** A page that changes the record of a patient: whose it is stands above everything. */
export function PatientFrame({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: (patient: Patient, codes: Codes, account: { readonly name: string }) => ReactNode;
}) {
  useTitle(title);
  return (
    <div className="cairn-main cairn-narrow">
      <SignedIn>
        {(account) => (
          <Loaded id={id} title={title} show={(patient, codes) => children(patient, codes, account)} />
        )}
      </SignedIn>
    </div>
  );
}

function Loaded({
  id,
  title,
  show,
}: {
  readonly id: string;
  readonly title: string;
  readonly show: (patient: Patient, codes: Codes) => ReactNode;
}) {
  const { t } = useTranslation('patientEdit');
  const { day } = useFormat();
  const patient = useQuery(patientToEdit(id));
  const codes = useQuery(codesQuery);
  const known = patient.data;
  return (
    <>
      <h1>{title}</h1>
      {known && (
        <p className="edit-whose">
          <Link to="/patients/$patient" params={{ patient: id }} className="usa-link text-bold">
            {known.name.first} {known.name.last}
          </Link>
          {known.birthDate !== '' && <span>{t('born', { day: day(known.birthDate) })}</span>}
        </p>
      )}
      <Asked query={patient}>
        {(found) =>
          found.mayChange ? (
            <Asked query={codes}>{(tables) => show(found, tables)}</Asked>
          ) : (
            <p>{t('notYours')}</p>
          )
        }
      </Asked>
    </>
  );
}
