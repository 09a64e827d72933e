import type { Operation } from './soap/envelope.ts';

/** Where a message came in: `production` records, `test` answers as if it did and records nothing. */
export type Address = 'production' | 'test';

/** One message handed in by a transport. */
export type Call = {
  readonly address: Address;
  readonly operation: Operation;
  readonly username: string;
  readonly password: string;
  /** '' where none was given. */
  readonly facilityId: string;
  readonly text: string;
};

/** An HL7 answer, or the reason why there is none; each transport has its own form for the latter. */
export type Reply =
  | { readonly kind: 'answer'; readonly text: string }
  | { readonly kind: FaultReason; readonly detail: string };

export type FaultReason = 'security' | 'several-messages' | 'no-message';
