import { vaccineByCvx } from '@cairn/codes';
import { explainComparison, explainReason } from '@cairn/matching';
import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { messageAnswer } from './message-schema.ts';

type Effects = z.output<typeof messageAnswer>['effects'];

/** Who looks: what is told of a record depends on what else they may see. */
export type Sight = {
  readonly seesPatients: boolean;
  readonly decidesReviews: boolean;
  /** Undefined: staff, who know of everybody. */
  readonly organizationId: string | undefined;
};

type DoseRow = {
  readonly action: Effects['doses'][number]['action'];
  readonly codes: string;
  readonly on: string;
};
type DecisionRow = {
  readonly otherId: string;
  readonly outcome: Effects['match'][number]['outcome'];
  readonly guards: readonly string[];
  readonly signature: string;
};
type TaskRow = {
  readonly otherId: string;
  readonly taskId: string;
  readonly state: Effects['review'][number]['state'];
};

/** What a message did to which record. A record that was merged since is looked for where it went. */
export async function effectsOf(
  db: Kysely<Tables>,
  {
    messageId,
    personId,
    isQuery,
  }: {
    readonly messageId: string;
    readonly personId: string | null;
    readonly isQuery: boolean;
  },
  sight: Sight,
): Promise<Effects> {
  if (personId === null) return { record: 'none', personId: null, doses: [], match: [], review: [] };
  const now = await recordNow(db, personId);
  const doses = await dosesOf(db, messageId, now);
  const decisions = await decisionsOf(db, messageId, personId);
  const tasks = await tasksOf(db, messageId, personId);
  const hidden = await hiddenFrom(db, sight.organizationId, [
    personId,
    ...[...decisions, ...tasks].map(({ otherId }) => otherId),
  ]);
  // How alike they are would tell of somebody of whom the organization may not know.
  const isTold = ({ otherId }: { readonly otherId: string }): boolean =>
    !hidden.has(personId) && !hidden.has(otherId);
  return {
    record: isQuery ? 'none' : (await wasNew(db, messageId, now)) ? 'new' : 'known',
    personId: sight.seesPatients ? now : null,
    doses: doses.map(({ action, codes, on }) => ({ action, on, vaccine: vaccineName(codes) })),
    match: decisions.filter(isTold).map(({ outcome, guards, signature }) => ({
      outcome,
      words: [...explainComparison(signature).map(({ words }) => words), ...guards.map(explainReason)],
    })),
    review: tasks
      .filter(isTold)
      .map(({ state, taskId }) => ({ state, taskId: sight.decidesReviews ? taskId : null })),
  };
}

/** Where a record is now: charts go with a merge, and its id keeps leading to them. */
async function recordNow(db: Kysely<Tables>, personId: string): Promise<string> {
  const { rows } = await sql<{ readonly id: string }>`
    with recursive way (person_id, merged_into) as (
      select person_id, merged_into from person where person_id = ${personId}
      union
      select p.person_id, p.merged_into from person p join way on p.person_id = way.merged_into)
    select person_id as id from way where merged_into is null`.execute(db);
  return rows[0]?.id ?? personId;
}

async function dosesOf(db: Kysely<Tables>, messageId: string, personId: string): Promise<readonly DoseRow[]> {
  const { rows } = await sql<DoseRow>`
    select d.vaccine_codes as codes, d.administered_on::text as on,
      case when d.action = 'D' then 'deleted'
        when exists (select 1 from dose_report e where e.person_id = d.person_id
          and e.organization_id = d.organization_id and e.dose_key = d.dose_key and e.report_id < d.report_id)
        then 'updated' else 'added' end as action
    from dose_report d where d.person_id = ${personId} and d.message_id = ${messageId}
    order by d.administered_on desc, d.report_id`.execute(db);
  return rows;
}

async function decisionsOf(
  db: Kysely<Tables>,
  messageId: string,
  personId: string,
): Promise<readonly DecisionRow[]> {
  const { rows } =
    await sql<DecisionRow>`select other_id as "otherId", outcome, guards, signature from match_decision
    where person_id = ${personId} and message_id = ${messageId} order by decision_id`.execute(db);
  return rows;
}

async function tasksOf(db: Kysely<Tables>, messageId: string, personId: string): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRow>`select task_id as "taskId", state,
      case when person_a = ${personId} then person_b else person_a end as "otherId"
    from review_task
    where (person_a = ${personId} or person_b = ${personId}) and message_id = ${messageId}
    order by task_id`.execute(db);
  return rows;
}

/** Those of them of whom the organization may not know (registry/visibility.ts), wherever a merge has led them. */
async function hiddenFrom(
  db: Kysely<Tables>,
  organizationId: string | undefined,
  personIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (organizationId === undefined) return new Set();
  const { rows } = await sql<{ readonly id: string }>`
    with recursive way (id, person_id, merged_into) as (
      select person_id, person_id, merged_into from person where person_id = any(${personIds}::uuid[])
      union
      select way.id, p.person_id, p.merged_into from person p join way on p.person_id = way.merged_into)
    select distinct way.id from way join person p using (person_id)
    where (p.protected or p.sealed) and not exists (select 1 from person_source s
      where s.person_id = p.person_id and s.organization_id = ${organizationId}
        and (s.protection = 'Y' or not p.protected))`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

async function wasNew(db: Kysely<Tables>, messageId: string, personId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from person_source
    where person_id = ${personId} and message_id = ${messageId} and person_version = 1`.execute(db);
  return rows.length > 0;
}

/** CDC's short name of the first code that has one, else the code as it was sent. */
function vaccineName(codes: string): string {
  const sent = codes.split(' ');
  const names = sent.flatMap((code) => {
    const name = code.startsWith('CVX:') ? vaccineByCvx(code.slice('CVX:'.length))?.name : undefined;
    return name === undefined ? [] : [name];
  });
  return names[0] ?? sent[0] ?? '';
}
