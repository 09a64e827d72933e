import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Refused } from '../../api/client.ts';
import { Asked } from '../../components/states.tsx';
import { useTitle } from '../../components/title.ts';
import { SignedIn } from '../../layout/SignedIn.tsx';
import { ScheduleChart } from '../patient-paper/ScheduleChart.tsx';
import { type Patient, patientQuery } from './data.ts';
import { Demographics } from './Demographics.tsx';
import { DueNow } from './DueNow.tsx';
import { History } from './History.tsx';
import { Beside } from './Beside.tsx';
import { RecordHeader } from './RecordHeader.tsx';
import { Why } from './Why.tsx';

/** A patient's record: what to give today first, then what was given, then who it is. */
export function Record() {
  const { patient = '' } = useParams({ strict: false });
  const { t } = useTranslation('patients');
  // Not the patient's name: titles stand in the history of the browser.
  useTitle(t('record.title'));
  return <SignedIn>{() => <OneRecord key={patient} patient={patient} />}</SignedIn>;
}

function OneRecord({ patient }: { readonly patient: string }) {
  const { t } = useTranslation('patients');
  const query = useQuery(patientQuery(patient));
  if (query.error instanceof Refused && [400, 404].includes(query.error.status)) {
    return (
      <div className="cairn-main">
        <h1>{t('record.notThere')}</h1>
        <p>{t('record.notThereText')}</p>
        <p>
          <Link to="/patients" className="usa-link">
            {t('record.back')}
          </Link>
        </p>
      </div>
    );
  }
  return (
    <div className="cairn-main patient">
      {query.isSuccess ? null : <h1>{t('record.title')}</h1>}
      <Asked query={query}>{(record) => <Whole patient={record} />}</Asked>
    </div>
  );
}

function Whole({ patient }: { readonly patient: Patient }) {
  const { t } = useTranslation('patients');
  const isWhole = patient.view === 'whole';
  return (
    <>
      <RecordHeader patient={patient} />
      <DueNow patient={patient} />
      {patient.forecast && patient.view === 'whole' && <Why patient={patient.id} />}
      <section className="patient-section" aria-labelledby="patient-chart">
        <h2 id="patient-chart">{t('history.chartTitle')}</h2>
        <ScheduleChart patient={patient} />
      </section>
      <History patient={patient} />
      <Beside patient={patient} />
      {isWhole && <Demographics patient={patient} />}
    </>
  );
}
