/**
 * Reads SOAP requests of the CDC web service.
 *
 * Strict where a mistake could file a message wrongly or open a hole, lenient where real clients differ
 * harmlessly: any prefix; fields qualified or not, in any order, spelt in either contract's case; headers
 * we do not know (unless they must be understood); unknown children of the operation element, which are
 * ignored, so that a misspelt facilityID is the same as none.
 */
import { decodeBody } from './charset.ts';
import {
  CONTRACT_NAMESPACE,
  CONTRACTS,
  ENVELOPE_NAMESPACE,
  HUB_NAMESPACE,
  OPERATIONS,
  requestElement,
  requestFields,
  WSA_NAMESPACE,
  type Contract,
  type Operation,
  type SoapCall,
  type SoapRequest,
  type SoapVersion,
} from './contract.ts';
import { fault, type Fault } from './faults.ts';
import { unmetHeader } from './headers.ts';
import { attributeOf, childrenNamed, readXml, type XmlElement } from './tree.ts';

export type { Dialect, Operation, SoapCall, SoapRequest, SoapVersion } from './contract.ts';

export type ReadResult =
  | { readonly ok: true; readonly request: SoapRequest }
  | { readonly ok: false; readonly call: SoapCall; readonly fault: Fault };

/** The largest request body that is read at all. */
export const MAX_BODY_BYTES = 1_048_576;

const XSI_NAMESPACE = 'http://www.w3.org/2001/XMLSchema-instance';
const MAX_HEADER_TEXT = 1024;

/** Reads one SOAP request body. Never throws, for any bytes. */
export function readEnvelope(body: Uint8Array, contentType: string | undefined): ReadResult {
  const unread = callOf(undefined, contentType);
  const refuse = (call: SoapCall, reason: Fault): ReadResult => ({ ok: false, call, fault: reason });

  if (body.byteLength > MAX_BODY_BYTES) {
    const words = `The request has ${body.byteLength} bytes; at most ${MAX_BODY_BYTES} are accepted.`;
    return refuse(unread, fault.messageTooLarge(words, body.byteLength, MAX_BODY_BYTES));
  }
  if (body.byteLength === 0) return refuse(unread, fault.generic('The request has no body.'));
  const decoded = decodeBody(body, contentType);
  if (!decoded.ok) return refuse(unread, fault.generic(decoded.detail));
  const xml = readXml(decoded.text);
  const call = callOf(xml.root, contentType);
  if (!xml.ok) return refuse(call, fault.generic(xml.detail));
  const read = readRequest(xml.root, call);
  return 'kind' in read ? refuse(call, read) : { ok: true, request: read };
}

/**
 * How the caller asked, as far as that can be told from what was read. The version is that of the
 * envelope's namespace, because clients send the wrong content type; only without an envelope does the
 * content type decide.
 */
function callOf(root: XmlElement | undefined, contentType: string | undefined): SoapCall {
  const soap12Type = /^\s*application\/soap\+xml\b/i.test(contentType ?? '');
  const envelope = root !== undefined && versionOf(root) !== undefined ? root : undefined;
  const version = (root && versionOf(root)) ?? (soap12Type ? '1.2' : '1.1');
  const soap = ENVELOPE_NAMESPACE[version];
  const header = envelope && childrenNamed(envelope, soap, 'Header')[0];
  const operation = envelope && childrenNamed(envelope, soap, 'Body')[0]?.children[0];
  const contract = contractNamed(operation?.uri);
  const hub = header && childrenNamed(header, HUB_NAMESPACE, 'HubRequestHeader')[0];
  const destinationId = hub && headerText(childrenNamed(hub, HUB_NAMESPACE, 'DestinationId')[0]);
  const messageId = header && headerText(childrenNamed(header, WSA_NAMESPACE, 'MessageID')[0]);
  return {
    version,
    dialect: hub !== undefined && contract !== '2011' ? 'hub-2014' : (contract ?? '2011'),
    ...(messageId === undefined ? {} : { messageId }),
    ...(destinationId === undefined ? {} : { destinationId }),
  };
}

function versionOf(root: XmlElement): SoapVersion | undefined {
  if (root.local !== 'Envelope') return undefined;
  if (root.uri === ENVELOPE_NAMESPACE['1.2']) return '1.2';
  return root.uri === ENVELOPE_NAMESPACE['1.1'] ? '1.1' : undefined;
}

function contractNamed(uri: string | undefined): Contract | undefined {
  return CONTRACTS.find((contract) => CONTRACT_NAMESPACE[contract] === uri);
}

