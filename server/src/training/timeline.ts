import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { daysBetween } from './states.ts';

export type RegionOnTheWay = {
  readonly id: string;
  readonly name: string;
  readonly trainingFrom: string;
  readonly goLive: string;
  readonly state: 'before-training' | 'training' | 'live';
  /** Until the next of its days; null once it is live. */
  readonly daysLeft: number | null;
};

/** The regions in the order in which they go live, and how far each is on that day. */
export function timelineOn(
  { regions, timeline }: Pick<Jurisdiction, 'regions' | 'timeline'>,
  today: string,
): readonly RegionOnTheWay[] {
  return timeline
    .map(({ region, trainingFrom, goLive }) => {
      const name = regions.find(({ id }) => id === region)?.name ?? region;
      return { id: region, name, trainingFrom, goLive, ...progress(trainingFrom, goLive, today) };
    })
    .toSorted(
      (one, other) => one.goLive.localeCompare(other.goLive) || one.name.localeCompare(other.name, 'en'),
    );
}

function progress(
  trainingFrom: string,
  goLive: string,
  today: string,
): Pick<RegionOnTheWay, 'state' | 'daysLeft'> {
  if (today >= goLive) return { state: 'live', daysLeft: null };
  return today >= trainingFrom
    ? { state: 'training', daysLeft: daysBetween(today, goLive) }
    : { state: 'before-training', daysLeft: daysBetween(today, trainingFrom) };
}
