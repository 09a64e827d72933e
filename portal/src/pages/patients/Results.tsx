import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { StateTag } from '../../components/states.tsx';
import type { Found, FoundPatient } from './data.ts';
import { usePatientWords } from './use-words.ts';

/** Who fits, the most alike first; and only then the way to a new patient. */
export function Results({ found, mayAdd }: { readonly found: Found; readonly mayAdd: boolean }) {
  const { t } = useTranslation('patients');
  const { patients, isMore } = found;
  const isNobody = patients.length === 0;
  return (
    <>
      <h2 className="patients-count">
        {isNobody && t('search.none')}
        {isMore && t('search.more')}
        {!isNobody && !isMore && t('search.found', { count: patients.length })}
      </h2>
      {isNobody && <p>{t('search.noneText')}</p>}
      {isMore && <p>{t('search.moreText')}</p>}
      {!isNobody && (
        <ol className="patients-list">
          {patients.map((patient) => (
            <One key={patient.id} patient={patient} />
          ))}
        </ol>
      )}
      {mayAdd && (
        <p>
          {t(isNobody ? 'search.addNone' : 'search.notListed')}{' '}
          <Link to="/patients/new" className="usa-link">
            {t('search.add')}
          </Link>
        </p>
      )}
    </>
  );
}

const TONES = { exact: 'good', close: 'info', possible: 'plain' } as const;

function One({
  patient: { id, name, birthDate, sex, city, guardian, isOwn, likeness },
}: {
  readonly patient: FoundPatient;
}) {
  const { t } = useTranslation('patients');
  const words = usePatientWords();
  const more = [words.sex(sex), city, guardian === '' ? '' : t('search.guardian', { name: guardian })];
  return (
    <li className="patients-one">
      <div className="patients-one__who">
        <Link to="/patients/$patient" params={{ patient: id }} className="usa-link patients-one__name">
          {words.listed(name)}
        </Link>
        <span className="patients-one__born">{words.born(birthDate)}</span>
        <span className="cairn-meta">{more.filter((part) => part !== '').join(' · ')}</span>
      </div>
      <div className="patients-one__marks">
        <StateTag tone={TONES[likeness]}>{t(`search.likeness.${likeness}`)}</StateTag>
        {isOwn && <span className="cairn-meta">{t('search.own')}</span>}
      </div>
    </li>
  );
}
