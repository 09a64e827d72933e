import { describe, expect, it } from 'vitest';
import type { SoapCall } from './contract.ts';
import { fault, FAULT_CODES, renderFault, type Fault } from './faults.ts';
import { at, HUB, IIS2011, IIS2014, parse, SOAP11, SOAP12, WSA, type Node } from './test-support.ts';

const call = (version: SoapCall['version'], dialect: SoapCall['dialect'] = '2011'): SoapCall => ({
  version,
  dialect,
});

const q = (name: string): string => `{${SOAP12}}${name}`;
const q11 = (name: string): string => `{${SOAP11}}${name}`;

/** Names and texts of the children, in order. */
const fields = (node: Node): readonly (readonly [string, string])[] =>
  node.children.map(({ name, text }) => [name, text]);

const typed: readonly (readonly [Fault, string, string, string])[] = [
  [fault.security('Wrong <password> & "name"'), 'SecurityFault', '60', 'Security'],
  [fault.messageTooLarge('Two messages', 9, 5), 'MessageTooLargeFault', '30', 'MessageTooLarge'],
  [fault.unsupportedOperation('No such thing'), 'UnsupportedOperationFault', '50', 'UnsupportedOperation'],
  [fault.generic('No MSH'), 'fault', '10', 'Malformed request'],
  [fault.internal('Our mistake'), 'fault', '20', 'Internal error'],
  [fault.unavailable('Try later'), 'fault', '21', 'Temporarily unavailable'],
  [fault.generic('Of another room', 99), 'fault', '99', 'Fault'],
];

const delivery = fault.gateway('no-answer', 'bay-area', 'No answer came in time.');

describe('a fault of the gateway', () => {
  it.each([
    ['1.2', '2011'],
    ['1.1', '2011'],
    ['1.2', '2014'],
    ['1.1', 'hub-2014'],
  ] as const)('SOAP %s, %s: its code, where it was, one advice', (version, dialect) => {
    const root = parse(renderFault(call(version, dialect), delivery).body);
    const detail =
      version === '1.2'
        ? at(root, q('Body'), q('Fault'), q('Detail'))
        : at(root, q11('Body'), q11('Fault'), '{}detail');
    const contract = dialect === '2011' ? IIS2011 : IIS2014;
    expect(fields(detail)).toEqual([
      [`{${contract}}fault`, ''],
      ['{}Retry', 'CHECK_IIS_STATUS'],
      ['{}Destination', 'bay-area'],
    ]);
    expect(fields(at(detail, `{${contract}}fault`))).toEqual([
      [`{${contract}}Code`, '110'],
      [`{${contract}}Reason`, 'No answer in time'],
      [`{${contract}}Detail`, 'No answer came in time.'],
    ]);
  });
});

describe('2011', () => {
  it.each(typed)('SOAP 1.2 %o', (problem, element, code, reason) => {
    const rendered = renderFault(call('1.2'), problem);
    expect(rendered).toMatchObject({ status: 500, contentType: 'application/soap+xml; charset=utf-8' });
    const root = parse(rendered.body);
    expect(root.children.map(({ name }) => name)).toEqual([q('Body')]);
    const soapFault = at(root, q('Body'), q('Fault'));
    expect(soapFault.children.map(({ name }) => name)).toEqual([q('Code'), q('Reason'), q('Detail')]);
    expect(at(soapFault, q('Code'), q('Value')).text).toBe('soap:Receiver');
    const text = at(soapFault, q('Reason'), q('Text'));
    expect(text).toMatchObject({ text: problem.detail, attributes: { 'xml:lang': 'en' } });
    // The contract's element first: there are clients that look at no other.
    expect(fields(at(soapFault, q('Detail'))).map(([name]) => name)).toEqual([
      `{${IIS2011}}${element}`,
      '{}Retry',
    ]);
    expect(at(soapFault, q('Detail'), '{}Retry').text).toBe(problem.retry);
    expect(fields(at(soapFault, q('Detail'), `{${IIS2011}}${element}`))).toEqual([
      [`{${IIS2011}}Code`, code],
      [`{${IIS2011}}Reason`, reason],
      [`{${IIS2011}}Detail`, problem.detail],
    ]);
  });

  it.each(typed)('SOAP 1.1 %o', (problem, element, code, reason) => {
    const rendered = renderFault(call('1.1'), problem);
    expect(rendered).toMatchObject({ status: 500, contentType: 'text/xml; charset=utf-8' });
    const soapFault = at(parse(rendered.body), q11('Body'), q11('Fault'));
    expect(fields(soapFault)).toEqual([
      ['{}faultcode', 'soap:Server'],
      ['{}faultstring', problem.detail],
      ['{}detail', ''],
    ]);
    expect(fields(at(soapFault, '{}detail', `{${IIS2011}}${element}`))).toEqual([
      [`{${IIS2011}}Code`, code],
      [`{${IIS2011}}Reason`, reason],
      [`{${IIS2011}}Detail`, problem.detail],
    ]);
  });
});

