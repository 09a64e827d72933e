import {
  CONTRACT_NAMESPACE,
  ENVELOPE_NAMESPACE,
  type Operation,
  type SoapVersion,
} from '../exchange/soap/contract.ts';
import { decodeBody } from '../exchange/soap/charset.ts';
import { FAULT_CODES } from '../exchange/soap/faults.ts';
import { readXml, type XmlElement } from '../exchange/soap/tree.ts';
import { textElement } from '../exchange/soap/xml.ts';
import type { Endpoint } from './endpoints.ts';
import { failure, type Failure } from './failure.ts';
import type { HttpAnswer } from './post.ts';

const CDC = CONTRACT_NAMESPACE['2011'];

/** A request of the CDC web service (WSDL of 2011), in the SOAP version that the endpoint speaks. */
export function soapRequest(
  version: SoapVersion,
  operation: Operation,
  fields: readonly (readonly [string, string])[],
): { readonly headers: Readonly<Record<string, string>>; readonly body: Buffer } {
  const content = fields.map(([name, value]) => textElement(`cdc:${name}`, value)).join('');
  const body =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[version]}" xmlns:cdc="${CDC}">` +
    `<soap:Body><cdc:${operation}>${content}</cdc:${operation}></soap:Body></soap:Envelope>`;
  const action = `${CDC}:${operation}`;
  const headers: Readonly<Record<string, string>> =
    version === '1.2'
      ? { 'content-type': `application/soap+xml; charset=utf-8; action="${action}"` }
      : { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${action}"` };
  return {
    headers: { ...headers, accept: 'application/soap+xml, text/xml', 'user-agent': 'Cairn' },
    body: Buffer.from(body, 'utf8'),
  };
}

/** Username, password and facilityID, in the order of the schema. */
export const loginOf = ({
  username,
  password,
  facilityId,
}: Pick<Endpoint, 'username' | 'password' | 'facilityId'>): readonly (readonly [string, string])[] => [
  ['username', username],
  ['password', password],
  ['facilityID', facilityId],
];

export type Returned = { readonly kind: 'returned'; readonly text: string };

/** What the web service returned, or which fault it answered with. Prefixes and namespaces vary among registries; names do not. */
export function readSoap({ status, contentType, body }: HttpAnswer): Returned | Failure {
  const isOk = status >= 200 && status < 300;
  const decoded = decodeBody(body, contentType);
  const xml = decoded.ok ? readXml(decoded.text) : undefined;
  const content = xml?.ok === true ? bodyOf(xml.root)?.children[0] : undefined;
  if (content?.local === 'Fault') return faultOf(content);
  if (!isOk) return statusFailure(status);
  const returned = content && find(content, ({ local }) => RESULTS.has(local));
  return returned ? { kind: 'returned', text: returned.text } : failure('answer-unreadable', true);
}

/** Of the contracts of 2011 and 2014. */
const RESULTS = new Set(['return', 'Hl7Message', 'EchoBack']);

const bodyOf = (root: XmlElement): XmlElement | undefined =>
  root.local === 'Envelope' ? root.children.find(({ local }) => local === 'Body') : undefined;

function find(element: XmlElement, fits: (element: XmlElement) => boolean): XmlElement | undefined {
  if (fits(element)) return element;
  for (const child of element.children) {
    const found = find(child, fits);
    if (found) return found;
  }
  return undefined;
}

/** 502 and 504 are a proxy's, behind which the message may have been taken; 500 without SOAP comes from anywhere. */
const MAY_HAVE_ARRIVED = new Set([408, 500, 502, 504]);

function statusFailure(status: number): Failure {
  const words =
    status >= 300 && status < 400
      ? `The other registry answered by a redirect (HTTP ${status}), which is not followed. Set up the address it leads to.`
      : `The other registry answered by HTTP ${status} and no SOAP.`;
  return failure('http-status', MAY_HAVE_ARRIVED.has(status), words);
}

/**
 * Which of the CDC's faults it is, by the element in its detail, or by what that calls its reason. Details in words are left
 * out: nobody knows what of a patient other software puts there.
 */
function faultOf(fault: XmlElement): Failure {
  const named = (...names: readonly string[]): boolean =>
    find(
      fault,
      ({ local, text }) => names.includes(local) || (local === 'Reason' && names.includes(text.trim())),
    ) !== undefined;
  if (named('SecurityFault', 'Security')) return failure('security-fault', false);
  if (named('MessageTooLargeFault', 'MessageTooLarge')) return failure('too-large-fault', false);
  if (named('UnsupportedOperationFault', 'UnsupportedOperation')) return failure('unsupported-fault', false);
  const code = find(
    fault,
    ({ local, text }) => local === 'Code' && /^\s*\d{1,6}\s*$/.test(text),
  )?.text.trim();
  return failure(
    'other-fault',
    // "Unavailable, send it again": nothing was recorded. Behind any other fault there may be a message that was taken.
    code !== String(FAULT_CODES.unavailable),
    `The other registry answered with a fault${code === undefined ? '' : ` (code ${code})`}.`,
  );
}
