import { useTranslation } from 'react-i18next';
import { StateTag } from '../../components/states.tsx';
import type { TestView } from './messages.ts';

const DOSES = ['new', 'known', 'changed'] as const;

/** What the registry would have done with a message of a real patient. */
export function Comparison({ comparison }: { readonly comparison: NonNullable<TestView['comparison']> }) {
  const { t } = useTranslation('workbench');
  const { person, doses, completeness } = comparison;
  return (
    <section className="workbench-comparison">
      <h2>{t('comparison.title')}</h2>
      <p>{t('comparison.lead')}</p>
      <dl className="cairn-facts">
        <dt>{t('comparison.person.label')}</dt>
        <dd>{t(`comparison.person.${person}`)}</dd>
        <dt>{t('comparison.doses')}</dt>
        <dd>{DOSES.map((each) => t(`comparison.dosesOf.${each}`, { count: doses[each] })).join(', ')}</dd>
        {completeness.length > 0 && (
          <>
            <dt>{t('comparison.completeness')}</dt>
            <dd>
              {t('comparison.count', {
                filled: completeness.filter(({ isFilled }) => isFilled).length,
                all: completeness.length,
              })}
              <ul className="workbench-filled">
                {completeness.map(({ field, isFilled }) => (
                  <li key={field}>
                    <StateTag tone={isFilled ? 'good' : 'warn'}>
                      {t(isFilled ? 'comparison.filled' : 'comparison.missing')}
                    </StateTag>{' '}
                    {t(`comparison.field.${field}` as 'comparison.field.guardian')}
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}
