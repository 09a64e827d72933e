import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { codeKey } from '../registry/organizations.ts';
import { bidxLacking } from './bidx.ts';
import { type SiteState, siteStates } from './site-queries.ts';
import type { workListAnswer, workListQuery } from './site-schema.ts';
import { latest, type Owner, stepsOf } from './steps.ts';

type Filter = z.output<typeof workListQuery>['step'];
export type WorkRow = z.output<typeof workListAnswer>['sites'][number];

/** What a page shows; of more, the search finds the one that is meant. */
const ROWS_SHOWN = 200;

/** Which organizations each filter shows; an organization can be of several. */
const FILTERS: { readonly [filter in Filter]: RawBuilder<unknown> } = {
  all: sql`true`,
  testing: sql`o.stage = 'testing'`,
  'real-data': sql`o.stage = 'real-data'`,
  'second-approval': sql`exists (select 1 from promotion p where p.organization_id = o.organization_id)`,
  bidx: sql`o.stage <> 'suspended' and exists (select 1 from bidx b
    where b.organization_id = o.organization_id and b.state = 'testing')`,
  deduction: sql`o.decrement_asked_at is not null`,
  suspended: sql`o.stage = 'suspended'`,
  production: sql`o.stage = 'production'`,
};
/** Where there is something to do or to wait for. */
const UNDER_WAY = sql`(o.stage in ('testing', 'real-data') or ${FILTERS['second-approval']} or ${FILTERS.bidx}
  or ${FILTERS.deduction})`;

/** The sites of a filter, those that wait longest first; sites with nothing under way come last. */
export async function workList(
  db: Kysely<Tables>,
  { step, search }: z.output<typeof workListQuery>,
  jurisdiction: Jurisdiction,
): Promise<z.output<typeof workListAnswer>> {
  const names = Object.keys(FILTERS) as Filter[];
  const columns = names.map((name) => sql`count(*) filter (where ${FILTERS[name]})::int as ${sql.ref(name)}`);
  const { rows } = await sql<Record<Filter, number>>`
    select ${sql.join(columns)} from organization o`.execute(db);
  // Of the sites under way all are read, since how long they wait is known only then; they are few.
  const found = sql`${FILTERS[step]} and ${matches(search)}`;
  const settled = sql`${found} and not ${UNDER_WAY} and o.organization_id in (
    select o.organization_id from organization o where ${found} and not ${UNDER_WAY}
    order by o.code_key limit ${ROWS_SHOWN})`;
  const states = await siteStates(db, sql`(${found} and ${UNDER_WAY}) or (${settled})`, jurisdiction);
  const sites = states.map((state) => workRow(state, step, jurisdiction));
  return { counts: rows[0] ?? {}, sites: sortRows(sites).slice(0, ROWS_SHOWN) };
}

/** By name, or by id however it is written. */
function matches(search: string): RawBuilder<unknown> {
  const words = search.trim();
  if (words === '') return sql`true`;
  const escaped = (text: string): string => text.replace(/[\\%_]/g, '\\$&');
  const key = codeKey(words);
  return sql`(o.name ilike ${`%${escaped(words)}%`} or ${key !== ''} and o.code_key like ${`${escaped(key)}%`})`;
}

/** A site on the list: whose turn it is, since when, and what is waited for; what waits for the registry goes before the rest. */
export function workRow(
  state: SiteState,
  filter: Filter,
  jurisdiction: Pick<Jurisdiction, 'readiness'>,
): WorkRow {
  const row = onTheWay(state, filter, jurisdiction);
  const { deductionAskedAt } = state;
  if (!deductionAskedAt) return row;
  const isRegistrys = row.owner === 'registry' && (row.waitsFor.length > 0 || row.stage === 'suspended');
  if (isRegistrys && filter !== 'deduction') return row;
  const since = deductionAskedAt.toISOString();
  return { ...row, currentStep: 'deduction', owner: 'registry', since, waitsFor: ['deduction-answer'] };
}

/** How far a site is on its way to production. */
function onTheWay(state: SiteState, filter: Filter, { readiness }: Pick<Jurisdiction, 'readiness'>): WorkRow {
  const { code, name, siteType, region, stage, promotions, bidx, facts, suspendedAt } = state;
  const row = { code, name, siteType, region: region ?? null, stage };
  const turn = (
    currentStep: string,
    owner: Owner,
    since: Date | undefined,
    waitsFor: readonly string[],
  ): WorkRow => ({
    ...row,
    currentStep,
    owner,
    since: (since ?? facts.registeredAt).toISOString(),
    waitsFor: [...new Set(waitsFor)],
  });
  if (stage === 'suspended') return turn('suspended', 'registry', suspendedAt, []);
  const proposed = promotions.filter(({ track }) => filter !== 'bidx' || track === 'bidx');
  const [first] = proposed.toSorted((a, b) => a.proposedAt.getTime() - b.proposedAt.getTime());
  if (first) return turn(first.track, 'registry', first.proposedAt, ['second-approval']);
  const current = stepsOf(facts).find(({ state: is }) => is === 'current' || is === 'sent-back');
  const isBidx = bidx?.state === 'testing' && (filter === 'bidx' || stage === 'production');
  if (isBidx) {
    const lacking = bidxLacking(state, readiness.queries);
    if (lacking.length > 0) {
      return turn(
        'bidx',
        'site',
        latest(bidx.surveyedAt, bidx.sentBack?.at),
        lacking.map((each) => each.code),
      );
    }
    const shownAt = readiness.queries.map((each) => state.shown.get(each)?.at);
    return turn('bidx', 'registry', latest(bidx.surveyedAt, ...shownAt), ['registry-review']);
  }
  if (!current) return turn('production', 'registry', facts.productionAt, []);
  return turn(
    current.step,
    current.owner,
    current.since,
    current.missing.map((each) => each.code),
  );
}

/** Those that wait for the registry and longest come first; then those that wait for others; then those that wait for nothing. */
export const sortRows = (rows: readonly WorkRow[]): WorkRow[] =>
  rows.toSorted(
    (a, b) => rank(a) - rank(b) || a.since.localeCompare(b.since) || a.code.localeCompare(b.code),
  );

const rank = ({ owner, waitsFor }: WorkRow): number =>
  waitsFor.length === 0 ? 2 : owner === 'registry' ? 0 : 1;
