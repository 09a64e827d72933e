/** Merging two persons and taking it back, through the doors: messages in, merge, more messages, unmerge. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, dosesShown, lastEntry } from './support/answers.ts';
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
import { registerSite } from './support/organizations.ts';
import { api, type Reply } from './support/review.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
let third: Sending;
beforeAll(async () => {
  cairn = await startTestCairn();
  third = await registerSite(cairn, 'DE-000003');
});
afterAll(() => cairn.close());

const send = (message: string, { login }: Sending = CLINIC): Promise<string> =>
  submit(cairn.url, message, { login });

async function known(message: string, from: Sending = CLINIC): Promise<string> {
  const answer = await send(message, from);
  const { personId } = (await lastEntry(cairn.db)) ?? {};
  if (!personId) throw new Error(answer);
  return personId;
}

const post = (path: string, body: unknown): Promise<Reply> => api(cairn, 'POST', path, body);
async function merge(from: string, into: string): Promise<string> {
  const { status, body } = await post('/api/persons/merge', { from, into, reason: 'looked alike' });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body.batchId;
}
const undo = (personId: string, batchId: string): Promise<Reply> =>
  post(`/api/persons/${personId}/unmerge`, { batchId, reason: 'they are two' });

/** What still hangs on a person. */
async function leftOf(personId: string): Promise<unknown> {
  const { rows } = await cairn.db.query(
    `select (select count(*)::int from person_key where person_id = $1) as keys,
       (select count(*)::int from person_match where person_id = $1) as matches,
       (select count(*)::int from person_source where person_id = $1) as sources,
       (select count(*)::int from dose_report where person_id = $1) as reports`,
    [personId],
  );
  return rows[0];
}

const shown = async (
  who: Patient,
  from: Sending = CLINIC,
  qpd: Readonly<Record<number, string>> = {},
): Promise<string> => send(qbp({ patient: who, from, qpd }), from);
const idShown = (answer: string): string | undefined => segments(answer, 'PID')[0]?.[3]?.split('^')[0];

