/** Where a dose was given (RXA-11.4): it counts for the Responsible Organization, who is told where that is not clear. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, lastEntry, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { controlId, dose, historical, vxu } from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

describe('an administered dose whose RXA-11.4', () => {
  test('is no registered id counts for the sender, who is told as information (AA)', async () => {
    const id = controlId();
    const answer = await submit(
      cairn.url,
      vxu({ controlId: id, orders: [dose({ rxa: { 11: '^^^Room 4' } })] }),
    );
    expect(ackOf(answer)).toEqual({
      code: 'AA',
      controlId: id,
      errors: [
        {
          location: 'RXA^1^11^1^4',
          hl7: '0^Message accepted',
          severity: 'I',
          application: '5',
          text: 'RXA-11.4 is no id that is registered here; the dose counts for DE-000001. Send the registered id of the site that gave the dose in RXA-11.4.',
        },
      ],
    });
    expect(await lastEntry(cairn.db)).toMatchObject({ outcome: 'accepted', ackCode: 'AA' });
    expect(await reportsOf(cairn.db, id)).toHaveLength(1);
  });

  test('is of somebody else counts for the sender, who is warned (AE)', async () => {
    const id = controlId();
    const answer = await submit(
      cairn.url,
      vxu({
        controlId: id,
        orders: [dose({ vaccine: '20^DTaP^CVX' }), dose({ rxa: { 11: '^^^DE-000002' } })],
      }),
    );
    expect(ackOf(answer)).toEqual({
      code: 'AE',
      controlId: id,
      errors: [
        {
          location: 'RXA^2^11^1^4',
          hl7: '103^Table value not found',
          severity: 'W',
          application: '4',
          text: 'RXA-11.4 names an organization that does not belong to DE-000001; the dose counts for DE-000001. Send the id of the site that gave the dose in RXA-11.4, or correct MSH-22.',
        },
      ],
    });
    expect(await lastEntry(cairn.db)).toMatchObject({ outcome: 'accepted', ackCode: 'AE' });
    expect(await reportsOf(cairn.db, id)).toHaveLength(2);
  });

  test("is the sender's own, however written, or a site's below it, is not remarked on", async () => {
    const { rows } = await cairn.db.query(
      `select organization_id from organization where code = 'DE-000001'`,
    );
    await registerSite(cairn, 'DE-600001', { parentId: rows[0].organization_id });
    const orders = [
      dose({ rxa: { 11: '^^^DE-000001' } }),
      dose({ vaccine: '08^Hep B^CVX', rxa: { 11: '^^^DE000001' } }),
      dose({ vaccine: '10^IPV^CVX', rxa: { 11: '^^^de 000001' } }),
      dose({ vaccine: '20^DTaP^CVX', rxa: { 11: '^^^DE-600001' } }),
    ];
    const elsewhere = historical({ day: '20240501', rxa: { 11: '^^^DE-000002' } });
    const answer = await submit(cairn.url, vxu({ orders: [...orders, elsewhere] }));
    expect(ackOf(answer)).toMatchObject({ code: 'AA', errors: [] });
  });

  test('is empty counts for the sender, who is told what is lost by it', async () => {
    const id = controlId();
    const answer = await submit(cairn.url, vxu({ controlId: id, orders: [dose({ rxa: { 11: '' } })] }));
    expect(ackOf(answer)).toEqual({
      code: 'AA',
      controlId: id,
      errors: [
        {
          location: 'RXA^1^11^1^4',
          hl7: '101^Required field missing',
          severity: 'I',
          application: '7',
          text: 'The clinic at which the dose was given is missing. Send the registry id of the clinic in RXA-11.4; without it no stock is counted down.',
        },
      ],
    });
    expect(await reportsOf(cairn.db, id)).toHaveLength(1);
  });
});
