import type { MarkKind } from './chart-facts.ts';
import { RADIUS } from './chart-layout.ts';

/** A dose, or several of a kind: told apart by shape, not by colour alone. */
export function ChartMark({
  kind,
  x1,
  x2,
  y,
  count,
}: {
  readonly kind: MarkKind;
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly count: number;
}) {
  const x = x1 + RADIUS;
  const isWide = x2 - x1 > 3 * RADIUS + 4;
  const isCrossed = kind === 'invalid' || kind === 'refused' || kind === 'extra';
  const countX = isCrossed ? x2 - RADIUS : (x1 + x2) / 2;
  const r = RADIUS - 1;
  return (
    <g className={`chart__mark chart__mark--${kind}`}>
      <rect
        x={x1 + 1}
        y={y - r}
        width={x2 - x1 - 2}
        height={2 * r}
        rx={kind === 'refused' ? 1 : r}
        className="chart__shape"
      />
      {kind === 'invalid' && <path className="chart__cross" d={`M${x - 3} ${y - 3}l6 6m0 -6l-6 6`} />}
      {kind === 'extra' && <path className="chart__cross" d={`M${x - 4} ${y}h8m-4 -4v8`} />}
      {kind === 'refused' && <path className="chart__cross" d={`M${x - 4} ${y + 4}l8 -8`} />}
      {count > 1 && (isWide || !isCrossed) && (
        <text className="chart__count" x={countX} y={y + 4} textAnchor="middle">
          {count}
        </text>
      )}
    </g>
  );
}
