import { Link } from '@tanstack/react-router';
import { Alert } from '@trussworks/react-uswds';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { PrintLink } from '../patient-paper/PrintLink.tsx';
import type { Patient } from './data.ts';
import { usePatientWords } from './use-words.ts';

/** Who it is, for whom the record is open, and what can be done with it. */
export function RecordHeader({ patient }: { readonly patient: Patient }) {
  const { t } = useTranslation('patients');
  const words = usePatientWords();
  const { id, name, birthDate, sex, forecast, isDeceased, sources, mayChange } = patient;
  const age = forecast ? words.age(birthDate, forecast.asOf) : '';
  const charts = sources.map(({ chartNumber }) => chartNumber).filter((chart) => chart !== '');
  const params = { patient: id };
  return (
    <header className="patient-head">
      <p className="patient-back">
        <Link to="/patients" className="usa-link">
          {t('record.back')}
        </Link>
      </p>
      <h1>{words.full(name)}</h1>
      <p className="patient-who">
        <span>{words.born(birthDate)}</span>
        {age !== '' && <strong>{age}</strong>}
        {isDeceased && <strong>{t('age.died')}</strong>}
        <span>{words.sex(sex)}</span>
      </p>
      {charts.length > 0 && (
        <p className="cairn-meta patient-ids">
          {t('record.chart')} <span className="cairn-code">{charts.join(', ')}</span>
        </p>
      )}
      <Banners patient={patient} />
      <div className="cairn-actions patient-actions">
        {mayChange && (
          <Link to="/patients/$patient/dose" params={params} className="usa-button">
            {t('record.addDose')}
          </Link>
        )}
        <PrintLink patient={id} />
        {mayChange && (
          <Link to="/patients/$patient/details" params={params} className="usa-button usa-button--outline">
            {t('record.editDetails')}
          </Link>
        )}
      </div>
    </header>
  );
}

function Banners({
  patient: { isProtected, isSealed, emergencyUntil, view },
}: {
  readonly patient: Patient;
}) {
  const { t } = useTranslation('patients');
  const { moment } = useFormat();
  const said = [
    ...(emergencyUntil === null
      ? []
      : [{ type: 'error', text: t('record.emergency', { moment: moment(emergencyUntil) }) } as const]),
    ...(isSealed ? [{ type: 'warning', text: t('record.sealed') } as const] : []),
    ...(isProtected ? [{ type: 'warning', text: t('record.protected') } as const] : []),
    ...(view === 'school' ? [{ type: 'info', text: t('record.school') } as const] : []),
  ];
  return said.map(({ type, text }) => (
    <Alert key={text} type={type} headingLevel="h2" slim className="patient-banner">
      {text}
    </Alert>
  ));
}
