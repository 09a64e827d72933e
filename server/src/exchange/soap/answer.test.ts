import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderAnswer } from './answer.ts';
import type { SoapCall, SoapRequest } from './contract.ts';
import { at, HUB, IIS2011, IIS2014, parse, SOAP11, SOAP12, WSA, type Node } from './test-support.ts';

const echo = (call: Partial<SoapCall> = {}): SoapRequest => ({
  version: '1.2',
  dialect: '2011',
  ...call,
  operation: 'connectivityTest',
  echoBack: 'hello',
});

const submit = (
  operation: Exclude<SoapRequest['operation'], 'connectivityTest'>,
  call: Partial<SoapCall> = {},
): SoapRequest => ({
  version: '1.2',
  dialect: '2011',
  ...call,
  operation,
  username: 'u',
  password: 'p',
  facilityId: 'f',
  hl7Message: 'MSH|',
});

const bodyOf = (request: SoapRequest, text: string): Node => {
  const soap = request.version === '1.2' ? SOAP12 : SOAP11;
  return at(parse(renderAnswer(request, text).body), `{${soap}}Body`);
};

describe('shape', () => {
  it.each([
    [echo(), IIS2011, 'connectivityTestResponse', 'return'],
    [echo({ version: '1.1' }), IIS2011, 'connectivityTestResponse', 'return'],
    [echo({ dialect: '2014' }), IIS2014, 'ConnectivityTestResponse', 'EchoBack'],
    [submit('submitSingleMessage'), IIS2011, 'submitSingleMessageResponse', 'return'],
    [submit('submitSingleQuery'), IIS2011, 'submitSingleQueryResponse', 'return'],
    [submit('submitBatchMessage', { version: '1.1' }), IIS2011, 'submitBatchMessageResponse', 'return'],
    [submit('submitBatchQuery'), IIS2011, 'submitBatchQueryResponse', 'return'],
    [
      submit('submitSingleMessage', { dialect: '2014' }),
      IIS2014,
      'SubmitSingleMessageResponse',
      'Hl7Message',
    ],
    [
      submit('submitSingleQuery', { dialect: 'hub-2014' }),
      IIS2014,
      'SubmitSingleQueryResponse',
      'Hl7Message',
    ],
  ])('%o', (request, namespace, element, result) => {
    const { children } = bodyOf(request, 'MSA|AA');
    expect(children.map(({ name }) => name)).toEqual([`{${namespace}}${element}`]);
    expect(children[0]?.children).toEqual([
      { name: `{${namespace}}${result}`, attributes: {}, children: [], text: 'MSA|AA' },
    ]);
  });

  it('is sent with the status and media type of the version asked', () => {
    expect(renderAnswer(echo(), '')).toMatchObject({
      status: 200,
      contentType: 'application/soap+xml; charset=utf-8',
    });
    expect(renderAnswer(echo({ version: '1.1' }), '').contentType).toBe('text/xml; charset=utf-8');
  });

  it('has no header unless there is something to say', () => {
    expect(parse(renderAnswer(echo(), 'x').body).children).toHaveLength(1);
  });
});

describe('text', () => {
  const textOf = (text: string): string => bodyOf(echo(), text).children[0]?.children[0]?.text ?? '';

  it('writes a carriage return as a reference, so that it stays one', () => {
    const { body } = renderAnswer(echo(), 'MSH|^~\\&|<>\rMSA\r\n]]>');
    expect(body).toContain('>MSH|^~\\&amp;|&lt;&gt;&#xD;MSA&#xD;\n]]&gt;<');
  });

  it('comes back as it was, but for characters XML has no spelling for', () => {
    const anything = fc.array(
      fc.oneof(
        fc.constantFrom(
          '\r',
          '\n',
          '\t',
          '&',
          '<',
          ']]>',
          '\0',
          '\u000B',
          '\u001C',
          '\uFFFE',
          '\uD800',
          '\uDC00',
        ),
        fc.string({ unit: 'binary' }),
      ),
    );
    fc.assert(
      fc.property(anything, (parts) => {
        const text = parts.join('');
        const legal = text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Surrogate}/gu, '\uFFFD');
        expect(textOf(text)).toBe(legal);
      }),
    );
  });
});

describe('headers', () => {
  it.each([
    ['2011', 'urn:cdc:iisb:2011:connectivityTestResponse'],
    ['2014', 'urn:cdc:iisb:2014:IISPortType:ConnectivityTestResponse'],
    ['hub-2014', 'urn:cdc:iisb:hub:2014:IISHubPortType:ConnectivityTestResponse'],
  ] as const)('relates the answer to the MessageID (%s)', (dialect, action) => {
    const header = at(
      parse(renderAnswer(echo({ dialect, messageId: 'id<1>' }), 'x').body),
      `{${SOAP12}}Header`,
    );
    expect(at(header, `{${WSA}}RelatesTo`).text).toBe('id<1>');
    expect(at(header, `{${WSA}}Action`).text).toBe(action);
  });

  it('answers a hub request with the hub header', () => {
    const request = echo({ dialect: 'hub-2014', destinationId: 'dev' });
    const header = at(
      parse(renderAnswer(request, 'x', 'https://iis.example/a?b=1&c=2').body),
      `{${SOAP12}}Header`,
      `{${HUB}}HubResponseHeader`,
    );
    expect(header.children.map(({ name, text }) => [name, text])).toEqual([
      [`{${HUB}}DestinationId`, 'dev'],
      [`{${HUB}}DestinationUri`, 'https://iis.example/a?b=1&c=2'],
    ]);
  });
});
