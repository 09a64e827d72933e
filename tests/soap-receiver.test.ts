/** The receiver tests of NIST's SOAP suite (SOAPCON_1 to 5, SOAPENV_6), in both SOAP versions. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { ackOf, ledger, registryCounts } from './support/answers.ts';
import { CLINIC, controlId, patient, qbp, vxu } from './support/messages.ts';
import {
  contentType,
  DEMO_CLINIC,
  ENVELOPE,
  envelope,
  type HttpAnswer,
  operation,
  post,
  returnOf,
  submitRaw,
  type Version,
} from './support/soap.ts';
import { envelopeOf, faultOf, IIS } from './support/xml.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const MEDIA: Readonly<Record<Version, string>> = {
  '1.1': 'text/xml; charset=utf-8',
  '1.2': 'application/soap+xml; charset=utf-8',
};

const call = (version: Version, inner: string): Promise<HttpAnswer> =>
  post(`${cairn.url}/IISService`, envelope(version, inner), contentType(version));

/** What each version calls a fault that is the receiver's to tell, and the children of its Fault. */
function expectedFault(version: Version, element: string, reason: string, code: string, words: RegExp) {
  const soap = `{${ENVELOPE[version]}}`;
  return {
    status: 500,
    contentType: MEDIA[version],
    code: version === '1.2' ? `${soap}Receiver` : `${soap}Server`,
    reason: expect.stringMatching(words),
    parts:
      version === '1.2'
        ? [`${soap}Code`, `${soap}Reason`, `${soap}Detail`]
        : ['{}faultcode', '{}faultstring', '{}detail'],
    retry: RETRY[code],
    detail: {
      name: `{${IIS}}${element}`,
      fields: [
        [`{${IIS}}Code`, code],
        [`{${IIS}}Reason`, reason],
        [`{${IIS}}Detail`, expect.stringMatching(words)],
      ],
    },
  };
}

/** What each code asks the sender to do. */
const RETRY: Readonly<Record<string, string>> = {
  10: 'CORRECT_MESSAGE',
  20: 'NORMAL',
  21: 'NORMAL',
  30: 'CORRECT_MESSAGE',
  50: 'CORRECT_MESSAGE',
  60: 'CONTACT_SUPPORT',
};

