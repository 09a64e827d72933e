import { type Kysely, sql } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { SignedParts, StatementContent } from './statement-signature.ts';

export type Period = { readonly from: string; readonly to: string };

export type Figures = Pick<StatementContent, 'accepted' | 'total' | 'cases'>;

/**
 * What submissions to the testing address came to in a period of civil days: a site's own, however they were sent; of a Sending
 * Facility those that it sent, for whomever. Queries change nothing in a registry: they are not counted.
 */
export async function testFigures(
  db: Kysely<Tables>,
  { organizationId, kind }: { readonly organizationId: string; readonly kind: 'site' | 'sending-facility' },
  { from, to }: Period,
  { timeZone, cases }: { readonly timeZone: string; readonly cases: readonly string[] },
): Promise<Figures> {
  const whose = kind === 'site' ? sql`s.organization_id` : sql`s.sender_id`;
  const submissions = sql`
    select s.cases, m.outcome = 'accepted' as accepted, (s.received_at at time zone ${timeZone})::date as day
    from test_submission s join message m using (month, message_id)
    where ${whose} = ${organizationId} and m.message_type not like 'QBP%'
      and (s.received_at at time zone ${timeZone})::date between ${from}::date and ${to}::date`;
  const { rows } = await sql<{
    readonly accepted: number;
    readonly total: number;
    readonly cases: readonly { readonly case: string; readonly accepted: number; readonly first: string }[];
  }>`
    with submission as (${submissions}),
    shown as (
      select c.name as "case", count(*)::int as accepted, min(day)::text as first
      from submission, unnest(cases) as c(name) where accepted group by c.name
    )
    select (select count(*)::int from submission where accepted) as accepted,
      (select count(*)::int from submission) as total,
      (select coalesce(jsonb_agg(to_jsonb(shown)), '[]') from shown) as cases`.execute(db);
  const [row] = rows;
  const shown = new Map(row?.cases.map((one) => [one.case, one]));
  return {
    accepted: row?.accepted ?? 0,
    total: row?.total ?? 0,
    cases: cases.map((name) => shown.get(name) ?? { case: name, accepted: 0, first: null }),
  };
}

export type StoredStatement = SignedParts & {
  readonly organizationId: string;
  readonly signature: string;
  readonly publicKey: string;
  readonly pdf: Buffer;
};

export async function insertStatement(
  db: Kysely<Tables>,
  statement: StoredStatement,
  madeBy: string,
  now: Date,
): Promise<void> {
  const { code, organizationId, content, pdf, pdfHash, signature, publicKey } = statement;
  await sql`insert into statement
      (statement_id, code, organization_id, content, pdf, pdf_hash, signature, public_key, made_at, made_by)
    values (${uuidv7(now.getTime())}, ${code}, ${organizationId}, ${JSON.stringify(content)}, ${pdf}, ${pdfHash},
      ${signature}, ${publicKey}, ${now}, ${madeBy})`.execute(db);
}

export async function statementOf(db: Kysely<Tables>, code: string): Promise<StoredStatement | undefined> {
  const { rows } = await sql<StoredStatement>`
    select code, organization_id as "organizationId", content, pdf, pdf_hash as "pdfHash", signature,
      public_key as "publicKey"
    from statement where code = ${code}`.execute(db);
  return rows[0];
}

export async function statementsOf(
  db: Kysely<Tables>,
  organizationId: string,
): Promise<readonly { readonly code: string; readonly content: StatementContent }[]> {
  const { rows } = await sql<{ readonly code: string; readonly content: StatementContent }>`
    select code, content from statement where organization_id = ${organizationId}
    order by statement_id desc limit 500`.execute(db);
  return rows;
}
