/** The XML schema of each contract, as lines, for the WSDL to hold inline and for publishing alone. */
import {
  CONTRACT_NAMESPACE,
  OPERATIONS,
  requestElement,
  requestFields,
  responseElement,
  resultElement,
  type Contract,
  type Operation,
} from './contract.ts';

type Field = { readonly name: string; readonly type: string; readonly attributes?: string };
type Type = { readonly name: string; readonly fields: readonly Field[] };

/** What a fault's detail holds beside its element, in no namespace, so that the CDC's types stay as they are. */
const ADVICE =
  'The detail of a fault holds, after the element declared here, an element Retry in no namespace (NORMAL, CORRECT_MESSAGE, CHECK_IIS_STATUS or CONTACT_SUPPORT) and, where another registry was to answer, an element Destination with its id.';

/** The schema element and all in it. Local elements are qualified. */
export function schema(contract: Contract): readonly string[] {
  const namespace = CONTRACT_NAMESPACE[contract];
  return [
    `<xsd:schema targetNamespace="${namespace}" elementFormDefault="qualified" xmlns:tns="${namespace}"`,
    '    xmlns:xsd="http://www.w3.org/2001/XMLSchema">',
    '  <xsd:annotation>',
    `    <xsd:documentation>${ADVICE}</xsd:documentation>`,
    '  </xsd:annotation>',
    ...OPERATIONS.flatMap((operation) => [
      ...declare(requestElement(contract, operation), requestType(contract, operation)),
      ...declare(responseElement(contract, operation), responseType(contract, operation)),
    ]),
    ...faultTypes(contract).flatMap(([element, type]) => declare(element, type)),
    '</xsd:schema>',
  ];
}

/** 2011 names its request types `…RequestType`; 2014 request elements already end in `Request`. */
function requestType(contract: Contract, operation: Operation): Type {
  const element = requestElement(contract, operation);
  const fields = requestFields(contract, operation);
  return {
    name: contract === '2011' ? `${element}RequestType` : `${element}Type`,
    // The CDC lets the credential be left out and asks for the payload, the last field, only.
    fields: fields.map((name, index) => ({
      name,
      type: 'xsd:string',
      attributes: index < fields.length - 1 ? 'minOccurs="0" nillable="true"' : 'nillable="true"',
    })),
  };
}

function responseType(contract: Contract, operation: Operation): Type {
  const name = resultElement(contract, operation);
  return {
    name: `${responseElement(contract, operation)}Type`,
    fields: [{ name, type: 'xsd:string', attributes: 'nillable="true"' }],
  };
}

const CODE: Field = { name: 'Code', type: 'xsd:integer' };
const REASON: Field = { name: 'Reason', type: 'xsd:string' };
const DETAIL: Field = { name: 'Detail', type: 'xsd:string' };

function faultTypes(contract: Contract): readonly (readonly [element: string, type: Type])[] {
  const fixed = (reason: string): readonly Field[] =>
    contract === '2011' ? [CODE, { ...REASON, attributes: `fixed="${reason}"` }, DETAIL] : [];
  const tooLarge: readonly Field[] =
    contract === '2011'
      ? fixed('MessageTooLarge')
      : ['Size', 'MaxSize'].map((name) => ({
          name,
          type: 'xsd:unsignedLong',
          attributes: 'minOccurs="0"',
        }));
  const named = (name: string, fields: readonly Field[]): readonly [string, Type] => [
    name,
    { name: `${name}Type`, fields },
  ];
  return [
    ['fault', { name: 'soapFaultType', fields: [CODE, REASON, DETAIL] }],
    named('UnsupportedOperationFault', fixed('UnsupportedOperation')),
    named('SecurityFault', fixed('Security')),
    named('MessageTooLargeFault', tooLarge),
  ];
}

function declare(element: string, type: Type): readonly string[] {
  return [
    `  <xsd:element name="${element}" type="tns:${type.name}"/>`,
    `  <xsd:complexType name="${type.name}">`,
    '    <xsd:sequence>',
    ...type.fields.map(
      ({ name, type: base, attributes = '' }) =>
        `      <xsd:element name="${name}" type="${base}"${attributes === '' ? '' : ` ${attributes}`}/>`,
    ),
    '    </xsd:sequence>',
    '  </xsd:complexType>',
  ];
}
