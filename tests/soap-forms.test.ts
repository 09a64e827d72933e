/** The forms in which real clients send a request: each is recorded once and acknowledged AA. */
import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { ackOf, ledger, reportsOf } from './support/answers.ts';
import { controlId, patient, vxu } from './support/messages.ts';
import { contentType, ENVELOPE, envelope, escapeXml, type HttpAnswer, post } from './support/soap.ts';
import { type Element, envelopeOf, IIS } from './support/xml.ts';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

const LOGIN =
  '<c:username>demo-clinic</c:username><c:password>demo-clinic-password</c:password><c:facilityID>DE-000001</c:facilityID>';
const HEADERS = contentType('1.2');

/** A request of the 2011 contract; `hl7` is the message, already XML. */
const single = (hl7: string, login = LOGIN): string =>
  `<c:submitSingleMessage>${login}<c:hl7Message>${hl7}</c:hl7Message></c:submitSingleMessage>`;

const charactersFor = (hl7: string, cr: string): string => escapeXml(hl7).replaceAll('&#xD;', cr);

type Form = {
  readonly name: string;
  /** The body of the request for a message. */
  readonly body: (hl7: string) => string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the ledger keeps, where the way into XML and out changes the line ends. */
  readonly kept?: (hl7: string) => string;
};

const asLf = (hl7: string): string => hl7.replaceAll('\r', '\n');

const utf16 = (xml: string, bigEndian: boolean): Uint8Array => {
  const bytes = Buffer.from(`\uFEFF${xml}`, 'utf16le');
  return bigEndian ? bytes.swap16() : bytes;
};

const withoutDeclaration = (hl7: string): string =>
  envelope('1.2', single(escapeXml(hl7))).replace(/^<\?xml[^>]*\?>/, '');

const declaring = (encoding: string, hl7: string): string =>
  `<?xml version="1.0" encoding="${encoding}"?>${withoutDeclaration(hl7)}`;

const WSA =
  '<s:Header><a:Action xmlns:a="http://www.w3.org/2005/08/addressing" s:mustUnderstand="true">urn:cdc:iisb:2011:submitSingleMessage</a:Action><a:MessageID xmlns:a="http://www.w3.org/2005/08/addressing">urn:uuid:1</a:MessageID><x:Trace xmlns:x="urn:example:trace">7</x:Trace></s:Header>';

const FORMS: readonly Form[] = [
  {
    name: 'carriage returns as &#13;',
    body: (hl7) => envelope('1.2', single(charactersFor(hl7, '&#13;'))),
  },
  {
    name: 'carriage returns as &#xD;',
    body: (hl7) => envelope('1.2', single(charactersFor(hl7, '&#xD;'))),
  },
  {
    name: 'carriage returns as they are, which XML reads as line feeds',
    body: (hl7) => envelope('1.2', single(charactersFor(hl7, '\r'))),
    kept: asLf,
  },
  {
    name: 'CDATA with line feeds',
    body: (hl7) => envelope('1.2', single(`<![CDATA[${asLf(hl7)}]]>`)),
    kept: asLf,
  },
  {
    name: 'each carriage return followed by two line feeds',
    body: (hl7) => envelope('1.2', single(charactersFor(hl7, '&#13;\n\n'))),
    kept: (hl7) => hl7.replaceAll('\r', '\r\n\n'),
  },
  {
    name: 'blank space around the message',
    body: (hl7) => envelope('1.2', single(`\n    ${escapeXml(hl7)}\n  `)),
    kept: (hl7) => `\n    ${hl7}\n  `,
  },
  {
    name: 'no facilityID',
    body: (hl7) =>
      envelope('1.2', single(escapeXml(hl7), LOGIN.replace(/<c:facilityID>.*<\/c:facilityID>/, ''))),
  },
  {
    name: 'facilityID misspelt as faciltyID',
    body: (hl7) => envelope('1.2', single(escapeXml(hl7), LOGIN.replaceAll('facilityID', 'faciltyID'))),
  },
  {
    name: 'facilityID with xsi:nil',
    body: (hl7) =>
      envelope(
        '1.2',
        single(
          escapeXml(hl7),
          LOGIN.replace(
            /<c:facilityID>.*<\/c:facilityID>/,
            '<c:facilityID xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"/>',
          ),
        ),
      ),
  },
  { name: 'no action', body: (hl7) => envelope('1.2', single(escapeXml(hl7))), headers: HEADERS },
  {
    name: 'the action of another operation',
    body: (hl7) => envelope('1.2', single(escapeXml(hl7))),
    headers: {
      'content-type': 'application/soap+xml; charset=utf-8; action="urn:cdc:iisb:2011:connectivityTestFL"',
    },
  },
  {
    name: 'SOAP 1.1 with the SOAPAction of another operation',
    body: (hl7) => envelope('1.1', single(escapeXml(hl7))),
    headers: { 'content-type': 'text/xml', soapaction: '"urn:cdc:iisb:2011:connectivityTest"' },
  },
  {
    name: 'SOAP 1.1 without SOAPAction, labelled as SOAP 1.2',
    body: (hl7) => envelope('1.1', single(escapeXml(hl7))),
    headers: HEADERS,
  },
  { name: 'a byte order mark', body: (hl7) => `\uFEFF${envelope('1.2', single(escapeXml(hl7)))}` },
  {
    name: 'WS-Addressing and other headers',
    body: (hl7) => envelope('1.2', single(escapeXml(hl7)), WSA),
  },
  {
    name: 'a prefix of its own choosing',
    body: (hl7) =>
      envelope('1.2', single(escapeXml(hl7)).replaceAll('c:', 'iis-2011.x:')).replace(
        'xmlns:c=',
        'xmlns:iis-2011.x=',
      ),
  },
  {
    name: 'default namespaces throughout',
    body: (hl7) =>
      `<Envelope xmlns="${ENVELOPE['1.2']}"><Body>${single(escapeXml(hl7)).replaceAll('c:', '').replace('<submitSingleMessage>', `<submitSingleMessage xmlns="${IIS}">`)}</Body></Envelope>`,
  },
  {
    name: 'fields without namespace, in another order',
    body: (hl7) =>
      envelope(
        '1.2',
        `<c:submitSingleMessage><hl7Message>${escapeXml(hl7)}</hl7Message><password>demo-clinic-password</password><username>demo-clinic</username></c:submitSingleMessage>`,
      ),
  },
  { name: 'no XML declaration', body: withoutDeclaration },
  {
    name: 'comments and line breaks between the elements',
    body: (hl7) => envelope('1.2', `\n <!-- sent by a script -->\n ${single(escapeXml(hl7))}\n`),
  },
  {
    name: 'an HTTP login that is wrong',
    body: (hl7) => envelope('1.2', single(escapeXml(hl7))),
    headers: { ...HEADERS, authorization: `Basic ${Buffer.from('nobody:nothing').toString('base64')}` },
  },
  { name: 'UTF-16, little end first', body: (hl7) => utf16(declaring('utf-16', hl7), false), headers: {} },
  { name: 'UTF-16, big end first', body: (hl7) => utf16(declaring('UTF-16', hl7), true), headers: {} },
  {
    name: 'UTF-8 that says it is UTF-16',
    body: (hl7) => declaring('utf-16', hl7),
    headers: { 'content-type': 'application/soap+xml' },
  },
  {
    name: 'Latin-1 by its declaration',
    body: (hl7) => Buffer.from(declaring('ISO-8859-1', hl7), 'latin1'),
    headers: { 'content-type': 'application/soap+xml' },
  },
  {
    name: 'Latin-1 by its content type',
    body: (hl7) => Buffer.from(withoutDeclaration(hl7), 'latin1'),
    headers: { 'content-type': 'application/soap+xml; charset=ISO-8859-1' },
  },
];

