/** What the audit is held against: patients that were looked at, and who was named in what was answered. */
import { type Ask, type Asker, askersOf } from './askers.ts';
import type { TestCairn } from './cairn.ts';
import { SOFIA } from './demo-patient.ts';
import { demoScene, type Scene } from './demo-scene.ts';
import { controlId, patient, qbp, vxu } from './messages.ts';
import { submit } from './soap.ts';

/** Whose record is not shared with others; it is a chart of DE-000001. */
export const HIDDEN = patient({ last: 'Verborgmadeup', first: 'Elena', birthDate: '20200229' });

export type AuditScene = {
  readonly db: TestCairn['db'];
  readonly scene: Scene;
  readonly asks: (asker: Asker) => Ask;
  /** Two records that are made one. */
  readonly merged: { readonly from: string; readonly into: string };
};

/** The scene of demo mode, somebody who is hidden, two who are merged, and a query of the exchange. */
export async function auditScene(cairn: TestCairn): Promise<AuditScene> {
  const scene = await demoScene(cairn);
  await submit(cairn.url, vxu({ patient: HIDDEN, pd1: { 12: 'Y', 13: '20250320' } }));
  const merged = { from: await told(cairn), into: await told(cairn) };
  await submit(cairn.url, qbp({ patient: SOFIA }));
  return { db: cairn.db, scene, merged, asks: await askersOf(cairn) };
}

async function told(cairn: TestCairn): Promise<string> {
  const control = controlId();
  await submit(cairn.url, vxu({ patient: patient(), controlId: control }));
  return one(cairn, 'select person_id as id from message where control_id = $1', control);
}

/** The `id` of the only row, or of the first one. */
export async function one(
  { db }: Pick<TestCairn, 'db'>,
  statement: string,
  ...values: readonly unknown[]
): Promise<string> {
  const { rows } = await db.query<{ id: string }>(statement, [...values]);
  if (!rows[0]) throw new Error(`nothing is found by ${statement}`);
  return rows[0].id;
}

export type Written = {
  readonly action: string;
  readonly who: string | null;
  readonly organization: string | null;
  readonly personIds: readonly string[];
};

/** What is written down while something is done. */
export async function writtenBy<T>(
  { db }: Pick<TestCairn, 'db'>,
  doing: () => Promise<T>,
): Promise<{ readonly done: T; readonly written: readonly Written[] }> {
  const { rows: before } = await db.query<{ id: string }>('select event_id as id from audit_event');
  const done = await doing();
  const { rows: written } = await db.query<Written>(
    `select e.action, coalesce(a.email, s.name) as who, o.code as organization, e.person_ids::text[] as "personIds"
     from audit_event e left join account a using (account_id) left join staff s using (staff_id)
       left join organization o on o.organization_id = e.organization_id
     where e.event_id <> all($1::uuid[]) order by e.event_id`,
    [before.map(({ id }) => id)],
  );
  return { done, written };
}

const UUIDS = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/g;

/** Whom a text names: by the id of the record, or by last and first name. */
export async function namedIn({ db }: Pick<TestCairn, 'db'>, text: string): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select person_id as id from person where person_id = any($1::uuid[])
       or (status = 'active' and strpos($2, last_name) > 0 and strpos($2, first_name) > 0)`,
    [text.match(UUIDS) ?? [], text.toUpperCase().replaceAll('\0', '')],
  );
  return rows.map(({ id }) => id);
}

/** Of whom the messages are that a list holds. */
export async function behindMessages(
  { db }: Pick<TestCairn, 'db'>,
  text: string,
): Promise<readonly string[]> {
  const { rows } = await db.query<{ id: string }>(
    'select person_id as id from message where message_id = any($1::uuid[]) and person_id is not null',
    [text.match(UUIDS) ?? []],
  );
  return rows.map(({ id }) => id);
}