/** Header values are returned to the sender, so an absurdly long one is dropped rather than doubled. */
function headerText(element: XmlElement | undefined): string | undefined {
  const text = element?.text.trim() ?? '';
  return text === '' || text.length > MAX_HEADER_TEXT ? undefined : text;
}

function readRequest(root: XmlElement, call: SoapCall): SoapRequest | Fault {
  if (root.local !== 'Envelope') {
    return fault.generic(`The document is ${nameOf(root)}, not a SOAP Envelope.`);
  }
  if (versionOf(root) === undefined) {
    return fault.versionMismatch(`${nameOf(root)} is neither a SOAP 1.1 nor a SOAP 1.2 Envelope.`);
  }
  const bodies = childrenNamed(root, root.uri, 'Body');
  const headers = childrenNamed(root, root.uri, 'Header');
  const [body] = bodies;
  if (body === undefined) return fault.generic('The SOAP Envelope has no Body.');
  if (bodies.length > 1) return fault.generic('The SOAP Envelope has more than one Body.');
  if (headers.length > 1) return fault.generic('The SOAP Envelope has more than one Header.');
  const unmet = unmetHeader(headers[0], call.version);
  if (unmet !== undefined) {
    const words = `The header ${nameOf(unmet)} is marked mustUnderstand and is not understood here.`;
    return fault.mustUnderstand(words, { namespace: unmet.uri, local: unmet.local });
  }
  const [element] = body.children;
  if (element === undefined) return fault.generic('The SOAP Body is empty.');
  if (body.children.length > 1) {
    return fault.generic('The SOAP Body has more than one element; send one request per envelope.');
  }
  return readOperation(element, call);
}

/** Dispatches on the body element's full name; the action is never looked at, as clients send wrong ones. */
function readOperation(element: XmlElement, call: SoapCall): SoapRequest | Fault {
  const contract = contractNamed(element.uri);
  if (contract === undefined) {
    const served = CONTRACTS.map((each) => CONTRACT_NAMESPACE[each]).join(' and ');
    return fault.unsupportedOperation(
      `${nameOf(element)} is not served; the namespaces served are ${served}.`,
    );
  }
  const operation = OPERATIONS.find((each) => requestElement(contract, each) === element.local);
  if (operation === undefined) {
    const served = OPERATIONS.map((each) => requestElement(contract, each)).join(', ');
    return fault.unsupportedOperation(`${nameOf(element)} is not an operation; there are ${served}.`);
  }
  return readFields(element, call, contract, operation);
}

function readFields(
  element: XmlElement,
  call: SoapCall,
  contract: Contract,
  operation: Operation,
): SoapRequest | Fault {
  const values: string[] = [];
  for (const name of requestFields(contract, operation)) {
    const fields = element.children.filter((child) => isField(child, element.uri, name));
    if (fields.length > 1) return fault.generic(`The element ${name} occurs more than once.`);
    const [field] = fields;
    if (field !== undefined && field.children.length > 0) {
      return fault.generic(
        `The element ${name} holds XML elements; it must hold text ("<" written as "&lt;").`,
      );
    }
    values.push(field === undefined || isNil(field) ? '' : field.text);
  }
  if (operation === 'connectivityTest') {
    const [echoBack = ''] = values;
    if (echoBack !== '') return { ...call, operation, echoBack };
    return fault.generic(`${element.local} needs the element echoBack, which must be a non-empty string.`);
  }
  const [username = '', password = '', facilityId = '', hl7Message = ''] = values;
  if (hl7Message.trim() !== '') return { ...call, operation, username, password, facilityId, hl7Message };
  return fault.generic(`${element.local} needs the element hl7Message, which must hold an HL7 message.`);
}

/** Unqualified fields are accepted: many hand-written envelopes put a namespace on the operation only. */
function isField(child: XmlElement, namespace: string, name: string): boolean {
  const ours = child.uri === namespace || child.uri === '';
  return ours && child.local.toLowerCase() === name.toLowerCase();
}

function isNil(element: XmlElement): boolean {
  const nil = attributeOf(element, XSI_NAMESPACE, 'nil')?.trim();
  return nil === 'true' || nil === '1';
}

/** An element's name for a message, cut to a length that keeps the message readable. */
function nameOf(element: XmlElement): string {
  const namespace = element.uri === '' ? 'no namespace' : `namespace "${element.uri.slice(0, 100)}"`;
  return `${element.local.slice(0, 60)} (${namespace})`;
}