describe('a merge', () => {
  test('makes one history of two, found under both charts, both names and both ids', async () => {
    const [one, two] = [patient(), patient({ first: 'Luz', birthDate: '20190704' })];
    const a = await known(vxu({ patient: one, orders: [dose({ day: '20250301', vaccine: '03^MMR^CVX' })] }));
    const b = await known(vxu({ patient: two, orders: [dose({ day: '20250310', vaccine: '21^VAR^CVX' })] }));
    const batchId = await merge(b, a);
    for (const answer of [
      await shown(one),
      await shown(two),
      await shown(two, PEDIATRICS, { 3: '', 8: household(two)[11] ?? '' }),
      await shown(two, CLINIC, { 3: `${b}^^^CAIRN^SR` }),
    ]) {
      expect([idShown(answer), dosesShown(answer).map((text) => text.slice(0, 11))]).toEqual([
        a,
        ['20250301 03', '20250310 21'],
      ]);
    }
    expect(await leftOf(b)).toEqual({ keys: 0, matches: 0, sources: 0, reports: 0 });
    const { body } = await api(cairn, 'GET', `/api/persons/${a}/links`);
    expect(body.links).toEqual([
      {
        batchId,
        what: `Person ${b} was merged into this one, with 1 dose report.`,
        by: 'Demo Registry Staff',
        reason: 'looked alike',
        at: '2025-03-20T17:20:00.000Z',
        isStanding: true,
      },
    ]);
    expect((await undo(a, batchId)).status).toBe(200);
    expect([idShown(await shown(one)), idShown(await shown(two))]).toEqual([a, b]);
    expect((await undo(a, batchId)).status).toBe(409);
    const words = (await api(cairn, 'GET', `/api/persons/${b}/links`)).body.links.map(
      ({ what }: { readonly what: string }) => what,
    );
    expect(words).toEqual([
      `This person was merged into ${a}, with 1 dose report. It has been undone since.`,
      `The merge of this person into ${a} was undone; 1 dose report came back.`,
    ]);
    expect((await post('/api/persons/merge', { from: b, into: a, reason: 'again' })).status).toBe(409);
  });

  test('built upon by another is undone after it; the error says which comes first', async () => {
    const [a, b, c] = [await known(vxu()), await known(vxu()), await known(vxu())];
    const first = await merge(a, b);
    const second = await merge(b, c);
    const refused = await undo(b, first);
    expect([refused.status, refused.body.error]).toEqual([409, expect.stringContaining(second)]);
    expect((await undo(c, second)).status).toBe(200);
    expect((await undo(b, first)).status).toBe(200);
    const { rows } = await cairn.db.query(
      `select status, (select count(*)::int from dose_report d where d.person_id = p.person_id) as doses
       from person p where person_id = any($1)`,
      [[a, b, c]],
    );
    expect(rows).toEqual(Array.from({ length: 3 }, () => ({ status: 'active', doses: 1 })));
  });

  test('asks open questions of the survivor, and of the merged again once it is undone', async () => {
    const who = patient({ first: 'Jayden', sex: 'M', birthDate: '20180211' });
    const a = await known(vxu({ patient: who }));
    const twin = { ...who, chart: `P-${who.chart}`, first: 'Kayden' };
    const b = await known(
      vxu({ patient: twin, from: PEDIATRICS, pid: household(who), orders: [dose({ site: 'DE-000002' })] }),
      PEDIATRICS,
    );
    const c = await known(vxu({ patient: patient({ birthDate: '19990312' }) }));
    const open = async (): Promise<readonly string[]> =>
      (
        await cairn.db.query(
          `select person_a, person_b from review_task where state = 'open' and (person_a = any($1) or person_b = any($1))`,
          [[a, b, c]],
        )
      ).rows.map((row) => `${row.person_a} ${row.person_b}`);
    const before = await open();
    expect(before).toEqual([`${a} ${b}`]);
    const batchId = await merge(b, c);
    expect(await open()).toEqual([`${a} ${c}`]);
    await undo(c, batchId);
    expect(await open()).toEqual(before);
  });

  test('of a chart that fits both, nobody decides but people', async () => {
    const who = patient({ first: 'Jayden', sex: 'M', birthDate: '20170413' });
    const a = await known(vxu({ patient: who }));
    const twin = { ...who, chart: `P-${who.chart}`, first: 'Jordan' };
    const b = await known(
      vxu({ patient: twin, from: PEDIATRICS, pid: household(who), orders: [dose({ site: 'DE-000002' })] }),
      PEDIATRICS,
    );
    expect(b).not.toBe(a);
    const batchId = await merge(b, a);
    const site = third;
    const vague = { ...who, chart: `V-${who.chart}`, first: 'J' };
    const pid = { ...household(who), 3: `V-${who.chart}^^^DE-000003^MR~${a}^^^CAIRN^SR` };
    const found = await known(
      vxu({ patient: vague, from: site, pid, orders: [dose({ site: site.site })] }),
      site,
    );
    expect(found).toBe(a);
    expect((await undo(a, batchId)).body).toMatchObject({ restored: b, survivor: a, undecided: 1 });
    const { body } = await api(cairn, 'GET', '/api/review/tasks?limit=200');
    const task = body.tasks.find(({ kind }: { readonly kind: string }) => kind === 'unmerged-chart');
    const doses = async (): Promise<readonly number[]> =>
      (await api(cairn, 'GET', `/api/review/tasks/${task.id}`)).body.persons.map(
        (person: { readonly doses: number }) => person.doses,
      );
    expect(task.persons.map(({ id }: { readonly id: string }) => id)).toEqual([a, b]);
    expect(await doses()).toEqual([2, 1]);
    const decision = `/api/review/tasks/${task.id}/decision`;
    expect((await post(decision, { decision: 'same', reason: 'no such question' })).status).toBe(409);
    expect((await post(decision, { decision: 'moves', reason: 'it is his' })).body.state).toBe('settled');
    expect(await doses()).toEqual([1, 2]);
    expect(idShown(await shown(vague, site))).toBe(b);
    expect((await post(`/api/review/tasks/${task.id}/reopen`, { reason: 'it is not' })).status).toBe(200);
    expect(await doses()).toEqual([2, 1]);
    expect((await post(decision, { decision: 'stays', reason: 'asked the clinic' })).body.state).toBe(
      'settled',
    );
    expect(idShown(await shown(vague, site))).toBe(a);
  });

  test('loses no message that comes at the same moment', async () => {
    const [one, two] = [patient(), patient({ first: 'Luz', birthDate: '20190704' })];
    const msh = { 7: '20250320095900-0700' };
    const a = await known(vxu({ patient: one, msh }));
    const b = await known(vxu({ patient: two, msh }));
    const ROUNDS = 3;
    const batches: string[] = [];
    const linking = async (): Promise<void> => {
      for (let round = 0; round < ROUNDS; round++) {
        const batchId = await merge(b, a);
        batches.push(batchId);
        const undone = await undo(a, batchId);
        if (undone.status !== 200) throw new Error(JSON.stringify(undone.body));
        await cairn.db.query('delete from person_constraint where person_a = $1 and person_b = $2', [a, b]);
      }
    };
    // Each message says something new of the person, at a later minute: one that is overwritten would be missed.
    const sending = Array.from({ length: 24 }, async (_, index) => {
      const message = vxu({
        patient: index % 2 === 0 ? one : two,
        msh: { 7: `20250320${1000 + Math.floor(index / 2)}00-0700` },
        pid: { 11: `${index} Elm Court^^Fresno^CA^93650^USA^H` },
        orders: [dose()],
      });
      return ackOf(await send(message)).code;
    });
    const [codes] = await Promise.all([Promise.all(sending), linking()]);
    expect(new Set(codes)).toEqual(new Set(['AA']));
    expect(batches.length).toBe(ROUNDS);
    const { rows } = await cairn.db.query(
      `select person_id, demographics #>> '{fields,PID-11}' as address,
         (select count(*)::int from dose_report d where d.person_id = p.person_id) as doses,
         (select max(person_version) from person_source s where s.person_id = p.person_id) <= version as is_newest
       from person p where person_id = any($1) order by person_id`,
      [[a, b]],
    );
    expect(rows).toEqual([
      { person_id: a, doses: 13, is_newest: true, address: '22 Elm Court^^Fresno^CA^93650^USA^H' },
      { person_id: b, doses: 13, is_newest: true, address: '23 Elm Court^^Fresno^CA^93650^USA^H' },
    ]);
  });

  test('decided while a message is on its way does not have its charts overwritten', async () => {
    const [one, two] = [patient(), patient({ first: 'Luz', birthDate: '20190704' })];
    const a = await known(vxu({ patient: one }));
    const b = await known(vxu({ patient: two, pd1: { 12: 'Y', 13: '20250320' } }));
    // The message is decided on the person as it was before the merge, and waits at its row to be written.
    await cairn.db.query('begin');
    await cairn.db.query('select from person where person_id = $1 for update', [a]);
    const merging = merge(b, a);
    await sleep(300);
    const sending = send(vxu({ patient: one, orders: [dose({ day: '20250301' })] }));
    await sleep(300);
    await cairn.db.query('commit');
    await Promise.all([merging, sending]);
    const { rows } = await cairn.db.query('select protected, version from person where person_id = $1', [a]);
    expect(rows[0]).toMatchObject({ protected: true });
    expect(ackOf(await sending).code).toBe('AA');
  });
});
