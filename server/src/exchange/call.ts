import type { DeliveryFault } from './delivery.ts';
import type { Closed } from './old-address.ts';
import type { Operation } from './soap/envelope.ts';

/** Where a message came in: `production` records, `test` answers as if it did and records nothing. */
export type Address = 'production' | 'test';

/**
 * Who says that they send a message, by what, and where to: only what comes with the exchange's password, or was entered on a
 * page, is recorded.
 */
type Asked =
  | {
      readonly address: Address;
      readonly operation: Operation;
      readonly identity: {
        readonly kind: 'password';
        readonly username: string;
        readonly password: string;
        /** SHA-256 of the client certificate, as `normalFingerprint` has it; '' where none came. */
        readonly certificate: string;
      };
    }
  | {
      readonly address: 'test';
      readonly operation: Operation;
      /** Somebody who signed in at the portal and may speak for that organization. */
      readonly identity: AtPortal;
    }
  | {
      readonly address: 'production';
      /**
       * What somebody entered on a page of the portal, rows of a flat file, or a message of a file of history; no message from
       * outside comes with these names.
       * Whose credentials came with a file was made sure where it was taken.
       */
      readonly operation: 'portal-entry' | 'flat-file' | 'history-load';
      readonly identity: AtPortal;
    };
type AtPortal = { readonly kind: 'portal'; readonly organizationId: string };
export type Identity = Asked['identity'];

/** One message handed in by a transport. */
export type Call = Asked & {
  /** '' where none was given. */
  readonly facilityId: string;
  readonly text: string;
  /** Set where it came to an address that was given up. */
  readonly closed?: Closed;
};

/** An HL7 answer, or the reason why there is none; each transport has its own form for the latter. */
export type Reply =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: FaultReason; readonly detail: string }
  /** It was to be answered by another registry, and no answer came: a fault of the way there, never that registry's word. */
  | {
      readonly kind: 'delivery';
      readonly fault: DeliveryFault;
      readonly destinationId: string;
      readonly mayHaveArrived: boolean;
      readonly detail: string;
    };

export type FaultReason = 'security' | 'several-messages' | 'no-message';

/** The reply, and under which id the ledger has the message; undefined where it has none. */
export type Received = Reply & { readonly messageId: string | undefined };
