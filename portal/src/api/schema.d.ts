// Made from the server's routes by "npm run api:client"; not written by hand.
export interface paths {
  '/api/session': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in */
    get: operations['getSession'];
    put?: never;
    /** Sign in */
    post: operations['signIn'];
    /** Sign out */
    delete: operations['signOut'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Set a password with the link from a mail, and be signed in */
    put: operations['setPassword'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/password/forgotten': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for a link to set a new password; the answer does not tell whether there is such an account */
    post: operations['forgotPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/jurisdiction': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Counties, regions, agreement, Sending Facilities, and what sites must show */
    get: operations['getJurisdiction'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/zips/{zip}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The county of a ZIP code */
    get: operations['getZip'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/registration': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The registration that the cookie names */
    get: operations['getRegistration'];
    /** Save a step, finished or not */
    put: operations['saveRegistration'];
    /** Begin a registration; it is saved from now on, and a cookie names it */
    post: operations['startRegistration'];
    /** Throw the draft away */
    delete: operations['discardRegistration'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/registration/mail-link': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mail a link by which the registration can be continued elsewhere */
    post: operations['mailRegistrationLink'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/registration/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Continue with the link from a mail */
    post: operations['resumeRegistration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/registration/similar': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Registered sites that this one may be */
    get: operations['getSimilarSites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/registration/submit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Submit; a verification is mailed to the Site Contact */
    post: operations['submitRegistration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/registration/resend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mail the verification again, where need be to a corrected address */
    post: operations['resendVerification'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/verification': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Verify the e-mail address with the link from the mail; the site is registered then */
    post: operations['verifyEmail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/credentials': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Show the credentials of the exchange, once */
    post: operations['showCredentials'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask for access to a site that is registered already */
    post: operations['askForAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/access-requests/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm the request with the link from the mail */
    post: operations['confirmAccessRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A site: what it is, how far it has come, what is missing */
    get: operations['getSite'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened to a site */
    get: operations['getEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** How a site is written to */
    put: operations['saveSettings'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/contacts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Correct the contacts of a site */
    put: operations['saveContacts'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/agreement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Accept the current agreement */
    post: operations['agree'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/people': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who may sign in for a site */
    get: operations['getPeople'];
    put?: never;
    /** Invite a colleague */
    post: operations['invite'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/people/{account}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** End the access of a colleague */
    delete: operations['endAccess'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/access-requests/{request}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Grant or refuse a request for access */
    post: operations['decideAccess'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/credential': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The credentials of the exchange, without the password */
    get: operations['getCredential'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/credential/rotate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A new password, shown once; the old one works on for some days */
    post: operations['rotateCredential'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/credential/revoke': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End the credentials at once */
    post: operations['revokeCredential'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/credential/certificate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Ask for a client certificate with the password */
    put: operations['setCertificate'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/bidx': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The survey as it was answered */
    get: operations['getSurvey'];
    /** The BiDX Interest/Readiness Survey */
    put: operations['saveSurvey'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/clients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The client sites of a Sending Facility */
    get: operations['getClients'];
    put?: never;
    /** Add a client site: a registered one is asked, another one is invited */
    post: operations['addClient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/clients/sheet': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Add client sites from a sheet (CSV); every row has its outcome */
    post: operations['addClientSheet'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/clients.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The client sites as a sheet (CSV) */
    get: operations['exportClients'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/clients/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A Sending Facility confirms that it sends for a site that named it */
    post: operations['confirmClient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/clients/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A Sending Facility no longer sends for a site */
    post: operations['endClient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/sending-facilities': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A site names a Sending Facility, or confirms one that asked */
    post: operations['nameSendingFacility'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/sending-facilities/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A site no longer sends through a Sending Facility */
    post: operations['endSendingFacility'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sites by what they wait for */
    get: operations['getWorkList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/notes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A note that the site does not see */
    post: operations['addNote'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/send-back': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send a step back with reasons that the site reads */
    post: operations['sendBack'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/real-data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Testing is done: real patients’ messages may come to the testing address */
    post: operations['beginRealData'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/promotion': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Propose production or BiDX; a second person approves it */
    post: operations['proposePromotion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/promotion/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Approve what another person proposed */
    post: operations['approvePromotion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/promotion/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a proposal back, or decline it */
    post: operations['withdrawPromotion'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/suspend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Suspend a site: its messages are refused from now on */
    post: operations['suspend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/lift': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End a suspension */
    post: operations['liftSuspension'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/statements/{code}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the statement of that code says */
    get: operations['verifyStatement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/statements/{code}/compare': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Whether a PDF is the one that was made */
    post: operations['compareStatement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/statements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Statements of successful tests */
    get: operations['getStatements'];
    put?: never;
    /** Make a signed statement of the successful tests of a period */
    post: operations['makeStatement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/statements/{code}/pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The statement as PDF */
    get: operations['getStatementPdf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/workbench/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** What is wrong with messages, and what the EHR would hear; nothing is kept */
    post: operations['checkMessages'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/tests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The test messages of a site, the newest first */
    get: operations['getTests'];
    put?: never;
    /** Submit messages as tests of the site */
    post: operations['submitTests'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/tests/{message}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One test message, with findings and answer */
    get: operations['getTest'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/tests.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The test messages of a site as a sheet (CSV) */
    get: operations['exportTests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/mail': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Mail that went out, waits, or could not be delivered */
    get: operations['getMails'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/mail/{mail}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One mail */
    get: operations['getMail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/mail/{mail}/letter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One mail as its HTML */
    get: operations['getMailLetter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/mail/{mail}/retry': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Try a dead letter again */
    post: operations['retryMail'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/mailbox': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Demo mode: the mail that would have gone out */
    get: operations['getMailbox'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/mailbox/{mail}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Demo mode: one of them */
    get: operations['getMailboxMail'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/mailbox/{mail}/letter': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Demo mode: one of them as its HTML */
    get: operations['getMailboxLetter'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    SessionInput: {
      account: {
        name: string;
        email: string;
        /** @enum {string} */
        language: 'en' | 'es';
        /** @enum {string|null} */
        staffRole: 'dx-specialist' | 'administrator' | null;
        sites: {
          code: string;
          name: string;
          /** @enum {string} */
          kind: 'site' | 'sending-facility';
          /** @enum {string} */
          stage: 'testing' | 'real-data' | 'production' | 'suspended';
          /** @enum {string} */
          role: 'site-contact' | 'data-exchange-contact' | 'member';
        }[];
      } | null;
      demo: boolean;
      registryName: string;
      today: string;
      timeZone: string;
    };
    RefusalInput: {
      code: string;
      error: string;
      problems: {
        where: string;
        code: string;
        what: string;
      }[];
    };
    RegistrationInput: {
      /** @enum {string} */
      status: 'draft' | 'submitted' | 'verified';
      version: number;
      /** @enum {string} */
      language: 'en' | 'es';
      answers: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
      steps: {
        /** @enum {string} */
        step: 'place' | 'clinical' | 'contacts' | 'ehr' | 'type' | 'meaningful-use' | 'agreement';
        isComplete: boolean;
        problems: {
          where: string;
          code: string;
          what: string;
        }[];
      }[];
      invitedBy: {
        code: string;
        name: string;
      } | null;
      sentTo: string | null;
      region: string | null;
    };
    SiteInput: {
      code: string;
      name: string;
      /** @enum {string} */
      kind: 'site' | 'sending-facility';
      siteType: 1 | 2 | 3;
      /** @enum {string} */
      stage: 'testing' | 'real-data' | 'production' | 'suspended';
      county: string | null;
      region: string | null;
      /** @enum {string} */
      language: 'en' | 'es';
      /** @enum {string} */
      mailGrouping: 'each' | 'hour';
      profile: {
        place: {
          county: string & string;
          siteName: string & string;
          street: string & string;
          /** @default  */
          unit: string & string;
          city: string & string;
          zip: string;
          phone: string;
        };
        clinical:
          | {
              /** @enum {boolean} */
              isClinical: true;
              clinicianFirstName: string & string;
              clinicianLastName: string & string;
              license: string;
              /** @enum {string} */
              specialty:
                | 'family'
                | 'pediatrics'
                | 'internal'
                | 'obstetrics'
                | 'pharmacy'
                | 'public-health'
                | 'school'
                | 'hospital'
                | 'urgent-care'
                | 'other';
              npi: string;
            }
          | {
              /** @enum {boolean} */
              isClinical: false;
              /** @default  */
              npi: '' | string;
            };
        contacts: {
          siteContact: {
            name: string & string;
            title: string & string;
            email: string;
            phone: string;
          };
          dataExchangeContact:
            | {
                /** @enum {boolean} */
                sameAsSiteContact: true;
              }
            | {
                name: string & string;
                title: string & string;
                email: string;
                phone: string;
              };
          ehrSupport:
            | {
                /** @enum {boolean} */
                sameAsSiteContact: true;
              }
            | {
                name: string & string;
                title: string & string;
                email: string;
                phone: string;
              };
        };
        ehr: {
          product: string & string;
          version: string & string;
          /** @enum {string} */
          hl7: '2.5.1' | '2.4' | '2.3.1' | 'none' | 'unknown';
          vendor: string & string;
          vendorContact: string & string;
          vendorEmail: string;
          vendorPhone: string;
        };
        type:
          | {
              /** @enum {number} */
              siteType: 1;
            }
          | {
              /** @enum {number} */
              siteType: 2;
              sendingFacility: string & string;
            }
          | {
              /** @enum {number} */
              siteType: 3;
            };
        'meaningful-use':
          | {
              /** @enum {string} */
              stage: 'none';
            }
          | {
              /** @enum {string} */
              stage: '1' | '2' | '3';
              /** Format: date */
              from: string;
              /** Format: date */
              to: string;
            };
      } | null;
      steps: {
        /** @enum {string} */
        step:
          | 'registered'
          | 'verified'
          | 'agreement'
          | 'sending-facility'
          | 'testing'
          | 'real-data'
          | 'production';
        /** @enum {string} */
        state: 'done' | 'current' | 'waiting' | 'sent-back';
        at: string | null;
        /** @enum {string} */
        owner: 'site' | 'sending-facility' | 'registry';
        missing: {
          code: string;
          detail: {
            [key: string]: string | number;
          };
        }[];
        reasons: string | null;
      }[];
      readiness: {
        case: string;
        shownBy: string | null;
        at: string | null;
      }[];
      realData: {
        accepted: number;
        needed: number;
      };
      may: {
        manage: boolean;
        decide: boolean;
        administer: boolean;
      };
      sendingFacilities: {
        code: string;
        name: string;
        /** @enum {string} */
        askedBy: 'site' | 'sending-facility';
        confirmedAt: string | null;
      }[];
      bidx: {
        /** @enum {string} */
        state: 'none' | 'testing' | 'approved';
        surveyedAt: string | null;
        approvedAt: string | null;
        readiness: {
          case: string;
          shownBy: string | null;
          at: string | null;
        }[];
      };
      promotions: {
        /** @enum {string} */
        track: 'production' | 'bidx';
        proposedBy: string;
        proposedAt: string;
        note: string;
        isYours: boolean;
      }[];
      agreement: {
        version: string;
        name: string;
        acceptedAt: string;
        isCurrent: boolean;
      } | null;
      accessRequests: {
        id: string;
        name: string;
        email: string;
        reason: string;
        at: string;
      }[];
    };
    Session: {
      account: {
        name: string;
        email: string;
        /** @enum {string} */
        language: 'en' | 'es';
        /** @enum {string|null} */
        staffRole: 'dx-specialist' | 'administrator' | null;
        sites: {
          code: string;
          name: string;
          /** @enum {string} */
          kind: 'site' | 'sending-facility';
          /** @enum {string} */
          stage: 'testing' | 'real-data' | 'production' | 'suspended';
          /** @enum {string} */
          role: 'site-contact' | 'data-exchange-contact' | 'member';
        }[];
      } | null;
      demo: boolean;
      registryName: string;
      today: string;
      timeZone: string;
    };
    Refusal: {
      code: string;
      error: string;
      problems: {
        where: string;
        code: string;
        what: string;
      }[];
    };
    Registration: {
      /** @enum {string} */
      status: 'draft' | 'submitted' | 'verified';
      version: number;
      /** @enum {string} */
      language: 'en' | 'es';
      answers: {
        [key: string]: {
          [key: string]: unknown;
        };
      };
      steps: {
        /** @enum {string} */
        step: 'place' | 'clinical' | 'contacts' | 'ehr' | 'type' | 'meaningful-use' | 'agreement';
        isComplete: boolean;
        problems: {
          where: string;
          code: string;
          what: string;
        }[];
      }[];
      invitedBy: {
        code: string;
        name: string;
      } | null;
      sentTo: string | null;
      region: string | null;
    };
    Site: {
      code: string;
      name: string;
      /** @enum {string} */
      kind: 'site' | 'sending-facility';
      siteType: 1 | 2 | 3;
      /** @enum {string} */
      stage: 'testing' | 'real-data' | 'production' | 'suspended';
      county: string | null;
      region: string | null;
      /** @enum {string} */
      language: 'en' | 'es';
      /** @enum {string} */
      mailGrouping: 'each' | 'hour';
      profile: {
        place: {
          county: string & string;
          siteName: string & string;
          street: string & string;
          /** @default  */
          unit: string & string;
          city: string & string;
          zip: string;
          phone: string;
        };
        clinical:
          | {
              /** @enum {boolean} */
              isClinical: true;
              clinicianFirstName: string & string;
              clinicianLastName: string & string;
              license: string;
              /** @enum {string} */
              specialty:
                | 'family'
                | 'pediatrics'
                | 'internal'
                | 'obstetrics'
                | 'pharmacy'
                | 'public-health'
                | 'school'
                | 'hospital'
                | 'urgent-care'
                | 'other';
              npi: string;
            }
          | {
              /** @enum {boolean} */
              isClinical: false;
              /** @default  */
              npi: '' | string;
            };
        contacts: {
          siteContact: {
            name: string & string;
            title: string & string;
            /** Format: email */
            email: string;
            phone: string;
          };
          dataExchangeContact:
            | {
                /** @enum {boolean} */
                sameAsSiteContact: true;
              }
            | {
                name: string & string;
                title: string & string;
                /** Format: email */
                email: string;
                phone: string;
              };
          ehrSupport:
            | {
                /** @enum {boolean} */
                sameAsSiteContact: true;
              }
            | {
                name: string & string;
                title: string & string;
                /** Format: email */
                email: string;
                phone: string;
              };
        };
        ehr: {
          product: string & string;
          version: string & string;
          /** @enum {string} */
          hl7: '2.5.1' | '2.4' | '2.3.1' | 'none' | 'unknown';
          vendor: string & string;
          vendorContact: string & string;
          /** Format: email */
          vendorEmail: string;
          vendorPhone: string;
        };
        type:
          | {
              /** @enum {number} */
              siteType: 1;
            }
          | {
              /** @enum {number} */
              siteType: 2;
              sendingFacility: string & string;
            }
          | {
              /** @enum {number} */
              siteType: 3;
            };
        'meaningful-use':
          | {
              /** @enum {string} */
              stage: 'none';
            }
          | {
              /** @enum {string} */
              stage: '1' | '2' | '3';
              /** Format: date */
              from: string;
              /** Format: date */
              to: string;
            };
      } | null;
      steps: {
        /** @enum {string} */
        step:
          | 'registered'
          | 'verified'
          | 'agreement'
          | 'sending-facility'
          | 'testing'
          | 'real-data'
          | 'production';
        /** @enum {string} */
        state: 'done' | 'current' | 'waiting' | 'sent-back';
        at: string | null;
        /** @enum {string} */
        owner: 'site' | 'sending-facility' | 'registry';
        missing: {
          code: string;
          detail: {
            [key: string]: string | number;
          };
        }[];
        reasons: string | null;
      }[];
      readiness: {
        case: string;
        shownBy: string | null;
        at: string | null;
      }[];
      realData: {
        accepted: number;
        needed: number;
      };
      may: {
        manage: boolean;
        decide: boolean;
        administer: boolean;
      };
      sendingFacilities: {
        code: string;
        name: string;
        /** @enum {string} */
        askedBy: 'site' | 'sending-facility';
        confirmedAt: string | null;
      }[];
      bidx: {
        /** @enum {string} */
        state: 'none' | 'testing' | 'approved';
        surveyedAt: string | null;
        approvedAt: string | null;
        readiness: {
          case: string;
          shownBy: string | null;
          at: string | null;
        }[];
      };
      promotions: {
        /** @enum {string} */
        track: 'production' | 'bidx';
        proposedBy: string;
        proposedAt: string;
        note: string;
        isYours: boolean;
      }[];
      agreement: {
        version: string;
        name: string;
        acceptedAt: string;
        isCurrent: boolean;
      } | null;
      accessRequests: {
        id: string;
        name: string;
        email: string;
        reason: string;
        at: string;
      }[];
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getSession: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  signIn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  signOut: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            done: true;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  setPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
          password: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Session'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  forgotPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
          /** @enum {string} */
          language: 'en' | 'es';
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            done: true;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getJurisdiction: {
    parameters: {
      query?: {
        language?: 'en' | 'es';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            name: string;
            regions: {
              id: string;
              name: string;
            }[];
            counties: {
              name: string;
              region: string | null;
              partner: {
                name: string;
                website: string;
              } | null;
            }[];
            agreement: {
              version: string;
              title: string;
              paragraphs: string[];
            };
            sendingFacilities: {
              code: string;
              name: string;
            }[];
            readiness: {
              submissions: string[];
              queries: string[];
              realMessages: number;
            };
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getZip: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        zip: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            zip: string;
            county: string | null;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registration'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  saveRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          step: 'place' | 'clinical' | 'contacts' | 'ehr' | 'type' | 'meaningful-use' | 'agreement';
          answers: {
            [key: string]: unknown;
          };
          version: number;
          /** @enum {string} */
          language?: 'en' | 'es';
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registration'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  startRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          county: string & string;
          /** @enum {string} */
          language: 'en' | 'es';
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registration'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  discardRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            done: true;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  mailRegistrationLink: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            done: true;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  resumeRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registration'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getSimilarSites: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            sites: {
              id: string;
              name: string;
              city: string;
              because: ('name' | 'address' | 'npi')[];
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  submitRegistration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: number;
          isAnotherSite: boolean;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registration'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  resendVerification: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          email?: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Registration'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  verifyEmail: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            siteCode: string;
            siteName: string;
            passwordToken: string | null;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  showCredentials: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            siteCode: string;
            siteName: string;
            username: string;
            password: string;
            expiresAt: string;
            testingAddress: string;
            productionAddress: string;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  askForAccess: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          similarId: string;
          name: string & string;
          email: string;
          reason: string;
          /** @enum {string} */
          language: 'en' | 'es';
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            done: true;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  confirmAccessRequest: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          token: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @enum {boolean} */
            done: true;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getSite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getEvents: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events: {
              id: string;
              at: string;
              kind: string;
              actor: string;
              forStaff: boolean;
              detail: {
                [key: string]: unknown;
              };
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  saveSettings: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          mailGrouping: 'each' | 'hour';
          /** @enum {string} */
          language: 'en' | 'es';
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  saveContacts: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          siteContact: {
            name: string & string;
            title: string & string;
            email: string;
            phone: string;
          };
          dataExchangeContact:
            | {
                /** @enum {boolean} */
                sameAsSiteContact: true;
              }
            | {
                name: string & string;
                title: string & string;
                email: string;
                phone: string;
              };
          ehrSupport:
            | {
                /** @enum {boolean} */
                sameAsSiteContact: true;
              }
            | {
                name: string & string;
                title: string & string;
                email: string;
                phone: string;
              };
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  agree: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          version: string & string;
          name: string & string;
          title: string & string;
          /** @enum {boolean} */
          accepted: true;
          /** @enum {string} */
          language?: 'en' | 'es';
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getPeople: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            people: {
              id: string;
              name: string;
              email: string;
              /** @enum {string} */
              role: 'site-contact' | 'data-exchange-contact' | 'member';
              since: string;
              hasSignedIn: boolean;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  invite: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          email: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            people: {
              id: string;
              name: string;
              email: string;
              /** @enum {string} */
              role: 'site-contact' | 'data-exchange-contact' | 'member';
              since: string;
              hasSignedIn: boolean;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  endAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
        account: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            people: {
              id: string;
              name: string;
              email: string;
              /** @enum {string} */
              role: 'site-contact' | 'data-exchange-contact' | 'member';
              since: string;
              hasSignedIn: boolean;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  decideAccess: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
        request: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          grant: boolean;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getCredential: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            username: string | null;
            issuedAt: string | null;
            rotatedAt: string | null;
            expiresAt: string | null;
            revokedAt: string | null;
            previousUntil: string | null;
            certificateFingerprint: string | null;
            testingAddress: string;
            productionAddress: string;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  rotateCredential: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          overlapDays: number;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            siteCode: string;
            siteName: string;
            username: string;
            password: string;
            expiresAt: string;
            testingAddress: string;
            productionAddress: string;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  revokeCredential: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            username: string | null;
            issuedAt: string | null;
            rotatedAt: string | null;
            expiresAt: string | null;
            revokedAt: string | null;
            previousUntil: string | null;
            certificateFingerprint: string | null;
            testingAddress: string;
            productionAddress: string;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  setCertificate: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          fingerprint: string | null;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            username: string | null;
            issuedAt: string | null;
            rotatedAt: string | null;
            expiresAt: string | null;
            revokedAt: string | null;
            previousUntil: string | null;
            certificateFingerprint: string | null;
            testingAddress: string;
            productionAddress: string;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getSurvey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            survey: {
              /** @enum {string} */
              ehrCanQuery: 'yes' | 'no' | 'unknown';
              /** @enum {string} */
              ehrShowsForecast: 'yes' | 'no' | 'unknown';
              /** @enum {string} */
              queryTiming: 'before-visit' | 'at-visit' | 'nightly' | 'on-demand';
              queriesPerDay: number;
              /** @enum {string} */
              historySubmitted: 'yes' | 'planned' | 'no';
              technicalContact: string;
              /** Format: email */
              technicalEmail: string;
              /** @default  */
              comments: string;
            } | null;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  saveSurvey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          ehrCanQuery: 'yes' | 'no' | 'unknown';
          /** @enum {string} */
          ehrShowsForecast: 'yes' | 'no' | 'unknown';
          /** @enum {string} */
          queryTiming: 'before-visit' | 'at-visit' | 'nightly' | 'on-demand';
          queriesPerDay: number;
          /** @enum {string} */
          historySubmitted: 'yes' | 'planned' | 'no';
          technicalContact: string;
          technicalEmail: string;
          /** @default  */
          comments?: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getClients: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clients: {
              code: string | null;
              name: string;
              city: string | null;
              /** @enum {string} */
              stage: 'testing' | 'real-data' | 'production' | 'suspended' | 'invited';
              /** @enum {string} */
              askedBy: 'site' | 'sending-facility';
              linkedAt: string;
              confirmedAt: string | null;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  addClient: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          siteId?: string;
          /** @default  */
          siteName?: string;
          /** @default  */
          county?: string;
          /** @default  */
          street?: string;
          /** @default  */
          city?: string;
          /** @default  */
          zip?: string;
          /** @default  */
          npi?: string;
          /** @default  */
          contactName?: string;
          /** @default  */
          contactEmail?: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: number;
            refused: number;
            rows: {
              row: number;
              name: string;
              /** @enum {string} */
              outcome: 'invited' | 'asked' | 'already' | 'refused';
              problems: {
                where: string;
                code: string;
                what: string;
              }[];
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  addClientSheet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          csv: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            added: number;
            refused: number;
            rows: {
              row: number;
              name: string;
              /** @enum {string} */
              outcome: 'invited' | 'asked' | 'already' | 'refused';
              problems: {
                where: string;
                code: string;
                what: string;
              }[];
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  exportClients: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  confirmClient: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clients: {
              code: string | null;
              name: string;
              city: string | null;
              /** @enum {string} */
              stage: 'testing' | 'real-data' | 'production' | 'suspended' | 'invited';
              /** @enum {string} */
              askedBy: 'site' | 'sending-facility';
              linkedAt: string;
              confirmedAt: string | null;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  endClient: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            clients: {
              code: string | null;
              name: string;
              city: string | null;
              /** @enum {string} */
              stage: 'testing' | 'real-data' | 'production' | 'suspended' | 'invited';
              /** @enum {string} */
              askedBy: 'site' | 'sending-facility';
              linkedAt: string;
              confirmedAt: string | null;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  nameSendingFacility: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  endSendingFacility: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getWorkList: {
    parameters: {
      query?: {
        step?: 'all' | 'testing' | 'real-data' | 'second-approval' | 'bidx' | 'suspended' | 'production';
        search?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            counts: {
              [key: string]: number;
            };
            sites: {
              code: string;
              name: string;
              siteType: number;
              region: string | null;
              /** @enum {string} */
              stage: 'testing' | 'real-data' | 'production' | 'suspended';
              currentStep: string;
              /** @enum {string} */
              owner: 'site' | 'sending-facility' | 'registry';
              since: string;
              waitsFor: string[];
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  addNote: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            events: {
              id: string;
              at: string;
              kind: string;
              actor: string;
              forStaff: boolean;
              detail: {
                [key: string]: unknown;
              };
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  sendBack: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          step: 'testing' | 'real-data' | 'bidx';
          reasons: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  beginRealData: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  proposePromotion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          track: 'production' | 'bidx';
          /** @default  */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  approvePromotion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          track: 'production' | 'bidx';
          /** @default  */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  withdrawPromotion: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          track: 'production' | 'bidx';
          /** @default  */
          note?: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  suspend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  liftSuspension: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          reason: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Site'];
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  verifyStatement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            content: {
              registry: string;
              siteCode: string;
              siteName: string;
              from: string;
              to: string;
              accepted: number;
              total: number;
              cases: {
                case: string;
                accepted: number;
                first: string | null;
              }[];
              madeOn: string;
            };
            pdfHash: string;
            signature: string;
            isGenuine: boolean;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  compareStatement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        code: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          sha256: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            isSame: boolean;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getStatements: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            statements: {
              code: string;
              from: string;
              to: string;
              accepted: number;
              madeOn: string;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  makeStatement: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          from: string;
          /** Format: date */
          to: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            code: string;
            content: {
              registry: string;
              siteCode: string;
              siteName: string;
              from: string;
              to: string;
              accepted: number;
              total: number;
              cases: {
                case: string;
                accepted: number;
                first: string | null;
              }[];
              madeOn: string;
            };
            pdfHash: string;
            signature: string;
            isGenuine: boolean;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getStatementPdf: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
        code: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': unknown;
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  checkMessages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            messages: {
              type: string;
              controlId: string;
              /** @enum {string} */
              verdict: 'accepted' | 'accepted-with-findings' | 'refused';
              /** @enum {string} */
              ackCode: 'AA' | 'AE' | 'AR' | '';
              raw: string;
              segments: {
                path: string;
                name: string;
                label: string;
                start: number;
                end: number;
                fields: {
                  path: string;
                  label: string;
                  value: string;
                  start: number;
                  end: number;
                  components: {
                    path: string;
                    label: string;
                    value: string;
                    meaning: string | null;
                  }[];
                }[];
              }[];
              findings: {
                code: string;
                /** @enum {string} */
                severity: 'E' | 'W' | 'I';
                path: string;
                node: string | null;
                message: string;
                fix: string;
                /** @enum {string} */
                effect: 'none' | 'value' | 'segment' | 'dose' | 'message' | 'reject';
              }[];
              answer: string;
              cases: string[];
            }[];
            unreadable: {
              line: number;
              what: string;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getTests: {
    parameters: {
      query?: {
        before?: string;
        outcome?: 'all' | 'accepted' | 'with-findings' | 'refused';
      };
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tests: {
              id: string;
              at: string;
              /** @enum {string} */
              stage: 'testing' | 'real-data';
              type: string;
              controlId: string;
              /** @enum {string} */
              ackCode: 'AA' | 'AE' | 'AR' | '';
              /** @enum {string} */
              outcome: 'accepted' | 'partly-accepted' | 'refused' | 'answered' | 'fault';
              cases: string[];
              findings: number;
              site: string;
            }[];
            more: boolean;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  submitTests: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          text: string;
        };
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            tests: {
              type: string;
              controlId: string;
              /** @enum {string} */
              verdict: 'accepted' | 'accepted-with-findings' | 'refused';
              /** @enum {string} */
              ackCode: 'AA' | 'AE' | 'AR' | '';
              raw: string;
              segments: {
                path: string;
                name: string;
                label: string;
                start: number;
                end: number;
                fields: {
                  path: string;
                  label: string;
                  value: string;
                  start: number;
                  end: number;
                  components: {
                    path: string;
                    label: string;
                    value: string;
                    meaning: string | null;
                  }[];
                }[];
              }[];
              findings: {
                code: string;
                /** @enum {string} */
                severity: 'E' | 'W' | 'I';
                path: string;
                node: string | null;
                message: string;
                fix: string;
                /** @enum {string} */
                effect: 'none' | 'value' | 'segment' | 'dose' | 'message' | 'reject';
              }[];
              answer: string;
              cases: string[];
              id: string;
              at: string;
              /** @enum {string} */
              stage: 'testing' | 'real-data';
              comparison: {
                /** @enum {string} */
                person: 'new' | 'known' | 'needs-review';
                doses: {
                  new: number;
                  known: number;
                  changed: number;
                };
                completeness: {
                  field: string;
                  isFilled: boolean;
                }[];
              } | null;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getTest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
        message: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            type: string;
            controlId: string;
            /** @enum {string} */
            verdict: 'accepted' | 'accepted-with-findings' | 'refused';
            /** @enum {string} */
            ackCode: 'AA' | 'AE' | 'AR' | '';
            raw: string;
            segments: {
              path: string;
              name: string;
              label: string;
              start: number;
              end: number;
              fields: {
                path: string;
                label: string;
                value: string;
                start: number;
                end: number;
                components: {
                  path: string;
                  label: string;
                  value: string;
                  meaning: string | null;
                }[];
              }[];
            }[];
            findings: {
              code: string;
              /** @enum {string} */
              severity: 'E' | 'W' | 'I';
              path: string;
              node: string | null;
              message: string;
              fix: string;
              /** @enum {string} */
              effect: 'none' | 'value' | 'segment' | 'dose' | 'message' | 'reject';
            }[];
            answer: string;
            cases: string[];
            id: string;
            at: string;
            /** @enum {string} */
            stage: 'testing' | 'real-data';
            comparison: {
              /** @enum {string} */
              person: 'new' | 'known' | 'needs-review';
              doses: {
                new: number;
                known: number;
                changed: number;
              };
              completeness: {
                field: string;
                isFilled: boolean;
              }[];
            } | null;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  exportTests: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getMails: {
    parameters: {
      query?: {
        state?: 'all' | 'waiting' | 'sent' | 'dead';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            mails: {
              id: string;
              kind: string;
              recipient: string;
              subject: string;
              /** @enum {string} */
              state: 'waiting' | 'sent' | 'dead';
              attempts: number;
              createdAt: string;
              nextAt: string;
              sentAt: string | null;
              lastError: string | null;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getMail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            kind: string;
            recipient: string;
            subject: string;
            /** @enum {string} */
            state: 'waiting' | 'sent' | 'dead';
            attempts: number;
            createdAt: string;
            nextAt: string;
            sentAt: string | null;
            lastError: string | null;
            text: string;
            html: string;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getMailLetter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  retryMail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            mails: {
              id: string;
              kind: string;
              recipient: string;
              subject: string;
              /** @enum {string} */
              state: 'waiting' | 'sent' | 'dead';
              attempts: number;
              createdAt: string;
              nextAt: string;
              sentAt: string | null;
              lastError: string | null;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getMailbox: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            mails: {
              id: string;
              kind: string;
              recipient: string;
              subject: string;
              /** @enum {string} */
              state: 'waiting' | 'sent' | 'dead';
              attempts: number;
              createdAt: string;
              nextAt: string;
              sentAt: string | null;
              lastError: string | null;
            }[];
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getMailboxMail: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            kind: string;
            recipient: string;
            subject: string;
            /** @enum {string} */
            state: 'waiting' | 'sent' | 'dead';
            attempts: number;
            createdAt: string;
            nextAt: string;
            sentAt: string | null;
            lastError: string | null;
            text: string;
            html: string;
          };
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
  getMailboxLetter: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        mail: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': string;
        };
      };
      /** @description Default Response */
      '4XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
      /** @description Default Response */
      '5XX': {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Refusal'];
        };
      };
    };
  };
}