describe('2014', () => {
  const detail = (problem: Fault): Node => {
    const root = parse(renderFault(call('1.2', '2014'), problem).body);
    expect(at(root, q('Body'), q('Fault'), q('Reason'), q('Text')).text).toBe(problem.detail);
    return at(root, q('Body'), q('Fault'), q('Detail'));
  };

  it('has sizes in MessageTooLargeFault when size was the reason', () => {
    const large = `{${IIS2014}}MessageTooLargeFault`;
    expect(fields(at(detail(fault.messageTooLarge('Too big', 70_000, 65_536)), large))).toEqual([
      [`{${IIS2014}}Size`, '70000'],
      [`{${IIS2014}}MaxSize`, '65536'],
    ]);
    expect(fields(at(detail(fault.messageTooLarge('Two messages')), large))).toEqual([]);
  });

  it('has empty SecurityFault and UnsupportedOperationFault', () => {
    for (const [problem, name] of [
      [fault.security('No'), 'SecurityFault'],
      [fault.unsupportedOperation('No'), 'UnsupportedOperationFault'],
    ] as const) {
      expect(at(detail(problem), `{${IIS2014}}${name}`)).toMatchObject({ children: [], text: '' });
    }
  });

  it('spells other trouble as in 2011', () => {
    expect(fields(at(detail(fault.unavailable('Later')), `{${IIS2014}}fault`))).toEqual([
      [`{${IIS2014}}Code`, '21'],
      [`{${IIS2014}}Reason`, 'Temporarily unavailable'],
      [`{${IIS2014}}Detail`, 'Later'],
    ]);
  });
});

describe('headers', () => {
  it('says what is answered, and to which destination, also in faults', () => {
    const hub: SoapCall = { version: '1.2', dialect: 'hub-2014', messageId: 'a&b', destinationId: 'dev' };
    const header = at(parse(renderFault(hub, fault.security('No')).body), q('Header'));
    expect(at(header, `{${WSA}}RelatesTo`).text).toBe('a&b');
    expect(at(header, `{${WSA}}Action`).text).toBe(`${WSA}/soap/fault`);
    expect(fields(at(header, `{${HUB}}HubResponseHeader`))).toEqual([[`{${HUB}}DestinationId`, 'dev']]);
  });
});

describe("SOAP's own faults", () => {
  const unknown = fault.mustUnderstand('Trace is not understood.', { namespace: 'urn:t&"', local: 'Trace' });

  it('MustUnderstand names the header in SOAP 1.2', () => {
    const root = parse(renderFault(call('1.2'), unknown).body);
    expect(at(root, q('Body'), q('Fault'), q('Code'), q('Value')).text).toBe('soap:MustUnderstand');
    expect(at(root, q('Header'), q('NotUnderstood')).attributes).toEqual({
      'xmlns:h': 'urn:t&"',
      qname: 'h:Trace',
    });
    expect(at(root, q('Body'), q('Fault'), q('Detail'), `{${IIS2011}}fault`).children).toHaveLength(3);
  });

  it('MustUnderstand of a header without namespace is still XML', () => {
    const bare = fault.mustUnderstand('No.', { namespace: '', local: 'Trace' });
    const root = parse(renderFault(call('1.2'), bare).body);
    expect(at(root, q('Header'), q('NotUnderstood')).attributes).toEqual({ qname: 'Trace' });
  });

  it('have no detail in SOAP 1.1', () => {
    for (const [problem, code] of [
      [unknown, 'soap:MustUnderstand'],
      [fault.versionMismatch('No.'), 'soap:VersionMismatch'],
    ] as const) {
      const root = parse(renderFault(call('1.1'), problem).body);
      expect(fields(at(root, q11('Body'), q11('Fault')))).toEqual([
        ['{}faultcode', code],
        ['{}faultstring', problem.detail],
      ]);
    }
  });

  it('VersionMismatch lists the envelopes there are', () => {
    const root = parse(renderFault(call('1.2'), fault.versionMismatch('No.')).body);
    expect(at(root, q('Body'), q('Fault'), q('Code'), q('Value')).text).toBe('soap:VersionMismatch');
    expect(at(root, q('Header'), q('Upgrade')).children.map(({ attributes }) => attributes)).toEqual([
      { qname: 'soap:Envelope' },
      { 'xmlns:soap11': SOAP11, qname: 'soap11:Envelope' },
    ]);
  });
});

it('codes are unique and stay what they are', () => {
  expect(FAULT_CODES).toEqual({
    malformed: 10,
    mustUnderstand: 11,
    versionMismatch: 12,
    internal: 20,
    unavailable: 21,
    messageTooLarge: 30,
    unsupportedOperation: 50,
    security: 60,
  });
});
