/**
 * What comes of a message that is sent to another registry: its acknowledgement, or why there is none. The two are never
 * mixed up: a fault of the way there is the gateway's, an AE or AR is the other registry's word.
 */

/** What whoever sent it should do (as at the IZ Gateway): one advice for each fault. */
export type RetryAdvice =
  /** Send the same again: at once, in 5 minutes, in 10; then in hours. */
  | 'NORMAL'
  /** It will fail again as it is. */
  | 'CORRECT_MESSAGE'
  /** The other registry is in trouble: look at its status before sending again. */
  | 'CHECK_IIS_STATUS'
  /** Somebody must mend the connection. */
  | 'CONTACT_SUPPORT';

/** Codes are part of the interface: a number never gets a second meaning. See docs/integrators.md. */
export const DELIVERY_FAULTS = {
  'no-answer': { code: 110, retry: 'CHECK_IIS_STATUS' },
  'connect-timeout': { code: 111, retry: 'NORMAL' },
  'connection-refused': { code: 112, retry: 'NORMAL' },
  'name-unknown': { code: 113, retry: 'CONTACT_SUPPORT' },
  'connection-broken': { code: 114, retry: 'NORMAL' },
  'breaker-open': { code: 118, retry: 'CHECK_IIS_STATUS' },
  maintenance: { code: 119, retry: 'CHECK_IIS_STATUS' },
  'certificate-refused': { code: 121, retry: 'CONTACT_SUPPORT' },
  'http-status': { code: 122, retry: 'CHECK_IIS_STATUS' },
  'security-fault': { code: 124, retry: 'CONTACT_SUPPORT' },
  'too-large-fault': { code: 125, retry: 'CORRECT_MESSAGE' },
  'unsupported-fault': { code: 126, retry: 'CONTACT_SUPPORT' },
  'other-fault': { code: 127, retry: 'CHECK_IIS_STATUS' },
  'answer-unreadable': { code: 128, retry: 'CHECK_IIS_STATUS' },
  'answer-to-another': { code: 129, retry: 'CONTACT_SUPPORT' },
  'answer-too-large': { code: 131, retry: 'CONTACT_SUPPORT' },
  'not-set-up': { code: 132, retry: 'CONTACT_SUPPORT' },
} as const satisfies Readonly<Record<string, { readonly code: number; readonly retry: RetryAdvice }>>;

export type DeliveryFault = keyof typeof DELIVERY_FAULTS;

export type Delivery =
  /** The other registry's HL7 answer to this very message (MSA-2 is its MSH-10). */
  | { readonly kind: 'answered'; readonly text: string; readonly code: 'AA' | 'AE' | 'AR' }
  | {
      readonly kind: 'failed';
      readonly fault: DeliveryFault;
      /** Whether the other registry may have it all the same: it left here whole, and no answer to it came. */
      readonly mayHaveArrived: boolean;
      /** A sentence for whoever looks after the connection; says nothing of a patient. */
      readonly words: string;
    };

/** What the exchange asks of the connections to other registries; the room `outbound` is that. */
export type Gateway = {
  /** Whether staff has set up, and enabled, an endpoint of that id (a region's or partner's). */
  readonly isOpenTo: (endpointId: string) => boolean;
  /**
   * Sends one message there, as the endpoint wants its header, and waits for the answer. Respects maintenance and the
   * circuit breaker. Never throws.
   */
  readonly forward: (endpointId: string, text: string) => Promise<Delivery>;
};
