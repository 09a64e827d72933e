import type { Delivery, DeliveryFault } from '../exchange/delivery.ts';

export type Failure = Extract<Delivery, { readonly kind: 'failed' }>;

/** For whoever looks after the connection. */
const WORDS: Readonly<Record<DeliveryFault, string>> = {
  'no-answer': 'The message was sent; no answer came in time.',
  'connect-timeout': 'No connection came about in time.',
  'connection-refused': 'The other registry refused the connection.',
  'name-unknown': 'The name of the other registry is not known (DNS).',
  'connection-broken': 'The connection broke before the answer was complete.',
  'breaker-open': 'Nothing is sent for a while: the messages before this one failed.',
  maintenance: 'Nothing is sent: the other registry is in planned maintenance.',
  'certificate-refused':
    'No secure connection came about: the certificate of the other registry could not be verified.',
  'http-status': 'The other registry answered by an HTTP status and no SOAP.',
  'security-fault': 'The other registry refused the login.',
  'too-large-fault': 'The other registry says that the message is too large.',
  'unsupported-fault': 'The other registry does not know the operation.',
  'other-fault': 'The other registry answered with a fault.',
  'answer-unreadable': 'The answer is no HL7 acknowledgement of a message.',
  'answer-to-another': 'The answer is to another message: its MSA-2 is not the MSH-10 that was sent.',
  'answer-too-large': 'The answer is larger than 1 MiB and was not read.',
  'not-set-up': 'No connection to that registry is set up.',
};

/** @param words instead of those that the fault has anyway */
export const failure = (
  fault: DeliveryFault,
  mayHaveArrived: boolean,
  words: string = WORDS[fault],
): Failure => ({
  kind: 'failed',
  fault,
  mayHaveArrived,
  words,
});

const BY_CODE: Readonly<Record<string, DeliveryFault>> = {
  ECONNREFUSED: 'connection-refused',
  ENOTFOUND: 'name-unknown',
  EAI_AGAIN: 'name-unknown',
  ETIMEDOUT: 'connect-timeout',
  EHOSTUNREACH: 'connect-timeout',
  ENETUNREACH: 'connect-timeout',
};

/** Names that Node.js and OpenSSL give to a certificate, or an attempt at TLS, that fails. */
const TLS = /CERT|SIGNATURE|ERR_TLS|ERR_SSL|EPROTO|HOSTNAME_MISMATCH|INVALID_CA/;

/**
 * What an error of the connection means. Of an error only its code is told.
 * @param isSent whether the message had begun to leave
 */
export function failureOf(error: unknown, isSent: boolean): Failure {
  const code = codeOf(error);
  const told = code === '' ? '' : ` (${code})`;
  if (isSent)
    return failure('connection-broken', true, `${WORDS['connection-broken'].replace(/\.$/, '')}${told}.`);
  const fault = BY_CODE[code] ?? (TLS.test(code) ? 'certificate-refused' : 'connection-broken');
  return failure(fault, false, `${WORDS[fault].replace(/\.$/, '')}${told}.`);
}

function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0 && !hasCode(error))
    return codeOf(error.errors[0]);
  return hasCode(error) ? error.code : '';
}

const hasCode = (error: unknown): error is { readonly code: string } =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string';
