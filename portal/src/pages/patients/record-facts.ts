import type { Dose, GroupForecast, Patient } from './data.ts';

export type Verdict =
  | { readonly kind: 'valid'; readonly number: number | null }
  | { readonly kind: 'extra' }
  | { readonly kind: 'not-valid'; readonly reasons: readonly string[] }
  | { readonly kind: 'substandard' }
  | { readonly kind: 'suspect' }
  | { readonly kind: 'not-evaluated' };

/** What the schedule says of a dose, as far as it bears on whether it counts. */
export type Judged = {
  readonly suspectOf: string | null;
  readonly evaluations: readonly Pick<
    Dose['evaluations'][number],
    'vaccineGroup' | 'antigen' | 'status' | 'reasons' | 'targetDose'
  >[];
};

/**
 * Whether a dose counts for a vaccine group, as answers to EHRs say it: it is valid when it is valid for each antigen of the
 * group that it holds, in one of the series that are followed.
 */
export function verdictOf(dose: Judged, group: string | undefined): Verdict {
  if (dose.suspectOf !== null) return { kind: 'suspect' };
  const own = dose.evaluations.filter(({ vaccineGroup }) => vaccineGroup === group);
  const antigens = new Set(own.map(({ antigen }) => antigen));
  if (antigens.size === 0) return { kind: 'not-evaluated' };
  const best = [...antigens].flatMap((antigen) => {
    const of = own.filter((evaluation) => evaluation.antigen === antigen);
    return of.find(({ status }) => status === 'Valid') ?? of[0] ?? [];
  });
  const wrong = best.find(({ status }) => status !== 'Valid');
  if (!wrong) return { kind: 'valid', number: best[0]?.targetDose ?? null };
  if (wrong.status === 'Extraneous') return { kind: 'extra' };
  if (wrong.status === 'Sub-standard') return { kind: 'substandard' };
  return { kind: 'not-valid', reasons: wrong.reasons };
}

export type GroupHistory = {
  /** Undefined: vaccines of no group of the schedule. */
  readonly group: string | undefined;
  /** The latest first. */
  readonly doses: readonly Dose[];
};

/** What was given, by vaccine group; a combination vaccine stands in each of its groups. */
export function historyOf({ doses }: Pick<Patient, 'doses'>): readonly GroupHistory[] {
  const byGroup = new Map<string, Dose[]>();
  for (const dose of doses.filter(({ status }) => status === 'given' || status === 'partial')) {
    for (const group of dose.groups.length > 0 ? dose.groups : ['']) {
      byGroup.set(group, [...(byGroup.get(group) ?? []), dose]);
    }
  }
  return [...byGroup]
    .toSorted(([a], [b]) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b)))
    .map(([group, own]) => ({
      group: group === '' ? undefined : group,
      doses: own.toSorted((a, b) => b.date.localeCompare(a.date)),
    }));
}

export type DueLists = {
  /** To be given today: overdue ones first, the longest overdue before others. */
  readonly now: readonly GroupForecast[];
  readonly soon: readonly GroupForecast[];
  readonly rest: readonly GroupForecast[];
};

export function dueLists(groups: readonly GroupForecast[]): DueLists {
  const of = (...due: readonly GroupForecast['due'][]): readonly GroupForecast[] =>
    groups.filter((group) => due.includes(group.due)).toSorted(byDate);
  return { now: [...of('overdue'), ...of('due')], soon: of('soon'), rest: [...of('later'), ...of('none')] };
}

const LATEST = '9999';

const dateOf = ({ due, pastDue, recommended }: GroupForecast): string =>
  (due === 'overdue' ? pastDue : recommended) ?? LATEST;

const byDate = (a: GroupForecast, b: GroupForecast): number =>
  dateOf(a).localeCompare(dateOf(b)) || a.vaccineGroup.localeCompare(b.vaccineGroup);

export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

export type Age =
  { readonly days: number } | { readonly weeks: number } | { readonly months: number } | Years;
type Years = { readonly years: number; readonly months?: number };

/** An age as those who vaccinate say it: days, weeks, months, years with months up to school, years. */
export function ageOf(birthDate: string, today: string): Age | undefined {
  if (birthDate === '' || birthDate > today) return undefined;
  const [year = 0, month = 0, day = 0] = birthDate.split('-').map(Number);
  const [toYear = 0, toMonth = 0, toDay = 0] = today.split('-').map(Number);
  const months = (toYear - year) * 12 + toMonth - month - (toDay < day ? 1 : 0);
  if (months < 2) {
    const days = Math.floor((Date.parse(today) - Date.parse(birthDate)) / 86_400_000);
    return days < 14 ? { days } : { weeks: Math.floor(days / 7) };
  }
  if (months < 24) return { months };
  const years = Math.floor(months / 12);
  return years < 7 && months % 12 > 0 ? { years, months: months % 12 } : { years };
}

/** `Age: Too Young` as texts name it: colons and periods mean something in their keys. */
export const reasonKey = (reason: string): string =>
  reason
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, '-')
    .replaceAll(/^-|-$/g, '');
