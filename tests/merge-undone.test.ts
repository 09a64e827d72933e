/**
 * A merge that is undone, held against a registry in which it never was: any messages before, between and after, known charts
 * of both sides and new ones, updates and deletions.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, lastEntry } from './support/answers.ts';
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
import { api } from './support/review.ts';
import { submit } from './support/soap.ts';

/** Two registries that get the same messages; in one of them persons are merged and parted again. */
let cairn: TestCairn;
let untouched: TestCairn;
const sites: Sending[] = [CLINIC, PEDIATRICS];
beforeAll(async () => {
  [cairn, untouched] = [await startTestCairn(), await startTestCairn()];
  sites.push(await registerSite(cairn, 'DE-000003'));
  await registerSite(untouched, 'DE-000003');
});
afterAll(async () => {
  await cairn.close();
  await untouched.close();
});

const send = (to: TestCairn, message: string, { login }: Sending): Promise<string> =>
  submit(to.url, message, { login });

async function merge(from: string, into: string): Promise<string> {
  const { body } = await api(cairn, 'POST', '/api/persons/merge', { from, into, reason: 'looked alike' });
  return body.batchId;
}

/** A message of one of two persons from one of three sites; the third site gets to know them at any time. */
const step = fc.record({
  who: fc.constantFrom(0, 1),
  site: fc.constantFrom(0, 1, 2),
  what: fc.constantFrom('dose', 'dose', 'update', 'delete', 'move', 'protect', 'name'),
  minute: fc.integer({ min: 0, max: 14 }),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const script = fc.array(step, { minLength: 2, maxLength: 14 }).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    mergeAt: fc.integer({ min: 0, max: steps.length }),
    undoAt: fc.integer({ min: 0, max: steps.length }),
    isReversed: fc.boolean(),
  }),
);

let runs = 0;

/** The messages of a script, the same for both registries. */
function messagesOf(
  people: readonly Patient[],
  steps: readonly Step[],
): readonly (readonly [string, Sending])[] {
  const doses = new Map<string, string[]>();
  return steps.map(({ who: index, site, what, minute }, at) => {
    const who = people[index] ?? patient();
    const from = sites[site] ?? CLINIC;
    const chart = { ...who, chart: `${site}-${who.chart}` };
    const given = doses.get(chart.chart) ?? [];
    doses.set(chart.chart, given);
    const isOld = (what === 'update' || what === 'delete') && given.length > 0;
    const number = isOld ? (given.at(-1) ?? '') : `R${runs}D${at}`;
    if (what === 'delete' && isOld) given.pop();
    else if (!isOld) given.push(number);
    const day = `202502${String(10 + (isOld ? given.length : at)).padStart(2, '0')}`;
    const action = !isOld ? 'A' : what === 'update' ? 'U' : 'D';
    const message = vxu({
      patient: what === 'name' ? { ...chart, middle: 'Mae' } : chart,
      from,
      msh: { 7: `20250320${1000 + minute}00-0700` },
      pid: {
        ...household(who),
        ...(what === 'move' ? { 11: `${at} Elm Court^^Fresno^CA^93650^USA^H` } : {}),
        3: `${chart.chart}^^^${from.site}^MR`,
      },
      ...(what === 'protect' ? { pd1: { 12: 'Y', 13: '20250320' } } : {}),
      orders: [dose({ number, site: from.site, action, day: isOld ? dayOf(number) : day })],
    });
    if (!isOld) days.set(number, day);
    return [message, from];
  });
}
const days = new Map<string, string>();
const dayOf = (number: string): string => days.get(number) ?? '20250210';

/** All that is kept of a person but the registry's own ids and versions. */
async function stateOf({ db }: TestCairn, personId: string): Promise<unknown> {
  const { rows } = await db.query(
    `select last_name, first_name, birth_date, sex, protected, deceased, status, sealed,
       demographics -> 'fields' as fields, demographics -> 'nextOfKin' as next_of_kin,
       array(select key::text from person_key k where k.person_id = p.person_id order by 1) as keys,
       array(select record from person_match m where m.person_id = p.person_id order by 1) as records,
       array(select id_key::text || content_hash from person_source s where s.person_id = p.person_id order by 1) as sources,
       array(select id_key || ' ' || dose_key || ' ' || action || ' ' || administered_on || ' ' || content_hash
             from dose_report d where d.person_id = p.person_id order by 1) as reports
     from person p where person_id = $1`,
    [personId],
  );
  return rows[0];
}

async function historyOf(to: TestCairn, who: Patient, site: number, personId: string): Promise<string> {
  const from = sites[site] ?? CLINIC;
  const answer = await send(
    to,
    qbp({ patient: { ...who, chart: `${site}-${who.chart}` }, from, qpd: { 2: 'T' } }),
    from,
  );
  const lines = answer.split('\r').filter((line) => !/^(MSH|MSA|QPD)/.test(line));
  return lines.join('\n').replaceAll(personId, 'PERSON');
}

describe('a merge that is undone', () => {
  test('leaves two persons, their doses and histories as if it had never been', async () => {
    await fc.assert(
      fc.asyncProperty(script, async ({ steps, mergeAt, undoAt, isReversed }) => {
        runs++;
        // Nobody else is born on those days, in either registry: whom a name finds must not depend on other tests.
        const born = 1900 + (runs % 100);
        const people = [
          patient({ first: 'Ana', birthDate: `${born + 20}0315` }),
          patient({ first: 'Luz', birthDate: `${born + 20}0704` }),
        ];
        const first: readonly Step[] = ([0, 1] as const).map((who) => ({
          who,
          site: 0,
          what: 'dose',
          minute: 0,
        }));
        const messages = messagesOf(people, [...first, ...steps]);
        const ids: { readonly ours: string[]; readonly theirs: string[] } = { ours: [], theirs: [] };
        let batchId: string | undefined;
        const [start, end] = [Math.min(mergeAt, undoAt), Math.max(mergeAt, undoAt)];
        const link = async (at: number): Promise<void> => {
          const [from = '', into = ''] = isReversed ? ids.ours.toReversed() : ids.ours;
          if (at === start) batchId = await merge(from, into);
          if (at === end) {
            const { status, body } = await api(cairn, 'POST', `/api/persons/${into}/unmerge`, {
              batchId,
              reason: 'they are two',
            });
            expect([status, body.undecided]).toEqual([200, 0]);
          }
        };
        for (const [index, [message, from]] of messages.entries()) {
          const at = index - first.length;
          if (at >= 0) await link(at);
          const [answer, other] = [await send(cairn, message, from), await send(untouched, message, from)];
          expect(ackOf(answer).code).toBe(ackOf(other).code);
          if (at < 0) {
            ids.ours.push((await lastEntry(cairn.db))?.personId ?? '');
            ids.theirs.push((await lastEntry(untouched.db))?.personId ?? '');
          }
        }
        await link(steps.length);
        for (const [index, who] of people.entries()) {
          const [ours = '', theirs = ''] = [ids.ours[index], ids.theirs[index]];
          expect(await stateOf(cairn, ours)).toEqual(await stateOf(untouched, theirs));
          for (const site of [0, 1, 2]) {
            expect(await historyOf(cairn, who, site, ours)).toBe(
              await historyOf(untouched, who, site, theirs),
            );
          }
        }
      }),
      { numRuns: 25, endOnFailure: false },
    );
  });
});
