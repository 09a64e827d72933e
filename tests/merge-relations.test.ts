/** What hangs on persons besides charts and doses: each goes with a merge, and comes back when it is undone. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PERSON_RELATIONS } from '../server/src/registry/linking-relations.ts';
import { lastEntry } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  CLINIC,
  dose,
  household,
  patient,
  type Patient,
  PEDIATRICS,
  qbp,
  type Sending,
  vxu,
} from './support/messages.ts';
import { api, type Reply } from './support/review.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const post = (path: string, body: unknown): Promise<Reply> => api(cairn, 'POST', path, body);

async function known(
  who: Patient,
  from: Sending = CLINIC,
  days: readonly string[] = ['20250310'],
): Promise<string> {
  const orders = days.map((day) => dose({ day, site: from.site }));
  await submit(cairn.url, vxu({ patient: who, from, pid: household(who), orders }), { login: from.login });
  return (await lastEntry(cairn.db))?.personId ?? '';
}

async function merge(from: string, into: string): Promise<string> {
  const { status, body } = await post('/api/persons/merge', { from, into, reason: 'looked alike' });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.batchId;
}

async function undo(personId: string, batchId: string): Promise<void> {
  const { status, body } = await post(`/api/persons/${personId}/unmerge`, {
    batchId,
    reason: 'they are two',
  });
  if (status !== 200) throw new Error(JSON.stringify(body));
}

const two = (): readonly [Patient, Patient] => [patient(), patient({ first: 'Luz', birthDate: '20190704' })];

describe('decisions on doses', () => {
  test('go with their charts; one on doses of both stays, and holds again when they are one again', async () => {
    const [one, other] = two();
    const a = await known(one);
    const b = await known(other, CLINIC, ['20250301', '20250302']);
    const dosesOf = async (id: string): Promise<readonly string[]> =>
      (await api(cairn, 'GET', `/api/persons/${id}/dose-links`)).body.doses.map(
        (each: { id: string }) => each.id,
      );
    const [ours = ''] = await dosesOf(a);
    const [first = '', second = ''] = await dosesOf(b);
    const link = (id: string, x: string, y: string, kind: string): Promise<Reply> =>
      post(`/api/persons/${id}/dose-links`, { a: x, b: y, kind, reason: 'as the papers say' });
    const links = async (id: string): Promise<readonly unknown[]> =>
      (
        await cairn.db.query(
          'select array(select unnest(array[dose_a, dose_b]) order by 1) as doses from dose_link where person_id = $1 order by 1',
          [id],
        )
      ).rows.map(({ doses }) => doses);
    expect((await link(a, first, second, 'same')).status).toBe(404);
    expect((await link(b, first, second, 'same')).status).toBe(200);
    const own = await links(b);
    const batchId = await merge(b, a);
    expect([await links(a), await links(b)]).toEqual([own, []]);
    expect((await link(a, ours, first, 'different')).status).toBe(200);
    await undo(a, batchId);
    expect(await links(b)).toEqual(own);
    expect((await links(a)).length).toBe(1);
    await cairn.db.query('delete from person_constraint');
    await merge(b, a);
    expect((await links(a)).length).toBe(2);
  });
});

describe('who was held apart', () => {
  test('from the merged person is held apart from the survivor, until the merge is undone', async () => {
    const [one, other] = two();
    const [a, b, c] = [await known(one), await known(other), await known(patient({ birthDate: '19991231' }))];
    await undo(b, await merge(a, b));
    const batchId = await merge(a, c);
    const refused = await post('/api/persons/merge', { from: b, into: c, reason: 'looked alike' });
    expect([refused.status, refused.body.error]).toEqual([409, expect.stringContaining('two persons')]);
    await undo(c, batchId);
    expect((await post('/api/persons/merge', { from: b, into: c, reason: 'looked alike' })).status).toBe(200);
  });
});

describe('a person that was sealed after a merge', () => {
  test('is two sealed persons when it is undone', async () => {
    const [one, other] = two();
    const [a, b] = [await known(one), await known(other)];
    const batchId = await merge(b, a);
    await post(`/api/persons/${a}/seal`, { sealed: true, reason: 'adoption' });
    await undo(a, batchId);
    const status = async (who: Patient, qpd: Readonly<Record<number, string>>): Promise<string | undefined> =>
      segments(
        await submit(cairn.url, qbp({ patient: who, qpd: { ...qpd, 8: household(who)[11] ?? '' } })),
        'QAK',
      )[0]?.[2];
    for (const who of [one, other]) {
      expect([await status(who, { 3: '' }), await status(who, {})]).toEqual(['NF', 'OK']);
    }
    await post(`/api/persons/${b}/seal`, { sealed: false, reason: 'this one is not' });
    expect([await status(one, { 3: '' }), await status(other, { 3: '' })]).toEqual(['NF', 'OK']);
  });

  test('is not found by name either when a message about it has come since', async () => {
    const [who] = two();
    const a = await known(who);
    await post(`/api/persons/${a}/seal`, { sealed: true, reason: 'adoption' });
    expect(await known({ ...who, middle: 'Mae' })).toBe(a);
    const elsewhere = await known({ ...who, chart: `P-${who.chart}` }, PEDIATRICS);
    expect(elsewhere).not.toBe(a);
    const keys = await cairn.db.query('select key & 3 as kind from person_key where person_id = $1', [a]);
    expect(new Set(keys.rows.map(({ kind }) => kind))).toEqual(new Set(['0']));
  });
});

test('every column that names persons has its treatment', async () => {
  const { rows } = await cairn.db.query(
    `select c.table_name || '.' || c.column_name as name from information_schema.columns c
     join pg_class t on t.relname = c.table_name and not t.relispartition and t.relkind in ('r', 'p')
     join pg_namespace n on n.oid = t.relnamespace and n.nspname = c.table_schema
     where c.table_schema = 'public' and c.udt_name in ('uuid', '_uuid') and c.column_name like '%person%'`,
  );
  expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(PERSON_RELATIONS).toSorted());
});
