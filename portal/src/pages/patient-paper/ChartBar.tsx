import type { Bar, Phase } from './chart-layout.ts';

export const BAR_HEIGHT = 14;

/** Hatched: may be given. Plain: recommended. Crossed: overdue. */
export function ChartPatterns({ id }: { readonly id: string }) {
  return (
    <defs>
      <pattern
        id={`${id}-may`}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <rect className="chart__may-ground" width="6" height="6" />
        <rect className="chart__may-line" width="2" height="6" />
      </pattern>
      <pattern id={`${id}-overdue`} width="6" height="6" patternUnits="userSpaceOnUse">
        <rect className="chart__overdue-ground" width="6" height="6" />
        <path className="chart__overdue-line" d="M0 0l6 6M6 0l-6 6" />
      </pattern>
    </defs>
  );
}

export function ChartBar({ id, bar, y }: { readonly id: string; readonly bar: Bar; readonly y: number }) {
  const { phase, x1, x2, goesOn } = bar;
  const tip = goesOn ? Math.min(6, x2 - x1) : 0;
  return (
    <path
      className={`chart__bar chart__bar--${phase}`}
      fill={fillOf(phase, id)}
      d={`M${x1} ${y}H${x2 - tip}l${tip} ${BAR_HEIGHT / 2}l${-tip} ${BAR_HEIGHT / 2}H${x1}Z`}
    />
  );
}

/** What is recommended is filled by its class. */
const fillOf = (phase: Phase, id: string): string | undefined =>
  phase === 'should' ? undefined : `url(#${id}-${phase})`;
