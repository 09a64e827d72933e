/**
 * The WSDL and schema documents we publish: our own rendering of the CDC's document/literal contract.
 *
 * From the CDC WSDL (2011): the target namespace, the names of portType, binding, service and port, the
 * element and type names with their occurrence and nillability, the soapAction values, the fault types and
 * which operation declares which. Added by us: the SOAP 1.1 binding (the CDC binds 1.2 only, but old
 * clients send 1.1) and the query and batch operations. 2014: the IZ Gateway's spellings, built from the
 * same description.
 */
import {
  actionOf,
  CONTRACT_NAMESPACE,
  OPERATIONS,
  requestElement,
  responseElement,
  upperFirst,
  type Contract,
  type Operation,
} from './contract.ts';
import { schema } from './schema.ts';
import { escapeAttribute } from './xml.ts';

type Names = { readonly definitions: string; readonly portType: string; readonly service: string };

const NAMES: Readonly<Record<Contract, Names>> = {
  '2011': { definitions: 'CairnIISService2011', portType: 'IIS_PortType', service: 'client_Service' },
  '2014': { definitions: 'CairnIISService2014', portType: 'IISPortType', service: 'IISService' },
};

/** 1.2 first: a client that takes the first port it finds gets the binding of the CDC's own WSDL. */
const BINDINGS = [
  { suffix: 'Soap12', prefix: 'soap12' },
  { suffix: 'Soap11', prefix: 'soap11' },
] as const;

type Binding = (typeof BINDINGS)[number];

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/** The WSDL document of a contract, for `?wsdl`; `address` is the public URL of the service. */
export function wsdl(dialect: Contract, address: string): string {
  const names = NAMES[dialect];
  const namespace = CONTRACT_NAMESPACE[dialect];
  const lines = [
    DECLARATION,
    `<wsdl:definitions name="${names.definitions}" targetNamespace="${namespace}" xmlns:tns="${namespace}"`,
    '    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/"',
    '    xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/"',
    '    xmlns:soap11="http://schemas.xmlsoap.org/wsdl/soap/"',
    '    xmlns:wsaw="http://www.w3.org/2006/05/addressing/wsdl">',
    '  <wsdl:types>',
    ...schema(dialect).map((line) => `    ${line}`),
    '  </wsdl:types>',
    ...messages(dialect),
    ...portType(dialect),
    ...BINDINGS.flatMap((binding) => bindingOf(dialect, binding)),
    `  <wsdl:service name="${names.service}">`,
    ...BINDINGS.flatMap((binding) => [
      `    <wsdl:port name="${portName(dialect, binding)}" binding="tns:${bindingName(dialect, binding)}">`,
      `      <${binding.prefix}:address location="${escapeAttribute(address)}"/>`,
      '    </wsdl:port>',
    ]),
    '  </wsdl:service>',
    '</wsdl:definitions>',
  ];
  return `${lines.join('\n')}\n`;
}

/** The schema of a contract alone, for `?xsd=`. */
export function xsd(dialect: Contract): string {
  return `${[DECLARATION, ...schema(dialect)].join('\n')}\n`;
}

function bindingName(contract: Contract, binding: Binding): string {
  return contract === '2011' ? `client_Binding_${binding.suffix}` : `IISBinding${binding.suffix}`;
}

function portName(contract: Contract, binding: Binding): string {
  return contract === '2011' ? `client_Port_${binding.suffix}` : `IISPort${binding.suffix}`;
}

function operationName(contract: Contract, operation: Operation): string {
  return contract === '2011' ? operation : upperFirst(operation);
}

type FaultRow = { readonly name: string; readonly element: string };

const UNKNOWN: FaultRow = { name: 'UnknownFault', element: 'fault' };
const UNSUPPORTED: FaultRow = { name: 'UnsupportedOperationFault', element: 'UnsupportedOperationFault' };
const SECURITY: FaultRow = { name: 'SecurityFault', element: 'SecurityFault' };
const TOO_LARGE: FaultRow = { name: 'MessageTooLargeFault', element: 'MessageTooLargeFault' };

function faultsOf(operation: Operation): readonly FaultRow[] {
  return operation === 'connectivityTest' ? [UNKNOWN, UNSUPPORTED] : [UNKNOWN, SECURITY, TOO_LARGE];
}

function messages(contract: Contract): readonly string[] {
  const message = (name: string, part: string, element: string): readonly string[] => [
    `  <wsdl:message name="${name}">`,
    `    <wsdl:part name="${part}" element="tns:${element}"/>`,
    '  </wsdl:message>',
  ];
  const operations = OPERATIONS.flatMap((operation) => [
    ...message(`${operation}_Message`, 'parameters', requestElement(contract, operation)),
    ...message(`${operation}Response_Message`, 'parameters', responseElement(contract, operation)),
  ]);
  const faults = [UNKNOWN, UNSUPPORTED, SECURITY, TOO_LARGE].flatMap((row) =>
    message(`${row.name}_Message`, 'fault', row.element),
  );
  return [...operations, ...faults];
}

function portType(contract: Contract): readonly string[] {
  const operation = (each: Operation): readonly string[] => {
    const request = actionOf(contract, requestElement(contract, each));
    const response = actionOf(contract, responseElement(contract, each));
    return [
      `    <wsdl:operation name="${operationName(contract, each)}">`,
      `      <wsdl:input message="tns:${each}_Message" wsaw:Action="${request}"/>`,
      `      <wsdl:output message="tns:${each}Response_Message" wsaw:Action="${response}"/>`,
      ...faultsOf(each).map(({ name }) => `      <wsdl:fault name="${name}" message="tns:${name}_Message"/>`),
      '    </wsdl:operation>',
    ];
  };
  return [
    `  <wsdl:portType name="${NAMES[contract].portType}">`,
    ...OPERATIONS.flatMap(operation),
    '  </wsdl:portType>',
  ];
}

function bindingOf(contract: Contract, binding: Binding): readonly string[] {
  const { prefix } = binding;
  const operation = (each: Operation): readonly string[] => {
    const action = actionOf(contract, requestElement(contract, each));
    return [
      `    <wsdl:operation name="${operationName(contract, each)}">`,
      `      <${prefix}:operation soapAction="${action}" style="document"/>`,
      `      <wsdl:input><${prefix}:body use="literal"/></wsdl:input>`,
      `      <wsdl:output><${prefix}:body use="literal"/></wsdl:output>`,
      ...faultsOf(each).map(
        ({ name }) =>
          `      <wsdl:fault name="${name}"><${prefix}:fault name="${name}" use="literal"/></wsdl:fault>`,
      ),
      '    </wsdl:operation>',
    ];
  };
  return [
    `  <wsdl:binding name="${bindingName(contract, binding)}" type="tns:${NAMES[contract].portType}">`,
    `    <${prefix}:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>`,
    '    <wsaw:UsingAddressing wsdl:required="false"/>',
    ...OPERATIONS.flatMap(operation),
    '  </wsdl:binding>',
  ];
}
