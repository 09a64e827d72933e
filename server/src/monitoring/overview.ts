import { type Kysely, sql } from 'kysely';
import type { Outcome } from '../exchange/ledger.ts';
import type { Tables } from '../platform/database/tables.ts';
import {
  clientsOf,
  countsOf,
  type DayCount,
  type Days,
  findingsOf,
  type Kind,
  lastMessageAt,
} from './counts.ts';
import { before, eachDay, plusDays } from './days.ts';
import { wordsOf } from './finding-words.ts';
import type { OverviewAnswer } from './schema.ts';
import { scopeOf, type Watched } from './scopes.ts';

type Outcomes = OverviewAnswer['totals'];

const OUTCOME: Readonly<Record<Outcome, keyof Outcomes>> = {
  accepted: 'accepted',
  'partly-accepted': 'partlyAccepted',
  refused: 'refused',
  answered: 'answered',
  forwarded: 'forwarded',
  fault: 'fault',
};

/** By outcome. */
export function outcomesOf(counts: readonly DayCount[]): Outcomes {
  const sums: Record<keyof Outcomes, number> = {
    accepted: 0,
    partlyAccepted: 0,
    refused: 0,
    answered: 0,
    forwarded: 0,
    fault: 0,
  };
  for (const { outcome, messages } of counts) sums[OUTCOME[outcome]] += messages;
  return sums;
}

function kindsOf(counts: readonly DayCount[]): Record<Kind, number> {
  const sums = { submission: 0, query: 0, other: 0 };
  for (const { kind, messages } of counts) sums[kind] += messages;
  return sums;
}

const messagesIn = (counts: readonly DayCount[]): number =>
  counts.reduce((sum, { messages }) => sum + messages, 0);

export type TodayFacts = {
  readonly messages: number;
  readonly refused: number;
  readonly usual: number | undefined;
  readonly hasEver: boolean;
  readonly isSilent: boolean;
  /** Of the day in the jurisdiction, 0 to 23. */
  readonly hour: number;
};

/** The least that a site sends on such days for nothing at all to be odd by midday. */
const USUAL_LEAST = 5;
const MIDDAY = 12;

/** Whether today is as other days; the worst that is true. */
export function stateOf(facts: TodayFacts): OverviewAnswer['state'] {
  const { messages, refused, usual = 0, hasEver, isSilent, hour } = facts;
  if (!hasEver) return 'none-ever';
  if (isSilent && messages === 0) return 'silent';
  if (refused >= 5 && refused > 0.05 * messages) return 'refusing';
  if (hour >= MIDDAY && usual >= USUAL_LEAST && messages * 4 < usual) return 'quiet';
  return 'normal';
}

/**
 * What came on such a day of the week in the four weeks before: the middle of the four, so that one holiday changes nothing.
 * @param counts of those weeks
 */
export function usualOn(today: string, counts: readonly DayCount[]): number | undefined {
  const same = [7, 14, 21, 28].map((days) => {
    const day = plusDays(today, -days);
    return messagesIn(counts.filter((each) => each.day === day));
  });
  if (same.every((messages) => messages === 0)) return undefined;
  const [, second = 0, third = 0] = same.toSorted((a, b) => a - b);
  return Math.round((second + third) / 2);
}

type Asked = {
  readonly kysely: Kysely<Tables>;
  readonly watched: Watched;
  readonly days: Days;
  readonly address: 'production' | 'test';
  readonly today: string;
  readonly hour: number;
};

/** A site's exchange, or everybody's, day by day. */
export async function overview(asked: Asked): Promise<OverviewAnswer> {
  const { kysely, watched, days, address, today } = asked;
  const { site, relation } = watched;
  const scope = scopeOf(watched);
  const earlier = before(days);
  const [counts, previous, recent, findings, lastAt, isSilent, clients] = await Promise.all([
    countsOf(kysely, scope, days, address),
    countsOf(kysely, scope, earlier, address),
    countsOf(kysely, scope, { from: plusDays(today, -28), to: today }, address),
    findingsOf(kysely, scope, days, earlier, address),
    lastMessageAt(kysely, scope, address),
    site ? isSilentNow(kysely, site.organizationId) : false,
    site?.kind === 'sending-facility' ? clientsOf(kysely, site.organizationId, days, address) : null,
  ]);
  const ofToday = recent.filter(({ day }) => day === today);
  const { refused, fault } = outcomesOf(ofToday);
  const usual = usualOn(today, recent);
  return {
    site: site ? { code: site.code, name: site.name, kind: site.kind } : null,
    relation,
    ...days,
    today,
    address,
    state: stateOf({
      messages: messagesIn(ofToday),
      refused: refused + fault,
      usual,
      hasEver: lastAt !== undefined,
      isSilent: isSilent && address === 'production',
      hour: asked.hour,
    }),
    todayMessages: messagesIn(ofToday),
    todayRefused: refused + fault,
    usual: usual ?? null,
    lastAt: lastAt?.toISOString() ?? null,
    days: eachDay(days).map((day) => ({
      day,
      ...outcomesOf(counts.filter((each) => each.day === day)),
    })),
    totals: outcomesOf(counts),
    previous: outcomesOf(previous),
    kinds: kindsOf(counts),
    findings: findings.map((finding) => ({ ...finding, ...wordsOf(finding.code) })),
    clients: clients && [...clients],
  };
}

async function isSilentNow(kysely: Kysely<Tables>, organizationId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from silence where organization_id = ${organizationId} and ended_at is null`.execute(kysely);
  return rows.length > 0;
}
