import { describe, expect, it } from 'vitest';
import { readEnvelope, type ReadResult, type SoapCall } from './envelope.ts';
import type { Fault } from './faults.ts';
import { envelope, HUB, IIS2011, IIS2014, SOAP11, SOAP12, submit, utf8, WSA } from './test-support.ts';

const read = (xml: string, contentType = 'application/soap+xml'): ReadResult =>
  readEnvelope(utf8(xml), contentType);

function refused(xml: string, contentType?: string): Fault & { readonly call: SoapCall } {
  const result = read(xml, contentType);
  if (result.ok) throw new Error('the request was accepted');
  return { ...result.fault, call: result.call };
}

const MSH = 'MSH|^~\\&amp;|';

describe('operations', () => {
  it.each([
    ['2011', IIS2011, 'submitSingleMessage', 'submitSingleMessage'],
    ['2011', IIS2011, 'submitSingleQuery', 'submitSingleQuery'],
    ['2011', IIS2011, 'submitBatchMessage', 'submitBatchMessage'],
    ['2011', IIS2011, 'submitBatchQuery', 'submitBatchQuery'],
    ['2014', IIS2014, 'SubmitSingleMessageRequest', 'submitSingleMessage'],
    ['2014', IIS2014, 'SubmitSingleQueryRequest', 'submitSingleQuery'],
    ['2014', IIS2014, 'SubmitBatchMessageRequest', 'submitBatchMessage'],
    ['2014', IIS2014, 'SubmitBatchQueryRequest', 'submitBatchQuery'],
  ])('%s %s %s', (dialect, namespace, element, operation) => {
    for (const names of [
      ['username', 'password', 'facilityID', 'hl7Message'],
      ['Username', 'Password', 'FacilityID', 'Hl7Message'],
      ['USERNAME', 'passWord', 'FacilityId', 'HL7message'],
    ]) {
      const fields = names.map((name, index) => `<x:${name}>v${index}</x:${name}>`).join(' ');
      const result = read(envelope(`<x:${element} xmlns:x="${namespace}">\n${fields}\n</x:${element}>`));
      expect(result).toEqual({
        ok: true,
        request: {
          version: '1.2',
          dialect,
          operation,
          username: 'v0',
          password: 'v1',
          facilityId: 'v2',
          hl7Message: 'v3',
        },
      });
    }
  });

  it('connectivityTest in both contracts, the string kept exactly', () => {
    const request = { version: '1.1', operation: 'connectivityTest', echoBack: ' a\n<b> ' };
    const echo = '<echoBack> a\n&lt;b> </echoBack>';
    expect(
      read(envelope(`<connectivityTest xmlns="${IIS2011}">${echo}</connectivityTest>`, '', SOAP11)),
    ).toEqual({ ok: true, request: { ...request, dialect: '2011' } });
    expect(
      read(
        envelope(`<ConnectivityTestRequest xmlns="${IIS2014}">${echo}</ConnectivityTestRequest>`, '', SOAP11),
      ),
    ).toEqual({ ok: true, request: { ...request, dialect: '2014' } });
  });

  it('never looks at the action', () => {
    const type = 'application/soap+xml; charset=utf-8; action="urn:cdc:iisb:2011:connectivityTestFL"';
    expect(read(envelope(submit(MSH)), type)).toMatchObject({
      request: { operation: 'submitSingleMessage' },
    });
  });

  it('refuses an element that is no operation, and says which are', () => {
    const fault = refused(envelope(`<submitSingleMessageX xmlns="${IIS2011}"/>`));
    expect(fault).toMatchObject({ kind: 'unsupported-operation', code: 50, call: { dialect: '2011' } });
    expect(fault.detail).toBe(
      'submitSingleMessageX (namespace "urn:cdc:iisb:2011") is not an operation; there are connectivityTest, ' +
        'submitSingleMessage, submitSingleQuery, submitBatchMessage, submitBatchQuery.',
    );
    expect(refused(envelope(`<submitSingleMessage xmlns="${IIS2014}"/>`))).toMatchObject({
      kind: 'unsupported-operation',
      call: { dialect: '2014' },
    });
  });

  it.each([
    ['an unknown namespace', 'http://cair.cdph.ca.gov/', 'namespace "http://cair.cdph.ca.gov/"'],
    ['no namespace', '', 'no namespace'],
    ['the hub namespace, which has only headers', HUB, `namespace "${HUB}"`],
  ])('refuses a known name in %s', (_, namespace, words) => {
    const fault = refused(envelope(`<submitSingleMessage xmlns="${namespace}"/>`));
    expect(fault.kind).toBe('unsupported-operation');
    expect(fault.detail).toBe(
      `submitSingleMessage (${words}) is not served; the namespaces served are urn:cdc:iisb:2011 and urn:cdc:iisb:2014.`,
    );
  });
});

