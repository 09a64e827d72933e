import type { PoolClient, QueryResultRow } from 'pg';
import { vaccineByCvx } from '@cairn/codes';
import { standingDoses } from '../registry/history.ts';
import type { TaskQuery } from './schema.ts';
import { personView, type PersonView } from './person-view.ts';

export type TaskRow = {
  readonly taskId: string;
  readonly kind: 'possible-duplicate' | 'chart-reused' | 'unmerged-chart';
  readonly personA: string;
  readonly personB: string;
  readonly state: 'open' | 'later' | 'same' | 'different' | 'settled';
  readonly priority: number;
  readonly score: number | undefined;
  readonly guards: readonly string[];
  readonly signature: string;
  readonly openedAt: Date;
  readonly notBefore: Date | undefined;
  readonly decidedAt: Date | undefined;
  readonly decidedBy: string | undefined;
  readonly reason: string | undefined;
};

const TASK = `select t.*, coalesce(s.name, a.name, t.decided_by) as decided_name
  from review_task t left join staff s on s.staff_id::text = t.decided_by
    left join account a on a.account_id::text = t.decided_by`;

// A row of unknown columns from the driver: this is where its types are given.
const taskRow = (row: QueryResultRow): TaskRow => ({
  taskId: row.task_id,
  kind: row.kind,
  personA: row.person_a,
  personB: row.person_b,
  state: row.state,
  priority: row.priority,
  score: row.score ?? undefined,
  guards: row.guards,
  signature: row.signature,
  openedAt: row.opened_at,
  notBefore: row.not_before ?? undefined,
  decidedAt: row.decided_at ?? undefined,
  decidedBy: row.decided_name ?? undefined,
  reason: row.decided_at === null ? undefined : (row.reason ?? undefined),
});

/** The queue in the order in which it is to be worked off. What was put off comes back when its time has come. */
export async function listTasks(db: PoolClient, query: TaskQuery, now: Date): Promise<readonly TaskRow[]> {
  const { state, limit, after } = query;
  const isWanted =
    state === 'open'
      ? `(t.state = 'open' or (t.state = 'later' and t.not_before <= $1))`
      : state === 'later'
        ? `t.state = 'later' and (t.not_before is null or t.not_before > $1)`
        : `t.state = '${state}' and $1::timestamptz is not null`;
  const { rows } = await db.query(
    `${TASK} left join review_task p on p.task_id = $2
     where ${isWanted} and ($2::uuid is null or t.priority < p.priority or (t.priority = p.priority and t.task_id > p.task_id))
     order by t.priority desc, t.task_id limit $3`,
    [now, after ?? null, limit],
  );
  return rows.map(taskRow);
}

export async function readTask(db: PoolClient, taskId: string): Promise<TaskRow | undefined> {
  const { rows } = await db.query(`${TASK} where t.task_id = $1`, [taskId]);
  return rows[0] && taskRow(rows[0]);
}

/** Where the charts of these persons are now. Ids that nobody has are left out. */
export async function whereNow(
  db: PoolClient,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.query(
    `with recursive went as (
       select person_id as asked, person_id, merged_into from person where person_id = any($1::uuid[])
       union all
       select w.asked, p.person_id, p.merged_into from went w join person p on p.person_id = w.merged_into
     ) select asked, person_id from went where merged_into is null`,
    [[...new Set(personIds)]],
  );
  return new Map(rows.map((row) => [row.asked, row.person_id]));
}

export type KnownSide = { readonly view: PersonView; readonly records: readonly string[] };

