import { Alert } from '@trussworks/react-uswds';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SheetReport } from '../../api/site.ts';
import { useProblemText } from '../../components/problems.tsx';
import { StateTag } from '../../components/states.tsx';
import { useClientField } from './client-fields.ts';

const TONES = { invited: 'good', asked: 'good', already: 'plain', refused: 'bad' } as const;

/** What became of each row; what was refused comes first. */
export function ClientReport({ report }: { readonly report: SheetReport }) {
  const { t } = useTranslation('siteClients');
  const problemText = useProblemText();
  const nameOf = useClientField();
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => ref.current?.focus(), [report]);
  const rows = [
    ...report.rows.filter(({ outcome }) => outcome === 'refused'),
    ...report.rows.filter(({ outcome }) => outcome !== 'refused'),
  ];
  const already = report.rows.length - report.added - report.refused;
  return (
    <section className="site-section" ref={ref} tabIndex={-1} aria-label={t('report.title')}>
      <Alert
        validation
        type={report.refused > 0 ? 'warning' : 'success'}
        headingLevel="h2"
        heading={t('report.title')}
        role="status"
      >
        <p>
          {[
            t('report.added', { count: report.added }),
            ...(already > 0 ? [t('report.already', { count: already })] : []),
            ...(report.refused > 0 ? [t('report.refused', { count: report.refused })] : []),
          ].join(' ')}
        </p>
        {report.refused > 0 && <p>{t('report.again')}</p>}
      </Alert>
      <table className="usa-table usa-table--stacked-header usa-table--borderless cairn-fill">
        <caption className="usa-sr-only">{t('report.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('report.row')}</th>
            <th scope="col">{t('table.name')}</th>
            <th scope="col">{t('report.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ row, name, outcome, problems }) => (
            <tr key={row}>
              <th scope="row" data-label={t('report.row')}>
                {row}
              </th>
              <td data-label={t('table.name')}>{name}</td>
              <td data-label={t('report.outcome')}>
                <StateTag tone={TONES[outcome]}>{t(`report.outcomes.${outcome}`)}</StateTag>
                {problems.length > 0 && (
                  <ul className="usa-list margin-y-05">
                    {problems.map(({ where, code }) => (
                      <li key={`${where} ${code}`}>
                        {where === '' ? '' : `${nameOf(where)}: `}
                        {problemText(code)}
                      </li>
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
