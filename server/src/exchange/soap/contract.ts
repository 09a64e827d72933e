/**
 * The names of the CDC immunization web service, in one place for the reader, the writers and the WSDL.
 *
 * Two contracts share one meaning. `urn:cdc:iisb:2011` is the CDC WSDL nearly every registry and client
 * speaks; `urn:cdc:iisb:2014` is the same service with other spellings, spoken by the IZ Gateway, and its
 * hub adds one SOAP header from `urn:cdc:iisb:hub:2014` around an unchanged 2014 body. The first two
 * operations are the CDC's; the query and batch ones are the extension California's registry added in 2021
 * (in the 2011 namespace), which we spell by the same rule in the 2014 namespace.
 */

export type SoapVersion = '1.1' | '1.2';

/** `hub-2014` is a 2014 body that came with the hub's request header. */
export type Dialect = '2011' | '2014' | 'hub-2014';

/** A contract that has a WSDL and a namespace of its own (the hub has only a header). */
export type Contract = '2011' | '2014';

export type Operation =
  | 'connectivityTest'
  | 'submitSingleMessage'
  | 'submitSingleQuery'
  | 'submitBatchMessage'
  | 'submitBatchQuery';

export type SubmitOperation = Exclude<Operation, 'connectivityTest'>;

/** How a caller asked, and so how it must be answered. Known, at least by default, for every request. */
export type SoapCall = {
  readonly version: SoapVersion;
  readonly dialect: Dialect;
  /** wsa:MessageID, so that the answer can say what it answers. */
  readonly messageId?: string;
  /** HubRequestHeader/DestinationId. */
  readonly destinationId?: string;
};

export type SoapRequest = SoapCall &
  (
    | { readonly operation: 'connectivityTest'; readonly echoBack: string }
    | {
        readonly operation: SubmitOperation;
        /** Empty when the element is absent, empty or xsi:nil; so are `password` and `facilityId`. */
        readonly username: string;
        readonly password: string;
        readonly facilityId: string;
        /** The text exactly as sent, white space included; never blank. */
        readonly hl7Message: string;
      }
  );

export const ENVELOPE_NAMESPACE: Readonly<Record<SoapVersion, string>> = {
  '1.1': 'http://schemas.xmlsoap.org/soap/envelope/',
  '1.2': 'http://www.w3.org/2003/05/soap-envelope',
};

export const CONTRACT_NAMESPACE: Readonly<Record<Contract, string>> = {
  '2011': 'urn:cdc:iisb:2011',
  '2014': 'urn:cdc:iisb:2014',
};

export const HUB_NAMESPACE = 'urn:cdc:iisb:hub:2014';
export const WSA_NAMESPACE = 'http://www.w3.org/2005/08/addressing';

export const OPERATIONS: readonly Operation[] = [
  'connectivityTest',
  'submitSingleMessage',
  'submitSingleQuery',
  'submitBatchMessage',
  'submitBatchQuery',
];

export const CONTRACTS: readonly Contract[] = ['2011', '2014'];

/** The contract whose namespace and spellings a dialect uses. */
export function contractOf(dialect: Dialect): Contract {
  return dialect === '2011' ? '2011' : '2014';
}

/** `submitSingleMessage` → `SubmitSingleMessage`: the one difference between the contracts' spellings. */
export function upperFirst(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Local name of the request element of an operation. */
export function requestElement(contract: Contract, operation: Operation): string {
  return contract === '2011' ? operation : `${upperFirst(operation)}Request`;
}

/** Local name of the response element of an operation. */
export function responseElement(contract: Contract, operation: Operation): string {
  return contract === '2011' ? `${operation}Response` : `${upperFirst(operation)}Response`;
}

/** Local name of the only child of a response element: 2011 always says `return`, 2014 says what it holds. */
export function resultElement(contract: Contract, operation: Operation): string {
  if (contract === '2011') return 'return';
  return operation === 'connectivityTest' ? 'EchoBack' : 'Hl7Message';
}

/** Local names of the request fields of an operation, in the order of the schema's sequence. */
export function requestFields(contract: Contract, operation: Operation): readonly string[] {
  const names =
    operation === 'connectivityTest' ? ['echoBack'] : ['username', 'password', 'facilityID', 'hl7Message'];
  return contract === '2011' ? names : names.map((name) => upperFirst(name));
}

/** soapAction of a request and WS-Addressing action of either direction; `element` is the body element. */
export function actionOf(dialect: Dialect, element: string): string {
  if (dialect === '2011') return `${CONTRACT_NAMESPACE['2011']}:${element}`;
  if (dialect === '2014') return `${CONTRACT_NAMESPACE['2014']}:IISPortType:${element}`;
  return `${HUB_NAMESPACE}:IISHubPortType:${element}`;
}
