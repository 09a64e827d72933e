import { useTranslation } from 'react-i18next';
import { type ChartPatient, rowsOf } from './chart-facts.ts';
import { useChartWords } from './chart-words.ts';

/** The chart in words, for who rather reads or listens. */
export function ChartTable({ patient }: { readonly patient: ChartPatient }) {
  const { t } = useTranslation('patientPaper');
  const { next, shortDay } = useChartWords();
  return (
    <details className="chart__table">
      <summary>{t('chart.table.show')}</summary>
      <table className="usa-table usa-table--borderless usa-table--stacked">
        <caption className="cairn-visually-hidden">{t('chart.table.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('chart.table.vaccine')}</th>
            <th scope="col">{t('chart.table.doses')}</th>
            <th scope="col">{t('chart.table.next')}</th>
          </tr>
        </thead>
        <tbody>
          {rowsOf(patient).map((row) => (
            <tr key={row.group}>
              <th scope="row" data-label={t('chart.table.vaccine')}>
                {row.group}
              </th>
              <td data-label={t('chart.table.doses')}>
                {row.marks.length === 0
                  ? t('chart.table.noDoses')
                  : row.marks
                      .map(({ date, kind }) =>
                        kind === 'valid' ? shortDay(date) : `${shortDay(date)} (${t(`chart.mark.${kind}`)})`,
                      )
                      .join('; ')}
              </td>
              <td data-label={t('chart.table.next')}>{next(row) || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
