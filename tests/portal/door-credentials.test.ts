/** Who is let in at the exchange's door, by credentials; what each hears, and what the ledger says of it. */
import { registerOrganization } from '@cairn/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  issueFirstCredential,
  revokeCredential,
  rotateCredential,
  setCertificate,
} from '../../server/src/accounts/site-credentials.ts';
import { ackOf, lastEntry, ledger, registryCounts } from '../support/answers.ts';
import { startTestCairn, TODAY, type TestCairn } from '../support/cairn.ts';
import { controlId, type Sending, vxu } from '../support/messages.ts';
import { registerSite } from '../support/organizations.ts';
import { contentType, envelope, operation, post, submit, submitRaw } from '../support/soap.ts';
import { faultWords } from '../support/xml.ts';

const PRODUCTION = '/IISService';
const TEST = '/test/IISService';
const CERTIFICATE_HEADER = 'x-client-cert';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn({ env: { CAIRN_CLIENT_CERT_HEADER: CERTIFICATE_HEADER } });
});
afterAll(() => cairn.close());

const daysAgo = (days: number): Date => new Date(Date.parse(TODAY) - days * 86_400_000);
const withPassword = (site: Sending, password: string): Sending => ({
  ...site,
  login: { ...site.login, password },
});

/** Sends with these credentials and expects that fault, its row in the ledger, and nothing else anywhere. */
async function expectTurnedAway(
  from: Sending,
  words: string,
  finding: readonly [code: string, message: string, fix: string],
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  const before = await registryCounts(cairn.db);
  for (const [path, address] of [
    [PRODUCTION, 'production'],
    [TEST, 'test'],
  ]) {
    const rows = (await ledger(cairn.db)).length;
    const id = controlId();
    const message = vxu({ from, controlId: id });
    const answer = await sendWith(from, message, headers, path);
    expect([answer.status, faultWords(answer)]).toEqual([500, `SecurityFault 60 Security: ${words}`]);
    expect(await ledger(cairn.db)).toHaveLength(rows + 1);
    expect(await lastEntry(cairn.db)).toMatchObject({
      address,
      outcome: 'fault',
      ackCode: '',
      sender: from.sender,
      responsible: null,
      type: '',
      raw: '',
      answer: words,
      findings: [`${finding[0]} E message`],
      personId: null,
    });
    const { rows: stored } = await cairn.db.query(
      'select findings, control_id, body_hash::text as hash from message order by message_id desc limit 1',
    );
    expect(stored).toMatchObject([
      { control_id: '', findings: [{ message: finding[1], fix: finding[2] }], hash: expect.any(String) },
    ]);
  }
  expect(await registryCounts(cairn.db)).toEqual(before);
  const { rows: tests } = await cairn.db.query(
    'select 1 from test_submission join organization using (organization_id) where code = $1',
    [from.sender],
  );
  expect(tests).toEqual([]);
}

const sendWith = (
  from: Sending,
  message: string,
  headers: Readonly<Record<string, string>> = {},
  path = PRODUCTION,
) =>
  post(`${cairn.url}${path}`, envelope('1.2', operation('submitSingleMessage', from.login, message)), {
    ...contentType('1.2'),
    ...headers,
  });

/** Sends, and returns MSA-1. */
const sent = async (from: Sending, path = PRODUCTION): Promise<string> =>
  ackOf(await submit(cairn.url, vxu({ from }), { login: from.login, path })).code;

const REPLACED = [
  'This password was replaced; the new one is needed. Nothing was recorded. Enter the password that the portal showed when it was replaced, then resend.',
  [
    'credentials-rotated-out',
    'A message came with a password that was replaced. It was refused.',
    'Enter the new password in every system that sends with this username, then resend the message.',
  ],
] as const;
const REVOKED = [
  'The credentials of this username were revoked. Nothing was recorded. Ask the contacts of your organization, or the registry, for new ones.',
  [
    'credentials-revoked',
    'A message came with credentials that were revoked. It was refused.',
    'If your system sent it, get new credentials at the portal and resend. If not, a password that leaked was used; it opens nothing.',
  ],
] as const;
const EXPIRED = [
  'The password of this username has expired. Nothing was recorded. Replace it at the portal, enter the new one in your system, then resend.',
  [
    'credentials-expired',
    'A message came with this username and its password, which has expired. It was refused.',
    'Replace the password at the portal, enter the new one in your system and resend the message.',
  ],
] as const;

