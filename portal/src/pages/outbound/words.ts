import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.ts';
import { useFormat } from '../../components/format.ts';
import type { Registry } from './data.ts';

const MINUTE = 60_000;
const UNITS = [
  { unit: 'day', ms: 24 * 60 * MINUTE },
  { unit: 'hour', ms: 60 * MINUTE },
  { unit: 'minute', ms: MINUTE },
] as const;

/** How long something takes, by its largest unit: `2 hours`; undefined for less than a minute. */
export function spanOf(
  ms: number,
): { readonly count: number; readonly unit: (typeof UNITS)[number]['unit'] } | undefined {
  const fits = UNITS.find((each) => ms >= each.ms);
  return fits && { count: Math.floor(ms / fits.ms), unit: fits.unit };
}

/** How long ago a moment was, by the server's clock, as a length: `2 hours`. */
export function useSpan(): (from: string, now: string) => string {
  const { t, i18n } = useTranslation('outbound');
  return (from, now) => {
    const span = spanOf(Date.parse(now) - Date.parse(from));
    if (!span) return t('lag.short');
    return new Intl.NumberFormat(i18n.language, {
      style: 'unit',
      unit: span.unit,
      unitDisplay: 'long',
    }).format(span.count);
  };
}

/** A moment; of today the time of day alone. */
export function useWhen(now: string): (iso: string) => string {
  const { i18n } = useTranslation();
  const { moment } = useFormat();
  const timeZone = useSession()?.timeZone ?? 'UTC';
  const dayOf = (iso: string): string => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date(iso));
  return (iso) =>
    dayOf(iso) === dayOf(now)
      ? new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short', timeZone }).format(new Date(iso))
      : moment(iso);
}

/** Whether there are words for a reason; the server's own, in English, stand in where there are none. */
export function useIsKnown(): (code: string) => boolean {
  const { i18n } = useTranslation('outbound');
  return (code) => i18n.exists(`outbound:why.${code}`);
}

/** What a fault of the way there, or an error code of HL7 table 0357, means. */
export function useWhy(): (code: string) => string {
  const { t } = useTranslation('outbound');
  const isKnown = useIsKnown();
  return (code) => {
    if (code === '') return t('why.none');
    return isKnown(code) ? t(`why.${code}` as 'why.maintenance') : t('why.other', { code });
  };
}

export type Connection = {
  readonly state: 'not-set-up' | 'off' | 'maintenance' | 'closed' | 'failing' | 'silent' | 'works' | 'new';
  readonly tone: 'good' | 'warn' | 'bad' | 'info' | 'plain';
};

/** What a connection is like now, in one word; the worst that is known of it. */
export function connectionOf(registry: Registry): Connection {
  const { isSetUp, isEnabled, maintenanceUntil, circuit, failedAt, answeredAt, healthy } = registry;
  if (!isSetUp) return { state: 'not-set-up', tone: 'plain' };
  if (!isEnabled) return { state: 'off', tone: 'plain' };
  if (maintenanceUntil !== null) return { state: 'maintenance', tone: 'info' };
  if (circuit) return { state: 'closed', tone: 'bad' };
  if (failedAt !== null && (answeredAt === null || failedAt > answeredAt)) {
    return { state: 'failing', tone: 'warn' };
  }
  if (healthy === false) return { state: 'silent', tone: 'bad' };
  return answeredAt !== null || healthy === true
    ? { state: 'works', tone: 'good' }
    : { state: 'new', tone: 'plain' };
}

/** How far a region is: on its old registry, or moved. */
export function usePhase(): (registry: Registry) => string {
  const { t } = useTranslation('outbound');
  const { day } = useFormat();
  return ({ kind, goLive, hasMoved, daysLeft }) => {
    if (kind === 'partner') return t('phase.partner');
    if (goLive === null) return t('phase.unknown');
    return hasMoved
      ? t('phase.moved', { day: day(goLive) })
      : t('phase.until', { day: day(goLive), count: daysLeft ?? 0 });
  };
}
