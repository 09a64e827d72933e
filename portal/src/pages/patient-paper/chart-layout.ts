import { ageOn, type ChartPatient, isDay, type MarkKind, type Row, rowsOf } from './chart-facts.ts';
import { type Scale, scaleFor, type Tick, ticksOf } from './chart-scale.ts';

export type PlacedMark = {
  readonly kind: MarkKind;
  /** One dose; several of a kind that stand too close are one mark with their number. */
  readonly doses: readonly string[];
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
};

/** `may`: before it is recommended; `should`: recommended; `overdue`: past due, until today. */
export type Phase = 'may' | 'should' | 'overdue';
export type Bar = {
  readonly phase: Phase;
  readonly x1: number;
  readonly x2: number;
  /** It goes on beyond what is shown. */
  readonly goesOn: boolean;
};

export type Text = {
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
  readonly lines: readonly string[];
};

export type PlacedRow = {
  readonly row: Row;
  readonly y1: number;
  readonly y2: number;
  /** The line on which bars lie, and the first marks. */
  readonly laneY: number;
  readonly label: Text;
  readonly next: Text;
  readonly marks: readonly PlacedMark[];
  readonly bars: readonly Bar[];
};

export type Chart = {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number };
  readonly scale: Scale;
  readonly ticks: readonly Tick[];
  readonly todayX: number | null;
  readonly rows: readonly PlacedRow[];
};

export type ChartWords = {
  readonly age: (months: number) => string;
  readonly next: (row: Row) => string;
};

export const RADIUS = 7;
export const LINE = 17;
const LANE = 19;
const TOP = 44;
/** Below this the words stand above each line instead of beside it. */
const STACKED_BELOW = 620;
const LABEL_WIDTH = 132;
const NEXT_WIDTH = 176;
const GAP = 14;

/** What a text of the chart takes at most: it is known where it is drawn, and must be known before. */
export const widthOf = (text: string): number => text.length * 7.4;

/** Everything of the chart and where it stands. Pure: the width comes from the page. */
export function chartOf(patient: ChartPatient, width: number, words: ChartWords): Chart {
  const isStacked = width < STACKED_BELOW;
  const rows = rowsOf(patient);
  const x1 = isStacked ? RADIUS + 2 : LABEL_WIDTH + GAP;
  const x2 = Math.max(x1 + 100, isStacked ? width - RADIUS - 2 : width - NEXT_WIDTH - GAP);
  const today =
    patient.forecast && !patient.isDeceased ? ageOn(patient.birthDate, patient.forecast.asOf) : null;
  const scale = scaleOf(patient, rows, today, x1, x2);
  const placed: PlacedRow[] = [];
  let y = TOP;
  for (const row of rows) {
    const next = place(row, { y, width, x2, isStacked, patient, scale, today, words });
    placed.push(next);
    y = next.y2;
  }
  return {
    width: Math.max(width, x2),
    height: y + 4,
    plot: { x1, x2, y1: TOP - 8, y2: y },
    scale,
    ticks: ticksOf(scale, words.age, widthOf),
    todayX: today === null ? null : scale.x(today),
    rows: placed,
  };
}

/** How many years ahead of today are shown: more to a small child, of whom most is still to come. */
const ahead = (today: number): number => Math.min(5, Math.max(1.25, today * 0.12));

function scaleOf(
  { birthDate }: ChartPatient,
  rows: readonly Row[],
  today: number | null,
  x1: number,
  x2: number,
): Scale {
  const series = rows.map(({ marks }) => marks.map(({ date }) => ageOn(birthDate, date)));
  const doses = series.flat();
  if (today === null) return scaleFor(series, [...doses, ...(doses.length === 0 ? [0, 1] : [])], x1, x2);
  const due = rows.flatMap(({ next }) =>
    [next?.recommended].flatMap((day) => (day ? [ageOn(birthDate, day)] : [])),
  );
  const end = today + ahead(today);
  // Somebody without a dose is shown from a little before now, or from what has been due since.
  const begin =
    doses.length > 0 ? Math.min(...doses, today) : Math.min(today, ...due.filter((age) => age > 0));
  return scaleFor(series, [begin, end, ...doses.filter((age) => age < end)], x1, x2);
}

type Place = {
  readonly y: number;
  readonly width: number;
  readonly x2: number;
  readonly isStacked: boolean;
  readonly patient: ChartPatient;
  readonly scale: Scale;
  readonly today: number | null;
  readonly words: ChartWords;
};