/** A message with a name that only the right encoding reads right. */
function newMessage(): { readonly id: string; readonly hl7: string } {
  const id = controlId();
  const who = patient({ first: 'José' });
  const hl7 = vxu({ controlId: id, patient: { ...who, last: `${who.last}ñez` } });
  return { id, hl7 };
}

/** The message is in the ledger as sent, its dose is recorded, and the answer says so. */
async function expectRecorded(id: string, raw: string, acknowledged: string): Promise<void> {
  expect(ackOf(acknowledged)).toEqual({ code: 'AA', controlId: id, errors: [] });
  expect(await ledger(cairn.db, id)).toMatchObject([
    { outcome: 'accepted', ackCode: 'AA', operation: 'submitSingleMessage', type: 'VXU^V04', raw },
  ]);
  expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:03']);
  const { rows } = await cairn.db.query(
    'select last_name, first_name from person join message using (person_id) where control_id = $1',
    [id],
  );
  expect(rows).toEqual([{ last_name: expect.stringMatching(/^[A-Z]+MADEUPÑEZ$/), first_name: 'JOSÉ' }]);
}

/** Sends a body in pieces, its length untold. */
function chunked(address: string, pieces: readonly Uint8Array[]): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const sending = request(address, { method: 'POST', headers: HEADERS }, (response) => {
      textOf(response).then(
        (body) =>
          resolve({
            status: response.statusCode ?? 0,
            contentType: response.headers['content-type'] ?? '',
            body,
          }),
        reject,
      );
    });
    sending.on('error', reject);
    for (const piece of pieces) sending.write(piece);
    sending.end();
  });
}

const returned = ({ children }: Element): string => children[0]?.text ?? '';

describe('a message is recorded when it comes with', () => {
  test.each(FORMS.map((form) => [form.name, form] as const))(
    '%s',
    async (_, { body, headers = HEADERS, kept = (hl7: string) => hl7 }) => {
      const { id, hl7 } = newMessage();
      const answer = await post(`${cairn.url}/IISService`, body(hl7), headers);
      const version = answer.contentType.startsWith('text/xml') ? '1.1' : '1.2';
      const { content } = envelopeOf(answer, version);
      expect([answer.status, content.name]).toEqual([200, `{${IIS}}submitSingleMessageResponse`]);
      await expectRecorded(id, kept(hl7), returned(content));
    },
  );

  test('chunked transfer, without Content-Length', async () => {
    const { id, hl7 } = newMessage();
    const bytes = Buffer.from(envelope('1.2', single(escapeXml(hl7))));
    const answer = await chunked(`${cairn.url}/IISService`, [bytes.subarray(0, 700), bytes.subarray(700)]);
    expect(answer.status).toBe(200);
    await expectRecorded(id, hl7, returned(envelopeOf(answer, '1.2').content));
  });
});
