import { readDay } from '@cairn/guide';
import { UsageError } from '../usage-error.ts';
import { dayOf } from './days.ts';
import { DEFAULTS, MOST_PERSONS, type SimulateOptions } from './options.ts';
import { MOST_SITES } from './sites.ts';

/** Options as they are typed. */
export type Asked = {
  readonly persons?: string;
  readonly messages?: string;
  readonly from?: string;
  readonly seed?: string;
  readonly day?: string;
  readonly density?: string;
  readonly visits?: string;
  readonly sites?: string;
  readonly siteCodes?: string;
  readonly sendingFacility?: string;
  readonly rate?: string;
  readonly concurrency?: string;
};

export type Settings = {
  readonly population: SimulateOptions;
  readonly rate: number | undefined;
  readonly concurrency: number;
};

/** The demo's clinic and Sending Facility (`cairn start --demo`). */
const DEMO_SITE = 'DE-000001';
const DEMO_FACILITY = 'SF-000001';
/** An id as registries issue it: what it cannot hold is what would break a message. */
const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/**
 * @param today YYYY-MM-DD, where no day is asked for
 * @throws UsageError that names the option
 */
export function optionsOf(asked: Asked, today: string): Settings {
  if (asked.sites !== undefined && asked.siteCodes !== undefined)
    throw new UsageError('--sites and --site-codes: give one of them.');
  const messages = whole(asked.messages, '--messages', 1, Number.MAX_SAFE_INTEGER);
  const density = whole(asked.density, '--density', 1, 40_000);
  const sites = whole(asked.sites, '--sites', 1, MOST_SITES);
  const facility =
    code(asked.sendingFacility, '--sending-facility') ?? (sites === undefined ? undefined : DEMO_FACILITY);
  const from = whole(asked.from, '--from', 0, MOST_PERSONS - 1) ?? DEFAULTS.from;
  return {
    population: {
      seed: whole(asked.seed, '--seed', 0, Number.MAX_SAFE_INTEGER) ?? DEFAULTS.seed,
      from,
      persons: whole(asked.persons, '--persons', 1, MOST_PERSONS - from) ?? DEFAULTS.persons,
      ...(messages === undefined ? {} : { messages }),
      today: dayNumber(asked.day ?? today),
      sites:
        sites ?? (asked.siteCodes ?? DEMO_SITE).split(',').map((text) => code(text, '--site-codes') ?? text),
      ...(facility === undefined ? {} : { sendingFacility: facility }),
      ...(density === undefined ? {} : { density }),
      visits: whole(asked.visits, '--visits', 1, 1000) ?? DEFAULTS.visits,
      window: DEFAULTS.window,
    },
    rate: positive(asked.rate, '--rate'),
    concurrency: whole(asked.concurrency, '--concurrency', 1, 10_000) ?? 16,
  };
}

function whole(text: string | undefined, option: string, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= least && number <= most))
    throw new UsageError(`${option}: "${text}" is no whole number from ${least} to ${most}.`);
  return number;
}

function positive(text: string | undefined, option: string): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!(Number.isFinite(number) && number > 0))
    throw new UsageError(`${option}: "${text}" is no number above 0.`);
  return number;
}

function code(text: string | undefined, option: string): string | undefined {
  if (text === undefined || CODE.test(text)) return text;
  throw new UsageError(`${option}: "${text}" is no organization id, such as ${DEMO_SITE}.`);
}

function dayNumber(text: string): number {
  const digits = text.replaceAll('-', '');
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && readDay(digits) !== undefined;
  if (!isDay || text < '2000-01-01')
    throw new UsageError(`--day: "${text}" is no day from 2000 on, such as 2026-01-31.`);
  return dayOf(Number(digits.slice(0, 4)), Number(digits.slice(4, 6)), Number(digits.slice(6)));
}