/** What a reviewer sees of persons, and what they are compared by. */
export async function readSides(
  db: PoolClient,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, KnownSide>> {
  const { rows } = await db.query(
    `select p.person_id, p.demographics, p.protected, p.sealed, p.status,
       array(select record from person_match m where m.person_id = p.person_id) as records,
       (select count(distinct (organization_id, id_key))::int from person_source s where s.person_id = p.person_id) as charts,
       array(select distinct o.name || ' (' || o.code || ')' from person_source s join organization o using (organization_id)
             where s.person_id = p.person_id order by 1) as organizations,
       (select count(*)::int from (
          select distinct on (organization_id, id_key, dose_key) action from dose_report d where d.person_id = p.person_id
          order by organization_id, id_key, dose_key, said_at desc, person_version desc, report_id desc
        ) d where action <> 'D') as doses
     from person p where p.person_id = any($1::uuid[])`,
    [[...new Set(personIds)]],
  );
  return new Map(rows.map((row) => [row.person_id, { view: personView(row), records: row.records }]));
}

export type LinkRow = {
  readonly batchId: string;
  readonly op: 'merge' | 'unmerge';
  readonly from: string;
  readonly to: string;
  readonly reports: number;
  readonly undoes: string | undefined;
  readonly undoneBy: string | undefined;
  readonly by: string;
  readonly reason: string;
  readonly at: Date;
};

/** What was merged into the person and parted from it, and what it was merged into itself; oldest first. */
export async function readLinks(db: PoolClient, personId: string): Promise<readonly LinkRow[]> {
  const { rows } = await db.query(
    `select l.*, cardinality(l.report_ids) as reports, coalesce(s.name, a.name, l.by_whom) as by_name
     from person_link l left join staff s on s.staff_id::text = l.by_whom
       left join account a on a.account_id::text = l.by_whom
     where l.from_person = $1 or l.to_person = $1 order by l.at, l.batch_id`,
    [personId],
  );
  return rows.map((row) => ({
    batchId: row.batch_id,
    op: row.op,
    from: row.from_person,
    to: row.to_person,
    reports: row.reports,
    undoes: row.undoes ?? undefined,
    undoneBy: row.undone_by ?? undefined,
    by: row.by_name,
    reason: row.reason,
    at: row.at,
  }));
}

export type DoseView = {
  readonly id: string;
  readonly date: string;
  readonly codes: readonly string[];
  /** Of the vaccine, where a code of it is known. */
  readonly vaccine: string | null;
  readonly organization: string;
};

export type DoseDecision = {
  readonly a: string;
  readonly b: string;
  readonly kind: 'same' | 'different';
  readonly by: string;
  readonly reason: string;
  readonly at: string;
};

/** The merge that a task was decided by, while it stands. */
export async function mergeOf(
  db: PoolClient,
  taskId: string,
): Promise<{ readonly batchId: string; readonly survivor: string } | undefined> {
  const { rows } = await db.query(
    `select batch_id as "batchId", to_person as survivor from person_link
     where task_id = $1 and op = 'merge' and undone_by is null`,
    [taskId],
  );
  return rows[0];
}

/** The doses that stand, each as one chart reported it, and what reviewers decided of them. */
export async function readDoses(
  db: PoolClient,
  personId: string,
): Promise<{ readonly doses: readonly DoseView[]; readonly links: readonly DoseDecision[] }> {
  const { rows } = await db.query(
    `select d.*, o.name || ' (' || o.code || ')' as organization
     from dose_report d join organization o using (organization_id) where d.person_id = $1`,
    [personId],
  );
  const reports = rows.map((row) => ({
    organizationId: String(row.organization_id),
    idKey: String(row.id_key),
    doseKey: String(row.dose_key),
    action: String(row.action),
    administeredOn: String(row.administered_on),
    saidAt: new Date(row.said_at).toISOString(),
    personVersion: Number(row.person_version),
    reportId: String(row.report_id),
    codes: String(row.vaccine_codes).split(' '),
    organization: String(row.organization),
  }));
  const links = await db.query(
    `select l.dose_a as a, l.dose_b as b, l.kind, coalesce(s.name, a.name, l.by_whom) as by, l.reason, l.at
     from dose_link l left join staff s on s.staff_id::text = l.by_whom
       left join account a on a.account_id::text = l.by_whom where l.person_id = $1 order by l.at`,
    [personId],
  );
  return {
    doses: standingDoses(reports).map(({ idKey, doseKey, administeredOn, codes, organization }) => ({
      id: `${idKey} ${doseKey}`,
      date: administeredOn,
      codes,
      vaccine: vaccineOf(codes),
      organization,
    })),
    links: links.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
  };
}

/** `CVX:03` and the like; of several codes of one dose the first that is of CVX. */
function vaccineOf(codes: readonly string[]): string | null {
  const cvx = codes.find((code) => code.startsWith('CVX:'))?.slice(4);
  return (cvx === undefined ? undefined : vaccineByCvx(cvx)?.name) ?? null;
}
