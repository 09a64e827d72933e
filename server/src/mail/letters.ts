/** What Cairn writes to people: one kind of letter each, with what it must say. The words are in `words-en.ts`, `words-es.ts`. */
export type Letter =
  | ExchangeWeek
  | DeductionLetter
  /** To the site, and to whoever sends for it. */
  | {
      readonly kind: 'site-silent';
      readonly siteName: string;
      readonly siteCode: string;
      readonly since: Date;
      readonly link: string;
    }
  | PeopleLetter
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
      readonly kind: 'second-factor-changed';
      readonly name: string;
      readonly what: 'set-up' | 'recovery-code-used' | 'turned-off' | 'reset';
    }
  | {
      readonly kind: 'sign-in-attempts';
      readonly name: string;
      /** How many were wrong. */
      readonly count: number;
      readonly at: Date;
    }
  /** To the administrators, as soon as it happens. Not the reason, which may name the patient. */
  | {
      readonly kind: 'patient-emergency';
      readonly name: string;
      readonly email: string;
      /** '' for the registry's own people. */
      readonly organization: string;
      readonly at: Date;
      readonly link: string;
    }
  | {
      readonly kind: 'unusual-searching';
      readonly name: string;
      readonly email: string;
      readonly organization: string;
      /** In the last hour. */
      readonly count: number;
      readonly link: string;
    }
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
  /** To the administrators, at most once a day: connections to other registries in trouble. */
  | {
      readonly kind: 'outbound-trouble';
      readonly name: string;
      readonly registries: readonly {
        readonly name: string;
        /** Messages that it has not taken. */
        readonly undelivered: number;
        readonly silentSince: Date | undefined;
        readonly waitingSince: Date | undefined;
      }[];
      readonly link: string;
    }
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
      readonly kind: 'emergency-unreviewed';
      readonly name: string;
      /** Who opened a record, and for which organization; never whose. */
      readonly opener: string;
      readonly organization: string | undefined;
      readonly at: Date;
      readonly link: string;
    }
  | {
      readonly kind: 'credential-revoked';
      readonly siteName: string;
      readonly username: string;
      readonly link: string;
    };

/** What is written about the people of a site and their training. */
export type PeopleLetter =
  | {
      readonly kind: 'account-approved';
      readonly name: string;
      readonly siteName: string;
      readonly userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | undefined;
      readonly isLocalAdministrator: boolean;
      readonly needsTraining: boolean;
      readonly link: string;
      /** Until when a password can be chosen by the link; undefined where they have one. */
      readonly expiresAt: Date | undefined;
    }
  | {
      readonly kind: 'account-decided';
      readonly name: string;
      readonly siteName: string;
      /** For whom was asked. */
      readonly person: string;
      /** Why not; undefined: it was approved. */
      readonly reason: string | undefined;
      readonly link: string;
    }
  | { readonly kind: 'account-ended'; readonly name: string; readonly siteName: string }
  | {
      readonly kind: 'training-expiring';
      readonly name: string;
      readonly course: string;
      /** `2026-11-23` */
      readonly expiresOn: string;
      readonly link: string;
    };

/** To the contacts of a site and those who keep its stock. */
export type DeductionLetter = {
  readonly kind: 'deduction-changed';
  readonly siteName: string;
  readonly siteCode: string;
  readonly state: 'on' | 'off' | 'declined';
  /** The first day, at noon; undefined unless it is on. */
  readonly from: Date | undefined;
  /** Why it is not, or no longer, on; '' where it is. */
  readonly reason: string;
  readonly link: string;
};

/** Its week in the exchange, to whoever watches a site. */
export type ExchangeWeek = {
  readonly kind: 'exchange-week';
  readonly siteName: string;
  readonly siteCode: string;
  /** Its first and its last day, at noon. */
  readonly week: { readonly from: Date; readonly to: Date };
  readonly counts: {
    readonly accepted: number;
    readonly partlyAccepted: number;
    readonly refused: number;
    readonly answered: number;
    /** Answered by another registry. */
    readonly forwarded: number;
  };
  /** What most messages had; without values of a patient. */
  readonly findings: readonly { readonly messages: number; readonly what: string; readonly fix: string }[];
  /** 0 to 100; undefined where nothing could be measured. */
  readonly score: number | undefined;
  /** Since when nothing came, where that is noticed. */
  readonly silentSince: Date | undefined;
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
