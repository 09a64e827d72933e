/** Who may send for whom: Sending Facilities and their client sites, and the stages of an organization. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ackOf, lastEntry, ledger, reportsOf } from './support/answers.ts';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { controlId, PEDIATRICS, qbp, vxu } from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import { expectRefused, type Refused } from './support/refused.ts';
import { segments, submit } from './support/soap.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
  await submit(cairn.url, vxu());
});
afterAll(() => cairn.close());

describe('a Sending Facility', () => {
  test('submits for its client sites', async () => {
    const id = controlId();
    const answer = await submit(cairn.url, vxu({ from: PEDIATRICS, controlId: id }), {
      login: PEDIATRICS.login,
    });
    expect(ackOf(answer)).toEqual({ code: 'AA', controlId: id, errors: [] });
    expect(segments(answer, 'MSH')[0]?.at(-1)).toBe('DE-000002');
    expect(await ledger(cairn.db, id)).toMatchObject([
      { outcome: 'accepted', sender: 'SF-000001', responsible: 'DE-000002' },
    ]);
    expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:03']);
  });

  test.each([
    ['a site that is not its client', 'DE-000001'],
    ['itself, which gives no vaccines', 'SF-000001'],
  ])('does not submit for %s', (_, site) =>
    expectRefused(
      cairn,
      vxu({ from: { ...PEDIATRICS, site } }),
      {
        code: 'AR',
        errors: [
          [
            'MSH^1^22^1',
            '204^Unknown key identifier',
            '4',
            'MESSAGE REJECTED. SF-000001 is not registered as sending for the organization in MSH-22. Correct MSH-22, or have that site name you as its Sending Facility at the portal.',
          ],
        ],
        findings: ['responsible-organization-not-linked E MSH-22'],
        responsible: '',
      },
      { from: PEDIATRICS },
    ),
  );

  test('no longer submits for a site that has left it', async () => {
    const link = 'update sending_facility_client set ended_at = $1';
    await cairn.db.query(link, ['2025-01-31']);
    try {
      const answer = await submit(cairn.url, vxu({ from: PEDIATRICS }), {
        login: { ...PEDIATRICS.login, facilityID: '' },
      });
      expect(ackOf(answer)).toMatchObject({
        code: 'AR',
        errors: [
          { text: expect.stringMatching(/^MESSAGE REJECTED\. SF-000001 is not registered as sending/) },
        ],
      });
      expect(await lastEntry(cairn.db)).toMatchObject({ outcome: 'refused', personId: null });
    } finally {
      await cairn.db.query(link, [null]);
    }
  });
});

describe('an organization', () => {
  test('whose exchange is suspended is told so, on either address', async () => {
    const site = await registerSite(cairn, 'DE-800001');
    const stage = 'update organization set stage = $2 where code = $1';
    await cairn.db.query(stage, [site.site, 'suspended']);
    const expected: Refused = {
      code: 'AR',
      errors: [
        [
          'MSH^1^4^1',
          '207^Application internal error',
          '4',
          'MESSAGE REJECTED. Data exchange of this organization is suspended. Contact the registry; resend when the suspension has been lifted.',
        ],
      ],
      findings: ['organization-suspended E MSH-4'],
      responsible: '',
    };
    await expectRefused(cairn, vxu({ from: site }), expected, { from: site });
    const tested = await submit(cairn.url, vxu({ from: site }), {
      login: site.login,
      path: '/test/IISService',
    });
    expect(ackOf(tested)).toMatchObject({ code: 'AR', errors: [{ text: expected.errors[0]?.[3] }] });

    await cairn.db.query(stage, [site.site, 'production']);
    const answer = await submit(cairn.url, vxu({ from: site }), { login: site.login });
    expect(ackOf(answer).code).toBe('AA');
  });

  test('that is still testing is sent to the testing address, where it is accepted', async () => {
    const site = await registerSite(cairn, 'DE-800002', { stage: 'testing' });
    await expectRefused(
      cairn,
      vxu({ from: site }),
      {
        code: 'AR',
        errors: [
          [
            'MSH^1^22^1',
            '207^Application internal error',
            '4',
            'MESSAGE REJECTED. This organization has not been moved to production yet. Send to the testing address (/test/IISService) until the registry has approved production.',
          ],
        ],
        findings: ['organization-still-testing E MSH-22'],
        responsible: '',
      },
      { from: site },
    );
    const answer = await submit(cairn.url, vxu({ from: site }), {
      login: site.login,
      path: '/test/IISService',
    });
    expect(ackOf(answer).code).toBe('AA');
  });

  test('that has not been approved for queries is refused them', async () => {
    const site = await registerSite(cairn, 'DE-800003', { mayQuery: false });
    const message = qbp({ from: site });
    await expectRefused(
      cairn,
      message,
      {
        code: 'AR',
        errors: [
          [
            'MSH^1^22^1',
            '207^Application internal error',
            '4',
            'QUERY REJECTED. This organization has not been approved for bidirectional exchange (BiDX). Complete the BiDX readiness survey and testing at the portal.',
          ],
        ],
        findings: ['query-not-approved E MSH-22'],
        responsible: '',
      },
      { from: site, name: 'submitSingleQuery' },
    );
    expect((await lastEntry(cairn.db))?.answer).toContain('|ACK^Q11^ACK|');
  });
});