describe.each(['1.2', '1.1'] as const)('over SOAP %s', (version) => {
  test('SOAPCON_1: a connectivity test returns the string that was sent', async () => {
    const answer = await call(
      version,
      '<c:connectivityTest><c:echoBack>Connected &amp; hello?</c:echoBack></c:connectivityTest>',
    );
    const { header, content } = envelopeOf(answer, version);
    expect([answer.status, answer.contentType, header]).toEqual([200, MEDIA[version], undefined]);
    expect(content.name).toBe(`{${IIS}}connectivityTestResponse`);
    expect(content.children.map(({ name }) => name)).toEqual([`{${IIS}}return`]);
    expect(content.children[0]?.children).toEqual([]);
    expect(content.children[0]?.text).toContain('Connected & hello?');
  });

  test('SOAPCON_2: a message with valid credentials is answered with an HL7 acknowledgement', async () => {
    const id = controlId();
    const answer = await submitRaw(cairn.url, vxu({ controlId: id }), { version });
    const { header, content } = envelopeOf(answer, version);
    expect([answer.status, answer.contentType, header]).toEqual([200, MEDIA[version], undefined]);
    expect(content.name).toBe(`{${IIS}}submitSingleMessageResponse`);
    expect(content.children.map(({ name }) => name)).toEqual([`{${IIS}}return`]);
    const [first, second] = (content.children[0]?.text ?? '').split('\r');
    expect(first).toMatch(
      new RegExp(
        `^MSH\\|\\^~\\\\&\\|CAIRN\\|CAIR IIS\\|TEST-EHR\\|DE-000001\\|\\d{14}[+-]\\d{4}\\|\\|ACK\\^V04\\^ACK\\|.+\\|P\\|2\\.5\\.1\\|\\|\\|NE\\|NE\\|\\|\\|\\|\\|Z23\\^CDCPHINVS\\|CAIR IIS\\|DE-000001$`,
      ),
    );
    expect(second).toBe(`MSA|AA|${id}`);
  });

  test('SOAPCON_3: a wrong password gets a SecurityFault that names no secret', async () => {
    const answer = await submitRaw(cairn.url, vxu(), {
      version,
      login: { ...DEMO_CLINIC, password: 'not-the-password' },
    });
    expect(faultOf(answer, version)).toEqual(
      expectedFault(version, 'SecurityFault', 'Security', '60', /^The username or password is not valid\./),
    );
    expect(answer.body).not.toContain('not-the-password');
  });

  test('SOAPCON_4: two messages in one submit get a MessageTooLargeFault', async () => {
    const answer = await submitRaw(cairn.url, vxu() + vxu(), { version });
    expect(faultOf(answer, version)).toEqual(
      expectedFault(
        version,
        'MessageTooLargeFault',
        'MessageTooLarge',
        '30',
        /^The request holds more than one HL7 message\. Nothing was recorded\./,
      ),
    );
  });

  test('SOAPCON_5: an element that is no operation gets an UnsupportedOperationFault', async () => {
    const answer = await call(version, operation('submitSingleMessageX', DEMO_CLINIC, vxu()));
    expect(faultOf(answer, version)).toEqual(
      expectedFault(
        version,
        'UnsupportedOperationFault',
        'UnsupportedOperation',
        '50',
        /^submitSingleMessageX \(namespace "urn:cdc:iisb:2011"\) is not an operation; there are connectivityTest, submitSingleMessage,/,
      ),
    );
  });

  test('SOAPENV_6: trouble inside Cairn gets a fault that repeats nothing of the message', async () => {
    const who = patient({ chart: 'SECRETCHART', last: 'Secretname' });
    const message = vxu({ patient: who, controlId: `SECRET-${version}` });
    const before = await registryCounts(cairn.db);
    await cairn.db.query('alter table dose_report rename to dose_report_away');
    let answer: HttpAnswer;
    try {
      answer = await submitRaw(cairn.url, message, { version });
    } finally {
      await cairn.db.query('alter table dose_report_away rename to dose_report');
    }
    expect(faultOf(answer, version)).toEqual(
      expectedFault(
        version,
        'fault',
        'Internal error',
        '20',
        /^Cairn failed on this message\. Nothing was recorded\. Resend it once;/,
      ),
    );
    for (const secret of ['SECRET', 'Secret', 'DE-000001', 'demo-clinic', 'MMR', 'dose_report', '20230315'])
      expect(answer.body).not.toContain(secret);
    expect(await registryCounts(cairn.db)).toEqual(before);
    expect(await ledger(cairn.db, `SECRET-${version}`)).toEqual([]);

    const again = await submitRaw(cairn.url, message, { version });
    expect(ackOf(returnOf(again.body) ?? '').code).toBe('AA');
  });

  test('a connectivity test with credentials but without text to echo is told what it lacks', async () => {
    const answer = await call(
      version,
      '<c:connectivityTest><c:username>u</c:username><c:password>p</c:password></c:connectivityTest>',
    );
    expect(faultOf(answer, version)).toEqual(
      expectedFault(
        version,
        'fault',
        'Malformed request',
        '10',
        /^connectivityTest needs the element echoBack, which must be a non-empty string\.$/,
      ),
    );
  });

  test('a query is answered by submitSingleQuery and by submitSingleMessage alike', async () => {
    const who = patient();
    await submitRaw(cairn.url, vxu({ patient: who }), { version });
    for (const name of ['submitSingleQuery', 'submitSingleMessage']) {
      const answer = await submitRaw(cairn.url, qbp({ patient: who }), {
        version,
        name,
        login: CLINIC.login,
      });
      const { content } = envelopeOf(answer, version);
      expect(content.name).toBe(`{${IIS}}${name}Response`);
      expect(content.children[0]?.text).toMatch(/^MSH\|[^\r]*\|RSP\^K11\^RSP_K11\|[^\r]*\|Z32\^CDCPHINVS\|/);
    }
  });
});
