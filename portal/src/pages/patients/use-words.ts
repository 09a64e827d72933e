import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import type { FoundPatient } from './data.ts';
import { ageOf } from './record-facts.ts';

/** How a patient is said: name, birth date, age, sex. */
export function usePatientWords() {
  const { t } = useTranslation('patients');
  const { day } = useFormat();
  const age = (birthDate: string, today: string): string => {
    const found = ageOf(birthDate, today);
    if (!found) return '';
    if ('days' in found) return t('age.days', { count: found.days });
    if ('weeks' in found) return t('age.weeks', { count: found.weeks });
    if (!('years' in found)) return t('age.months', { count: found.months });
    const years = t('age.years', { count: found.years });
    return found.months === undefined ? years : `${years} ${t('age.months', { count: found.months })}`;
  };
  return {
    age,
    born: (birthDate: string): string =>
      birthDate === '' ? t('age.unknownBirth') : t('search.born', { day: day(birthDate) }),
    sex: (sex: string): string =>
      sex === 'F' || sex === 'M' || sex === 'X' ? t(`sex.${sex}`) : t('sex.unknown'),
    /** `RAMOS, Sofia Lucia`: as lists of patients have it. */
    listed: (name: FoundPatient['name']): string => {
      const first = [name.first, name.middle].filter((part) => part !== '').join(' ');
      const last = [name.last, name.suffix].filter((part) => part !== '').join(' ');
      return [last, first].filter((part) => part !== '').join(', ') || t('age.noName');
    },
    full: ({ first, middle, last, suffix }: FoundPatient['name']): string =>
      [first, middle, last, suffix].filter((part) => part !== '').join(' ') || t('age.noName'),
  };
}
