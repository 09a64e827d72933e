import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import type { Patient } from './data.ts';

/** What is known beside the doses that were given: refusals, exemptions, immunity, contraindications. */
export function Beside({ patient: { doses, observations } }: { readonly patient: Patient }) {
  const { t, i18n } = useTranslation('patients');
  const { day } = useFormat();
  const refused = doses.filter(
    ({ status, groups, refusal }) =>
      status === 'refused' || (status === 'not-given' && (groups.length > 0 || refusal !== null)),
  );
  const reason = (code: string, text: string): string =>
    i18n.exists(`patients:refused.reason.${code}`)
      ? t(`refused.reason.${code}` as 'refused.reason.00')
      : text;
  return (
    <>
      {refused.length > 0 && (
        <section className="patient-section" aria-labelledby="patient-refused">
          <h2 id="patient-refused">{t('refused.title')}</h2>
          <ul className="usa-list">
            {refused.map(({ id, vaccine, date, status, refusal }) => (
              <li key={id}>
                <strong>{t(status === 'refused' ? 'refused.refused' : 'refused.not-given')}</strong>:{' '}
                {t('refused.text', { vaccine, day: day(date) })}
                {refusal && ` (${reason(refusal.code, refusal.text)})`}
              </li>
            ))}
          </ul>
        </section>
      )}
      {observations.length > 0 && (
        <section className="patient-section" aria-labelledby="patient-observations">
          <h2 id="patient-observations">{t('observations.title')}</h2>
          <ul className="usa-list">
            {observations.map(({ kind, code, text, date, reportedBy }) => (
              <li key={`${kind} ${code} ${date}`}>
                <strong>{t(`observations.${kind}`)}</strong>: <span lang="en">{text}</span> ({day(date)},{' '}
                {reportedBy.name})
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
