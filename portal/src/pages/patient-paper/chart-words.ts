import { useTranslation } from 'react-i18next';
import type { ChartPatient, Row } from './chart-facts.ts';
import { rowsOf } from './chart-facts.ts';

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** How the chart is said, in the reader's language. */
export function useChartWords() {
  const { t, i18n } = useTranslation('patientPaper');
  const format = (day: string, options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(i18n.language, { ...options, timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    );
  const shortDay = (day: string): string => format(day, { dateStyle: 'medium' });
  const month = (day: string): string => format(day, { year: 'numeric', month: 'short' });

  const next = ({ next: forecast }: Row): string => {
    if (!forecast) return '';
    const { due, status, earliest, recommended, pastDue } = forecast;
    if (due === 'none') return t(`chart.status.${status}`);
    if (due === 'due') return t('chart.next.due');
    if (due === 'overdue') {
      // Past due is the last day on which it would have been in time.
      return pastDue === null
        ? t('chart.phase.overdue')
        : t('chart.next.overdue', { date: shortDay(dayAfter(pastDue)) });
    }
    const from = recommended ?? earliest;
    if (from === null) return '';
    return due === 'soon'
      ? t('chart.next.soon', { date: shortDay(from) })
      : t('chart.next.later', { date: month(from) });
  };

  const age = (months: number): string => {
    if (months === 0) return t('chart.birth');
    return months < 24 && months !== 12
      ? t('chart.months', { count: months })
      : t('chart.years', { count: months / 12 });
  };

  /** What matters of the chart, for who does not see it. */
  const said = (patient: ChartPatient): string => {
    const rows = rowsOf(patient);
    const doses = new Set(rows.flatMap(({ marks }) => marks.map(({ dose }) => dose)));
    const invalid = new Set(
      rows.flatMap(({ marks }) => marks.flatMap(({ dose, kind }) => (kind === 'invalid' ? [dose] : []))),
    );
    const due = (['overdue', 'due', 'soon'] as const).flatMap((state) => {
      const groups = rows.filter((row) => row.next?.due === state).map(({ group }) => group);
      return groups.length === 0 ? [] : [t(`chart.said.${state}`, { groups: groups.join(', ') })];
    });
    return [
      t('chart.said.given', { count: doses.size }),
      ...(invalid.size === 0 ? [] : [t('chart.said.invalid', { count: invalid.size })]),
      ...(due.length === 0 && patient.forecast ? [t('chart.said.nothing')] : due),
    ].join(' ');
  };

  return { next, age, said, shortDay };
}
