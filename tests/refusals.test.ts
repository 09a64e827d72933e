/** Requests that get a fault: no HL7 answer, and nothing in the registry changes. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn, TODAY } from './support/cairn.ts';
import { ackOf, ledger, registryCounts, reportsOf } from './support/answers.ts';
import { batch, CLINIC, controlId, vxu } from './support/messages.ts';
import { registerSite } from './support/organizations.ts';
import {
  contentType,
  DEMO_CLINIC,
  envelope,
  escapeXml,
  type HttpAnswer,
  operation,
  post,
  submit,
  submitRaw,
} from './support/soap.ts';
import { faultWords } from './support/xml.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
  // Something is there that a refused request could harm.
  await submit(cairn.url, vxu());
});
afterAll(() => cairn.close());

let before: Readonly<Record<string, number>>;
let rowsBefore: number;
beforeEach(async () => {
  before = await registryCounts(cairn.db);
  rowsBefore = (await ledger(cairn.db)).length;
});

async function expectNothingRecorded(ledgerRows = 0): Promise<void> {
  expect(await registryCounts(cairn.db)).toEqual(before);
  expect((await ledger(cairn.db)).length - rowsBefore).toBe(ledgerRows);
}

const postXml = (
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): Promise<HttpAnswer> => post(`${cairn.url}/IISService`, body, { ...contentType('1.2'), ...headers });

describe('credentials', () => {
  const WRONG =
    'SecurityFault 60 Security: The username or password is not valid. Nothing was recorded. Check them against the registration confirmation; after a rotation the old password ends.';
  const THROTTLED =
    'SecurityFault 60 Security: Too many wrong passwords for this username. Nothing was recorded. Wait one minute, correct the password, then resend.';
  const FACILITY =
    'SecurityFault 60 Security: The facilityID does not belong to this username. Nothing was recorded. Send the id that was issued with these credentials, or leave facilityID out.';

  // Whoever has the username finds the attempt in the ledger.
  test.each([
    ['a wrong password', { ...DEMO_CLINIC, password: 'demo-clinic-passwords' }, 1],
    ['a username that nobody has', { ...DEMO_CLINIC, username: 'demo-klinic' }, 0],
    ['the password of another username', { ...DEMO_CLINIC, password: 'demo-hie-password' }, 1],
    ['an empty password', { ...DEMO_CLINIC, password: '' }, 1],
    ['no username', { ...DEMO_CLINIC, username: '' }, 0],
  ])('with %s nobody learns which part was wrong', async (_, login, rows) => {
    const answer = await submitRaw(cairn.url, vxu(), { login });
    expect([answer.status, faultWords(answer)]).toEqual([500, WRONG]);
    await expectNothingRecorded(rows);
  });

  test('the facilityID of an organization that is not theirs is refused', async () => {
    for (const facilityID of ['SF-000001', 'DE-000002', 'DE-999999']) {
      const answer = await submitRaw(cairn.url, vxu(), { login: { ...DEMO_CLINIC, facilityID } });
      expect([answer.status, faultWords(answer)]).toEqual([500, FACILITY]);
    }
    // The credentials were right, so the sender can see in the ledger what became of the message.
    await expectNothingRecorded(3);
    expect((await ledger(cairn.db)).at(-1)).toMatchObject({
      outcome: 'fault',
      sender: 'DE-000001',
      answer: expect.stringMatching(/^The facilityID does not belong to this username\./),
    });
  });

  test('a revoked credential stops at once, though its password had just been used', async () => {
    const site = await registerSite(cairn, 'DE-700001');
    await submit(cairn.url, vxu({ from: site }), { login: site.login });
    before = await registryCounts(cairn.db);
    rowsBefore += 1;
    const revoke = 'update credential set revoked_at = $2 where username = $1';
    await cairn.db.query(revoke, [site.login.username, new Date(Date.parse(TODAY) - 1000)]);
    const refused = await submitRaw(cairn.url, vxu({ from: site }), { login: site.login });
    expect(faultWords(refused)).toMatch(
      /^SecurityFault 60 Security: The credentials of this username were revoked\. Nothing was recorded\./,
    );
    await expectNothingRecorded(1);

    await cairn.db.query(revoke, [site.login.username, null]);
    const answer = await submit(cairn.url, vxu({ from: site }), { login: site.login });
    expect(ackOf(answer).code).toBe('AA');
  });

  test('an expired credential stops at once, though its password had just been used', async () => {
    const site = await registerSite(cairn, 'DE-700002');
    await submit(cairn.url, vxu({ from: site }), { login: site.login });
    before = await registryCounts(cairn.db);
    rowsBefore += 1;
    await cairn.db.query('update credential set expires_at = $2 where username = $1', [
      site.login.username,
      new Date(Date.parse(TODAY) - 1000),
    ]);
    const refused = await submitRaw(cairn.url, vxu({ from: site }), { login: site.login });
    expect(faultWords(refused)).toMatch(
      /^SecurityFault 60 Security: The password of this username has expired\. Nothing was recorded\./,
    );
    await expectNothingRecorded(1);
  });

  test('the eleventh wrong password in a minute is told to wait, and who sends right is not disturbed', async () => {
    const site = await registerSite(cairn, 'DE-700003');
    const working = await registerSite(cairn, 'DE-700004');
    await submit(cairn.url, vxu({ from: working }), { login: working.login });
    before = await registryCounts(cairn.db);
    rowsBefore += 1;
    const guess = async (login: typeof site.login, count: number): Promise<readonly string[]> => {
      const words: string[] = [];
      for (let n = 1; n <= count; n++) {
        const wrong = { ...login, password: `guess ${n}` };
        words.push(faultWords(await submitRaw(cairn.url, vxu(), { login: wrong })));
      }
      return words;
    };
    const answers = await guess(site.login, 12);
    expect(answers.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => WRONG));
    expect(answers.slice(10)).toEqual([THROTTLED, THROTTLED]);
    // The right password of a login that was not in use has to wait as well, or guessing would go on.
    const right = await submitRaw(cairn.url, vxu({ from: site }), { login: site.login });
    expect(faultWords(right)).toBe(THROTTLED);
    await expectNothingRecorded(10);

    // A login in use goes on: an attacker must not be able to shut a clinic out.
    expect((await guess(working.login, 12)).at(-1)).toBe(THROTTLED);
    const id = controlId();
    const answer = await submit(cairn.url, vxu({ from: working, controlId: id }), { login: working.login });
    expect(ackOf(answer).code).toBe('AA');
  });
});

describe('a request that cannot be read', () => {
  const inside = (hl7: string): string => envelope('1.2', operation('submitSingleMessage', DEMO_CLINIC, hl7));

  test('of 2 MiB is too large, and says how much is taken', async () => {
    const answer = await postXml(inside(vxu() + 'Z'.repeat(2 * 1_048_576)));
    expect([answer.status, faultWords(answer)]).toEqual([
      500,
      'MessageTooLargeFault 30 MessageTooLarge: The request is larger than 1048576 bytes. Nothing was recorded. Send one message a request, or a smaller batch.',
    ]);
    await expectNothingRecorded();
  });

  test('of just the largest size is taken, and one byte more is not', async () => {
    const id = controlId();
    const message = vxu({ controlId: id });
    const padding = 1_048_576 - Buffer.byteLength(inside(`${message}ZZZ|`));
    const largest = inside(`${message}ZZZ|${'x'.repeat(padding)}`);
    expect((await postXml(largest.replace('ZZZ|', 'ZZZ|x'))).body).toContain('MessageTooLargeFault');
    await expectNothingRecorded();
    expect((await postXml(largest)).body).toContain(`MSA|AA|${id}`);
    expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:03']);
  });

  const LAUGHS = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY lol${n + 1} "${`&lol${n};`.repeat(10)}">`,
  ).join('');
  const withDoctype = (doctype: string, hl7: string): string =>
    inside('HERE').replace('?>', `?>${doctype}`).replace('HERE', hl7);
  const DTD =
    'fault 10 Malformed request: A document type declaration (DTD) is not allowed in a SOAP message.';

  test.each([
    ['a DTD', withDoctype('<!DOCTYPE e [<!ELEMENT e ANY>]>', 'MSH'), DTD],
    [
      'a DTD that names a file',
      withDoctype('<!DOCTYPE e [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '&f;'),
      DTD,
    ],
    ['a billion laughs', withDoctype(`<!DOCTYPE e [<!ENTITY lol0 "lol">${LAUGHS}]>`, '&lol9;'), DTD],
    [
      'broken XML',
      inside(vxu()).replace('</c:hl7Message>', ''),
      /^fault 10 Malformed request: The request is not well-formed XML: \d+:\d+: unexpected close tag/,
    ],
    [
      'XML that ends in the middle',
      inside(vxu()).slice(0, 700),
      /^fault 10 Malformed request: The request is not well-formed XML: \d+:\d+: unclosed tag/,
    ],
    [
      'MSH-2 with an unescaped ampersand',
      inside('HERE').replace('HERE', vxu()),
      /^fault 10 Malformed request: The request is not well-formed XML: .* An "&" outside CDATA must be written as "&amp;"\.$/,
    ],
    [
      'a NUL character',
      inside('HERE').replace('HERE', escapeXml(vxu()).replace('Ana', 'A\u0000na')),
      /^fault 10 Malformed request: The request is not well-formed XML: \d+:\d+: disallowed character/,
    ],
    [
      'a NUL as a character reference',
      inside('HERE').replace('HERE', escapeXml(vxu()).replace('Ana', 'A&#0;na')),
      /^fault 10 Malformed request: The request is not well-formed XML: \d+:\d+: malformed character entity/,
    ],
    [
      'no message in it',
      inside('   '),
      'fault 10 Malformed request: submitSingleMessage needs the element hl7Message, which must hold an HL7 message.',
    ],
    ['an empty body', '', 'fault 10 Malformed request: The request has no body.'],
    [
      'the bare HL7 message',
      vxu(),
      /^fault 10 Malformed request: The request is not well-formed XML: \d+:\d+: text data outside of root node/,
    ],
  ] as const)('because of %s is malformed', async (_, body, words) => {
    const answer = await postXml(body);
    expect(answer.status).toBe(500);
    if (typeof words === 'string') expect(faultWords(answer)).toBe(words);
    else expect(faultWords(answer)).toMatch(words);
    expect(answer.body).not.toMatch(/Ana|madeup|root:/);
    await expectNothingRecorded();
  });

  test('because its bytes are no UTF-8 is malformed', async () => {
    const bytes = Buffer.from(inside(vxu()).replace('Ana', 'José'), 'latin1');
    expect(faultWords(await postXml(bytes))).toBe(
      'fault 10 Malformed request: The request holds bytes that are not valid utf-8.',
    );
    await expectNothingRecorded();
  });

  test('because it is compressed is told to come uncompressed', async () => {
    const answer = await postXml(gzipSync(inside(vxu())), { 'content-encoding': 'gzip' });
    expect([answer.status, faultWords(answer)]).toEqual([
      500,
      'fault 10 Malformed request: Compressed requests are not taken. Nothing was recorded. Send the request without Content-Encoding.',
    ]);
    await expectNothingRecorded();
  });
});

describe('several messages in one submit', () => {
  const id = 'TWO-IN-ONE';
  test.each([
    [
      'two messages after each other',
      vxu({ controlId: id }) + vxu({ controlId: id }),
      'The request holds more than one HL7 message. Nothing was recorded. Send one message a request with submitSingleMessage, or a batch with submitBatchMessage.',
    ],
    [
      'a batch, though of one message',
      batch([vxu({ controlId: id })]),
      'The request holds a batch. Nothing was recorded. Send it with submitBatchMessage or submitBatchQuery.',
    ],
  ])('are too large: %s', async (_, text, words) => {
    const answer = await submitRaw(cairn.url, text, { login: CLINIC.login });
    expect([answer.status, faultWords(answer)]).toEqual([
      500,
      `MessageTooLargeFault 30 MessageTooLarge: ${words}`,
    ]);
    await expectNothingRecorded(1);
    expect((await ledger(cairn.db)).at(-1)).toMatchObject({
      outcome: 'fault',
      ackCode: '',
      sender: 'DE-000001',
      responsible: null,
      findings: [],
      personId: null,
      raw: text,
      answer: words,
    });
  });
});