function place(row: Row, { y, width, x2, isStacked, patient, scale, today, words }: Place): PlacedRow {
  const nextText = words.next(row);
  const [labelWidth, nextWidth] = isStacked
    ? stackedWidths(row.group, nextText, width)
    : [LABEL_WIDTH, NEXT_WIDTH];
  const labelLines = wrapped(row.group, labelWidth);
  const nextLines = wrapped(nextText, nextWidth);
  const textHeight = Math.max(labelLines.length, nextLines.length) * LINE;
  const laneTop = isStacked ? y + 10 + textHeight : y + 4;
  const laneY = laneTop + LANE / 2 + 2;
  const marks = placeMarks(row, patient.birthDate, scale, laneY);
  const lowest = Math.max(laneY, ...marks.map((mark) => mark.y)) + LANE / 2;
  const y2 = Math.max(lowest + 6, isStacked ? 0 : y + textHeight + 14);
  const textY = isStacked ? y + 8 + 13 : laneY + 5;
  return {
    row,
    y1: y,
    y2,
    laneY,
    label: { x: 0, y: textY, anchor: 'start', lines: labelLines },
    next: isStacked
      ? { x: width, y: textY, anchor: 'end', lines: nextLines }
      : { x: x2 + GAP, y: textY, anchor: 'start', lines: nextLines },
    marks,
    bars: barsOf(row, patient.birthDate, scale, today),
  };
}

/** What is known of the row and what comes next share the line above it; the longer one is wrapped. */
function stackedWidths(label: string, next: string, width: number): readonly [number, number] {
  const room = width - GAP;
  if (widthOf(label) + widthOf(next) <= room) return [widthOf(label), widthOf(next)];
  const forLabel = Math.min(widthOf(label), room * 0.5);
  return [forLabel, room - forLabel];
}

/** Broken between words, after a slash where it must be, and within a word where nothing else helps. */
export function wrapped(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  const most = Math.max(1, Math.floor(width / widthOf('x') + 1e-9));
  const pieces = text
    .split(/(?<=[ /])/)
    .flatMap((piece) => piece.match(new RegExp(`.{1,${most}}`, 'gu')) ?? []);
  for (const piece of pieces) {
    const line = lines.at(-1);
    if (line !== undefined && (line + piece).trimEnd().length <= most) lines[lines.length - 1] = line + piece;
    else lines.push(piece);
  }
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function placeMarks(row: Row, birthDate: string, scale: Scale, laneY: number): readonly PlacedMark[] {
  const clusters: { kind: MarkKind; doses: string[]; x1: number; x2: number }[] = [];
  for (const { dose, date, kind } of row.marks) {
    const x = scale.x(ageOn(birthDate, date));
    const before = clusters.findLast((cluster) => cluster.kind === kind);
    if (before && x - RADIUS < before.x2 + 1) {
      before.doses.push(dose);
      before.x2 = Math.max(before.x2, x + RADIUS);
    } else clusters.push({ kind, doses: [dose], x1: x - RADIUS, x2: x + RADIUS });
  }
  const ends: number[] = [];
  return clusters
    .toSorted((a, b) => a.x1 - b.x1)
    .map((cluster) => {
      const free = ends.findIndex((end) => cluster.x1 >= end);
      const lane = free < 0 ? ends.length : free;
      ends[lane] = cluster.x2;
      return { ...cluster, y: laneY + lane * LANE };
    });
}

function barsOf({ next }: Row, birthDate: string, scale: Scale, today: number | null): readonly Bar[] {
  if (next === null || next.due === 'none' || today === null) return [];
  const age = (day: string | null): number | null =>
    day !== null && isDay(day) ? ageOn(birthDate, day) : null;
  const recommended = age(next.recommended) ?? age(next.earliest);
  if (recommended === null) return [];
  const from = Math.min(age(next.earliest) ?? recommended, recommended);
  const pastDue = age(next.pastDue);
  // Without a day from which it is past due, it is recommended until it is given.
  const until = Math.max(recommended, pastDue ?? Math.max(today, scale.to));
  const bars: { phase: Phase; from: number; to: number }[] = [
    { phase: 'may', from, to: recommended },
    { phase: 'should', from: recommended, to: until },
    ...(pastDue === null ? [] : [{ phase: 'overdue' as const, from: until, to: today }]),
  ];
  return bars
    .filter((bar) => bar.to > bar.from && bar.to > scale.from && bar.from < scale.to)
    .map((bar) => ({
      phase: bar.phase,
      x1: scale.x(bar.from),
      x2: scale.x(bar.to),
      goesOn: bar.to > scale.to || (bar.phase === 'should' && pastDue === null),
    }));
}
