/** The other contract in circulation (2014, alone and behind the IZ Gateway's hub), and how both are published. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestCairn, type TestCairn } from './support/cairn.ts';
import { ackOf, ledger, reportsOf } from './support/answers.ts';
import { controlId, patient, qbp, vxu } from './support/messages.ts';
import { contentType, ENVELOPE, escapeXml, type HttpAnswer, post, type Version } from './support/soap.ts';
import { child, envelopeOf, parseXml } from './support/xml.ts';

const IIS2014 = 'urn:cdc:iisb:2014';
const HUB = 'urn:cdc:iisb:hub:2014';
const WSA = 'http://www.w3.org/2005/08/addressing';

let cairn: TestCairn;
beforeAll(async () => {
  cairn = await startTestCairn();
});
afterAll(() => cairn.close());

function call2014(inner: string, version: Version = '1.2', header = ''): Promise<HttpAnswer> {
  const xml = `<s:Envelope xmlns:s="${ENVELOPE[version]}" xmlns:g="${IIS2014}">${header}<s:Body>${inner}</s:Body></s:Envelope>`;
  return post(`${cairn.url}/IISService`, xml, contentType(version));
}

const submission = (
  operation: string,
  hl7: string,
  { password = 'demo-clinic-password' }: { readonly password?: string } = {},
): string =>
  `<g:${operation}><g:Username>demo-clinic</g:Username><g:Password>${password}</g:Password><g:FacilityID>DE-000001</g:FacilityID><g:Hl7Message>${escapeXml(hl7)}</g:Hl7Message></g:${operation}>`;

describe.each(['1.2', '1.1'] as const)('the 2014 contract over SOAP %s', (version) => {
  test('echoes a connectivity test in its own words', async () => {
    const answer = await call2014(
      '<g:ConnectivityTestRequest><g:EchoBack>Hello hub</g:EchoBack></g:ConnectivityTestRequest>',
      version,
    );
    const { content } = envelopeOf(answer, version);
    expect([answer.status, content.name]).toEqual([200, `{${IIS2014}}ConnectivityTestResponse`]);
    expect(content.children.map(({ name, text }) => [name, text])).toEqual([
      [`{${IIS2014}}EchoBack`, 'Hello hub'],
    ]);
  });

  test('records a message and acknowledges it', async () => {
    const id = controlId();
    const answer = await call2014(submission('SubmitSingleMessageRequest', vxu({ controlId: id })), version);
    const { header, content } = envelopeOf(answer, version);
    expect([answer.status, header, content.name]).toEqual([
      200,
      undefined,
      `{${IIS2014}}SubmitSingleMessageResponse`,
    ]);
    expect(content.children.map(({ name }) => name)).toEqual([`{${IIS2014}}Hl7Message`]);
    expect(ackOf(content.children[0]?.text ?? '')).toEqual({ code: 'AA', controlId: id, errors: [] });
    expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:03']);
    expect(await ledger(cairn.db, id)).toMatchObject([{ operation: 'submitSingleMessage', ackCode: 'AA' }]);
  });

  test('behind the hub, its header comes back', async () => {
    const id = controlId();
    const answer = await call2014(
      submission('SubmitSingleMessageRequest', vxu({ controlId: id })),
      version,
      `<s:Header><h:HubRequestHeader xmlns:h="${HUB}" s:mustUnderstand="1"><h:DestinationId>CA &amp; more</h:DestinationId></h:HubRequestHeader></s:Header>`,
    );
    const { header, content } = envelopeOf(answer, version);
    expect(header?.children.map(({ name }) => name)).toEqual([`{${HUB}}HubResponseHeader`]);
    expect(header?.children[0]?.children.map(({ name, text }) => [name, text])).toEqual([
      [`{${HUB}}DestinationId`, 'CA & more'],
    ]);
    expect(ackOf(content.children[0]?.text ?? '').code).toBe('AA');
    expect(await reportsOf(cairn.db, id)).toEqual(['A 2025-03-20 CVX:03']);
  });

  test('a wrong password gets its empty SecurityFault, and the words in the reason', async () => {
    const answer = await call2014(
      submission('SubmitSingleMessageRequest', vxu(), { password: 'wrong' }),
      version,
    );
    const { content } = envelopeOf(answer, version);
    const soap = `{${ENVELOPE[version]}}`;
    const detail = child(content, version === '1.2' ? `${soap}Detail` : '{}detail');
    const words =
      version === '1.2'
        ? child(child(content, `${soap}Reason`), `${soap}Text`)
        : child(content, '{}faultstring');
    expect([answer.status, detail.children.map(({ name, children }) => [name, children])]).toEqual([
      500,
      [
        [`{${IIS2014}}SecurityFault`, []],
        ['{}Retry', []],
      ],
    ]);
    expect(words.text).toMatch(/^The username or password is not valid\. Nothing was recorded\./);
  });
});

test('the query and batch operations are there in the 2014 spelling too', async () => {
  const who = patient();
  await call2014(submission('SubmitBatchMessageRequest', vxu({ patient: who })));
  for (const operation of ['SubmitSingleQuery', 'SubmitBatchQuery']) {
    const answer = await call2014(submission(`${operation}Request`, qbp({ patient: who })));
    const { content } = envelopeOf(answer, '1.2');
    expect(content.name).toBe(`{${IIS2014}}${operation}Response`);
    expect(content.children[0]?.text).toContain('|Z32^CDCPHINVS|');
  }
});

test('a caller who uses WS-Addressing is told which of its messages is answered', async () => {
  const header = `<s:Header><a:MessageID xmlns:a="${WSA}">urn:uuid:42</a:MessageID></s:Header>`;
  const answer = await call2014(
    '<g:ConnectivityTestRequest><g:EchoBack>x</g:EchoBack></g:ConnectivityTestRequest>',
    '1.2',
    header,
  );
  const blocks = envelopeOf(answer, '1.2').header?.children.map(({ name, text }) => [name, text]);
  expect(blocks).toContainEqual([`{${WSA}}RelatesTo`, 'urn:uuid:42']);
});

describe('the contract', () => {
  test.each(['wsdl', 'WSDL', 'Wsdl', 'wsdl=1'])('is published at ?%s', async (query) => {
    for (const path of ['/IISService', '/test/IISService']) {
      const response = await fetch(`${cairn.url}${path}?${query}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/xml; charset=utf-8',
      ]);
      const body = await response.text();
      const root = parseXml(body);
      expect([root.name, root.attributes['targetNamespace']]).toEqual([
        '{http://schemas.xmlsoap.org/wsdl/}definitions',
        'urn:cdc:iisb:2011',
      ]);
      // The address in it is the one that was asked.
      expect(body.match(/location="[^"]+"/g)).toEqual(
        Array.from({ length: 2 }, () => `location="${cairn.url}${path}"`),
      );
    }
  });

  test('of 2014 is published at ?wsdl=2014', async () => {
    const root = parseXml(await (await fetch(`${cairn.url}/IISService?WSDL=2014`)).text());
    expect(root.attributes['targetNamespace']).toBe(IIS2014);
  });

  test('has its schema at ?xsd=', async () => {
    const root = parseXml(await (await fetch(`${cairn.url}/IISService?XSD=1`)).text());
    expect([root.name, root.attributes['targetNamespace']]).toEqual([
      '{http://www.w3.org/2001/XMLSchema}schema',
      'urn:cdc:iisb:2011',
    ]);
  });

  test('is pointed to where somebody opens the address in a browser', async () => {
    const response = await fetch(`${cairn.url}/IISService`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
    expect(await response.text()).toBe(
      `This is a SOAP address: send a POST. Its contract is at ${cairn.url}/IISService?wsdl\n`,
    );
  });
});
