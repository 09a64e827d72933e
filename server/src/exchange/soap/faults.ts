/**
 * SOAP faults: what a caller is told when there is no HL7 answer.
 *
 * The shapes are those of the CDC WSDL (2011: SecurityFaultType, MessageTooLargeFaultType,
 * UnsupportedOperationFaultType and soapFaultType, the `fault` element; 2014: the same three, with sizes in
 * one and nothing in the others). The 2014 contract has no element for other trouble, so there the 2011
 * `fault` is spelt in the 2014 namespace. The SOAP fault code is always Receiver (Server in SOAP 1.1), as
 * the CDC's receiver tests ask, except for the two kinds SOAP itself defines.
 *
 * Beside that element Detail holds, in no namespace as at the IZ Gateway, `Retry`: the one thing to do; and for a message that
 * was to be answered by another registry, `Destination`: its id. The types of the contracts stay as they are.
 */
import { DELIVERY_FAULTS, type DeliveryFault, type RetryAdvice } from '../delivery.ts';
import { DELIVERY_REASONS } from '../delivery-words.ts';
import {
  CONTRACT_NAMESPACE,
  contractOf,
  ENVELOPE_NAMESPACE,
  WSA_NAMESPACE,
  type SoapCall,
} from './contract.ts';
import { contentTypeOf, renderEnvelope, type Rendered } from './render.ts';
import { escapeAttribute, escapeText, textElement } from './xml.ts';

/**
 * The integers of the `Code` element. They are part of the interface: senders' software may act on them, so a
 * number is never given a second meaning. 30, 50 and 60 mean what they mean at the IZ Gateway. From 100 up they are the
 * gateway's own (DELIVERY_FAULTS).
 */
export const FAULT_CODES = {
  /** The request cannot be read or lacks something; sending it again unchanged will not help. */
  malformed: 10,
  mustUnderstand: 11,
  versionMismatch: 12,
  /** Our mistake; the sender need not change the message. */
  internal: 20,
  /** Not now; send the same message again later. */
  unavailable: 21,
  messageTooLarge: 30,
  unsupportedOperation: 50,
  security: 60,
} as const;

export type FaultKind =
  | 'security'
  | 'message-too-large'
  | 'unsupported-operation'
  | 'generic'
  | 'must-understand'
  | 'version-mismatch';

export type Fault = {
  readonly kind: FaultKind;
  readonly code: number;
  /** A sentence for the person who reads the sender's log. Says nothing of a patient. */
  readonly detail: string;
  readonly retry: RetryAdvice;
  /** Of a message that another registry was to answer: its id, and what happened in a few words. */
  readonly destination?: { readonly id: string; readonly reason: string };
  /** Of a message too large: its size and the limit, in bytes, where size was the reason. */
  readonly size?: number;
  readonly maxSize?: number;
  /** Of must-understand: the header that was not understood. */
  readonly header?: { readonly namespace: string; readonly local: string };
};

const generic = (detail: string, code: number = FAULT_CODES.malformed): Fault => ({
  kind: 'generic',
  code,
  detail,
  retry: code === FAULT_CODES.malformed ? 'CORRECT_MESSAGE' : 'NORMAL',
});

/** Makes faults, each with its code. */
export const fault = {
  security: (detail: string): Fault => ({
    kind: 'security',
    code: FAULT_CODES.security,
    detail,
    retry: 'CONTACT_SUPPORT',
  }),
  /** Too many bytes, or more than one message in a single submit (then without sizes). */
  messageTooLarge: (detail: string, size?: number, maxSize?: number): Fault => ({
    kind: 'message-too-large',
    code: FAULT_CODES.messageTooLarge,
    detail,
    retry: 'CORRECT_MESSAGE',
    ...(size === undefined ? {} : { size }),
    ...(maxSize === undefined ? {} : { maxSize }),
  }),
  unsupportedOperation: (detail: string): Fault => ({
    kind: 'unsupported-operation',
    code: FAULT_CODES.unsupportedOperation,
    detail,
    retry: 'CORRECT_MESSAGE',
  }),
  /** Anything else; a malformed request unless `code` says otherwise. */
  generic,
  internal: (detail: string): Fault => generic(detail, FAULT_CODES.internal),
  unavailable: (detail: string): Fault => generic(detail, FAULT_CODES.unavailable),
  /** No answer came from the registry that was to give it. Never what that registry itself says: that is an HL7 answer. */
  gateway: (failure: DeliveryFault, destinationId: string, detail: string): Fault => {
    const { code, retry } = DELIVERY_FAULTS[failure];
    return {
      kind: 'generic',
      code,
      detail,
      retry,
      destination: { id: destinationId, reason: DELIVERY_REASONS[failure] },
    };
  },
  mustUnderstand: (detail: string, header?: Fault['header']): Fault => ({
    kind: 'must-understand',
    code: FAULT_CODES.mustUnderstand,
    detail,
    retry: 'CORRECT_MESSAGE',
    ...(header === undefined ? {} : { header }),
  }),
  versionMismatch: (detail: string): Fault => ({
    kind: 'version-mismatch',
    code: FAULT_CODES.versionMismatch,
    detail,
    retry: 'CORRECT_MESSAGE',
  }),
};

