import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClientAsync, type Client } from 'soap';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderAnswer } from './answer.ts';
import { readEnvelope } from './envelope.ts';
import { fault, renderFault } from './faults.ts';
import { at, IIS2011, parse, SOAP11, SOAP12, type Node } from './test-support.ts';
import { wsdl, xsd } from './wsdl.ts';

const WSDL = 'http://schemas.xmlsoap.org/wsdl/';
const XSD = 'http://www.w3.org/2001/XMLSchema';
const MESSAGE = 'MSH|^~\\&|A<B|\rPID|1||Peña & Søn\rRXA|0';

/** A service that answers an HL7 message with itself, and knows one password. */
function answer(
  body: Uint8Array,
  contentType: string | undefined,
): ReturnType<typeof renderFault | typeof renderAnswer> {
  const read = readEnvelope(body, contentType);
  if (!read.ok) return renderFault(read.call, read.fault);
  const { request } = read;
  if (request.operation === 'connectivityTest') return renderAnswer(request, request.echoBack);
  if (request.password !== 'right') return renderFault(request, fault.security('Wrong credential.'));
  return renderAnswer(request, `${request.operation} ${request.facilityId} ${request.hl7Message}`);
}

let server: Server;
let base: string;
const asked: string[] = [];
const answered: string[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const contract = request.url?.startsWith('/2014') ? '2014' : '2011';
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/xml').end(wsdl(contract, `${base}/${contract}`));
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const rendered = answer(Buffer.concat(chunks), request.headers['content-type']);
      asked.push(Buffer.concat(chunks).toString());
      answered.push(rendered.body);
      response.writeHead(rendered.status, { 'content-type': rendered.contentType }).end(rendered.body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => {
    server.close(resolve);
  });
});

const client = (contract: string, forceSoap12Headers: boolean): Promise<Client> =>
  createClientAsync(`${base}/${contract}?wsdl`, { forceSoap12Headers, preserveWhitespace: true });

/** What the client made of the answer to one call. */
async function call(of: Client, method: string, args: Record<string, string>): Promise<unknown> {
  const send = (of as unknown as Record<string, (args: unknown) => Promise<readonly unknown[]>>)[
    `${method}Async`
  ];
  if (send === undefined) throw new Error(`no method ${method}`);
  const [result] = await send.call(of, args);
  return result;
}

describe('as a stock SOAP client sees it', () => {
  it.each([
    ['2011', 'client_Service', 'client_Port_Soap', 'submitSingleMessage', 'hl7Message', 'return'],
    ['2014', 'IISService', 'IISPortSoap', 'SubmitSingleMessage', 'Hl7Message', 'Hl7Message'],
  ])('%s: five operations on both ports', async (contract, service, port, operation, field, result) => {
    const description = (await client(contract, true)).describe();
    expect(Object.keys(description)).toEqual([service]);
    expect(Object.keys(description[service])).toEqual([`${port}12`, `${port}11`]);
    for (const operations of Object.values<Record<string, unknown>>(description[service])) {
      expect(Object.keys(operations)).toHaveLength(5);
      expect(operations[operation]).toMatchObject({
        input: { [field]: 'xsd:string' },
        output: { [result]: 'xsd:string' },
      });
    }
  });

  it.each([
    ['1.2', SOAP12, true],
    ['1.1', SOAP11, false],
  ] as const)('2011 calls in SOAP %s', async (_, namespace, force) => {
    const of = await client('2011', force);
    expect(await call(of, 'connectivityTest', { echoBack: 'a <b> & c' })).toEqual({ return: 'a <b> & c' });
    expect(asked.at(-1)).toContain(`"${namespace}"`);
    expect(answered.at(-1)).toContain(`"${namespace}"`);
    const args = { username: 'u', password: 'right', facilityID: 'F1', hl7Message: MESSAGE };
    for (const operation of [
      'submitSingleMessage',
      'submitSingleQuery',
      'submitBatchMessage',
      'submitBatchQuery',
    ]) {
      // Carriage returns included, both ways: they travel as references.
      expect(await call(of, operation, args)).toEqual({ return: `${operation} F1 ${MESSAGE}` });
    }
  });

  it('2014 calls', async () => {
    const of = await client('2014', true);
    expect(await call(of, 'ConnectivityTest', { EchoBack: 'x' })).toEqual({ EchoBack: 'x' });
    const args = { Username: 'u', Password: 'right', FacilityID: 'F1', Hl7Message: 'MSH|' };
    expect(await call(of, 'SubmitSingleMessage', args)).toEqual({
      Hl7Message: 'submitSingleMessage F1 MSH|',
    });
  });

  it('faults in both versions', async () => {
    const args = { username: 'u', password: 'wrong', facilityID: 'F1', hl7Message: MESSAGE };
    const detail = { SecurityFault: { Code: '60', Reason: 'Security', Detail: 'Wrong credential.' } };
    await expect(call(await client('2011', true), 'submitSingleMessage', args)).rejects.toMatchObject({
      root: { Envelope: { Body: { Fault: { Code: { Value: 'soap:Receiver' }, Detail: detail } } } },
    });
    await expect(call(await client('2011', false), 'submitSingleMessage', args)).rejects.toMatchObject({
      root: { Envelope: { Body: { Fault: { faultcode: 'soap:Server', detail } } } },
    });
  });
});

