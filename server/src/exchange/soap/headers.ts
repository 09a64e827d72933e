/** SOAP header blocks: which of them bind us. */
import { ENVELOPE_NAMESPACE, HUB_NAMESPACE, WSA_NAMESPACE, type SoapVersion } from './contract.ts';
import { attributeOf, type XmlElement } from './tree.ts';

/**
 * Namespaces whose headers do not refuse a request even when marked mustUnderstand: the hub's own,
 * WS-Addressing (optional in the CDC WSDL; client frameworks mark its headers without being asked) in the
 * two versions in use, and WS-Security, which some gateways add although the credential of this service is
 * in the body.
 */
const ACCEPTED: ReadonlySet<string> = new Set([
  HUB_NAMESPACE,
  WSA_NAMESPACE,
  'http://schemas.xmlsoap.org/ws/2004/08/addressing',
  'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd',
  'http://schemas.xmlsoap.org/ws/2002/12/secext',
]);

/** The roles a final receiver plays; a header for anyone else is none of our business. */
const OUR_ROLES: ReadonlySet<string> = new Set([
  '',
  'http://schemas.xmlsoap.org/soap/actor/next',
  `${ENVELOPE_NAMESPACE['1.2']}/role/next`,
  `${ENVELOPE_NAMESPACE['1.2']}/role/ultimateReceiver`,
]);

/** The first header block that must be understood by us and is not. */
export function unmetHeader(header: XmlElement | undefined, version: SoapVersion): XmlElement | undefined {
  const soap = ENVELOPE_NAMESPACE[version];
  return header?.children.find((block) => {
    const must = attributeOf(block, soap, 'mustUnderstand')?.trim();
    const role = attributeOf(block, soap, version === '1.2' ? 'role' : 'actor')?.trim() ?? '';
    return (must === '1' || must === 'true') && OUR_ROLES.has(role) && !ACCEPTED.has(block.uri);
  });
}
