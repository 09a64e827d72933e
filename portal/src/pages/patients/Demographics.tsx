import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import type { Patient } from './data.ts';
import { usePatientWords } from './use-words.ts';

/** Who it is in full, who is to be called, and who reports. */
export function Demographics({ patient }: { readonly patient: Patient }) {
  const { t, i18n } = useTranslation('patients');
  const { day } = useFormat();
  const coded = (table: 'races' | 'ethnicities', code: string): string =>
    i18n.exists(`patients:details.${table}.${code}`)
      ? t(`details.${table}.${code}` as 'details.races.2106-3')
      : code;
  const related = (code: string, text: string): string => {
    const key = `patientEdit:codes.relationship.${code}`;
    return i18n.exists(key) ? String(i18n.t(key as 'patientEdit:choose')) : text;
  };
  const words = usePatientWords();
  const { details, otherNames, contacts, sources } = patient;
  return (
    <section className="patient-section" aria-labelledby="patient-details">
      <h2 id="patient-details">{t('details.title')}</h2>
      <div className="cairn-columns">
        {details && (
          <dl className="cairn-facts">
            <Fact name={t('details.otherNames')} values={otherNames.map(words.full)} />
            <Fact name={t('details.address')} values={details.addresses.map(addressLine)} />
            <Fact name={t('details.phone')} values={details.phones} />
            <Fact name={t('details.email')} values={details.emails} />
            <Fact name={t('details.mothersMaidenName')} values={[details.mothersMaidenName]} />
            <Fact name={t('details.multipleBirth')} values={[useMultiple(details)]} />
            <Fact name={t('details.language')} values={[details.language]} />
            <Fact name={t('details.race')} values={details.races.map((code) => coded('races', code))} />
            <Fact name={t('details.ethnicity')} values={[coded('ethnicities', details.ethnicity)]} />
            <Fact name={t('details.publicity')} values={[details.publicity]} />
            <Fact name={t('details.registryStatus')} values={[details.registryStatus]} />
            <Fact name={t('record.registryId')} values={[patient.id]} />
          </dl>
        )}
        <div>
          {contacts.length > 0 && (
            <>
              <h3>{t('details.contacts')}</h3>
              <ul className="usa-list">
                {contacts.map(({ relationship, relationshipCode, first, last, phone }) => (
                  <li key={`${relationship} ${first} ${last} ${phone}`}>
                    {[`${first} ${last}`.trim(), related(relationshipCode, relationship), phone]
                      .filter((part) => part !== '')
                      .join(', ')}
                  </li>
                ))}
              </ul>
            </>
          )}
          <h3>{t('details.sources')}</h3>
          <ul className="usa-list">
            {sources.map(({ organization, chartNumber, lastSaidAt, isProtected }) => (
              <li key={`${organization.code} ${chartNumber} ${lastSaidAt}`}>
                {organization.name}{' '}
                <span className="cairn-meta">
                  {[
                    t('details.lastSaid', { day: day(lastSaidAt) }),
                    ...(chartNumber === '' ? [] : [t('details.ownChart', { chart: chartNumber })]),
                    ...(isProtected ? [t('details.protects')] : []),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <p>
            <Link to="/patients/$patient/seen" params={{ patient: patient.id }} className="usa-link">
              {t('record.seen')}
            </Link>
          </p>
        </div>
      </div>
    </section>
  );
}

type Details = NonNullable<Patient['details']>;

const addressLine = ({ street, other, city, state, zip }: Details['addresses'][number]): string =>
  [street, other, city, `${state} ${zip}`.trim()].filter((part) => part !== '').join(', ');

function useMultiple({ multipleBirth, birthOrder }: Details): string {
  const { t } = useTranslation('patients');
  if (multipleBirth === null) return '';
  if (!multipleBirth) return t('details.no');
  return birthOrder === '' ? t('details.yes') : t('details.multipleBirthOrder', { order: birthOrder });
}

function Fact({ name, values }: { readonly name: string; readonly values: readonly string[] }): ReactNode {
  const said = values.filter((value) => value !== '');
  if (said.length === 0) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd>
        {said.map((value) => (
          <div key={value}>{value}</div>
        ))}
      </dd>
    </>
  );
}
