import { compileGuide, type Guide, readDay, type Ymd, ymdOf } from '@cairn/guide';
import { guideOn, jurisdiction, jurisdictionIds } from '@cairn/server/rules';
import { UsageError } from '../usage-error.ts';

/** A registry as messages are checked for it: its rules, on a day. */
export type Registry = {
  readonly id: string;
  readonly name: string;
  readonly day: Ymd;
  readonly guide: Guide;
};

/** The national guide without any pack. */
export const NATIONAL = 'national';

type Asked = {
  readonly jurisdiction?: string;
  /** YYYY-MM-DD; today where the registry is, if not given */
  readonly day?: string;
};

/** @throws UsageError for a jurisdiction that there is not, or a day that is none */
export function registryFor(
  asked: Asked,
  env: Readonly<Record<string, string | undefined>> = process.env,
): Registry {
  const id = asked.jurisdiction ?? (env['CAIRN_JURISDICTION'] || 'california');
  const pack = jurisdiction(id);
  if (!pack && id !== NATIONAL) {
    throw new UsageError(
      `There is no jurisdiction "${id}"; there is ${[...jurisdictionIds, NATIONAL].join(', ')}.`,
    );
  }
  const civil = asked.day === undefined ? localDay(now(env), pack?.timeZone) : existingDay(asked.day);
  return {
    id,
    name: pack?.name ?? 'national guide',
    day: ymdOf(civil),
    guide: pack ? guideOn(pack, civil) : compileGuide(),
  };
}

function existingDay(text: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || readDay(text.replaceAll('-', '')) === undefined)
    throw new UsageError(`--day: "${text}" is no day such as 2026-01-31.`);
  return text;
}

function now(env: Readonly<Record<string, string | undefined>>): Date {
  const fixed = env['CAIRN_NOW'];
  const at = fixed ? new Date(fixed) : new Date();
  if (Number.isNaN(at.getTime()))
    throw new UsageError('CAIRN_NOW: must be a time such as 2016-10-03T08:00:00-07:00.');
  return at;
}

/** The civil date, YYYY-MM-DD, in that zone or this machine's: en-CA writes dates so. */
function localDay(at: Date, timeZone: string | undefined): string {
  const form = new Intl.DateTimeFormat('en-CA', {
    ...(timeZone === undefined ? {} : { timeZone }),
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return form.format(at);
}
