import type { Jurisdiction } from '../platform/jurisdiction.ts';

/** A registry beside this one: of a region that moves here, or a partner that stays. */
export type OtherRegistry = {
  readonly id: string;
  readonly name: string;
  readonly kind: 'region' | 'partner';
  readonly goLive: string | null;
  readonly hasMoved: boolean;
  readonly daysLeft: number | null;
};

const DAY_MS = 24 * 60 * 60_000;

type Places = Pick<Jurisdiction, 'regions' | 'partners' | 'timeline'>;

/** Every region and partner of the pack, and how far the regions are on a day. Days are civil: `2016-09-01`. */
export function registriesOn(
  today: string,
  { regions, partners, timeline }: Places,
): readonly OtherRegistry[] {
  return [
    ...regions.map(({ id, name }): OtherRegistry => {
      const goLive = timeline.find(({ region }) => region === id)?.goLive ?? null;
      const hasMoved = goLive !== null && goLive <= today;
      const daysLeft = goLive === null || hasMoved ? null : daysBetween(today, goLive);
      return { id, name, kind: 'region', goLive, hasMoved, daysLeft };
    }),
    ...partners.map(({ id, name }): OtherRegistry => ({
      id,
      name,
      kind: 'partner',
      goLive: null,
      hasMoved: false,
      daysLeft: null,
    })),
  ];
}

const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