describe('fields', () => {
  it('reads absent, empty and nil fields as empty', () => {
    const nil = '<username xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="true"/><password/>';
    expect(read(envelope(submit(MSH, nil)))).toMatchObject({
      request: { username: '', password: '', facilityId: '' },
    });
  });

  it('ignores children it does not know, so a misspelt facilityID is none', () => {
    const others = '<username>u</username><faciltyID>F1</faciltyID><o:hl7Message xmlns:o="urn:other"/>';
    expect(read(envelope(submit(MSH, others)))).toMatchObject({ request: { username: 'u', facilityId: '' } });
  });

  it('takes fields that are not qualified', () => {
    const body = `<x:submitSingleMessage xmlns:x="${IIS2011}"><hl7Message>m</hl7Message></x:submitSingleMessage>`;
    expect(read(envelope(body))).toMatchObject({ ok: true, request: { hl7Message: 'm' } });
  });

  it.each([
    ['twice', submit('a', '<hl7Message>b</hl7Message>'), 'The element hl7Message occurs more than once.'],
    [
      'twice, in two spellings',
      submit('a', '<userName/><username/>'),
      'The element username occurs more than once.',
    ],
    ['with markup inside', submit('a<b/>'), 'The element hl7Message holds XML elements'],
    [
      'empty',
      submit(''),
      'submitSingleMessage needs the element hl7Message, which must hold an HL7 message.',
    ],
    ['blank', submit(' &#13;\n'), 'needs the element hl7Message'],
    [
      'nil',
      submit('x').replace(
        '<hl7Message>',
        '<hl7Message xmlns:i="http://www.w3.org/2001/XMLSchema-instance" i:nil="1">',
      ),
      'needs the element hl7Message',
    ],
    ['absent', `<submitBatchQuery xmlns="${IIS2011}"/>`, 'submitBatchQuery needs the element hl7Message'],
    [
      'absent',
      `<connectivityTest xmlns="${IIS2011}"><username>u</username></connectivityTest>`,
      'connectivityTest needs the element echoBack, which must be a non-empty string.',
    ],
    [
      'empty',
      `<connectivityTest xmlns="${IIS2011}"><echoBack/></connectivityTest>`,
      'echoBack, which must be a non-empty string',
    ],
  ])('refuses a field that is %s', (_, body, words) => {
    const fault = refused(envelope(body));
    expect(fault).toMatchObject({ kind: 'generic', code: 10 });
    expect(fault.detail).toContain(words);
  });
});

describe('envelope', () => {
  it('takes the version from the namespace, not from the content type', () => {
    expect(read(envelope(submit(MSH), '', SOAP11), 'application/soap+xml')).toMatchObject({
      request: { version: '1.1' },
    });
    expect(read(envelope(submit(MSH), '', SOAP12), 'text/xml')).toMatchObject({
      request: { version: '1.2' },
    });
  });

  it.each([
    ['Application/SOAP+XML; charset=utf-8', '1.2'],
    ['text/xml', '1.1'],
    [undefined, '1.1'],
  ])('answers what is no envelope by its content type %s', (contentType, version) => {
    const result = readEnvelope(utf8('MSH|^~\\&|'), contentType);
    expect(result).toMatchObject({ ok: false, call: { version, dialect: '2011' } });
  });

  it('answers a broken document in the version, contract and thread it had shown', () => {
    const header = `<w:MessageID xmlns:w="${WSA}">id-1</w:MessageID>`;
    const xml = envelope(submit('<<'), header, SOAP12).replaceAll(IIS2011, IIS2014);
    expect(refused(xml, 'text/xml').call).toEqual({ version: '1.2', dialect: '2014', messageId: 'id-1' });
  });

  it.each([
    ['no body at all', '', 'The request has no body.'],
    ['not XML', 'MSH|^~\\&|A', 'not well-formed XML'],
    [
      'a raw ampersand',
      envelope(submit('MSH|^~\\&|A|B')),
      'An "&" outside CDATA must be written as "&amp;".',
    ],
    ['an entity nobody defined', envelope(submit('&nbsp;')), 'undefined entity'],
    ['an unclosed element', '<e:Envelope xmlns:e="x">', '1:24: unclosed tag (line:column: reason).'],
    ['a name taken for an element', envelope(submit('PID|<SMITH')), 'disallowed character in tag name'],
    ['something else', '<html/>', 'The document is html (no namespace), not a SOAP Envelope.'],
    ['text after the envelope', `${envelope(submit(MSH))}MSH|`, 'text data outside of root node'],
    ['a second envelope', envelope(submit(MSH)).repeat(2), 'documents may contain only one root'],
    ['no Body', `<Envelope xmlns="${SOAP12}"/>`, 'The SOAP Envelope has no Body.'],
    [
      'a Body of another version',
      `<Envelope xmlns="${SOAP12}"><Body xmlns="${SOAP11}"/></Envelope>`,
      'no Body',
    ],
    ['two Bodies', `<Envelope xmlns="${SOAP12}"><Body/><Body/></Envelope>`, 'more than one Body'],
    [
      'two Headers',
      `<Envelope xmlns="${SOAP12}"><Header/><Header/><Body/></Envelope>`,
      'more than one Header',
    ],
    ['an empty Body', envelope(' '), 'The SOAP Body is empty.'],
    ['two requests', envelope(submit(MSH).repeat(2)), 'The SOAP Body has more than one element'],
    ['a forbidden character', envelope(submit('&#11;MSH')), 'malformed character entity'],
  ])('refuses %s', (_, xml, words) => {
    const fault = refused(xml);
    expect(fault).toMatchObject({ kind: 'generic', code: 10 });
    expect(fault.detail).toContain(words);
  });

  it('refuses an Envelope of a SOAP version there is not', () => {
    const fault = refused('<Envelope xmlns="http://www.w3.org/2001/09/soap-envelope"/>', 'text/xml');
    expect(fault).toMatchObject({ kind: 'version-mismatch', call: { version: '1.1' } });
    expect(fault.detail).toContain('is neither a SOAP 1.1 nor a SOAP 1.2 Envelope');
  });

  it('bears white space, comments, instructions and a blank line before the declaration', () => {
    const xml = `\r\n<?xml version="1.1"?>\n<!-- a --><?b c?>\n${envelope(submit(`${MSH}<!-- d -->A`))}\n<!-- e -->\n`;
    expect(read(xml)).toMatchObject({ request: { hl7Message: 'MSH|^~\\&|A' } });
  });
});

