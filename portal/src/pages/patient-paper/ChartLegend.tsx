import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { MARK_KINDS } from './chart-facts.ts';
import { BAR_HEIGHT, ChartBar, ChartPatterns } from './ChartBar.tsx';
import { type Chart, type Phase, RADIUS } from './chart-layout.ts';
import { ChartMark } from './ChartMark.tsx';

const PHASES: readonly Phase[] = ['may', 'should', 'overdue'];
const SIZE = 2 * RADIUS + 2;

/** The signs that this chart uses, and no others. */
export function ChartLegend({ chart: { rows } }: { readonly chart: Chart }) {
  const { t } = useTranslation('patientPaper');
  const id = useId();
  const marks = rows.flatMap((row) => row.marks);
  const used = new Set(marks.map(({ kind }) => kind));
  const phases = new Set(rows.flatMap(({ bars }) => bars.map(({ phase }) => phase)));
  const middle = SIZE / 2;
  return (
    <ul className="chart__legend" aria-label={t('chart.legend')}>
      {MARK_KINDS.filter((kind) => used.has(kind)).map((kind) => (
        <li key={kind}>
          <svg aria-hidden="true" width={SIZE} height={SIZE}>
            <ChartMark kind={kind} x1={1} x2={SIZE - 1} y={middle} count={1} />
          </svg>
          {t(`chart.mark.${kind}`)}
        </li>
      ))}
      {PHASES.filter((phase) => phases.has(phase)).map((phase) => (
        <li key={phase}>
          <svg aria-hidden="true" width={30} height={SIZE}>
            <ChartPatterns id={`${id}-${phase}`} />
            <ChartBar
              id={`${id}-${phase}`}
              bar={{ phase, x1: 1, x2: 29, goesOn: false }}
              y={middle - BAR_HEIGHT / 2}
            />
          </svg>
          {t(`chart.phase.${phase}`)}
        </li>
      ))}
      {marks.some(({ doses }) => doses.length > 1) && <li>{t('chart.several')}</li>}
    </ul>
  );
}
