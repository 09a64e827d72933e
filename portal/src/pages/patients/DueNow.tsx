import { useTranslation } from 'react-i18next';
import { useFormat } from '../../components/format.ts';
import { StateTag } from '../../components/states.tsx';
import type { GroupForecast, Patient } from './data.ts';
import { dayAfter, dueLists, reasonKey } from './record-facts.ts';

/** What to give now, before anything else; then what comes, then the rest, folded away. */
export function DueNow({ patient: { forecast, isDeceased } }: { readonly patient: Patient }) {
  const { t } = useTranslation('patients');
  const { day } = useFormat();
  if (!forecast) {
    return (
      <section className="patient-due" aria-labelledby="patient-due">
        <h2 id="patient-due">{t('due.title')}</h2>
        <p>{t(isDeceased ? 'record.died' : 'due.noForecast')}</p>
      </section>
    );
  }
  const { now, soon, rest } = dueLists(forecast.groups);
  const [next] = [...soon, ...rest.filter(({ due }) => due === 'later')];
  return (
    <section className="patient-due" aria-labelledby="patient-due">
      <h2 id="patient-due">{t('due.title')}</h2>
      {now.length === 0 ? (
        <p className="patient-due__nothing">
          <strong>{t('due.nothing')}</strong>{' '}
          {next?.recommended &&
            t('due.nothingNext', { group: next.vaccineGroup, day: day(next.recommended) })}
        </p>
      ) : (
        <List groups={now} asOf={forecast.asOf} isNow />
      )}
      {soon.length > 0 && (
        <>
          <h3>{t('due.coming')}</h3>
          <List groups={soon} asOf={forecast.asOf} />
        </>
      )}
      {rest.length > 0 && (
        <details className="patients-more">
          <summary>{t('due.rest')}</summary>
          <List groups={rest} asOf={forecast.asOf} />
        </details>
      )}
      <p className="cairn-meta">{t('due.asOf', { day: day(forecast.asOf), version: forecast.version })}</p>
    </section>
  );
}

function List({
  groups,
  asOf,
  isNow = false,
}: {
  readonly groups: readonly GroupForecast[];
  readonly asOf: string;
  readonly isNow?: boolean;
}) {
  return (
    <ul className={isNow ? 'due-list due-list--now' : 'due-list'}>
      {groups.map((group) => (
        <One key={`${group.vaccineGroup} ${group.seriesType}`} group={group} asOf={asOf} isNow={isNow} />
      ))}
    </ul>
  );
}

const TONES = { overdue: 'bad', due: 'warn', soon: 'info', later: 'plain', none: 'plain' } as const;

function One({
  group,
  asOf,
  isNow,
}: {
  readonly group: GroupForecast;
  readonly asOf: string;
  readonly isNow: boolean;
}) {
  const { t } = useTranslation('patients');
  const { day } = useFormat();
  const { vaccineGroup, due, status, doseNumber, vaccines, latest, reasons } = group;
  const words = useDueWords();
  return (
    <li className="due-one" data-due={due}>
      <span className="due-one__group">{vaccineGroup}</span>
      <StateTag tone={status === 'Contraindicated' ? 'bad' : TONES[due]}>{words.when(group)}</StateTag>
      <span className="due-one__more">
        {[
          ...(doseNumber === null || status !== 'Not Complete'
            ? []
            : [t('due.dose', { number: doseNumber })]),
          ...(latest === null || !isNow || isFar(latest, asOf)
            ? []
            : [t('due.latest', { day: day(latest) })]),
          ...(status === 'Not Complete' ? [] : reasons.map(words.reason)),
        ].join(' · ')}
      </span>
      {isNow && vaccines.length > 0 && (
        <span className="due-one__vaccines">
          <span className="usa-sr-only">{t('due.vaccines')}: </span>
          {vaccines.map(({ name }) => name).join(', ')}
        </span>
      )}
    </li>
  );
}

/** A last day that lies years ahead is nothing to think of today. */
const isFar = (day: string, asOf: string): boolean => Date.parse(day) - Date.parse(asOf) > 365 * 86_400_000;

/** When something is due, and why it is not, in plain words. */
function useDueWords() {
  const { t, i18n } = useTranslation('patients');
  const { day } = useFormat();
  return {
    when: ({ due, status, recommended, pastDue }: GroupForecast): string => {
      // Past due is the last day on which it would have been in time.
      if (due === 'overdue' && pastDue !== null) return t('due.overdue', { day: day(dayAfter(pastDue)) });
      if (due === 'overdue' || due === 'due') return t('due.due');
      if (recommended === null || due === 'none') return t(`due.status.${status}`);
      return t(due === 'soon' ? 'due.soon' : 'due.later', { day: day(recommended) });
    },
    reason: (reason: string): string => {
      const key = `due.reason.${reasonKey(reason)}`;
      return i18n.exists(`patients:${key}`) ? t(key as 'due.reason.target-dose-is-needed') : reason;
    },
  };
}
