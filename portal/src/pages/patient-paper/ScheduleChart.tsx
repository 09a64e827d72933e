import { useId, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartLegend } from './ChartLegend.tsx';
import { ChartMark } from './ChartMark.tsx';
import { BAR_HEIGHT, ChartBar, ChartPatterns } from './ChartBar.tsx';
import { ChartTable } from './ChartTable.tsx';
import { type ChartPatient, isDay } from './chart-facts.ts';
import { chartOf, LINE, type PlacedRow, type Text } from './chart-layout.ts';
import { useChartWords } from './chart-words.ts';

/** What was given and what comes next, by vaccine group and age: one look instead of a page of dates. */
export function ScheduleChart({ patient }: { readonly patient: ChartPatient }) {
  const { t } = useTranslation('patientPaper');
  const words = useChartWords();
  const { ref, width } = useWidth();
  const id = useId();
  if (!isDay(patient.birthDate)) return <p className="cairn-meta">{t('chart.none')}</p>;
  const chart = chartOf(patient, width, words);
  if (chart.rows.length === 0) return <p className="cairn-meta">{t('chart.empty')}</p>;
  const { plot, ticks, todayX, rows, height, scale } = chart;
  return (
    <div className="chart">
      <div ref={ref} className="chart__room">
        {width > 0 && (
          <svg
            role="img"
            aria-labelledby={`${id}-title ${id}-said`}
            className="chart__drawing"
            width={chart.width}
            height={height}
            viewBox={`0 0 ${chart.width} ${height}`}
          >
            <title id={`${id}-title`}>{t('chart.title')}</title>
            <desc id={`${id}-said`}>{words.said(patient)}</desc>
            <ChartPatterns id={id} />
            {ticks.map(({ age, x }) => (
              <line key={age} className="chart__grid" x1={x} x2={x} y1={plot.y1} y2={plot.y2} />
            ))}
            {scale.from > 0 && (
              <path className="chart__break" d={`M${plot.x1 - 6} ${plot.y1 + 4}l4 -8m2 8l4 -8`} />
            )}
            {rows.map((row) => (
              <ChartRow key={row.row.group} row={row} id={id} right={chart.width} />
            ))}
            {todayX !== null && <Today x={todayX} label={t('chart.today')} chart={chart} />}
            {/* Words stand over the lines, so that none runs through them. */}
            {ticks.map(({ age, label, labelX }) => (
              <text key={age} className="chart__tick" x={labelX} y={plot.y1 - 6} textAnchor="middle">
                {label}
              </text>
            ))}
            {rows.map(({ row, marks, label, next }) => (
              <g key={row.group}>
                <Words text={label} className="chart__group" />
                <Words text={next} className={`chart__next chart__next--${row.next?.due ?? 'none'}`} />
                {marks.map((mark) => (
                  <ChartMark key={mark.doses[0]} {...mark} count={mark.doses.length} />
                ))}
              </g>
            ))}
          </svg>
        )}
      </div>
      <ChartLegend chart={chart} />
      <ChartTable patient={patient} />
    </div>
  );
}

/** How much room there is for the chart: it is drawn for that width, so that its words keep their size. */
function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const room = ref.current;
    if (!room) return undefined;
    const measure = (): void => setWidth(Math.floor(room.clientWidth));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(room);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}

function ChartRow({
  row,
  id,
  right,
}: {
  readonly row: PlacedRow;
  readonly id: string;
  readonly right: number;
}) {
  return (
    <g>
      <line className="chart__line" x1={0} x2={right} y1={row.y1} y2={row.y1} />
      {row.bars.map((bar) => (
        <ChartBar key={bar.phase} id={id} bar={bar} y={row.laneY - BAR_HEIGHT / 2} />
      ))}
    </g>
  );
}

function Words({
  text: { x, y, anchor, lines },
  className,
}: {
  readonly text: Text;
  readonly className: string;
}) {
  return (
    <text className={className} textAnchor={anchor} x={x} y={y}>
      {lines.map((line, index) => (
        // The lines of one text never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <tspan key={index} x={x} dy={index === 0 ? 0 : LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

function Today({
  x,
  label,
  chart: { plot },
}: {
  readonly x: number;
  readonly label: string;
  readonly chart: ReturnType<typeof chartOf>;
}) {
  const half = label.length * 4.2 + 6;
  const middle = Math.min(Math.max(x, plot.x1 + half - 8), plot.x2 - half + 8);
  return (
    <g>
      <line className="chart__today" x1={x} x2={x} y1={18} y2={plot.y2} />
      <rect className="chart__today-flag" x={middle - half} y={0} width={half * 2} height={18} rx={3} />
      <text className="chart__today-label" x={middle} y={13} textAnchor="middle">
        {label}
      </text>
    </g>
  );
}
