import {
  type Comparison,
  decideMatch,
  type MatchContext,
  type NormalPerson,
  unpackPerson,
} from '@cairn/matching';
import type { Client } from 'pg';

/** A person as far as it is compared. */
export type Member = {
  readonly id: string;
  readonly birthDate: string;
  readonly records: readonly NormalPerson[];
};

/** A birth date that more persons have stands for none; then those that came last are compared. */
const MOST_OF_A_DAY = 10_000;

const COLUMNS = `person_id, birth_date,
  array(select record from person_match m where m.person_id = person.person_id) as records`;

/** Everyone born that day, or on the day that it becomes with day and month exchanged. */
export async function membersBorn(client: Client, birthDate: string): Promise<readonly Member[]> {
  const { rows } = await client.query<Row>(
    `select ${COLUMNS} from person where birth_date = any($1::date[]) and status = 'active' and not sealed
     order by person_id desc limit $2`,
    [[birthDate, ...exchanged(birthDate)], MOST_OF_A_DAY],
  );
  return rows.map(member);
}

export async function membersOf(client: Client, ids: readonly string[]): Promise<readonly Member[]> {
  const { rows } = await client.query<Row>(
    `select ${COLUMNS} from person where person_id = any($1::uuid[]) and status = 'active' and not sealed`,
    [ids],
  );
  return rows.map(member);
}

type Row = { readonly person_id: string; readonly birth_date: string; readonly records: readonly string[] };

const member = ({ person_id, birth_date, records }: Row): Member => ({
  id: person_id,
  birthDate: birth_date,
  records: records.map(unpackPerson),
});

function exchanged(date: string): readonly string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  return day !== month && Number(day) <= 12 ? [`${year}-${day}-${month}`] : [];
}

/** What speaks for two persons born together; intake asks a reviewer once, and nothing that the night knows adds to it. */
const TWINS: ReadonlySet<string> = new Set(['birth-order-differs', 'multiple-birth', 'first-names-distinct']);

/**
 * Bits from which a pair is worth a reviewer's time when nobody asks: even odds. A registry of 40 million has millions of
 * pairs with the same name, a birth date that is a digit off and nothing else in common; intake asks about those of them
 * that come along.
 */
const ASKED_FROM = 0;

const isWorthAsking = ({ score, guards }: Comparison): boolean =>
  score >= ASKED_FROM && !(guards.includes('no-corroborator') && guards.includes('birth-date-differs'));

/** Whether the two may be one person: as near as their nearest records, unless any two records speak of twins. */
export function likeness(a: Member, b: Member, context: MatchContext): Comparison | undefined {
  let best: Comparison | undefined;
  for (const record of a.records) {
    const decision = decideMatch(record, [b], context);
    if (decision.kind === 'nobody') continue;
    const found = decision.kind === 'possible' ? decision.others[0] : decision.best;
    if (!found) continue;
    const { comparison } = found;
    if (comparison.guards.some((guard) => TWINS.has(guard))) return undefined;
    if (!best || rank(comparison) > rank(best)) best = comparison;
  }
  return best && isWorthAsking(best) ? best : undefined;
}

const rank = ({ outcome, score }: Comparison): number => score + (outcome === 'match' ? 1000 : 0);
