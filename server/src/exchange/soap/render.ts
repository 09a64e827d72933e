/** The envelope around every answer and every fault. */
import {
  ENVELOPE_NAMESPACE,
  HUB_NAMESPACE,
  WSA_NAMESPACE,
  type SoapCall,
  type SoapVersion,
} from './contract.ts';
import { escapeText, textElement } from './xml.ts';

/** What an HTTP handler needs to send. */
export type Rendered<Status extends number> = {
  readonly status: Status;
  readonly contentType: string;
  readonly body: string;
};

type Parts = {
  /** WS-Addressing action; sent only to callers who use WS-Addressing. */
  readonly action: string;
  /** Further header blocks, already XML. */
  readonly headers?: string;
  /** HubResponseHeader/DestinationUri, where there is one. */
  readonly destinationUri?: string | undefined;
  /** Content of the Body, already XML. */
  readonly body: string;
};

/** The media type of each SOAP version's HTTP binding. */
export function contentTypeOf(version: SoapVersion): string {
  return version === '1.2' ? 'application/soap+xml; charset=utf-8' : 'text/xml; charset=utf-8';
}

/** A whole document. The prefix `soap` is bound to the call's version; there is no default namespace. */
export function renderEnvelope(call: SoapCall, parts: Parts): string {
  const headers = addressing(call, parts.action) + hub(call, parts.destinationUri) + (parts.headers ?? '');
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<soap:Envelope xmlns:soap="${ENVELOPE_NAMESPACE[call.version]}">` +
    (headers === '' ? '' : `<soap:Header>${headers}</soap:Header>`) +
    `<soap:Body>${parts.body}</soap:Body>` +
    '</soap:Envelope>'
  );
}

// WS-Addressing is optional in the CDC WSDL: a caller who sent no MessageID gets none of its headers, as some
// parsers of plain clients look at the first element after the envelope's start.
function addressing(call: SoapCall, action: string): string {
  if (call.messageId === undefined) return '';
  return (
    `<wsa:Action xmlns:wsa="${WSA_NAMESPACE}">${escapeText(action)}</wsa:Action>` +
    `<wsa:RelatesTo xmlns:wsa="${WSA_NAMESPACE}">${escapeText(call.messageId)}</wsa:RelatesTo>`
  );
}

function hub(call: SoapCall, destinationUri: string | undefined): string {
  if (call.dialect !== 'hub-2014') return '';
  const uri = destinationUri === undefined ? '' : textElement('hub:DestinationUri', destinationUri);
  return (
    `<hub:HubResponseHeader xmlns:hub="${HUB_NAMESPACE}">` +
    textElement('hub:DestinationId', call.destinationId ?? '') +
    uri +
    '</hub:HubResponseHeader>'
  );
}