describe('headers', () => {
  const wsa = `<w:MessageID xmlns:w="${WSA}"> urn:uuid:1 </w:MessageID>`;
  const hub = `<h:HubRequestHeader xmlns:h="${HUB}"><h:DestinationId>dev</h:DestinationId></h:HubRequestHeader>`;
  const body2014 = `<SubmitSingleMessageRequest xmlns="${IIS2014}"><Hl7Message>m</Hl7Message></SubmitSingleMessageRequest>`;

  it('keeps the MessageID and the hub destination', () => {
    expect(read(envelope(body2014, wsa + hub))).toMatchObject({
      request: { dialect: 'hub-2014', messageId: 'urn:uuid:1', destinationId: 'dev' },
    });
    expect(read(envelope(submit('m'), hub))).toMatchObject({
      request: { dialect: '2011', destinationId: 'dev' },
    });
  });

  it('drops a MessageID no one would want back', () => {
    const long = `<w:MessageID xmlns:w="${WSA}">${'x'.repeat(2000)}</w:MessageID>`;
    const result = read(envelope(submit('m'), long));
    expect(result.ok && 'messageId' in result.request).toBe(false);
  });

  it('ignores a header it does not know', () => {
    expect(read(envelope(submit('m'), '<t:Trace xmlns:t="urn:t"/>'))).toMatchObject({ ok: true });
  });

  it.each([
    ['1.2', SOAP12, '1'],
    ['1.2', SOAP12, 'true'],
    ['1.1', SOAP11, '1'],
  ])('refuses one that must be understood (SOAP %s %s %s)', (version, namespace, value) => {
    const header = `<t:Trace xmlns:t="urn:t" e:mustUnderstand="${value}"/>`;
    const fault = refused(envelope(submit('m'), header, namespace));
    expect(fault).toMatchObject({
      kind: 'must-understand',
      code: 11,
      call: { version },
      header: { namespace: 'urn:t', local: 'Trace' },
    });
    expect(fault.detail).toBe(
      'The header Trace (namespace "urn:t") is marked mustUnderstand and is not understood here.',
    );
  });

  it.each([
    `<t:T xmlns:t="urn:t" e:mustUnderstand="0"/>`,
    `<t:T xmlns:t="urn:t" mustUnderstand="1"/>`,
    `<t:T xmlns:t="urn:t" e:mustUnderstand="1" e:role="urn:someone-else"/>`,
    `<t:To xmlns:t="${WSA}" e:mustUnderstand="1"/>`,
    `<t:HubRequestHeader xmlns:t="${HUB}" e:mustUnderstand="1"/>`,
    `<s:Security xmlns:s="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd" e:mustUnderstand="1"/>`,
  ])('accepts %s', (header) => {
    expect(read(envelope(submit('m'), header))).toMatchObject({ ok: true });
  });
});
