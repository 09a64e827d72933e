import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { letterOf } from './Compared.tsx';
import { nameOf, type Task } from './data.ts';

/** The doses of both: a day on which both got the same vaccine tells much, and so does one on which only one could. */
export function Given({ task: { given, persons } }: { readonly task: Task }) {
  const { t } = useTranslation('review');
  const { day } = useFormat();
  const days = new Map<string, number>();
  for (const { doses } of given) {
    for (const date of new Set(doses.map((dose) => dose.date))) days.set(date, (days.get(date) ?? 0) + 1);
  }
  return (
    <section aria-labelledby="given" className="review-part">
      <h2 id="given">{t('given.heading')}</h2>
      <div className="review-given">
        {given.map(({ person, doses }, index) => {
          const known = persons.find(({ id }) => id === person);
          return (
            <div key={person}>
              <h3>
                {t('given.of', { letter: letterOf(index), name: (known && nameOf(known)) || t('unnamed') })}
              </h3>
              {doses.length === 0 ? (
                <p>{t('given.none')}</p>
              ) : (
                <ul className="review-doses">
                  {doses.map(({ id, date, vaccine, codes, organization }) => (
                    <li key={id}>
                      <span className="review-doses__day">{day(date)}</span>
                      <span>{vaccine ?? codes.join(', ')}</span>
                      <span className="cairn-meta">
                        {organization}
                        {(days.get(date) ?? 0) > 1 && ` – ${t('given.sameDay')}`}
                      </span>
                    </li>
                  ))}
                </ul>
              )}
            </div>
          );
        })}
      </div>
    </section>
  );
}
