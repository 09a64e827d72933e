import { vaccineByCvx } from '@cairn/codes';
import { civilOf, type Day, type GroupForecast } from '@cairn/forecast';
import type { PatientView } from './schema.ts';

type Group = NonNullable<PatientView['forecast']>['groups'][number];

const SOON_DAYS = 60;

/** How soon a dose is to be given, as seen on a day. Past due is the last day on which it is in time. */
export function dueOn(
  { status, recommended, pastDue }: Pick<GroupForecast, 'status' | 'recommended' | 'pastDue'>,
  today: Day,
): Group['due'] {
  if (status !== 'Not Complete' || recommended === undefined) return 'none';
  if (pastDue !== undefined && pastDue < today && recommended <= today) return 'overdue';
  if (recommended <= today) return 'due';
  return recommended <= today + SOON_DAYS ? 'soon' : 'later';
}

export function groupView(forecast: GroupForecast, today: Day): Group {
  const { vaccineGroup, status, seriesType, reasons, doseNumber, vaccines, series } = forecast;
  return {
    vaccineGroup,
    status,
    seriesType,
    reasons: [...reasons],
    earliest: civil(forecast.earliest),
    recommended: civil(forecast.recommended),
    pastDue: civil(forecast.pastDue),
    latest: civil(forecast.latest),
    doseNumber: doseNumber ?? null,
    due: dueOn(forecast, today),
    vaccines: vaccines.map((cvx) => ({ cvx, name: vaccineByCvx(cvx)?.name ?? cvx })),
    series: [...series],
  };
}

const civil = (day: Day | undefined): string | null => (day === undefined ? null : civilOf(day));
