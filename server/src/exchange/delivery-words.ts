import { DELIVERY_FAULTS, type Delivery, type DeliveryFault, type RetryAdvice } from './delivery.ts';

/** What happened, in a few words: the Reason of the fault. */
export const DELIVERY_REASONS: Readonly<Record<DeliveryFault, string>> = {
  'no-answer': 'No answer in time',
  'connect-timeout': 'No connection in time',
  'connection-refused': 'Connection refused',
  'name-unknown': 'Address not found',
  'connection-broken': 'Connection broken',
  'breaker-open': 'Destination failing',
  maintenance: 'Destination in maintenance',
  'certificate-refused': 'Certificate not trusted',
  'http-status': 'HTTP error from destination',
  'security-fault': 'Login refused by destination',
  'too-large-fault': 'Too large for destination',
  'unsupported-fault': 'Operation unknown to destination',
  'other-fault': 'SOAP fault from destination',
  'answer-unreadable': 'Answer unreadable',
  'answer-to-another': 'Answer to another message',
  'answer-too-large': 'Answer too large',
  'not-set-up': 'Destination not set up',
};

/** What happened to a message on its way; the sender of it reads this, so it says where, but nothing of the connection. */
const HAPPENED: Readonly<Record<DeliveryFault, (name: string) => string>> = {
  'no-answer': (name) => `No answer came in time from ${name}.`,
  'connect-timeout': (name) => `No connection to ${name} could be made in time.`,
  'connection-refused': (name) => `The connection was refused by ${name}.`,
  'name-unknown': (name) => `The address of ${name} could not be found.`,
  'connection-broken': (name) => `The connection to ${name} broke.`,
  'breaker-open': (name) => `Too much has failed; for a while nothing is sent to ${name}.`,
  maintenance: (name) => `There is maintenance; until it ends nothing is sent to ${name}.`,
  'certificate-refused': (name) => `The certificate could not be trusted of ${name}.`,
  'http-status': (name) => `An HTTP error came instead of an answer from ${name}.`,
  'security-fault': (name) => `The gateway's own login was refused by ${name}.`,
  'too-large-fault': (name) => `The message is too large for ${name}.`,
  'unsupported-fault': (name) => `The operation is not known to ${name}.`,
  'other-fault': (name) => `A SOAP fault came instead of an answer from ${name}.`,
  'answer-unreadable': (name) => `What came is no HL7 answer, from ${name}.`,
  'answer-to-another': (name) => `The answer to another message came from ${name}.`,
  'answer-too-large': (name) => `The answer was too large to be handed on, from ${name}.`,
  'not-set-up': (name) => `No connection is set up to ${name}.`,
};

/** The one thing to do. */
export const DELIVERY_ADVICE: Readonly<Record<RetryAdvice, string>> = {
  NORMAL: 'Send the same message again: now, in 5 and in 10 minutes, then some hours later.',
  CORRECT_MESSAGE: 'Correct the message; as it is, it would fail again.',
  CHECK_IIS_STATUS: 'Ask after the state of that registry, and send the same message again when it is well.',
  CONTACT_SUPPORT: 'Contact the registry’s support, and send the same message again when it is mended.',
};

type Failed = Extract<Delivery, { readonly kind: 'failed' }>;

/** What the sender reads of it: what happened, where, whether it may have arrived, and the one thing to do. */
export function failureWords({ fault, mayHaveArrived }: Failed, name: string): string {
  const arrived = mayHaveArrived
    ? 'It may have been taken there all the same; a resend keeps its control id (MSH-10).'
    : 'It was not taken there.';
  return `${HAPPENED[fault](name)} ${arrived} ${DELIVERY_ADVICE[DELIVERY_FAULTS[fault].retry]}`;
}
