import { type Judged, verdictOf } from '../patients/record-facts.ts';

/** What the chart needs of a patient; the API's `Patient` is one. */
export type ChartPatient = {
  readonly birthDate: string;
  readonly isDeceased: boolean;
  readonly doses: readonly ChartDose[];
  readonly forecast: { readonly asOf: string; readonly groups: readonly ChartForecast[] } | null;
};

export type ChartDose = Judged & {
  readonly id: string;
  readonly date: string;
  readonly groups: readonly string[];
  readonly status: 'given' | 'partial' | 'refused' | 'not-given';
};

export type ChartForecast = {
  readonly vaccineGroup: string;
  readonly status:
    'Not Complete' | 'Complete' | 'Immune' | 'Contraindicated' | 'Aged Out' | 'Not Recommended';
  readonly earliest: string | null;
  readonly recommended: string | null;
  readonly pastDue: string | null;
  readonly latest: string | null;
  readonly doseNumber: number | null;
  readonly due: 'overdue' | 'due' | 'soon' | 'later' | 'none';
};

/** `extra`: one more than are needed. `given`: it was given, and nothing says whether it counts. */
export const MARK_KINDS = ['valid', 'extra', 'invalid', 'duplicate', 'refused', 'given'] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export type Mark = { readonly dose: string; readonly date: string; readonly kind: MarkKind };

/** A vaccine group: what was given of it, by date, and what comes next. */
export type Row = {
  readonly group: string;
  readonly marks: readonly Mark[];
  readonly next: ChartForecast | null;
};

/** As nurses know the schedule; groups that are not named here follow by their names. */
const SCHEDULE_ORDER = [
  'HepB',
  'RSV',
  'Rotavirus',
  'DTaP/Tdap/Td',
  'Hib',
  'Pneumococcal',
  'Polio',
  'COVID-19',
  'Influenza',
  'MMR',
  'Varicella',
  'HepA',
  'HPV',
  'Meningococcal',
  'Meningococcal B',
  'Zoster',
];

/**
 * The rows of the chart: what may be given now first, then what has doses or is soon due, then what comes later. Groups of
 * which nothing was ever given and nothing will be recommended are left out.
 */
export function rowsOf({ doses, forecast }: ChartPatient): readonly Row[] {
  const next = new Map(forecast?.groups.map((group) => [group.vaccineGroup, group]));
  const given = new Map<string, Mark[]>();
  for (const dose of doses.filter(({ date }) => isDay(date))) {
    for (const group of new Set(dose.groups)) {
      const marks = given.get(group) ?? [];
      marks.push({ dose: dose.id, date: dose.date, kind: kindOf(dose, group) });
      given.set(group, marks);
    }
  }
  const rows = [...new Set([...given.keys(), ...next.keys()])].map((group) => ({
    group,
    marks: (given.get(group) ?? []).toSorted((a, b) => a.date.localeCompare(b.date)),
    next: next.get(group) ?? null,
  }));
  return rows
    .filter((row) => tierOf(row) < HIDDEN)
    .toSorted(
      (a, b) =>
        tierOf(a) - tierOf(b) || placeOf(a.group) - placeOf(b.group) || a.group.localeCompare(b.group),
    );
}

const HIDDEN = 3;

function tierOf({ marks, next }: Row): number {
  const due = next?.due ?? 'none';
  if (due === 'overdue' || due === 'due') return 0;
  if (marks.length > 0 || due === 'soon') return 1;
  return due === 'later' ? 2 : HIDDEN;
}

function placeOf(group: string): number {
  const at = SCHEDULE_ORDER.indexOf(group);
  return at < 0 ? SCHEDULE_ORDER.length : at;
}

const KINDS = {
  valid: 'valid',
  extra: 'extra',
  'not-valid': 'invalid',
  substandard: 'invalid',
  suspect: 'duplicate',
  'not-evaluated': 'given',
} as const satisfies Record<ReturnType<typeof verdictOf>['kind'], MarkKind>;

/** As the history beside the chart says it. */
function kindOf(dose: ChartDose, group: string): MarkKind {
  const { status } = dose;
  return status === 'refused' || status === 'not-given' ? 'refused' : KINDS[verdictOf(dose, group).kind];
}

export const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365.2425;

/** How old somebody born then is on that day, in years; below 0 before the birth. */
export const ageOn = (birthDate: string, day: string): number =>
  (Date.parse(`${day}T00:00:00Z`) - Date.parse(`${birthDate}T00:00:00Z`)) / DAY_MS / YEAR_DAYS;

/** The same in whole months, as people count them. */
export function monthsOn(birthDate: string, day: string): number {
  const [year = 0, month = 0, date = 0] = birthDate.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDate = 0] = day.split('-').map(Number);
  return Math.max(0, (toYear - year) * 12 + toMonth - month - (toDate < date ? 1 : 0));
}
