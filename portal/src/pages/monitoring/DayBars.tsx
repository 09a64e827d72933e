import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema.d.ts';
import { useFormat } from '../../components/format.ts';
import { useNumber } from './numbers.ts';

type Overview = components['schemas']['ExchangeOverview'];
type Day = Overview['days'][number];

/** What a bar shows, from the bottom up; each has a pattern of its own besides its colour. */
const SHOWN = ['good', 'partly', 'refused'] as const;
type Shown = (typeof SHOWN)[number];

const counts = (
  day: Pick<Day, 'accepted' | 'answered' | 'forwarded' | 'partlyAccepted' | 'refused' | 'fault'>,
) => ({
  good: day.accepted + day.answered + day.forwarded,
  partly: day.partlyAccepted,
  refused: day.refused + day.fault,
});
export const totalOf = (day: Parameters<typeof counts>[0]): number => {
  const { good, partly, refused } = counts(day);
  return good + partly + refused;
};

const HEIGHT = 160;
const WIDTH = 600;
/** Beside few bars a bar would be a wall. */
const WIDEST = 40;
/** One message among thousands is seen too. */
const LEAST = 2;

/** Messages by day as bars, and the same as a table. */
export function DayBars({ days, from, to }: Pick<Overview, 'days' | 'from' | 'to'>) {
  const { t } = useTranslation('monitoring');
  const format = useFormat();
  const number = useNumber();
  const total = days.reduce((sum, day) => sum + totalOf(day), 0);
  const refused = days.reduce((sum, day) => sum + counts(day).refused, 0);
  const peak = days.reduce<Day | undefined>(
    (most, day) => (most && totalOf(most) >= totalOf(day) ? most : day),
    undefined,
  );
  if (!peak || total === 0) return <p className="staff-nothing">{t('dashboard.nothing')}</p>;
  const most = totalOf(peak);
  const step = WIDTH / days.length;
  const width = Math.min(step * 0.75, WIDEST);
  return (
    <figure className="monitoring-chart">
      <ul className="monitoring-legend">
        {SHOWN.map((shown) => (
          <li key={shown}>
            <svg width="20" height="14" aria-hidden="true" focusable="false">
              <Patterns id="legend" />
              <rect width="20" height="14" fill={`url(#legend-${shown})`} />
            </svg>
            {t(`dashboard.outcome.${shown}`)}
          </li>
        ))}
      </ul>
      <p className="cairn-meta">{t('dashboard.peak', { count: most, day: format.day(peak.day) })}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={t('dashboard.chart', {
          from: format.day(from),
          to: format.day(to),
          total: number(total),
          refused: number(refused),
        })}
      >
        <Patterns id="bar" />
        <line x1="0" x2={WIDTH} y1={HEIGHT / 2} y2={HEIGHT / 2} className="monitoring-chart__line" />
        <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} className="monitoring-chart__base" />
        {days.map((day, index) => (
          <Bar key={day.day} day={day} x={index * step + (step - width) / 2} width={width} most={most} />
        ))}
      </svg>
      <p className="monitoring-chart__ends cairn-meta" aria-hidden="true">
        <span>{format.day(from)}</span>
        <span>{format.day(to)}</span>
      </p>
      <details className="monitoring-more">
        <summary>{t('dashboard.table')}</summary>
        <div className="cairn-scroll" tabIndex={0} role="region" aria-label={t('dashboard.perDay')}>
          <table className="usa-table usa-table--borderless">
            <caption className="usa-sr-only">{t('dashboard.perDay')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('dashboard.day')}</th>
                {SHOWN.map((shown) => (
                  <th key={shown} scope="col" className="monitoring-number">
                    {t(`dashboard.outcome.${shown}`)}
                  </th>
                ))}
                <th scope="col" className="monitoring-number">
                  {t('dashboard.total')}
                </th>
              </tr>
            </thead>
            <tbody>
              {days.toReversed().map((day) => (
                <tr key={day.day}>
                  <th scope="row">{format.day(day.day)}</th>
                  {SHOWN.map((shown) => (
                    <td key={shown} className="monitoring-number">
                      {number(counts(day)[shown])}
                    </td>
                  ))}
                  <td className="monitoring-number">{number(totalOf(day))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}

function Bar({
  day,
  x,
  width,
  most,
}: {
  readonly day: Day;
  readonly x: number;
  readonly width: number;
  readonly most: number;
}) {
  let top = HEIGHT;
  return SHOWN.map((shown) => {
    const messages = counts(day)[shown];
    if (messages === 0) return null;
    const height = Math.max((messages / most) * (HEIGHT - 8), LEAST);
    top -= height;
    return <rect key={shown} x={x} y={top} width={width} height={height} fill={`url(#bar-${shown})`} />;
  });
}

/** Plain, striped and crossed: they are told apart without colour. */
function Patterns({ id }: { readonly id: string }) {
  const pattern = (shown: Shown, lines: string) => (
    <pattern id={`${id}-${shown}`} width="6" height="6" patternUnits="userSpaceOnUse">
      <rect width="6" height="6" className={`monitoring-fill--${shown}`} />
      {lines !== '' && <path d={lines} className={`monitoring-stroke--${shown}`} />}
    </pattern>
  );
  return (
    <defs>
      {pattern('good', '')}
      {pattern('partly', 'M-1 1 L1 -1 M0 6 L6 0 M5 7 L7 5')}
      {pattern('refused', 'M0 0 L6 6 M0 6 L6 0')}
    </defs>
  );
}
