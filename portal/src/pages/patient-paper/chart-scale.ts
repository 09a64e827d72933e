/** Where ages stand on the line from left to right. */
export type Scale = {
  /** In years; above 0 where a record begins late in life. */
  readonly from: number;
  readonly to: number;
  readonly x: (age: number) => number;
};

export type Tick = {
  readonly age: number;
  readonly x: number;
  readonly label: string;
  /** The middle of the label: at the ends it stands beside its line. */
  readonly labelX: number;
};

/** 1: every year is as wide as the other; the smaller, the more room has early childhood. */
const EXPONENTS = [0.4, 0.5, 0.65, 0.8, 1];
/** Marks of one row that stand so far apart are told apart. */
const APART = 20;

/**
 * The scale that tells this person's doses apart best: small children get most of the width for their first months, and somebody
 * whose record begins at 40 does not look at an empty childhood.
 * @param series ages of the doses of each row, in years
 * @param ages every age that must be seen
 */
export function scaleFor(
  series: readonly (readonly number[])[],
  ages: readonly number[],
  x1: number,
  x2: number,
): Scale {
  const first = Math.max(0, Math.min(...ages));
  const last = Math.max(...ages, first);
  const from = first >= 10 && Number.isFinite(first) ? Math.floor((first - 2) / 5) * 5 : 0;
  const to = Number.isFinite(last) && last > from + 0.5 ? last : from + 0.5;
  const scales = EXPONENTS.map((exponent) => scaleOf(from, to, exponent, x1, x2));
  const worths = scales.map((scale) => worth(series, scale));
  const best = worths.indexOf(Math.max(...worths));
  return scales[best] ?? scaleOf(from, to, 1, x1, x2);
}

function scaleOf(from: number, to: number, exponent: number, x1: number, x2: number): Scale {
  return {
    from,
    to,
    x: (age) => {
      const part = Math.min(1, Math.max(0, (age - from) / (to - from)));
      return x1 + (x2 - x1) * part ** exponent;
    },
  };
}

function worth(series: readonly (readonly number[])[], { x }: Scale): number {
  let sum = 0;
  for (const ages of series) {
    for (const [index, age] of ages.entries()) {
      const before = ages[index - 1];
      if (before !== undefined) sum += Math.min(APART, Math.abs(x(age) - x(before)));
    }
  }
  return sum;
}

/** In months, the ages that people look for first: birth, 1, 2, 18 and 11 years, then the others of the schedule. */
const LANDMARKS = [0, 12, 24, 6, 216, 48, 132, 780, 2, 600, 360, 4, 18, 72, 192, 9, 15, 36, 480, 120];
const EVERY = [120, 60, 12];
const BETWEEN = 10;

/** Ages to write below the line, as many as have room; `widthOf` says how wide a label is. */
export function ticksOf(
  { from, to, x }: Scale,
  nameOf: (months: number) => string,
  widthOf: (label: string) => number,
): readonly Tick[] {
  const [first, last] = [Math.ceil(from * 12), Math.floor(to * 12)];
  const wanted = [
    ...(from > 0 ? [first] : []),
    ...LANDMARKS,
    ...EVERY.flatMap((step) => Array.from({ length: Math.ceil(last / step) }, (_, at) => at * step)),
  ].filter((months) => months >= first && months <= last);
  const taken: { age: number; x: number; label: string; x1: number; x2: number }[] = [];
  for (const months of wanted) {
    const age = months / 12;
    const label = nameOf(months);
    const at = x(age);
    const half = widthOf(label) / 2 + BETWEEN / 2;
    // The first and the last label stand within the line's ends.
    const middle = Math.min(Math.max(at, x(from) + half - BETWEEN / 2), x(to) - half + BETWEEN / 2);
    const [x1, x2] = [middle - half, middle + half];
    if (taken.every((tick) => x2 <= tick.x1 || x1 >= tick.x2)) taken.push({ age, x: at, label, x1, x2 });
  }
  return taken
    .toSorted((a, b) => a.age - b.age)
    .map(({ age, x: at, label, x1, x2 }) => ({ age, x: at, label, labelX: (x1 + x2) / 2 }));
}
