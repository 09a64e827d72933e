/** Doses that are given are taken out of the stock of the site that gave them, by what its messages say of them. */
import { randomUUID } from 'node:crypto';
import { CompiledQuery } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { enter } from '../server/src/registry/inventory/enter.ts';
import { ackOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import {
  controlId,
  details,
  dose,
  type Fields,
  historical,
  type Order,
  patient,
  type Patient,
  refusal,
  type Sending,
  vxu,
} from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { DEMO_PEOPLE, signInAs } from './support/portal.ts';
import { api } from './support/review.ts';
import { submit } from './support/soap.ts';

type Site = Sending & { readonly organizationId: string };

const AT = new Date('2025-03-20T17:00:00Z');
let cairn: TestCairn;
let site: Site;
let branch: Site;

beforeAll(async () => {
  cairn = await startTestCairn();
  site = await registerSite(cairn, 'DE-610001');
  branch = await registerSite(cairn, 'DE-610002', { parentId: site.organizationId });
  for (const { organizationId } of [site, branch]) await deductFrom(organizationId, '2025-03-01');
});
afterAll(async () => {
  await ledgerHolds();
  await cairn.close();
});

const deductFrom = (organizationId: string, day: string | null): Promise<unknown> =>
  cairn.db.query('update organization set decrement_from = $2 where organization_id = $1', [
    organizationId,
    day,
  ]);

type LotOptions = {
  readonly of?: Site;
  readonly doses?: number;
  readonly cvx?: string;
  readonly funding?: string;
  readonly expiresOn?: string;
  readonly isActive?: boolean;
};

let lots = 0;
/** A lot number of a test's own, of the form that the manufacturer of MMR has. */
const lotNumber = (): string => `X${String(++lots).padStart(3, '0')}A`;

/** Puts a lot in stock. */
async function stocked(lot: string, options: LotOptions = {}): Promise<string> {
  const {
    of = site,
    doses = 10,
    cvx = '03',
    funding = 'PHC70',
    expiresOn = '2028-01-31',
    isActive = true,
  } = options;
  const lotId = randomUUID();
  await cairn.db.query(
    `insert into inventory_lot (organization_id, lot_id, lot, lot_key, cvx, ndc, manufacturer, funding, expires_on,
       on_hand, is_active, created_at) values ($1, $2, $3, $3, $4, '', 'MSD', $5, $6, 0, $7, $8)`,
    [of.organizationId, lotId, lot, cvx, funding, expiresOn, isActive, AT],
  );
  await byHand(of.organizationId, lotId, 'receipt', doses);
  return lotId;
}

const byHand = (
  organizationId: string,
  lotId: string,
  kind: 'receipt' | 'count' | 'correction',
  doses: number,
): Promise<ReadonlyMap<string, number>> =>
  cairn.cairn.database.kysely
    .transaction()
    .execute((trx) =>
      enter(trx, [
        { organizationId, transactionId: randomUUID(), lotId, kind, doses, at: AT, reason: '', note: '' },
      ]),
    );

async function onHand(lotId: string): Promise<number> {
  const { rows } = await cairn.db.query('select on_hand from inventory_lot where lot_id = $1', [lotId]);
  return rows[0]?.on_hand;
}

/** What is kept of the doses that were reported of a patient, by order number. */
async function kept(who: Patient): Promise<readonly string[]> {
  const { rows } = await cairn.db.query(
    `select i.state, i.reason, l.lot, o.code from inventory_dose i
     join organization o on o.organization_id = i.stock_id
     left join inventory_lot l on l.organization_id = i.stock_id and l.lot_id = i.lot_id
     where exists (
       select from dose_report d join person p using (person_id)
       where d.report_id = i.report_id and p.last_name = $1
     ) order by i.dose_key`,
    [who.last.toUpperCase()],
  );
  return rows.map(({ state, reason, lot, code }) => `${code} ${state} ${lot ?? reason}`);
}

/** What is on hand is the sum of the ledger, below zero is marked, and each dose has been taken from the one lot that it says. */
async function ledgerHolds(): Promise<void> {
  const sums = await cairn.db.query(
    `select lot from inventory_lot l
     where on_hand <> (select coalesce(sum(doses), 0) from inventory_transaction t where t.lot_id = l.lot_id)
       or (on_hand < 0) <> (below_zero_at is not null)`,
  );
  expect(sums.rows).toEqual([]);
  const taken = await cairn.db.query(
    `select i.dose_key from inventory_dose i
     left join lateral (
       select coalesce(jsonb_object_agg(lot_id, doses), '{}') as lots from (
         select lot_id, sum(doses)::int as doses from inventory_transaction t
         where t.id_key = i.id_key and t.dose_key = i.dose_key group by lot_id having sum(doses) <> 0
       ) moved
     ) t on true
     where t.lots <> case when i.state = 'deducted' then jsonb_build_object(i.lot_id, -1) else '{}' end`,
  );
  expect(taken.rows).toEqual([]);
}

type Given = {
  readonly lot: string;
  readonly who?: Patient;
  readonly from?: Sending;
  readonly orders?: readonly Order[];
  readonly rxa?: Fields;
  readonly number?: string;
  readonly day?: string;
  readonly vaccine?: string;
  readonly action?: string;
  readonly rest?: readonly string[];
  readonly msh?: Fields;
};

/** Reports a dose of a lot; what it is answered. */
async function give({ lot, who = patient(), from = site, orders, rxa, msh, ...more }: Given) {
  const order = dose({ site: from.site, ...more, rxa: { 15: lot, ...rxa } });
  const text = vxu({ patient: who, from, orders: orders ?? [order], ...(msh ? { msh } : {}) });
  return ackOf(await submit(cairn.url, text, { login: from.login }));
}

/** What is said of stock, and where. */
const told = ({ errors }: ReturnType<typeof ackOf>): readonly string[] =>
  errors.filter(({ text }) => /stock/.test(text)).map(({ location, text }) => `${location} ${text}`);

/** Who may have the dose, and who paid for it, otherwise than usual; '' leaves it out. */
function observed(eligibility: string, funding = ''): readonly string[] {
  const codes: Readonly<Record<string, string>> = { '64994-7': eligibility, '30963-3': funding };
  return details('03^MMR^CVX', '20250320').flatMap((line) => {
    const fields = line.split('|');
    const code = codes[fields[3]?.split('^')[0] ?? ''];
    if (code === undefined) return [line];
    fields[5] = code;
    return code === '' ? [] : [fields.join('|')];
  });
}

describe('a dose that is given where stock is deducted from', () => {
  test('is taken from its lot, however the number is written; AA without a word', async () => {
    const lot = lotNumber();
    const lotId = await stocked(lot);
    const who = patient();
    const answers = [
      await give({ who, lot }),
      await give({ lot: `${lot.slice(0, 2)}-${lot.slice(2).toLowerCase()}` }),
      await give({ lot, rxa: { 20: 'PA' } }),
      await give({ lot, rxa: { 20: '' } }),
      await give({ lot, action: 'U' }),
    ];
    for (const answer of answers) {
      expect(answer.code).toBe('AA');
      expect(told(answer)).toEqual([]);
    }
    expect(await onHand(lotId)).toBe(5);
    expect(await kept(who)).toEqual([`DE-610001 deducted ${lot}`]);
  });

  test('at a site of theirs is taken from the stock of that site', async () => {
    const lot = lotNumber();
    const [own, theirs] = [await stocked(lot), await stocked(lot, { of: branch })];
    const who = patient();
    await give({ who, lot, rxa: { 11: '^^^de 610002' } });
    expect([await onHand(own), await onHand(theirs)]).toEqual([10, 9]);
    expect(await kept(who)).toEqual([`DE-610002 deducted ${lot}`]);
  });

  test('is not deducted twice: resent, or said again in another message', async () => {
    const lot = lotNumber();
    const lotId = await stocked(lot);
    const text = vxu({ from: site, orders: [dose({ site: site.site, rxa: { 15: lot } })] });
    const again = text.replace(/\|MSGTEST\d+\|/, `|${controlId()}|`);
    for (const each of [text, text, again]) await submit(cairn.url, each, { login: site.login });
    expect(await onHand(lotId)).toBe(9);
  });

  test.each([
    [
      'location-missing',
      { rxa: { 11: '' } },
      {},
      'RXA^1^11^1^4 Recorded, but not deducted from stock: the site that gave it is missing (RXA-11.4). Send the update with the id of the site, or settle the dose in the inventory of the portal.',
    ],
    [
      'location-unknown',
      { rxa: { 11: '^^^Room 4' } },
      {},
      'RXA^1^11^1^4 Recorded, but not deducted from stock: RXA-11.4 is no id that is registered here. Send the update with the id of the site, or settle the dose in the inventory of the portal.',
    ],
    [
      'location-not-yours',
      { rxa: { 11: '^^^DE-000002' } },
      {},
      'RXA^1^11^1^4 Recorded, but not deducted from stock: RXA-11.4 names an organization that does not belong to that of MSH-22. Send the update with the right id, or settle the dose in the inventory of the portal.',
    ],
    [
      'lot-missing',
      { rxa: { 15: '' } },
      {},
      'RXA^1^15^1 Recorded, but not deducted from stock: the lot number is missing (RXA-15). Send the update with the lot number, or settle the dose in the inventory of the portal.',
    ],
    [
      'lot-unknown',
      { rxa: { 15: 'X999Z' } },
      {},
      'RXA^1^15^1 Recorded, but not deducted from stock: no lot of this number is in the stock of the site. Correct RXA-15 and send the update, or add the lot and settle the dose in the inventory of the portal.',
    ],
    [
      'vaccine-differs',
      {},
      { cvx: '94' },
      'RXA^1^5^1 Recorded, but not deducted from stock: the lot of this number in stock is of another vaccine. Correct RXA-5 or RXA-15 and send the update, or settle the dose in the inventory of the portal.',
    ],
    [
      'lot-inactive',
      {},
      { isActive: false },
      'RXA^1^15^1 Recorded, but not deducted from stock: the lot is not in use any more. Correct RXA-15 and send the update, or settle the dose in the inventory of the portal.',
    ],
    [
      'eligibility-missing',
      { rest: observed('', 'PHC70') },
      {},
      "RXA^1 Recorded, but not deducted from stock: the patient's eligibility is missing (OBX 64994-7). Send the update with it, or settle the dose in the inventory of the portal.",
    ],
    [
      'eligibility-differs',
      {},
      { funding: 'VXC51' },
      'OBX^1^5^1 Recorded, but not deducted from stock: doses of the lot in stock are not for patients of this eligibility. Correct OBX 64994-7 or RXA-15 and send the update, or settle the dose in the inventory of the portal.',
    ],
    [
      'funding-differs',
      {},
      { funding: 'VXC52' },
      'OBX^2^5^1 Recorded, but not deducted from stock: the lot in stock is of another funding source than OBX 30963-3 says. Correct it or RXA-15 and send the update, or settle the dose in the inventory of the portal.',
    ],
  ] as const)('is listed with the reason %s, and its sender told', async (reason, given, inStock, words) => {
    const lot = lotNumber();
    const lotId = await stocked(lot, inStock);
    const who = patient();
    const answer = await give({ who, lot, ...given });
    expect(answer.errors.find(({ text }) => text.startsWith('Recorded, but'))).toMatchObject({
      hl7: '0^Message accepted',
      severity: 'I',
    });
    expect(told(answer).filter((text) => text.includes('Recorded, but'))).toEqual([words]);
    // Of some things the guide warns anyway, whatever becomes of stock.
    const isWarned = ['location-not-yours', 'lot-missing', 'eligibility-missing'].includes(reason);
    expect(answer.code).toBe(isWarned ? 'AE' : 'AA');
    expect(await kept(who)).toEqual([`DE-610001 not-deducted ${reason}`]);
    expect(await onHand(lotId)).toBe(10);
  });

  test('is listed with the reason several-lots, unless the funding source is said', async () => {
    const lot = lotNumber();
    const lotIds = [await stocked(lot), await stocked(lot, { funding: 'VXC52' })];
    const who = patient();
    const number = 'SEVERAL';
    const answer = await give({ who, lot, number, rest: observed('V01') });
    expect(told(answer)).toEqual([
      'RXA^1^15^1 Recorded, but not deducted from stock: several lots in stock fit it. Send the update with the funding source (OBX 30963-3), or settle the dose in the inventory of the portal.',
    ]);
    expect(await kept(who)).toEqual(['DE-610001 not-deducted several-lots']);
    await give({ who, lot, number, rest: observed('V01', 'VXC52'), action: 'U' });
    expect(await kept(who)).toEqual([`DE-610001 deducted ${lot}`]);
    expect(await Promise.all(lotIds.map(onHand))).toEqual([10, 9]);
  });

  test('takes a lot below zero, which is marked and told; what is put in takes the mark away', async () => {
    const lot = lotNumber();
    const lotId = await stocked(lot, { doses: 1 });
    expect(told(await give({ lot }))).toEqual([]);
    const answer = await give({ lot });
    expect(answer.code).toBe('AA');
    expect(told(answer)).toEqual([
      'RXA^1^15^1 The dose was deducted from stock, though no dose of this lot was left there. Count the lot and enter what is missing in the inventory of the portal.',
    ]);
    const mark = async () =>
      (await cairn.db.query('select on_hand, below_zero_at from inventory_lot where lot_id = $1', [lotId]))
        .rows[0];
    expect(await mark()).toEqual({ on_hand: -1, below_zero_at: new Date('2025-03-20T17:20:00Z') });
    expect(await byHand(site.organizationId, lotId, 'count', 1)).toEqual(new Map([[lotId, 0]]));
    expect(await mark()).toEqual({ on_hand: 0, below_zero_at: null });
  });

  test('of a lot that had expired is taken, and told', async () => {
    const lot = lotNumber();
    const lotId = await stocked(lot, { expiresOn: '2025-03-19' });
    expect(told(await give({ lot, day: '20250319' }))).toEqual([]);
    expect(told(await give({ lot }))).toEqual([
      'RXA^1^15^1 The dose was deducted from stock; by the inventory the lot had expired when it was given. Check the lot number, the date, and the expiration date that the inventory has.',
    ]);
    expect(await onHand(lotId)).toBe(8);
  });
});

describe('nothing is taken, listed or told of', () => {
  test.each([
    ['what was given elsewhere', (lot: string) => historical({ site: 'DE-610001', rxa: { 15: lot } })],
    ['what was declined', (lot: string) => refusal({ site: 'DE-610001', rxa: { 15: lot } })],
    [
      'what was given before the start',
      (lot: string) => dose({ site: 'DE-610001', day: '20250228', rxa: { 15: lot } }),
    ],
  ])('%s', async (_what, order) => {
    const lot = lotNumber();
    const lotId = await stocked(lot);
    const who = patient();
    expect(told(await give({ who, lot, orders: [order(lot)] }))).toEqual([]);
    expect([await onHand(lotId), await kept(who)]).toEqual([10, []]);
  });

  test('where the site has not had it turned on', async () => {
    const off = await registerSite(cairn, 'DE-610003');
    const lot = lotNumber();
    const lotId = await stocked(lot, { of: off });
    const who = patient();
    expect(told(await give({ who, lot, from: off }))).toEqual([]);
    expect(told(await give({ lot, from: off, rxa: { 11: '^^^Room 4' } }))).toEqual([]);
    expect([await onHand(lotId), await kept(who)]).toEqual([10, []]);
  });
});

describe('what is said of a dose later', () => {
  test('an update with another lot moves it, a deletion gives it back, and said again it is taken again', async () => {
    const [first, second] = [lotNumber(), lotNumber()];
    const ids = [await stocked(first), await stocked(second)];
    const [who, number] = [patient(), 'MOVES'];
    const counts = (): Promise<readonly number[]> => Promise.all(ids.map(onHand));
    await give({ who, number, lot: first });
    expect(await counts()).toEqual([9, 10]);
    await give({ who, number, lot: first, action: 'U', rxa: { 6: '0.25' } });
    expect(await counts()).toEqual([9, 10]);
    await give({ who, number, lot: second, action: 'U' });
    expect(await counts()).toEqual([10, 9]);
    expect(await kept(who)).toEqual([`DE-610001 deducted ${second}`]);
    await give({ who, number, lot: second, action: 'D' });
    expect(await counts()).toEqual([10, 10]);
    expect(await kept(who)).toEqual(['DE-610001 none ']);
    await give({ who, number, lot: first });
    expect(await counts()).toEqual([9, 10]);
    const { rows } = await cairn.db.query(
      `select kind, doses, reason from inventory_transaction where lot_id = any($1) and kind <> 'receipt'
       order by transaction_id`,
      [ids],
    );
    expect(rows.map(({ kind, doses, reason }) => `${kind} ${doses} ${reason}`)).toEqual([
      'administered -1 ',
      'given-back 1 updated',
      'administered -1 ',
      'given-back 1 deleted',
      'administered -1 ',
    ]);
  });

  test('made historical, it is given back', async () => {
    const lot = lotNumber();
    const lotId = await stocked(lot);
    const [who, number] = [patient(), 'BACK'];
    await give({ who, number, lot });
    const order = historical({ site: site.site, number, action: 'U', rxa: { 15: lot } });
    await give({ who, lot, orders: [order] });
    expect([await onHand(lotId), await kept(who)]).toEqual([10, ['DE-610001 none ']]);
  });

  test('an older message that comes late changes nothing', async () => {
    const [first, second] = [lotNumber(), lotNumber()];
    const ids = [await stocked(first), await stocked(second)];
    const [who, number] = [patient(), 'LATE'];
    await give({ who, number, lot: second, action: 'U', msh: { 7: '20250320101500-0700' } });
    await give({ who, number, lot: first, msh: { 7: '20250320101000-0700' } });
    expect(await Promise.all(ids.map(onHand))).toEqual([10, 9]);
  });

  test('a merge of patients leaves what was taken to be given back', async () => {
    const lot = lotNumber();
    const lotId = await stocked(lot);
    const [who, other] = [patient(), patient()];
    const numbers = ['MERGED', 'MERGED'];
    for (const [index, each] of [who, other].entries())
      await give({ who: each, number: numbers[index] ?? '', lot });
    const { rows } = await cairn.db.query('select person_id from person where last_name = any($1)', [
      [who, other].map(({ last }) => last.toUpperCase()),
    ]);
    const [from, into] = rows.map(({ person_id }) => String(person_id));
    const merged = await api(cairn, 'POST', '/api/persons/merge', { from, into, reason: 'one and the same' });
    expect(merged.status).toBe(200);
    await give({ who, number: 'MERGED', lot, action: 'D' });
    expect(await onHand(lotId)).toBe(9);
    await give({ who: other, number: 'MERGED', lot, action: 'D' });
    expect(await onHand(lotId)).toBe(10);
  });
});

test('what is entered by hand in the portal is taken like what a message reports', async () => {
  const { rows } = await cairn.db.query(`select organization_id from organization where code = 'DE-000001'`);
  const organizationId = String(rows[0]?.organization_id);
  const clinic = { ...site, organizationId };
  const lot = lotNumber();
  const who = patient();
  await submit(cairn.url, vxu({ patient: who }));
  await deductFrom(organizationId, '2025-03-20');
  const lotId = await stocked(lot, { of: clinic, funding: 'VXC51' });
  const person = await cairn.db.query('select person_id from person where last_name = $1', [
    who.last.toUpperCase(),
  ]);
  const nurse = await signInAs(cairn, DEMO_PEOPLE.nurse);
  const { status } = await nurse.post(`/api/patients/${person.rows[0]?.person_id}/doses`, {
    kind: 'given',
    date: '2025-03-20',
    cvx: '03',
    manufacturer: 'MSD',
    lot,
    expires: '2028-01-31',
    route: 'C38299',
    site: 'LA',
    amount: '0.5',
    eligibility: 'V02',
    funding: 'VXC51',
    administeredLast: 'Doe',
    administeredFirst: 'Ana',
    statementGiven: true,
    confirmed: ['dose-known-already'],
  });
  expect(status).toBe(200);
  await deductFrom(organizationId, null);
  expect(await onHand(lotId)).toBe(9);
});

let many = 0;
/** Those who are born on one day under one name are looked at one after the other, whatever becomes of stock. */
const oneOfMany = (): Patient => {
  const day = new Date(Date.UTC(2020, 0, 1 + ++many)).toISOString().slice(0, 10);
  return patient({ birthDate: day.replaceAll('-', '') });
};

describe('many at once', () => {
  test('32 connections on one lot end exact', async () => {
    const lot = lotNumber();
    const lotId = await stocked(lot, { doses: 100 });
    const each = 6;
    const connection = async (): Promise<void> => {
      for (let sent = 0; sent < each; sent++) await give({ lot, who: oneOfMany() });
    };
    await Promise.all(Array.from({ length: 32 }, connection));
    const { rows } = await cairn.db.query(
      `select count(*)::int as count, sum(doses)::int as sum from inventory_transaction where lot_id = $1`,
      [lotId],
    );
    expect(await onHand(lotId)).toBe(100 - 32 * each);
    expect(rows).toEqual([{ count: 1 + 32 * each, sum: 100 - 32 * each }]);
    await ledgerHolds();
  });

  test('updates that move doses between two lots, both ways, never wait for each other and end exact', async () => {
    const [first, second] = [lotNumber(), lotNumber()];
    const ids = [await stocked(first, { doses: 0 }), await stocked(second, { doses: 0 })];
    await Promise.all(
      Array.from({ length: 16 }, async (_, index) => {
        const [who, number] = [oneOfMany(), `SWAP${index}`];
        const [from, to] = index % 2 === 0 ? [first, second] : [second, first];
        await give({ who, number, lot: from });
        for (const lot of [to, from, to]) await give({ who, number, lot, action: 'U' });
      }),
    );
    expect(await Promise.all(ids.map(onHand))).toEqual([-8, -8]);
    await ledgerHolds();
  });

  test('a dose that somebody settles while its update comes is taken once', async () => {
    const [wrong, right, chosen] = [lotNumber(), lotNumber(), lotNumber()];
    const rightId = await stocked(right, { doses: 0 });
    const chosenId = await stocked(chosen, { doses: 0 });
    const all = Array.from({ length: 12 }, (_, index) => ({ who: oneOfMany(), number: `RACE${index}` }));
    await Promise.all(all.map((each) => give({ ...each, lot: wrong })));
    await Promise.all(
      all.flatMap((each) => [give({ ...each, lot: right, action: 'U' }), settle(each.number, chosenId)]),
    );
    expect((await onHand(rightId)) + (await onHand(chosenId))).toBe(-all.length);
    await ledgerHolds();
  });
});

/** As the page does it: the dose first, then the lot. */
async function settle(number: string, lotId: string): Promise<void> {
  await cairn.cairn.database.kysely.transaction().execute(async (trx) => {
    const settled = await trx.executeQuery<{ id_key: string; dose_key: string }>(
      CompiledQuery.raw(
        `update inventory_dose set state = 'deducted', lot_id = $1, resolved_by = organization_id, resolved_at = at,
           resolved_note = '', reason = ''
         where dose_key like $2 and state = 'not-deducted' returning id_key, dose_key`,
        [lotId, `${number}^%`],
      ),
    );
    const [row] = settled.rows;
    if (!row) return;
    await enter(trx, [
      {
        organizationId: site.organizationId,
        transactionId: randomUUID(),
        lotId,
        kind: 'administered',
        doses: -1,
        at: AT,
        reason: '',
        note: '',
        idKey: row.id_key,
        doseKey: row.dose_key,
      },
    ]);
  });
}