describe('document', () => {
  const named = (node: Node, name: string, attribute: string): Node => {
    const found = node.children.find(
      (child) => child.name === name && child.attributes['name'] === attribute,
    );
    if (found === undefined) throw new Error(`no ${name} ${attribute}`);
    return found;
  };
  const w = (name: string): string => `{${WSDL}}${name}`;
  const x = (name: string): string => `{${XSD}}${name}`;
  const root = parse(wsdl('2011', 'https://iis.example/s?a=1&b="2"'));

  it('gives the address, escaped', () => {
    const service = named(root, w('service'), 'client_Service');
    expect(
      service.children.map((port) => [
        port.attributes['name'],
        port.children[0]?.name,
        port.children[0]?.attributes,
      ]),
    ).toEqual([
      [
        'client_Port_Soap12',
        '{http://schemas.xmlsoap.org/wsdl/soap12/}address',
        { location: 'https://iis.example/s?a=1&b="2"' },
      ],
      [
        'client_Port_Soap11',
        '{http://schemas.xmlsoap.org/wsdl/soap/}address',
        { location: 'https://iis.example/s?a=1&b="2"' },
      ],
    ]);
  });

  it.each(['2011', '2014'] as const)(
    'declares the faults of each operation and binds them all (%s)',
    (contract) => {
      const document = parse(wsdl(contract, 'x'));
      for (const kind of ['portType', 'binding']) {
        for (const node of document.children.filter(({ name }) => name === w(kind))) {
          const operations = node.children.filter(({ name }) => name === w('operation'));
          const faults = operations.map((operation) =>
            operation.children
              .filter(({ name }) => name === w('fault'))
              .map(({ attributes }) => attributes['name']),
          );
          const submits = ['UnknownFault', 'SecurityFault', 'MessageTooLargeFault'];
          expect(faults).toEqual([
            ['UnknownFault', 'UnsupportedOperationFault'],
            submits,
            submits,
            submits,
            submits,
          ]);
        }
      }
    },
  );

  it.each([
    ['2011', 'client_Binding_Soap12', 'submitSingleMessage', 'urn:cdc:iisb:2011:submitSingleMessage'],
    ['2011', 'client_Binding_Soap11', 'submitBatchQuery', 'urn:cdc:iisb:2011:submitBatchQuery'],
    [
      '2014',
      'IISBindingSoap12',
      'SubmitSingleMessage',
      'urn:cdc:iisb:2014:IISPortType:SubmitSingleMessageRequest',
    ],
  ] as const)('%s %s %s has its soapAction', (contract, binding, operation, action) => {
    const found = named(named(parse(wsdl(contract, 'x')), w('binding'), binding), w('operation'), operation);
    expect(found.children[0]?.attributes).toMatchObject({ soapAction: action });
  });

  it('refers only to messages, elements and types that are there', () => {
    for (const contract of ['2011', '2014'] as const) {
      const text = wsdl(contract, 'x');
      const names = new Set([...text.matchAll(/ name="([^"]+)"/g)].map((match) => match[1]));
      const references = [...text.matchAll(/"tns:([^"]+)"/g)].map((match) => match[1]);
      expect(references.filter((reference) => !names.has(reference))).toEqual([]);
    }
  });

  it('has the 2011 schema, inline and alone', () => {
    const alone = parse(xsd('2011'));
    const inline = at(root, w('types'), x('schema'));
    expect(inline.children.map(({ attributes }) => attributes)).toEqual(
      alone.children.map(({ attributes }) => attributes),
    );
    expect(alone.attributes).toMatchObject({ targetNamespace: IIS2011, elementFormDefault: 'qualified' });
    const sequence = (type: string): readonly unknown[] =>
      at(named(alone, x('complexType'), type), x('sequence')).children.map(({ attributes }) => attributes);
    const optional = { type: 'xsd:string', minOccurs: '0', nillable: 'true' };
    expect(sequence('submitSingleMessageRequestType')).toEqual([
      { name: 'username', ...optional },
      { name: 'password', ...optional },
      { name: 'facilityID', ...optional },
      { name: 'hl7Message', type: 'xsd:string', nillable: 'true' },
    ]);
    expect(sequence('connectivityTestResponseType')).toEqual([
      { name: 'return', type: 'xsd:string', nillable: 'true' },
    ]);
    expect(sequence('SecurityFaultType')).toEqual([
      { name: 'Code', type: 'xsd:integer' },
      { name: 'Reason', type: 'xsd:string', fixed: 'Security' },
      { name: 'Detail', type: 'xsd:string' },
    ]);
    expect(named(alone, x('element'), 'fault').attributes['type']).toBe('tns:soapFaultType');
  });

  it('has the 2014 fault types', () => {
    const alone = parse(xsd('2014'));
    const children = (type: string): readonly unknown[] =>
      at(named(alone, x('complexType'), type), x('sequence')).children.map(
        ({ attributes }) => attributes['name'],
      );
    expect(children('SecurityFaultType')).toEqual([]);
    expect(children('MessageTooLargeFaultType')).toEqual(['Size', 'MaxSize']);
  });
});