describe('credentials', () => {
  test('that were issued let a site in, for a year', async () => {
    const db = cairn.cairn.database.kysely;
    const site = { code: 'DE-810001', name: 'Site with issued credentials', kind: 'site' } as const;
    const organizationId = await registerOrganization(
      db,
      { ...site, stage: 'production', mayQuery: true },
      daysAgo(0),
    );
    const shown = await issueFirstCredential(db, { organizationId, code: site.code }, daysAgo(364));
    if (!shown) throw new Error('no credentials were issued');
    expect(shown.username).toBe('DE-810001');
    expect(shown.expiresAt).toEqual(daysAgo(-1));
    const login = { username: shown.username, password: shown.password, facilityID: site.code };
    const from: Sending = { sender: site.code, site: site.code, login };
    expect(await sent(from)).toBe('AA');
    expect(await issueFirstCredential(db, { organizationId, code: site.code }, daysAgo(0))).toBeUndefined();

    await cairn.db.query('update credential set expires_at = $2 where username = $1', [
      shown.username,
      daysAgo(0),
    ]);
    await expectTurnedAway(from, ...EXPIRED);
  });

  test('two who ask for the first credentials at once do not both get some', async () => {
    const db = cairn.cairn.database.kysely;
    const code = 'DE-810002';
    const organizationId = await registerOrganization(
      db,
      { code, name: 'Site of two contacts', kind: 'site', stage: 'testing', mayQuery: false },
      daysAgo(0),
    );
    const ask = () => issueFirstCredential(db, { organizationId, code }, daysAgo(0));
    const shown = await Promise.all([ask(), ask(), ask()]);
    expect(shown.filter((credential) => credential !== undefined)).toHaveLength(1);
  });

  test('whose password is wrong are told no more than it, and the site sees the attempt', async () => {
    const site = await registerSite(cairn, 'DE-810003');
    await expectTurnedAway(
      withPassword(site, 'a guess'),
      'The username or password is not valid. Nothing was recorded. Check them against the registration confirmation; after a rotation the old password ends.',
      [
        'credentials-wrong',
        'A message came with this username and a wrong password. It was refused.',
        'If your system sent it, correct the password there. If not, somebody else tried your username; nothing was let in.',
      ],
    );
  });

  test('of nobody, and more guesses than ten a minute, leave no row', async () => {
    const site = await registerSite(cairn, 'DE-810004');
    const guess = { ...site.login, password: 'a guess' };
    for (let time = 0; time < 10; time++) await submitRaw(cairn.url, vxu({ from: site }), { login: guess });
    const rows = (await ledger(cairn.db)).length;
    const throttled = await submitRaw(cairn.url, vxu({ from: site }), { login: guess });
    expect(faultWords(throttled)).toMatch(/Too many wrong passwords for this username\./);
    await submitRaw(cairn.url, vxu({ from: site }), { login: { ...guess, username: 'nobody-at-all' } });
    expect(await ledger(cairn.db)).toHaveLength(rows);
  });

  test('that were rotated: both passwords work during the overlap, then the new one alone', async () => {
    const db = cairn.cairn.database.kysely;
    const site = await registerSite(cairn, 'DE-810005');
    const rotated = await rotateCredential(db, site.organizationId, 7, daysAgo(6));
    if (!rotated) throw new Error('nothing was rotated');
    expect(rotated).toMatchObject({ username: 'de-810005', previousUntil: daysAgo(-1) });
    const renewed = withPassword(site, rotated.password);
    expect([await sent(site), await sent(renewed)]).toEqual(['AA', 'AA']);

    await cairn.db.query('update credential set previous_until = $2 where username = $1', [
      rotated.username,
      daysAgo(0),
    ]);
    await expectTurnedAway(site, ...REPLACED);
    expect(await sent(renewed)).toBe('AA');
  });

  test('that were rotated without an overlap: the password before ends at once', async () => {
    const site = await registerSite(cairn, 'DE-810006');
    expect(await sent(site)).toBe('AA');
    const db = cairn.cairn.database.kysely;
    const rotated = await rotateCredential(db, site.organizationId, 0, daysAgo(0));
    expect(rotated?.previousUntil).toBeUndefined();
    await expectTurnedAway(site, ...REPLACED);
    expect(await sent(withPassword(site, rotated?.password ?? ''))).toBe('AA');
  });

  test('that were revoked end at once, both passwords; a rotation brings back neither', async () => {
    const db = cairn.cairn.database.kysely;
    const site = await registerSite(cairn, 'DE-810007');
    const rotated = await rotateCredential(db, site.organizationId, 7, daysAgo(1));
    const renewed = withPassword(site, rotated?.password ?? '');
    expect([await sent(site), await sent(renewed)]).toEqual(['AA', 'AA']);
    await revokeCredential(db, site.organizationId, daysAgo(0));
    await expectTurnedAway(site, ...REVOKED);
    await expectTurnedAway(renewed, ...REVOKED);

    const again = await rotateCredential(db, site.organizationId, 7, daysAgo(0));
    expect(again?.previousUntil).toBeUndefined();
    await expectTurnedAway(renewed, ...REPLACED);
    expect(await sent(withPassword(site, again?.password ?? ''))).toBe('AA');
  });

  test('cannot be rotated where there are none', async () => {
    const db = cairn.cairn.database.kysely;
    const nobody = '00000000-0000-7000-8000-00000000dead';
    expect(await rotateCredential(db, nobody, 7, daysAgo(0))).toBeUndefined();
  });

  test('with a client certificate are good with that certificate alone', async () => {
    const site = await registerSite(cairn, 'DE-810008');
    const db = cairn.cairn.database.kysely;
    const fingerprint = 'ab:'.repeat(31) + 'cd';
    await setCertificate(db, site.organizationId, fingerprint.toUpperCase());
    const fix =
      'Set up the certificate in your system, or remove its fingerprint at the portal. If your system did not send it, replace the password.';
    await expectTurnedAway(
      site,
      'This username asks for a client certificate, and none came with the request. Nothing was recorded. Send the certificate whose fingerprint is registered at the portal.',
      [
        'client-certificate-missing',
        'A message came with the right password, but without the client certificate. It was refused.',
        fix,
      ],
    );
    await expectTurnedAway(
      site,
      'This username asks for a client certificate, and another one came with the request. Nothing was recorded. Send the certificate whose fingerprint is registered at the portal, or register this one there.',
      [
        'client-certificate-missing',
        'A message came with the right password, but with another client certificate. It was refused.',
        'Register the fingerprint of the new certificate at the portal. If your system did not send it, replace the password.',
      ],
      { [CERTIFICATE_HEADER]: 'ab'.repeat(32) },
    );
    for (const value of [fingerprint, fingerprint.replaceAll(':', ''), fingerprint.toUpperCase()]) {
      const answer = await sendWith(site, vxu({ from: site }), { [CERTIFICATE_HEADER]: value });
      expect([answer.status, answer.body.includes('MSA|AA|')]).toEqual([200, true]);
    }
    // Who has the certificate but not the password hears nothing of it.
    const guess = await sendWith(withPassword(site, 'a guess'), vxu({ from: site }), {
      [CERTIFICATE_HEADER]: fingerprint,
    });
    expect(faultWords(guess)).toMatch(/The username or password is not valid\./);

    await setCertificate(db, site.organizationId, null);
    expect(await sent(site)).toBe('AA');
  });
});