const TYPED: Readonly<Partial<Record<FaultKind, { readonly element: string; readonly reason: string }>>> = {
  security: { element: 'SecurityFault', reason: 'Security' },
  'message-too-large': { element: 'MessageTooLargeFault', reason: 'MessageTooLarge' },
  'unsupported-operation': { element: 'UnsupportedOperationFault', reason: 'UnsupportedOperation' },
};

const REASONS: Readonly<Record<number, string>> = {
  [FAULT_CODES.malformed]: 'Malformed request',
  [FAULT_CODES.mustUnderstand]: 'Header not understood',
  [FAULT_CODES.versionMismatch]: 'SOAP version mismatch',
  [FAULT_CODES.internal]: 'Internal error',
  [FAULT_CODES.unavailable]: 'Temporarily unavailable',
};

/** The whole HTTP answer that carries a fault, in the version and dialect of the call. Always status 500. */
export function renderFault(call: SoapCall, problem: Fault): Rendered<500> {
  const body = call.version === '1.2' ? fault12(call, problem) : fault11(call, problem);
  // The action WS-Addressing reserves for SOAP faults; the WSDL's per-operation ones need an operation, and
  // a fault may come before there is one.
  const action = `${WSA_NAMESPACE}/soap/fault`;
  return {
    status: 500,
    contentType: contentTypeOf(call.version),
    body: renderEnvelope(call, { action, headers: soapHeaders(call, problem), body }),
  };
}

/** Faults about the envelope rather than the request in it, which SOAP itself defines. */
function isSoapOwn(problem: Fault): boolean {
  return problem.kind === 'must-understand' || problem.kind === 'version-mismatch';
}

function codeName(problem: Fault, otherwise: string): string {
  if (problem.kind === 'must-understand') return 'soap:MustUnderstand';
  if (problem.kind === 'version-mismatch') return 'soap:VersionMismatch';
  return `soap:${otherwise}`;
}

function fault12(call: SoapCall, problem: Fault): string {
  return (
    '<soap:Fault>' +
    `<soap:Code>${textElement('soap:Value', codeName(problem, 'Receiver'))}</soap:Code>` +
    `<soap:Reason><soap:Text xml:lang="en">${escapeText(problem.detail)}</soap:Text></soap:Reason>` +
    `<soap:Detail>${detailElement(call, problem)}${advice(problem)}</soap:Detail>` +
    '</soap:Fault>'
  );
}

function fault11(call: SoapCall, problem: Fault): string {
  // SOAP 1.1 section 4.4: a detail element says that the Body was processed, so an envelope fault has none.
  const detail = isSoapOwn(problem)
    ? ''
    : `<detail>${detailElement(call, problem)}${advice(problem)}</detail>`;
  return (
    '<soap:Fault>' +
    textElement('faultcode', codeName(problem, 'Server')) +
    textElement('faultstring', problem.detail) +
    detail +
    '</soap:Fault>'
  );
}

function detailElement(call: SoapCall, problem: Fault): string {
  const contract = contractOf(call.dialect);
  const typed = TYPED[problem.kind];
  const element = typed?.element ?? 'fault';
  const start = `<${element} xmlns="${CONTRACT_NAMESPACE[contract]}">`;
  if (contract === '2014' && typed !== undefined) {
    // The 2014 types have no room for words: Reason/Text carries them.
    const sizes = numberElement('Size', problem.size) + numberElement('MaxSize', problem.maxSize);
    return `${start}${sizes}</${element}>`;
  }
  const reason = typed?.reason ?? problem.destination?.reason ?? REASONS[problem.code] ?? 'Fault';
  const fields =
    numberElement('Code', problem.code) +
    textElement('Reason', reason) +
    textElement('Detail', problem.detail);
  return `${start}${fields}</${element}>`;
}

/** After the contract's element: clients that know only that one take the first. */
function advice({ retry, destination }: Fault): string {
  return textElement('Retry', retry) + (destination ? textElement('Destination', destination.id) : '');
}

function numberElement(name: string, value: number | undefined): string {
  return value === undefined ? '' : textElement(name, String(value));
}

/** The headers SOAP 1.2 part 1 (5.4.7 and 5.4.8) asks to go with its own two fault codes. */
function soapHeaders(call: SoapCall, problem: Fault): string {
  if (call.version !== '1.2') return '';
  if (problem.kind === 'version-mismatch') {
    return (
      '<soap:Upgrade>' +
      '<soap:SupportedEnvelope qname="soap:Envelope"/>' +
      `<soap:SupportedEnvelope xmlns:soap11="${ENVELOPE_NAMESPACE['1.1']}" qname="soap11:Envelope"/>` +
      '</soap:Upgrade>'
    );
  }
  if (problem.kind === 'must-understand' && problem.header !== undefined) {
    const { namespace, local } = problem.header;
    // XML 1.0 cannot bind a prefix to no namespace.
    if (namespace === '') return `<soap:NotUnderstood qname="${escapeAttribute(local)}"/>`;
    const qname = escapeAttribute(`h:${local}`);
    return `<soap:NotUnderstood xmlns:h="${escapeAttribute(namespace)}" qname="${qname}"/>`;
  }
  return '';
}
