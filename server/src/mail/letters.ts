/** What Cairn writes to people: one kind of letter each, with what it must say. The words are in `words-en.ts`, `words-es.ts`. */
export type Letter =
  | {
      readonly kind: 'resume-registration';
      readonly siteName: string;
      readonly link: string;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: 'verify-email';
      readonly siteName: string;
      readonly name: string;
      readonly link: string;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: 'registration-confirmed';
      readonly siteName: string;
      readonly siteCode: string;
      readonly siteType: 1 | 2 | 3;
      readonly name: string;
      /** Where the credentials are shown once; undefined for type 2, whose Sending Facility has its own. */
      readonly credentialsLink: string | undefined;
      /** Where this person sets a password for the portal; undefined where they have one. */
      readonly passwordLink: string | undefined;
      /** Until when the two links above work. */
      readonly linksExpireAt?: Date;
      readonly siteLink: string;
      readonly testingAddress: string;
      readonly productionAddress: string;
      /** Of type 2: through whom it sends. */
      readonly sendingFacility: string | undefined;
    }
  | {
      readonly kind: 'set-password';
      readonly name: string;
      readonly siteName: string;
      readonly link: string;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: 'reset-password';
      readonly name: string;
      readonly link: string;
      readonly expiresAt: Date;
    }
  | { readonly kind: 'password-changed'; readonly name: string }
  | {
      readonly kind: 'confirm-access-request';
      readonly name: string;
      readonly siteName: string;
      readonly link: string;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: 'access-asked';
      readonly siteName: string;
      readonly requester: string;
      readonly requesterEmail: string;
      readonly reason: string;
      readonly link: string;
    }
  | {
      readonly kind: 'access-granted';
      readonly name: string;
      readonly siteName: string;
      readonly link: string;
    }
  | { readonly kind: 'access-refused'; readonly name: string; readonly siteName: string }
  /** To whom a registration under a known address, NPI or contact came: that there is one already. */
  | {
      readonly kind: 'already-registered';
      readonly name: string;
      readonly siteName: string;
      readonly link: string;
    }
  /** To the Sending Facility: a site named it. */
  | {
      readonly kind: 'client-named-you';
      readonly siteName: string;
      readonly siteCode: string;
      readonly sendingFacility: string;
      readonly link: string;
    }
  /** To the site: a Sending Facility says that it sends for it. */
  | {
      readonly kind: 'sending-facility-asks';
      readonly siteName: string;
      readonly sendingFacility: string;
      readonly link: string;
    }
  | {
      readonly kind: 'sending-facility-confirmed';
      readonly siteName: string;
      readonly sendingFacility: string;
      readonly link: string;
    }
  | {
      readonly kind: 'client-invited';
      readonly name: string;
      readonly siteName: string;
      readonly sendingFacility: string;
      readonly link: string;
      readonly expiresAt: Date;
    }
  | {
      readonly kind: 'test-report';
      readonly siteName: string;
      readonly siteCode: string;
      readonly tests: readonly TestedMessage[];
      /** How many more there were than are listed. */
      readonly more: number;
      readonly link: string;
    }
  | {
      readonly kind: 'sent-back';
      readonly siteName: string;
      readonly step: 'testing' | 'real-data' | 'bidx';
      readonly reasons: string;
      readonly link: string;
    }
  | {
      readonly kind: 'step-reached';
      readonly siteName: string;
      readonly step: 'real-data' | 'production' | 'bidx';
      readonly link: string;
      readonly testingAddress: string;
      readonly productionAddress: string;
    }
  | { readonly kind: 'suspended'; readonly siteName: string; readonly reason: string; readonly link: string }
  | { readonly kind: 'suspension-lifted'; readonly siteName: string; readonly link: string }
  | {
      readonly kind: 'credential-expiring';
      readonly siteName: string;
      readonly username: string;
      readonly days: number;
      readonly expiresAt: Date;
      readonly link: string;
    }
  | {
      readonly kind: 'credential-rotated';
      readonly siteName: string;
      readonly username: string;
      readonly previousUntil: Date | undefined;
      readonly link: string;
    }
  | {
      readonly kind: 'credential-revoked';
      readonly siteName: string;
      readonly username: string;
      readonly link: string;
    };

export type TestedMessage = {
  readonly at: Date;
  readonly type: string;
  readonly controlId: string;
  readonly ackCode: string;
  readonly outcome: 'accepted' | 'partly-accepted' | 'refused' | 'answered' | 'fault';
  /** Without values of the patient: what is wrong, where, what to do. */
  readonly findings: readonly {
    readonly severity: string;
    readonly path: string;
    readonly message: string;
    readonly fix: string;
  }[];
  readonly link: string;
};
