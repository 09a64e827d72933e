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
  '/api/session/factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in with a code as well */
    post: operations['giveSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/authenticator': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Begin to set up an authenticator app; in place of one there is, the password is asked for again */
    post: operations['beginAuthenticator'];
    /** Sign in without codes again; staff cannot */
    delete: operations['dropAuthenticator'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/authenticator/confirm': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Set up the authenticator app by a code of it; the answer shows the recovery codes, once */
    post: operations['confirmAuthenticator'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/recovery-codes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make new recovery codes in place of all there were; the answer shows them, once */
    post: operations['makeRecoveryCodes'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/accounts/second-factor': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Reset the second factor of somebody whose device is lost */
    post: operations['resetSecondFactor'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/session/organization': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Act for another of your organizations; by null for none */
    put: operations['actFor'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Your own account: what you sign in with, and where */
    get: operations['getAccount'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/sessions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /** Sign out everywhere else */
    delete: operations['endOtherSessions'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Change your own password, and be signed out everywhere else */
    put: operations['changePassword'];
    post?: never;
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
  '/api/sites/{site}/routing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which registry answers the messages of a site */
    get: operations['getRouting'];
    /** Have another registry answer the messages of a site, or record them here again */
    put: operations['setRouting'];
    post?: never;
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
  '/api/account-update': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The people of the organization acted for, their roles and their training */
    get: operations['getAccounts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-update/requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All that was asked for the organization */
    get: operations['getAccountRequests'];
    put?: never;
    /** Ask for an account or other rights, which wait for the registry; end an account, at once */
    post: operations['askForAccount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/account-update/requests/{request}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back what was asked for */
    post: operations['withdrawAccountRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/account-requests': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What local administrators asked for, by its state */
    get: operations['getWaitingAccountRequests'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/account-requests/{request}/approve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the rights that were asked for */
    post: operations['approveAccountRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/account-requests/{request}/refuse': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Refuse what was asked for, with the reason */
    post: operations['refuseAccountRequest'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/timeline': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** When the users of each region train and go live */
    get: operations['getTimeline'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/training': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One’s courses, and what holds one’s roles up */
    get: operations['getTraining'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/training/{course}/enrol': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enrol in a course that one’s role needs */
    post: operations['enrolInCourse'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/training/{course}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Lessons and questions of a course one is enrolled in */
    get: operations['getCourse'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/training/{course}/quiz': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have the answers to a quiz graded */
    post: operations['takeQuiz'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/training': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What people completed, by e-mail address */
    get: operations['getTrainingRecords'];
    put?: never;
    /** Record that somebody completed a course */
    post: operations['recordTraining'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/training/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Record a list of completions (CSV); every row has its outcome */
    post: operations['recordTrainingList'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/training/{completion}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a completion back, with the reason */
    post: operations['withdrawTraining'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who fits a name and birth date, phone or id. */
    post: operations['searchPatients'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/emergency': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A protected record is opened in an emergency. */
    post: operations['openInEmergency'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/{patient}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The record of a patient. */
    get: operations['readPatient'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/{patient}/why': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Why doses count and what is due, in English. */
    get: operations['readWhy'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/codes/immunization': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The codes that patients and doses are entered with. */
    get: operations['readImmunizationCodes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a patient, unless one like it is known. */
    post: operations['addPatient'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/{patient}/details': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Changes what the organization says of a patient. */
    put: operations['changePatient'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/{patient}/sharing': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Whether the patient lets the record be shown to other organizations (PD1-12). */
    put: operations['changeSharing'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/{patient}/doses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Adds a dose, a refusal, or why none is given, as reported by the organization. */
    post: operations['addDose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/{patient}/doses/{dose}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A dose as the organization reported it, to change it. */
    get: operations['readDose'];
    /** Corrects a dose that the organization reported. */
    put: operations['changeDose'];
    post?: never;
    /** Deletes a dose that the organization reported. */
    delete: operations['deleteDose'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/{patient}/record.pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The record of a patient as PDF, to print */
    get: operations['printPatient'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/patients/{patient}/seen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who has seen or changed the record of a patient, the latest first */
    get: operations['getPatientSeen'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exchange/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Messages of a site by day and outcome, what fails, and whether today is as other days */
    get: operations['getExchangeOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exchange/quality': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How complete, valid and timely the data are that a site submitted */
    get: operations['getExchangeQuality'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exchange/attention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What needs attention at a site; for staff, at all sites */
    get: operations['getExchangeAttention'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exchange/sites': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The sites whose exchange one may choose to look at */
    get: operations['getWatchableSites'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exchange/messages/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Look for messages, the newest first */
    post: operations['searchMessages'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exchange/messages/export': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** The messages that are found, as a sheet (CSV) */
    post: operations['exportMessages'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/exchange/messages/{message}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One message: what was wrong with it and what it did */
    get: operations['getMessage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/audit/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who did what, the newest first */
    post: operations['searchAudit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/audit/sample': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Some views of patients of the last seven days, by chance */
    post: operations['sampleAudit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/audit/csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Who did what, as a sheet (CSV) */
    post: operations['exportAudit'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/review/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Persons that may be one, the most pressing first */
    get: operations['getReviewTasks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/review/tasks/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One task, with both persons and their doses */
    get: operations['getReviewTask'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/review/tasks/{id}/decision': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide a task */
    post: operations['decideReviewTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/review/tasks/{id}/reopen': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a decision back */
    post: operations['reopenReviewTask'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/review/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Decide many tasks, each for itself */
    post: operations['decideReviewTasks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was merged and parted */
    get: operations['getPersonLinks'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/merge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Merge two persons without a task */
    post: operations['mergePersons'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/unmerge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a merge back */
    post: operations['unmergePersons'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/seal': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Seal a person, or unseal one */
    post: operations['sealPerson'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/dose-links': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Doses as reported, and which were decided to be one */
    get: operations['getDoseLinks'];
    put?: never;
    /** Two reports are one dose, or two */
    post: operations['linkDoses'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/persons/{id}/dose-links/remove': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take a decision on two doses back */
    post: operations['unlinkDoses'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/emergencies': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Records opened in an emergency, those first that nobody has reviewed */
    get: operations['getEmergencies'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/emergencies/{grant}/review': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say that it was looked at, and what was found */
    post: operations['reviewEmergency'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the organization has on hand, and what is on the way */
    get: operations['getInventory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/lots': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** A lot that has come, with its doses */
    post: operations['addLot'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/lots/{lot}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A lot and its transactions, the newest first */
    get: operations['getLot'];
    /** Correct the expiry date of a lot, or put it aside */
    put: operations['changeLot'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/lots/{lot}/transactions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Enter a receipt, waste, a return or a correction */
    post: operations['enterTransaction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/decrement-request': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask that doses be deducted by messages */
    post: operations['askForDeduction'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/counts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What was counted lately */
    get: operations['getCounts'];
    put?: never;
    /** Record a physical count, unless stock moved meanwhile */
    post: operations['recordCount'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/transfers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send doses to another organization, which confirms that they came */
    post: operations['sendTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/transfers/{transfer}/receive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Confirm that doses have come from another organization */
    post: operations['receiveTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/transfers/{transfer}/withdraw': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Take back doses that have not been received */
    post: operations['withdrawTransfer'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/not-deducted': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Doses that no stock was deducted for, the oldest first */
    get: operations['getNotDeducted'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/not-deducted/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Deduct a dose from the lot that somebody chose */
    post: operations['resolveDose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/not-deducted/dismiss': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Say why a dose is not to be deducted */
    post: operations['dismissDose'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/lots.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The lots as a sheet (CSV) */
    get: operations['exportLots'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/inventory/ledger.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The transactions of some days as a sheet (CSV) */
    get: operations['exportLedger'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/decrement': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Whether messages deduct from the stock of a site */
    get: operations['getDeduction'];
    /** Deduct doses from the stock of a site from a day on, or end it */
    put: operations['setDeduction'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The registries beside this one, and how the connection to each is */
    get: operations['getOtherRegistries'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound-count': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How many messages other registries have not taken and wait for a decision */
    get: operations['countUndelivered'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One registry beside this one, and how its connection is set up */
    get: operations['getOtherRegistry'];
    /** Set up the connection to a registry, or change it */
    put: operations['setUpOtherRegistry'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Ask the registry whether it is there (connectivityTest) */
    post: operations['testOtherRegistry'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/maintenance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send nothing to a registry for a time */
    post: operations['planMaintenance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/maintenance/{window}/end': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End maintenance now, or take back what is planned */
    post: operations['endMaintenance'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/messages': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Messages that a registry has not taken, or of which that is not known; the oldest first */
    get: operations['getUndelivered'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/messages.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as a sheet (CSV) */
    get: operations['exportUndelivered'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/messages/{message}/answer': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What a registry answered to a message, in its own words, which may name the patient */
    get: operations['getOtherAnswer'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send messages again that a registry has not taken */
    post: operations['replayUndelivered'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/discard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give messages up that a registry has not taken, with a reason */
    post: operations['discardUndelivered'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/backfill': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Have the registry of a region get what was recorded in a period and was never in its queue */
    post: operations['beginBackfill'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/staff/outbound/{endpoint}/backfill/{backfill}/stop': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop it */
    post: operations['stopBackfill'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/acknowledgements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The acknowledgements after a position (docs/acknowledgements.md) */
    get: operations['listAcknowledgements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/acknowledgements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Where the acknowledgements of a site are sent */
    get: operations['getAcknowledgementEndpoint'];
    /** Register where acknowledgements are sent, or change it */
    put: operations['saveAcknowledgementEndpoint'];
    post?: never;
    /** Send acknowledgements there no longer */
    delete: operations['removeAcknowledgementEndpoint'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/acknowledgements/secret': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give the endpoint another secret */
    post: operations['renewAcknowledgementSecret'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/acknowledgements/test': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Send the endpoint a test */
    post: operations['tryAcknowledgementEndpoint'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/flat-files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The flat files that were sent */
    get: operations['listFlatFiles'];
    put?: never;
    /** Send a flat file (docs/flat-files.md) */
    post: operations['postFlatFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/flat-files': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The flat files of a site */
    get: operations['getFlatFiles'];
    put?: never;
    /** Upload a flat file (docs/flat-files.md) */
    post: operations['sendFlatFile'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/flat-files/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a flat file */
    get: operations['readFlatFileReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/flat-files/{file}/report.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of each row, as a sheet (CSV) */
    get: operations['readFlatFileSheet'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/flat-files/{file}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of a flat file of a site */
    get: operations['getFlatFileReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/flat-files/{file}/report.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What became of each row, as a sheet (CSV) */
    get: operations['exportFlatFileReport'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The loads of history, the newest first */
    get: operations['programGetHistoryLoads'];
    put?: never;
    /** Begin an upload of history, or go on with it */
    post: operations['programCreateHistoryLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads/{load}/pieces/{piece}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Upload a piece; the first is 0 */
    put: operations['programPutHistoryPiece'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads/{load}/pieces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which pieces have been uploaded */
    get: operations['programGetHistoryPieces'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads/{load}/finish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** All pieces are there: load them */
    post: operations['programFinishHistoryUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads/{load}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop loading until it is resumed */
    post: operations['programPauseHistoryLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads/{load}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on loading */
    post: operations['programResumeHistoryLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads/{load}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End it; what was recorded stays */
    post: operations['programCancelHistoryLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads/{load}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a load is, and what was wrong */
    get: operations['programGetHistoryLoad'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/history-loads/{load}/problems.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All problems of a load as a sheet (CSV) */
    get: operations['programExportHistoryProblems'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The loads of history, the newest first */
    get: operations['getHistoryLoads'];
    put?: never;
    /** Begin an upload of history, or go on with it */
    post: operations['createHistoryLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads/{load}/pieces/{piece}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Upload a piece; the first is 0 */
    put: operations['putHistoryPiece'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads/{load}/pieces': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Which pieces have been uploaded */
    get: operations['getHistoryPieces'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads/{load}/finish': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** All pieces are there: load them */
    post: operations['finishHistoryUpload'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads/{load}/pause': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Stop loading until it is resumed */
    post: operations['pauseHistoryLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads/{load}/resume': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Go on loading */
    post: operations['resumeHistoryLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads/{load}/cancel': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End it; what was recorded stays */
    post: operations['cancelHistoryLoad'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads/{load}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** How far a load is, and what was wrong */
    get: operations['getHistoryLoad'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/api/sites/{site}/history-loads/{load}/problems.csv': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All problems of a load as a sheet (CSV) */
    get: operations['exportHistoryProblems'];
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
    RefusalInput: {
      code: string;
      error: string;
      problems: {
        where: string;
        code: string;
        what: string;
      }[];
    };
    SessionInput: {
      account: {
        name: string;
        email: string;
        /** @enum {string} */
        language: 'en' | 'es';
        /** @enum {string|null} */
        staffRole: 'dx-specialist' | 'administrator' | null;
        /** @enum {string} */
        secondFactor: 'not-needed' | 'given' | 'needed' | 'to-set-up';
        idleMinutes: number;
        sites: {
          code: string;
          name: string;
          /** @enum {string} */
          kind: 'site' | 'sending-facility';
          /** @enum {string} */
          stage: 'testing' | 'real-data' | 'production' | 'suspended';
          /** @enum {string} */
          role: 'site-contact' | 'data-exchange-contact' | 'member' | 'user';
          /** @enum {string|null} */
          userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
          isLocalAdministrator: boolean;
        }[];
        acting: {
          code: string;
          name: string;
          /** @enum {string} */
          kind: 'site' | 'sending-facility';
          /** @enum {string|null} */
          userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
          isLocalAdministrator: boolean;
          /** @enum {string|null} */
          holdUp: 'organization-suspended' | 'region-not-live' | 'training-needed' | null;
          goLive: string | null;
        } | null;
        may: {
          seePatients: boolean;
          changePatients: boolean;
          watchExchange: boolean;
          askForAccounts: boolean;
          seeInventory: boolean;
        };
      } | null;
      demo: boolean;
      singleSignOn: string | null;
      demoCode: string | null;
      registryName: string;
      today: string;
      timeZone: string;
    };
    AuditEventInput: {
      id: string;
      at: string;
      action: string;
      /** @enum {string} */
      category: 'view' | 'search' | 'change' | 'export' | 'sign-in' | 'decision' | 'query';
      who: {
        /** @enum {string} */
        kind: 'account' | 'token' | 'program' | 'nobody';
        name: string;
        email: string | null;
      };
      organization: {
        code: string;
        name: string;
      } | null;
      about: {
        code: string;
        name: string;
      } | null;
      messageId: string | null;
      readonly personIds: string[];
      readonly detail: {
        name: string;
        value: string;
      }[];
    };
    ExchangeOverviewInput: {
      site: {
        code: string;
        name: string;
        /** @enum {string} */
        kind: 'site' | 'sending-facility';
      } | null;
      /** @enum {string} */
      relation: 'own' | 'client' | 'staff';
      from: string;
      to: string;
      today: string;
      /** @enum {string} */
      address: 'production' | 'test';
      /** @enum {string} */
      state: 'normal' | 'none-ever' | 'silent' | 'quiet' | 'refusing';
      todayMessages: number;
      todayRefused: number;
      usual: number | null;
      lastAt: string | null;
      days: {
        accepted: number;
        partlyAccepted: number;
        refused: number;
        answered: number;
        forwarded: number;
        fault: number;
        day: string;
      }[];
      totals: {
        accepted: number;
        partlyAccepted: number;
        refused: number;
        answered: number;
        forwarded: number;
        fault: number;
      };
      previous: {
        accepted: number;
        partlyAccepted: number;
        refused: number;
        answered: number;
        forwarded: number;
        fault: number;
      };
      kinds: {
        submission: number;
        query: number;
        other: number;
      };
      findings: {
        /** @enum {string} */
        severity: 'E' | 'W' | 'I';
        code: string;
        messages: number;
        previous: number;
        what: string;
        fix: string;
      }[];
      clients:
        | {
            code: string;
            name: string;
            messages: number;
            refused: number;
            partlyAccepted: number;
            lastDay: string | null;
          }[]
        | null;
    };
    ExchangeQualityInput: {
      site: {
        code: string;
        name: string;
        /** @enum {string} */
        kind: 'site' | 'sending-facility';
      } | null;
      /** @enum {string} */
      relation: 'own' | 'client' | 'staff';
      /** @enum {string} */
      period: 'month' | 'quarter';
      from: string;
      to: string;
      score: number | null;
      previous: number | null;
      region: {
        name: string;
        score: number | null;
      } | null;
      submissions: number;
      parts: {
        /** @enum {string} */
        part: 'completeness' | 'validity' | 'timeliness';
        weight: number;
        score: number | null;
        previous: number | null;
        region: number | null;
        measures: {
          /** @enum {string} */
          measure:
            | 'chart'
            | 'maiden-name'
            | 'sex'
            | 'race'
            | 'address'
            | 'phone'
            | 'ethnicity'
            | 'next-of-kin'
            | 'lot'
            | 'expiration'
            | 'manufacturer'
            | 'provider'
            | 'amount'
            | 'route'
            | 'site'
            | 'eligibility'
            | 'funding'
            | 'message-clean'
            | 'dose-recorded'
            | 'codes-known'
            | 'within-1'
            | 'within-3'
            | 'within-7'
            | 'within-14'
            | 'within-30';
          weight: number;
          good: number;
          total: number;
          share: number | null;
          previous: number | null;
          region: number | null;
        }[];
      }[];
      improve: {
        /** @enum {string} */
        measure:
          | 'chart'
          | 'maiden-name'
          | 'sex'
          | 'race'
          | 'address'
          | 'phone'
          | 'ethnicity'
          | 'next-of-kin'
          | 'lot'
          | 'expiration'
          | 'manufacturer'
          | 'provider'
          | 'amount'
          | 'route'
          | 'site'
          | 'eligibility'
          | 'funding'
          | 'message-clean'
          | 'dose-recorded'
          | 'codes-known'
          | 'within-1'
          | 'within-3'
          | 'within-7'
          | 'within-14'
          | 'within-30';
        points: number;
        missing: number;
      }[];
    };
    ExchangeAttentionInput: {
      site: {
        code: string;
        name: string;
        /** @enum {string} */
        kind: 'site' | 'sending-facility';
      } | null;
      /** @enum {string} */
      relation: 'own' | 'client' | 'staff';
      items: {
        /** @enum {string} */
        kind:
          | 'other-registry'
          | 'silence'
          | 'refusals'
          | 'credential-ended'
          | 'new-error'
          | 'credential-ending'
          | 'quality-drop'
          | 'late'
          | 'lots-below-zero'
          | 'not-deducted'
          | 'lots-expiring'
          | 'untrained';
        site: {
          code: string;
          name: string;
        };
        since: string | null;
        count: number | null;
        of: number | null;
        finding: {
          code: string;
          what: string;
          fix: string;
        } | null;
      }[];
    };
    WatchableSitesInput: {
      sites: {
        code: string;
        name: string;
        /** @enum {string} */
        kind: 'site' | 'sending-facility';
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
    PatientsFoundInput: {
      patients: {
        id: string;
        name: {
          last: string;
          first: string;
          middle: string;
          suffix: string;
        };
        birthDate: string;
        sex: string;
        city: string;
        guardian: string;
        isOwn: boolean;
        /** @enum {string} */
        likeness: 'exact' | 'close' | 'possible';
      }[];
      isMore: boolean;
    };
    PatientDoseInput: {
      id: string;
      date: string;
      cvx: string;
      vaccine: string;
      groups: string[];
      /** @enum {string} */
      status: 'given' | 'partial' | 'refused' | 'not-given';
      refusal: {
        code: string;
        text: string;
      } | null;
      isHistorical: boolean;
      manufacturer: string;
      lot: string;
      expires: string;
      amount: string;
      route: string;
      bodySite: string;
      administeredBy: string;
      funding: string;
      reportedBy: {
        code: string;
        name: string;
        isOwn: boolean;
      }[];
      ownReport: string | null;
      suspectOf: string | null;
      evaluations: {
        vaccineGroup: string;
        antigen: string;
        series: string;
        /** @enum {string} */
        status: 'Valid' | 'Not Valid' | 'Extraneous' | 'Sub-standard';
        reasons: string[];
        targetDose: number | null;
      }[];
      notEvaluated: string;
    };
    PatientForecastInput: {
      vaccineGroup: string;
      /** @enum {string} */
      status: 'Not Complete' | 'Complete' | 'Immune' | 'Contraindicated' | 'Aged Out' | 'Not Recommended';
      /** @enum {string} */
      seriesType: 'standard' | 'risk';
      reasons: string[];
      earliest: string | null;
      recommended: string | null;
      pastDue: string | null;
      latest: string | null;
      doseNumber: number | null;
      /** @enum {string} */
      due: 'overdue' | 'due' | 'soon' | 'later' | 'none';
      vaccines: {
        cvx: string;
        name: string;
      }[];
      series: string[];
    };
    PatientInput: {
      id: string;
      name: {
        last: string;
        first: string;
        middle: string;
        suffix: string;
      };
      otherNames: {
        last: string;
        first: string;
        middle: string;
        suffix: string;
      }[];
      birthDate: string;
      sex: string;
      isDeceased: boolean;
      isProtected: boolean;
      isSealed: boolean;
      emergencyUntil: string | null;
      /** @enum {string} */
      view: 'whole' | 'school';
      mayChange: boolean;
      details: {
        mothersMaidenName: string;
        addresses: {
          street: string;
          other: string;
          city: string;
          state: string;
          zip: string;
        }[];
        phones: string[];
        emails: string[];
        races: string[];
        ethnicity: string;
        language: string;
        multipleBirth: boolean | null;
        birthOrder: string;
        publicity: string;
        registryStatus: string;
      } | null;
      contacts: {
        relationship: string;
        relationshipCode: string;
        last: string;
        first: string;
        phone: string;
      }[];
      sources: {
        organization: {
          code: string;
          name: string;
          isOwn: boolean;
        };
        chartNumber: string;
        lastSaidAt: string;
        isProtected: boolean;
      }[];
      doses: components['schemas']['PatientDoseInput'][];
      observations: {
        /** @enum {string} */
        kind: 'immunity' | 'contraindication' | 'reaction' | 'indication' | 'other';
        code: string;
        text: string;
        date: string;
        reportedBy: {
          code: string;
          name: string;
          isOwn: boolean;
        };
      }[];
      forecast: {
        asOf: string;
        version: string;
        groups: components['schemas']['PatientForecastInput'][];
      } | null;
    };
    PatientWhyInput: {
      groups: {
        vaccineGroup: string;
        sentences: {
          depth: number;
          text: string;
        }[];
      }[];
    };
    PatientAddedInput: {
      patient: string | null;
      wasKnown: boolean;
      alike: {
        id: string;
        last: string;
        first: string;
        birthDate: string;
      }[];
    };
    PatientEnteredInput: {
      patient: string;
      message: string;
    };
    ImmunizationCodesInput: {
      vaccines: {
        cvx: string;
        name: string;
        groups: string[];
        routes: string[];
        makers: string[];
        hasStatement: boolean;
        isCurrent: boolean;
      }[];
      products: {
        ndc: string;
        cvx: string;
        mvx: string;
        name: string;
      }[];
      manufacturers: {
        code: string;
        name: string;
      }[];
      routes: {
        code: string;
        name: string;
      }[];
      sites: {
        code: string;
        name: string;
      }[];
      eligibility: {
        code: string;
        name: string;
      }[];
      funding: {
        code: string;
        name: string;
      }[];
      refusals: {
        code: string;
        name: string;
      }[];
      contraindications: {
        code: string;
        name: string;
      }[];
      diseases: {
        code: string;
        name: string;
      }[];
      serology: {
        code: string;
        name: string;
      }[];
      races: {
        code: string;
        name: string;
      }[];
      ethnicities: {
        code: string;
        name: string;
      }[];
      languages: {
        code: string;
        name: string;
      }[];
      relationships: {
        code: string;
        name: string;
      }[];
      states: {
        code: string;
        name: string;
      }[];
    };
    PatientSeenInput: {
      entries: {
        id: string;
        at: string;
        /** @enum {string} */
        what:
          | 'viewed'
          | 'found'
          | 'printed'
          | 'seen'
          | 'asked'
          | 'emergency'
          | 'created'
          | 'changed'
          | 'dose-added'
          | 'dose-changed'
          | 'dose-deleted'
          | 'reviewed'
          | 'reviewed-emergency'
          | 'merged'
          | 'unmerged'
          | 'sealed'
          | 'message'
          | 'other';
        name: string;
        organization: string;
        through: string;
        isStaff: boolean;
        isOwn: boolean;
        isEmergency: boolean;
        reason: string;
      }[];
      more: string | null;
    };
    InventoryLotInput: {
      /** Format: uuid */
      id: string;
      lot: string;
      cvx: string;
      vaccine: string;
      ndc: string;
      manufacturer: string;
      manufacturerName: string;
      funding: string;
      expiresOn: string;
      onHand: number;
      isActive: boolean;
      /** Format: date-time */
      belowZeroAt: string | null;
      warnings: ('below-zero' | 'expired' | 'expires-soon' | 'inactive')[];
    };
    InventoryTransferInput: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      direction: 'in' | 'out';
      other: {
        code: string;
        name: string;
      };
      vaccine: string;
      lot: string;
      funding: string;
      expiresOn: string;
      doses: number;
      /** Format: date-time */
      sentAt: string;
    };
    InventoryInput: {
      organization: {
        code: string;
        name: string;
      };
      mayChange: boolean;
      deduction: {
        from: string | null;
        /** Format: date-time */
        askedAt: string | null;
      };
      notDeducted: number;
      funding: {
        code: string;
        name: {
          en: string;
          es: string;
        };
      }[];
      lots: components['schemas']['InventoryLotInput'][];
      onTheWay: components['schemas']['InventoryTransferInput'][];
    };
    InventoryLedgerInput: {
      lot: components['schemas']['InventoryLotInput'];
      mayChange: boolean;
      entries: {
        /** Format: uuid */
        id: string;
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        kind:
          | 'receipt'
          | 'administered'
          | 'given-back'
          | 'waste'
          | 'transfer-out'
          | 'transfer-in'
          | 'return'
          | 'correction'
          | 'count';
        doses: number;
        balance: number;
        reason: string;
        note: string;
        by: string | null;
        /** Format: uuid */
        messageId: string | null;
      }[];
      older: number;
    };
    NotDeductedInput: {
      dose: string;
      /** Format: date-time */
      at: string;
      administeredOn: string;
      vaccine: string;
      lot: string;
      eligibility: string;
      eligibilityName: string;
      funding: string;
      reason: string;
      reportedBy: {
        code: string;
        name: string;
      } | null;
      /** Format: uuid */
      messageId: string | null;
      candidates: string[];
    };
    OtherRegistriesInput: {
      now: string;
      today: string;
      cutOver: string;
      isGateway: boolean;
      registries: {
        id: string;
        name: string;
        /** @enum {string} */
        kind: 'region' | 'partner';
        goLive: string | null;
        hasMoved: boolean;
        daysLeft: number | null;
        isSetUp: boolean;
        isEnabled: boolean;
        healthy: boolean | null;
        checkedAt: string | null;
        answeredAt: string | null;
        failedAt: string | null;
        circuit: {
          closedUntil: string;
          failures: number;
          fault: string;
        } | null;
        maintenanceUntil: string | null;
        counts: {
          waiting: number;
          unknown: number;
          refused: number;
          undeliverable: number;
        };
        oldestAt: string | null;
      }[];
    };
    OtherRegistriesCountInput: {
      toLookAt: number;
    };
    OtherRegistryInput: {
      now: string;
      today: string;
      registry: {
        id: string;
        name: string;
        /** @enum {string} */
        kind: 'region' | 'partner';
        goLive: string | null;
        hasMoved: boolean;
        daysLeft: number | null;
        isSetUp: boolean;
        isEnabled: boolean;
        healthy: boolean | null;
        checkedAt: string | null;
        answeredAt: string | null;
        failedAt: string | null;
        circuit: {
          closedUntil: string;
          failures: number;
          fault: string;
        } | null;
        maintenanceUntil: string | null;
        counts: {
          waiting: number;
          unknown: number;
          refused: number;
          undeliverable: number;
        };
        oldestAt: string | null;
      };
      isGateway: boolean;
      cutOver: string;
      settings: {
        url: string;
        /** @enum {string} */
        soapVersion: '1.1' | '1.2';
        username: string & string;
        facilityId: string & string;
        sendingFacility: string & string;
        receivingApplication: string & string;
        receivingFacility: string & string;
        lanes: number;
        timeoutSeconds: number;
        isEnabled: boolean;
      } | null;
      updatedAt: string | null;
      maintenance: {
        id: string;
        beginsAt: string;
        endsAt: string;
        note: string;
        isNow: boolean;
      }[];
      backfills: {
        id: string;
        from: string;
        to: string;
        /** @enum {string} */
        state: 'waiting' | 'running' | 'done' | 'stopped';
        queued: number;
        madeAt: string;
        endedAt: string | null;
      }[];
      may: {
        change: boolean;
      };
    };
    OtherRegistryTestInput: {
      ok: boolean;
      /** @enum {string|null} */
      fault:
        | 'no-answer'
        | 'connect-timeout'
        | 'connection-refused'
        | 'name-unknown'
        | 'connection-broken'
        | 'breaker-open'
        | 'maintenance'
        | 'certificate-refused'
        | 'http-status'
        | 'security-fault'
        | 'too-large-fault'
        | 'unsupported-fault'
        | 'other-fault'
        | 'answer-unreadable'
        | 'answer-to-another'
        | 'answer-too-large'
        | 'not-set-up'
        | null;
      /** @enum {string|null} */
      retry: 'NORMAL' | 'CORRECT_MESSAGE' | 'CHECK_IIS_STATUS' | 'CONTACT_SUPPORT' | null;
      words: string;
    };
    OtherRegistryWorkInput: {
      items: {
        id: string;
        at: string;
        endedAt: string | null;
        site: {
          code: string;
          name: string;
        };
        controlId: string;
        /** @enum {string} */
        state: 'refused' | 'undeliverable' | 'unknown';
        attempts: number;
        code: string;
        words: string;
        hasAnswer: boolean;
      }[];
      found: number;
      more: boolean;
      codes: {
        code: string;
        count: number;
      }[];
    };
    OtherRegistryAnswerInput: {
      answer: string;
      controlId: string;
      at: string | null;
    };
    FlatFilesInput: {
      areTaken: boolean;
      until: string;
      files: {
        id: string;
        name: string;
        receivedAt: string;
        finishedAt: string | null;
        rows: number;
        recorded: number;
        refused: number;
        by: string | null;
      }[];
    };
    FlatFileReportInput: {
      id: string;
      name: string;
      receivedAt: string;
      finishedAt: string | null;
      rows: number;
      recorded: number;
      refused: number;
      by: string | null;
      outcomes: {
        recorded: number;
        'recorded-with-findings': number;
        refused: number;
        unreadable: number;
      };
      told: {
        row: number;
        /** @enum {string} */
        outcome: 'recorded' | 'recorded-with-findings' | 'refused' | 'unreadable';
        problems: {
          column: string | null;
          code: string;
          /** @enum {string} */
          severity: 'E' | 'W' | 'I';
          what: string;
          fix: string;
        }[];
      }[];
      toldInAll: number;
    };
    FlatFileTakenInput: {
      id: string;
      name: string;
      receivedAt: string;
      finishedAt: string | null;
      rows: number;
      recorded: number;
      refused: number;
      by: string | null;
      outcomes: {
        recorded: number;
        'recorded-with-findings': number;
        refused: number;
        unreadable: number;
      };
      told: {
        row: number;
        /** @enum {string} */
        outcome: 'recorded' | 'recorded-with-findings' | 'refused' | 'unreadable';
        problems: {
          column: string | null;
          code: string;
          /** @enum {string} */
          severity: 'E' | 'W' | 'I';
          what: string;
          fix: string;
        }[];
      }[];
      toldInAll: number;
      isRepeated: boolean;
    };
    AcknowledgementsInput: {
      acknowledgements: {
        position: number;
        messageId: string;
        receivedAt: string;
        controlId: string;
        responsible: string;
        ackCode: string;
        outcome: string;
        ack: string;
      }[];
      next: number;
      more: boolean;
    };
    AcknowledgementEndpointInput: {
      endpoint: {
        url: string;
        isEnabled: boolean;
        failures: number;
        lastError: {
          problem: string;
          status: number | null;
        } | null;
        nextAt: string | null;
        answeredAt: string | null;
        madeAt: string;
        behind: number;
      } | null;
      secret: string | null;
    };
    AcknowledgementDeliveryInput: {
      taken: boolean;
      /** @enum {string|null} */
      problem:
        | 'http-status'
        | 'redirect'
        | 'timeout'
        | 'refused'
        | 'name-unknown'
        | 'private-address'
        | 'certificate'
        | 'broken'
        | null;
      status: number | null;
    };
    HistoryLoadInput: {
      id: string;
      name: string;
      /** @enum {string} */
      state: 'uploading' | 'waiting' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
      error: string;
      bytes: number;
      pieceBytes: number;
      pieces: number;
      piecesThere: number;
      bytesLoaded: number;
      messages: number;
      accepted: number;
      partlyAccepted: number;
      refused: number;
      repeated: number;
      doses: number;
      createdAt: string;
      startedAt: string | null;
      finishedAt: string | null;
      rate: number | null;
      secondsLeft: number | null;
      problems: {
        code: string;
        refused: number;
        partly: number;
        what: string;
        fix: string;
        examples: {
          no: number;
          controlId: string;
          messageId: string | null;
        }[];
      }[];
    };
    ReviewedPersonInput: {
      id: string;
      readonly names: {
        last: string;
        first: string;
        middle: string;
        suffix: string;
      }[];
      birthDate: string;
      sex: string;
      mothersMaidenName: string;
      readonly addresses: string[];
      readonly phones: string[];
      readonly guardians: {
        relationship: string;
        name: string;
      }[];
      charts: number;
      doses: number;
      readonly organizations: string[];
      isProtected: boolean;
      isSealed: boolean;
      isMerged: boolean;
    };
    ReviewTaskInput: {
      id: string;
      /** @enum {string} */
      kind: 'possible-duplicate' | 'chart-reused' | 'unmerged-chart';
      question: string;
      /** @enum {string} */
      state: 'open' | 'later' | 'same' | 'different' | 'settled';
      priority: number;
      openedAt: string;
      notBefore?: string;
      decidedAt?: string;
      decidedBy?: string;
      reason?: string;
      readonly persons: components['schemas']['ReviewedPersonInput'][];
      score?: number;
      readonly guards: {
        code: string;
        words: string;
      }[];
      readonly fields: {
        field: string;
        level: string;
        points: number;
        words: string;
      }[];
    };
    ReviewTaskWholeInput: {
      id: string;
      /** @enum {string} */
      kind: 'possible-duplicate' | 'chart-reused' | 'unmerged-chart';
      question: string;
      /** @enum {string} */
      state: 'open' | 'later' | 'same' | 'different' | 'settled';
      priority: number;
      openedAt: string;
      notBefore?: string;
      decidedAt?: string;
      decidedBy?: string;
      reason?: string;
      readonly persons: components['schemas']['ReviewedPersonInput'][];
      score?: number;
      readonly guards: {
        code: string;
        words: string;
      }[];
      readonly fields: {
        field: string;
        level: string;
        points: number;
        words: string;
      }[];
      readonly given: {
        person: string;
        readonly doses: {
          id: string;
          date: string;
          readonly codes: string[];
          vaccine: string | null;
          organization: string;
        }[];
      }[];
      merge?: {
        batchId: string;
        survivor: string;
      };
    };
    ReviewDecidedInput: {
      taskId: string;
      /** @enum {string} */
      state: 'open' | 'later' | 'same' | 'different' | 'settled';
      batchId?: string;
      survivor?: string;
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
    Session: {
      account: {
        name: string;
        email: string;
        /** @enum {string} */
        language: 'en' | 'es';
        /** @enum {string|null} */
        staffRole: 'dx-specialist' | 'administrator' | null;
        /** @enum {string} */
        secondFactor: 'not-needed' | 'given' | 'needed' | 'to-set-up';
        idleMinutes: number;
        sites: {
          code: string;
          name: string;
          /** @enum {string} */
          kind: 'site' | 'sending-facility';
          /** @enum {string} */
          stage: 'testing' | 'real-data' | 'production' | 'suspended';
          /** @enum {string} */
          role: 'site-contact' | 'data-exchange-contact' | 'member' | 'user';
          /** @enum {string|null} */
          userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
          isLocalAdministrator: boolean;
        }[];
        acting: {
          code: string;
          name: string;
          /** @enum {string} */
          kind: 'site' | 'sending-facility';
          /** @enum {string|null} */
          userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
          isLocalAdministrator: boolean;
          /** @enum {string|null} */
          holdUp: 'organization-suspended' | 'region-not-live' | 'training-needed' | null;
          goLive: string | null;
        } | null;
        may: {
          seePatients: boolean;
          changePatients: boolean;
          watchExchange: boolean;
          askForAccounts: boolean;
          seeInventory: boolean;
        };
      } | null;
      demo: boolean;
      singleSignOn: string | null;
      demoCode: string | null;
      registryName: string;
      today: string;
      timeZone: string;
    };
    AuditEvent: {
      id: string;
      at: string;
      action: string;
      /** @enum {string} */
      category: 'view' | 'search' | 'change' | 'export' | 'sign-in' | 'decision' | 'query';
      who: {
        /** @enum {string} */
        kind: 'account' | 'token' | 'program' | 'nobody';
        name: string;
        email: string | null;
      };
      organization: {
        code: string;
        name: string;
      } | null;
      about: {
        code: string;
        name: string;
      } | null;
      messageId: string | null;
      readonly personIds: string[];
      readonly detail: {
        name: string;
        value: string;
      }[];
    };
    ExchangeOverview: {
      site: {
        code: string;
        name: string;
        /** @enum {string} */
        kind: 'site' | 'sending-facility';
      } | null;
      /** @enum {string} */
      relation: 'own' | 'client' | 'staff';
      from: string;
      to: string;
      today: string;
      /** @enum {string} */
      address: 'production' | 'test';
      /** @enum {string} */
      state: 'normal' | 'none-ever' | 'silent' | 'quiet' | 'refusing';
      todayMessages: number;
      todayRefused: number;
      usual: number | null;
      lastAt: string | null;
      days: {
        accepted: number;
        partlyAccepted: number;
        refused: number;
        answered: number;
        forwarded: number;
        fault: number;
        day: string;
      }[];
      totals: {
        accepted: number;
        partlyAccepted: number;
        refused: number;
        answered: number;
        forwarded: number;
        fault: number;
      };
      previous: {
        accepted: number;
        partlyAccepted: number;
        refused: number;
        answered: number;
        forwarded: number;
        fault: number;
      };
      kinds: {
        submission: number;
        query: number;
        other: number;
      };
      findings: {
        /** @enum {string} */
        severity: 'E' | 'W' | 'I';
        code: string;
        messages: number;
        previous: number;
        what: string;
        fix: string;
      }[];
      clients:
        | {
            code: string;
            name: string;
            messages: number;
            refused: number;
            partlyAccepted: number;
            lastDay: string | null;
          }[]
        | null;
    };
    ExchangeQuality: {
      site: {
        code: string;
        name: string;
        /** @enum {string} */
        kind: 'site' | 'sending-facility';
      } | null;
      /** @enum {string} */
      relation: 'own' | 'client' | 'staff';
      /** @enum {string} */
      period: 'month' | 'quarter';
      from: string;
      to: string;
      score: number | null;
      previous: number | null;
      region: {
        name: string;
        score: number | null;
      } | null;
      submissions: number;
      parts: {
        /** @enum {string} */
        part: 'completeness' | 'validity' | 'timeliness';
        weight: number;
        score: number | null;
        previous: number | null;
        region: number | null;
        measures: {
          /** @enum {string} */
          measure:
            | 'chart'
            | 'maiden-name'
            | 'sex'
            | 'race'
            | 'address'
            | 'phone'
            | 'ethnicity'
            | 'next-of-kin'
            | 'lot'
            | 'expiration'
            | 'manufacturer'
            | 'provider'
            | 'amount'
            | 'route'
            | 'site'
            | 'eligibility'
            | 'funding'
            | 'message-clean'
            | 'dose-recorded'
            | 'codes-known'
            | 'within-1'
            | 'within-3'
            | 'within-7'
            | 'within-14'
            | 'within-30';
          weight: number;
          good: number;
          total: number;
          share: number | null;
          previous: number | null;
          region: number | null;
        }[];
      }[];
      improve: {
        /** @enum {string} */
        measure:
          | 'chart'
          | 'maiden-name'
          | 'sex'
          | 'race'
          | 'address'
          | 'phone'
          | 'ethnicity'
          | 'next-of-kin'
          | 'lot'
          | 'expiration'
          | 'manufacturer'
          | 'provider'
          | 'amount'
          | 'route'
          | 'site'
          | 'eligibility'
          | 'funding'
          | 'message-clean'
          | 'dose-recorded'
          | 'codes-known'
          | 'within-1'
          | 'within-3'
          | 'within-7'
          | 'within-14'
          | 'within-30';
        points: number;
        missing: number;
      }[];
    };
    ExchangeAttention: {
      site: {
        code: string;
        name: string;
        /** @enum {string} */
        kind: 'site' | 'sending-facility';
      } | null;
      /** @enum {string} */
      relation: 'own' | 'client' | 'staff';
      items: {
        /** @enum {string} */
        kind:
          | 'other-registry'
          | 'silence'
          | 'refusals'
          | 'credential-ended'
          | 'new-error'
          | 'credential-ending'
          | 'quality-drop'
          | 'late'
          | 'lots-below-zero'
          | 'not-deducted'
          | 'lots-expiring'
          | 'untrained';
        site: {
          code: string;
          name: string;
        };
        since: string | null;
        count: number | null;
        of: number | null;
        finding: {
          code: string;
          what: string;
          fix: string;
        } | null;
      }[];
    };
    WatchableSites: {
      sites: {
        code: string;
        name: string;
        /** @enum {string} */
        kind: 'site' | 'sending-facility';
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
    PatientsFound: {
      patients: {
        id: string;
        name: {
          last: string;
          first: string;
          middle: string;
          suffix: string;
        };
        birthDate: string;
        sex: string;
        city: string;
        guardian: string;
        isOwn: boolean;
        /** @enum {string} */
        likeness: 'exact' | 'close' | 'possible';
      }[];
      isMore: boolean;
    };
    PatientDose: {
      id: string;
      date: string;
      cvx: string;
      vaccine: string;
      groups: string[];
      /** @enum {string} */
      status: 'given' | 'partial' | 'refused' | 'not-given';
      refusal: {
        code: string;
        text: string;
      } | null;
      isHistorical: boolean;
      manufacturer: string;
      lot: string;
      expires: string;
      amount: string;
      route: string;
      bodySite: string;
      administeredBy: string;
      funding: string;
      reportedBy: {
        code: string;
        name: string;
        isOwn: boolean;
      }[];
      ownReport: string | null;
      suspectOf: string | null;
      evaluations: {
        vaccineGroup: string;
        antigen: string;
        series: string;
        /** @enum {string} */
        status: 'Valid' | 'Not Valid' | 'Extraneous' | 'Sub-standard';
        reasons: string[];
        targetDose: number | null;
      }[];
      notEvaluated: string;
    };
    PatientForecast: {
      vaccineGroup: string;
      /** @enum {string} */
      status: 'Not Complete' | 'Complete' | 'Immune' | 'Contraindicated' | 'Aged Out' | 'Not Recommended';
      /** @enum {string} */
      seriesType: 'standard' | 'risk';
      reasons: string[];
      earliest: string | null;
      recommended: string | null;
      pastDue: string | null;
      latest: string | null;
      doseNumber: number | null;
      /** @enum {string} */
      due: 'overdue' | 'due' | 'soon' | 'later' | 'none';
      vaccines: {
        cvx: string;
        name: string;
      }[];
      series: string[];
    };
    Patient: {
      id: string;
      name: {
        last: string;
        first: string;
        middle: string;
        suffix: string;
      };
      otherNames: {
        last: string;
        first: string;
        middle: string;
        suffix: string;
      }[];
      birthDate: string;
      sex: string;
      isDeceased: boolean;
      isProtected: boolean;
      isSealed: boolean;
      emergencyUntil: string | null;
      /** @enum {string} */
      view: 'whole' | 'school';
      mayChange: boolean;
      details: {
        mothersMaidenName: string;
        addresses: {
          street: string;
          other: string;
          city: string;
          state: string;
          zip: string;
        }[];
        phones: string[];
        emails: string[];
        races: string[];
        ethnicity: string;
        language: string;
        multipleBirth: boolean | null;
        birthOrder: string;
        publicity: string;
        registryStatus: string;
      } | null;
      contacts: {
        relationship: string;
        relationshipCode: string;
        last: string;
        first: string;
        phone: string;
      }[];
      sources: {
        organization: {
          code: string;
          name: string;
          isOwn: boolean;
        };
        chartNumber: string;
        lastSaidAt: string;
        isProtected: boolean;
      }[];
      doses: components['schemas']['PatientDose'][];
      observations: {
        /** @enum {string} */
        kind: 'immunity' | 'contraindication' | 'reaction' | 'indication' | 'other';
        code: string;
        text: string;
        date: string;
        reportedBy: {
          code: string;
          name: string;
          isOwn: boolean;
        };
      }[];
      forecast: {
        asOf: string;
        version: string;
        groups: components['schemas']['PatientForecast'][];
      } | null;
    };
    PatientWhy: {
      groups: {
        vaccineGroup: string;
        sentences: {
          depth: number;
          text: string;
        }[];
      }[];
    };
    PatientAdded: {
      patient: string | null;
      wasKnown: boolean;
      alike: {
        id: string;
        last: string;
        first: string;
        birthDate: string;
      }[];
    };
    PatientEntered: {
      patient: string;
      message: string;
    };
    ImmunizationCodes: {
      vaccines: {
        cvx: string;
        name: string;
        groups: string[];
        routes: string[];
        makers: string[];
        hasStatement: boolean;
        isCurrent: boolean;
      }[];
      products: {
        ndc: string;
        cvx: string;
        mvx: string;
        name: string;
      }[];
      manufacturers: {
        code: string;
        name: string;
      }[];
      routes: {
        code: string;
        name: string;
      }[];
      sites: {
        code: string;
        name: string;
      }[];
      eligibility: {
        code: string;
        name: string;
      }[];
      funding: {
        code: string;
        name: string;
      }[];
      refusals: {
        code: string;
        name: string;
      }[];
      contraindications: {
        code: string;
        name: string;
      }[];
      diseases: {
        code: string;
        name: string;
      }[];
      serology: {
        code: string;
        name: string;
      }[];
      races: {
        code: string;
        name: string;
      }[];
      ethnicities: {
        code: string;
        name: string;
      }[];
      languages: {
        code: string;
        name: string;
      }[];
      relationships: {
        code: string;
        name: string;
      }[];
      states: {
        code: string;
        name: string;
      }[];
    };
    PatientSeen: {
      entries: {
        id: string;
        at: string;
        /** @enum {string} */
        what:
          | 'viewed'
          | 'found'
          | 'printed'
          | 'seen'
          | 'asked'
          | 'emergency'
          | 'created'
          | 'changed'
          | 'dose-added'
          | 'dose-changed'
          | 'dose-deleted'
          | 'reviewed'
          | 'reviewed-emergency'
          | 'merged'
          | 'unmerged'
          | 'sealed'
          | 'message'
          | 'other';
        name: string;
        organization: string;
        through: string;
        isStaff: boolean;
        isOwn: boolean;
        isEmergency: boolean;
        reason: string;
      }[];
      more: string | null;
    };
    InventoryLot: {
      /** Format: uuid */
      id: string;
      lot: string;
      cvx: string;
      vaccine: string;
      ndc: string;
      manufacturer: string;
      manufacturerName: string;
      funding: string;
      expiresOn: string;
      onHand: number;
      isActive: boolean;
      /** Format: date-time */
      belowZeroAt: string | null;
      warnings: ('below-zero' | 'expired' | 'expires-soon' | 'inactive')[];
    };
    InventoryTransfer: {
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      direction: 'in' | 'out';
      other: {
        code: string;
        name: string;
      };
      vaccine: string;
      lot: string;
      funding: string;
      expiresOn: string;
      doses: number;
      /** Format: date-time */
      sentAt: string;
    };
    Inventory: {
      organization: {
        code: string;
        name: string;
      };
      mayChange: boolean;
      deduction: {
        from: string | null;
        /** Format: date-time */
        askedAt: string | null;
      };
      notDeducted: number;
      funding: {
        code: string;
        name: {
          en: string;
          es: string;
        };
      }[];
      lots: components['schemas']['InventoryLot'][];
      onTheWay: components['schemas']['InventoryTransfer'][];
    };
    InventoryLedger: {
      lot: components['schemas']['InventoryLot'];
      mayChange: boolean;
      entries: {
        /** Format: uuid */
        id: string;
        /** Format: date-time */
        at: string;
        /** @enum {string} */
        kind:
          | 'receipt'
          | 'administered'
          | 'given-back'
          | 'waste'
          | 'transfer-out'
          | 'transfer-in'
          | 'return'
          | 'correction'
          | 'count';
        doses: number;
        balance: number;
        reason: string;
        note: string;
        by: string | null;
        /** Format: uuid */
        messageId: string | null;
      }[];
      older: number;
    };
    NotDeducted: {
      dose: string;
      /** Format: date-time */
      at: string;
      administeredOn: string;
      vaccine: string;
      lot: string;
      eligibility: string;
      eligibilityName: string;
      funding: string;
      reason: string;
      reportedBy: {
        code: string;
        name: string;
      } | null;
      /** Format: uuid */
      messageId: string | null;
      candidates: string[];
    };
    OtherRegistries: {
      now: string;
      today: string;
      cutOver: string;
      isGateway: boolean;
      registries: {
        id: string;
        name: string;
        /** @enum {string} */
        kind: 'region' | 'partner';
        goLive: string | null;
        hasMoved: boolean;
        daysLeft: number | null;
        isSetUp: boolean;
        isEnabled: boolean;
        healthy: boolean | null;
        checkedAt: string | null;
        answeredAt: string | null;
        failedAt: string | null;
        circuit: {
          closedUntil: string;
          failures: number;
          fault: string;
        } | null;
        maintenanceUntil: string | null;
        counts: {
          waiting: number;
          unknown: number;
          refused: number;
          undeliverable: number;
        };
        oldestAt: string | null;
      }[];
    };
    OtherRegistriesCount: {
      toLookAt: number;
    };
    OtherRegistry: {
      now: string;
      today: string;
      registry: {
        id: string;
        name: string;
        /** @enum {string} */
        kind: 'region' | 'partner';
        goLive: string | null;
        hasMoved: boolean;
        daysLeft: number | null;
        isSetUp: boolean;
        isEnabled: boolean;
        healthy: boolean | null;
        checkedAt: string | null;
        answeredAt: string | null;
        failedAt: string | null;
        circuit: {
          closedUntil: string;
          failures: number;
          fault: string;
        } | null;
        maintenanceUntil: string | null;
        counts: {
          waiting: number;
          unknown: number;
          refused: number;
          undeliverable: number;
        };
        oldestAt: string | null;
      };
      isGateway: boolean;
      cutOver: string;
      settings: {
        url: string;
        /** @enum {string} */
        soapVersion: '1.1' | '1.2';
        username: string & string;
        facilityId: string & string;
        sendingFacility: string & string;
        receivingApplication: string & string;
        receivingFacility: string & string;
        lanes: number;
        timeoutSeconds: number;
        isEnabled: boolean;
      } | null;
      updatedAt: string | null;
      maintenance: {
        id: string;
        beginsAt: string;
        endsAt: string;
        note: string;
        isNow: boolean;
      }[];
      backfills: {
        id: string;
        from: string;
        to: string;
        /** @enum {string} */
        state: 'waiting' | 'running' | 'done' | 'stopped';
        queued: number;
        madeAt: string;
        endedAt: string | null;
      }[];
      may: {
        change: boolean;
      };
    };
    OtherRegistryTest: {
      ok: boolean;
      /** @enum {string|null} */
      fault:
        | 'no-answer'
        | 'connect-timeout'
        | 'connection-refused'
        | 'name-unknown'
        | 'connection-broken'
        | 'breaker-open'
        | 'maintenance'
        | 'certificate-refused'
        | 'http-status'
        | 'security-fault'
        | 'too-large-fault'
        | 'unsupported-fault'
        | 'other-fault'
        | 'answer-unreadable'
        | 'answer-to-another'
        | 'answer-too-large'
        | 'not-set-up'
        | null;
      /** @enum {string|null} */
      retry: 'NORMAL' | 'CORRECT_MESSAGE' | 'CHECK_IIS_STATUS' | 'CONTACT_SUPPORT' | null;
      words: string;
    };
    OtherRegistryWork: {
      items: {
        id: string;
        at: string;
        endedAt: string | null;
        site: {
          code: string;
          name: string;
        };
        controlId: string;
        /** @enum {string} */
        state: 'refused' | 'undeliverable' | 'unknown';
        attempts: number;
        code: string;
        words: string;
        hasAnswer: boolean;
      }[];
      found: number;
      more: boolean;
      codes: {
        code: string;
        count: number;
      }[];
    };
    OtherRegistryAnswer: {
      answer: string;
      controlId: string;
      at: string | null;
    };
    FlatFiles: {
      areTaken: boolean;
      until: string;
      files: {
        id: string;
        name: string;
        receivedAt: string;
        finishedAt: string | null;
        rows: number;
        recorded: number;
        refused: number;
        by: string | null;
      }[];
    };
    FlatFileReport: {
      id: string;
      name: string;
      receivedAt: string;
      finishedAt: string | null;
      rows: number;
      recorded: number;
      refused: number;
      by: string | null;
      outcomes: {
        recorded: number;
        'recorded-with-findings': number;
        refused: number;
        unreadable: number;
      };
      told: {
        row: number;
        /** @enum {string} */
        outcome: 'recorded' | 'recorded-with-findings' | 'refused' | 'unreadable';
        problems: {
          column: string | null;
          code: string;
          /** @enum {string} */
          severity: 'E' | 'W' | 'I';
          what: string;
          fix: string;
        }[];
      }[];
      toldInAll: number;
    };
    FlatFileTaken: {
      id: string;
      name: string;
      receivedAt: string;
      finishedAt: string | null;
      rows: number;
      recorded: number;
      refused: number;
      by: string | null;
      outcomes: {
        recorded: number;
        'recorded-with-findings': number;
        refused: number;
        unreadable: number;
      };
      told: {
        row: number;
        /** @enum {string} */
        outcome: 'recorded' | 'recorded-with-findings' | 'refused' | 'unreadable';
        problems: {
          column: string | null;
          code: string;
          /** @enum {string} */
          severity: 'E' | 'W' | 'I';
          what: string;
          fix: string;
        }[];
      }[];
      toldInAll: number;
      isRepeated: boolean;
    };
    Acknowledgements: {
      acknowledgements: {
        position: number;
        messageId: string;
        receivedAt: string;
        controlId: string;
        responsible: string;
        ackCode: string;
        outcome: string;
        ack: string;
      }[];
      next: number;
      more: boolean;
    };
    AcknowledgementEndpoint: {
      endpoint: {
        url: string;
        isEnabled: boolean;
        failures: number;
        lastError: {
          problem: string;
          status: number | null;
        } | null;
        nextAt: string | null;
        answeredAt: string | null;
        madeAt: string;
        behind: number;
      } | null;
      secret: string | null;
    };
    AcknowledgementDelivery: {
      taken: boolean;
      /** @enum {string|null} */
      problem:
        | 'http-status'
        | 'redirect'
        | 'timeout'
        | 'refused'
        | 'name-unknown'
        | 'private-address'
        | 'certificate'
        | 'broken'
        | null;
      status: number | null;
    };
    HistoryLoad: {
      id: string;
      name: string;
      /** @enum {string} */
      state: 'uploading' | 'waiting' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
      error: string;
      bytes: number;
      pieceBytes: number;
      pieces: number;
      piecesThere: number;
      bytesLoaded: number;
      messages: number;
      accepted: number;
      partlyAccepted: number;
      refused: number;
      repeated: number;
      doses: number;
      createdAt: string;
      startedAt: string | null;
      finishedAt: string | null;
      rate: number | null;
      secondsLeft: number | null;
      problems: {
        code: string;
        refused: number;
        partly: number;
        what: string;
        fix: string;
        examples: {
          no: number;
          controlId: string;
          messageId: string | null;
        }[];
      }[];
    };
    ReviewedPerson: {
      id: string;
      readonly names: {
        last: string;
        first: string;
        middle: string;
        suffix: string;
      }[];
      birthDate: string;
      sex: string;
      mothersMaidenName: string;
      readonly addresses: string[];
      readonly phones: string[];
      readonly guardians: {
        relationship: string;
        name: string;
      }[];
      charts: number;
      doses: number;
      readonly organizations: string[];
      isProtected: boolean;
      isSealed: boolean;
      isMerged: boolean;
    };
    ReviewTask: {
      id: string;
      /** @enum {string} */
      kind: 'possible-duplicate' | 'chart-reused' | 'unmerged-chart';
      question: string;
      /** @enum {string} */
      state: 'open' | 'later' | 'same' | 'different' | 'settled';
      priority: number;
      openedAt: string;
      notBefore?: string;
      decidedAt?: string;
      decidedBy?: string;
      reason?: string;
      readonly persons: components['schemas']['ReviewedPerson'][];
      score?: number;
      readonly guards: {
        code: string;
        words: string;
      }[];
      readonly fields: {
        field: string;
        level: string;
        points: number;
        words: string;
      }[];
    };
    ReviewTaskWhole: {
      id: string;
      /** @enum {string} */
      kind: 'possible-duplicate' | 'chart-reused' | 'unmerged-chart';
      question: string;
      /** @enum {string} */
      state: 'open' | 'later' | 'same' | 'different' | 'settled';
      priority: number;
      openedAt: string;
      notBefore?: string;
      decidedAt?: string;
      decidedBy?: string;
      reason?: string;
      readonly persons: components['schemas']['ReviewedPerson'][];
      score?: number;
      readonly guards: {
        code: string;
        words: string;
      }[];
      readonly fields: {
        field: string;
        level: string;
        points: number;
        words: string;
      }[];
      readonly given: {
        person: string;
        readonly doses: {
          id: string;
          date: string;
          readonly codes: string[];
          vaccine: string | null;
          organization: string;
        }[];
      }[];
      merge?: {
        batchId: string;
        survivor: string;
      };
    };
    ReviewDecided: {
      taskId: string;
      /** @enum {string} */
      state: 'open' | 'later' | 'same' | 'different' | 'settled';
      batchId?: string;
      survivor?: string;
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
  giveSecondFactor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
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
  beginAuthenticator: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password?: string;
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
            secret: string;
            uri: string;
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
  dropAuthenticator: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          password: string;
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
  confirmAuthenticator: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
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
            codes: string[];
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
  makeRecoveryCodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
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
            codes: string[];
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
  resetSecondFactor: {
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
  actFor: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          code: string | null;
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
  getAccount: {
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
            hasPassword: boolean;
            hasAuthenticator: boolean;
            recoveryCodesLeft: number;
            hasSingleSignOn: boolean;
            sessions: {
              isThisOne: boolean;
              /** Format: date-time */
              beganAt: string;
              /** Format: date-time */
              seenAt: string;
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
  endOtherSessions: {
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
  changePassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          current: string;
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
        step?:
          | 'all'
          | 'testing'
          | 'real-data'
          | 'second-approval'
          | 'bidx'
          | 'deduction'
          | 'suspended'
          | 'production';
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
  getRouting: {
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
            to: {
              id: string;
              name: string;
            } | null;
            registries: {
              id: string;
              name: string;
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
  setRouting: {
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
          to: string | null;
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
            to: {
              id: string;
              name: string;
            } | null;
            registries: {
              id: string;
              name: string;
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
  getAccounts: {
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
            organization: {
              code: string;
              name: string;
              /** @enum {string} */
              kind: 'site' | 'sending-facility';
              goLive: string | null;
              trainingFrom: string | null;
              isLive: boolean;
            };
            people: {
              email: string;
              name: string;
              /** @enum {string} */
              role: 'site-contact' | 'data-exchange-contact' | 'member' | 'user';
              /** @enum {string|null} */
              userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
              isLocalAdministrator: boolean;
              isMe: boolean;
              hasSignedIn: boolean;
              isWaiting: boolean;
              training: {
                /** @enum {string} */
                state: 'missing' | 'enrolled' | 'completed' | 'expiring' | 'expired';
                expiresOn: string | null;
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
  getAccountRequests: {
    parameters: {
      query?: {
        after?: string;
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
            requests: {
              id: string;
              /** @enum {string} */
              kind: 'add' | 'change' | 'end';
              email: string;
              name: string;
              /** @enum {string|null} */
              userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
              isLocalAdministrator: boolean;
              note: string;
              /** @enum {string} */
              state: 'waiting' | 'approved' | 'refused' | 'withdrawn';
              askedBy: string;
              askedAt: string;
              decidedBy: string | null;
              decidedAt: string | null;
              reason: string | null;
            }[];
            next: string | null;
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
  askForAccount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @enum {string} */
              kind: 'add';
              email: string;
              name: string;
              /** @enum {string|null} */
              userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
              isLocalAdministrator: boolean;
              /** @default  */
              note?: string;
            }
          | {
              /** @enum {string} */
              kind: 'change';
              email: string;
              /** @enum {string|null} */
              userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
              isLocalAdministrator: boolean;
              /** @default  */
              note?: string;
            }
          | {
              /** @enum {string} */
              kind: 'end';
              email: string;
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
  withdrawAccountRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        request: string;
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
  getWaitingAccountRequests: {
    parameters: {
      query?: {
        after?: string;
        state?: 'waiting' | 'approved' | 'refused' | 'withdrawn' | 'all';
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
            waiting: number;
            requests: {
              id: string;
              /** @enum {string} */
              kind: 'add' | 'change' | 'end';
              email: string;
              name: string;
              /** @enum {string|null} */
              userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
              isLocalAdministrator: boolean;
              note: string;
              /** @enum {string} */
              state: 'waiting' | 'approved' | 'refused' | 'withdrawn';
              askedBy: string;
              askedAt: string;
              decidedBy: string | null;
              decidedAt: string | null;
              reason: string | null;
              organization: {
                code: string;
                name: string;
              };
              now: {
                /** @enum {string|null} */
                userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa' | null;
                isLocalAdministrator: boolean;
              } | null;
              isMine: boolean;
            }[];
            next: string | null;
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
  approveAccountRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        request: string;
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
  refuseAccountRequest: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        request: string;
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
  getTimeline: {
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
            today: string;
            regions: {
              id: string;
              name: string;
              trainingFrom: string;
              goLive: string;
              /** @enum {string} */
              state: 'before-training' | 'training' | 'live';
              daysLeft: number | null;
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
  getTraining: {
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
            courses: {
              id: string;
              title: string;
              minutes: number;
              validMonths: number | null;
              hasQuiz: boolean;
              /** @enum {string} */
              state: 'missing' | 'enrolled' | 'completed' | 'expiring' | 'expired';
              expiresOn: string | null;
              summary: string;
              isEnrolled: boolean;
              completedOn: string | null;
              opensOn: string | null;
              daysToOpening: number | null;
            }[];
            organizations: {
              code: string;
              name: string;
              /** @enum {string} */
              userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa';
              region: string | null;
              goLive: string | null;
              daysToGoLive: number | null;
              missing: string[];
              /** @enum {string|null} */
              holdUp: 'organization-suspended' | 'region-not-live' | 'training-needed' | null;
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
  enrolInCourse: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
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
  getCourse: {
    parameters: {
      query?: {
        language?: 'en' | 'es';
      };
      header?: never;
      path: {
        course: string;
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
            title: string;
            minutes: number;
            validMonths: number | null;
            hasQuiz: boolean;
            /** @enum {string} */
            state: 'missing' | 'enrolled' | 'completed' | 'expiring' | 'expired';
            expiresOn: string | null;
            summary: string;
            lessons: {
              heading: string;
              paragraphs: string[];
            }[];
            quiz: {
              passAt: number;
              questions: {
                text: string;
                options: string[];
              }[];
              attemptsLeft: number;
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
  takeQuiz: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        course: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          answers: number[];
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
            isPassed: boolean;
            right: number;
            questions: number;
            passAt: number;
            wrong: number[];
            attemptsLeft: number;
            expiresOn: string | null;
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
  getTrainingRecords: {
    parameters: {
      query?: {
        q?: string;
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
            courses: {
              id: string;
              title: string;
            }[];
            people: {
              email: string;
              name: string;
              roles: {
                code: string;
                /** @enum {string} */
                userRole: 'read-only' | 'school' | 'regular' | 'power' | 'dx-qa';
              }[];
              courses: {
                id: string;
                title: string;
                /** @enum {string} */
                state: 'missing' | 'enrolled' | 'completed' | 'expiring' | 'expired';
                expiresOn: string | null;
              }[];
              completions: {
                id: string;
                course: string;
                completedOn: string;
                expiresOn: string | null;
                /** @enum {string} */
                how: 'staff' | 'list' | 'quiz';
                recordedAt: string;
                recordedBy: string | null;
                withdrawn: {
                  at: string;
                  by: string;
                  reason: string;
                } | null;
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
  recordTraining: {
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
          course: string;
          /** Format: date */
          completedOn: string;
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
            isNew: boolean;
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
  recordTrainingList: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
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
            recorded: number;
            already: number;
            refused: number;
            rows: {
              row: number;
              email: string;
              /** @enum {string} */
              outcome: 'recorded' | 'already' | 'refused';
              problem: {
                code: string;
                what: string;
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
  withdrawTraining: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        completion: string;
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
  searchPatients: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @default  */
          last?: string;
          /** @default  */
          first?: string;
          /** @default  */
          birthDate?: '' | string;
          /** @default  */
          phone?: string;
          /** @default  */
          id?: string;
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
          'application/json': components['schemas']['PatientsFound'];
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
  openInEmergency: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          last: string;
          first: string;
          /** Format: date */
          birthDate: string;
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
            patients: {
              id: string;
              until: string | null;
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
  readPatient: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        patient: string;
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
          'application/json': components['schemas']['Patient'];
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
  readWhy: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        patient: string;
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
          'application/json': components['schemas']['PatientWhy'];
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
  readImmunizationCodes: {
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
          'application/json': components['schemas']['ImmunizationCodes'];
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
  addPatient: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          last: string;
          first: string;
          birthDate: string;
          /** @enum {string} */
          sex: 'F' | 'M' | 'X' | 'U';
          middle?: string;
          suffix?: string;
          mothersMaidenName?: string;
          address?: {
            street: string;
            /** @default  */
            other?: string;
            city: string;
            state: string;
            zip: string;
          };
          phone?: string;
          email?: '' | string;
          races?: string[];
          ethnicity?: string;
          language?: string;
          contacts?: {
            relationship: string;
            last: string;
            first: string;
            /** @default  */
            phone?: string;
          }[];
          /** @default false */
          addAnyway?: boolean;
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
          'application/json': components['schemas']['PatientAdded'];
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
  changePatient: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        patient: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          last?: string;
          first?: string;
          birthDate?: string;
          /** @enum {string} */
          sex?: 'F' | 'M' | 'X' | 'U';
          middle?: string;
          suffix?: string;
          mothersMaidenName?: string;
          address?: {
            street: string;
            /** @default  */
            other?: string;
            city: string;
            state: string;
            zip: string;
          };
          phone?: string;
          email?: '' | string;
          races?: string[];
          ethnicity?: string;
          language?: string;
          contacts?: {
            relationship: string;
            last: string;
            first: string;
            /** @default  */
            phone?: string;
          }[];
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
          'application/json': components['schemas']['PatientEntered'];
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
  changeSharing: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        patient: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          refuses: boolean;
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
          'application/json': components['schemas']['PatientEntered'];
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
  addDose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        patient: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @enum {string} */
              kind: 'given';
              date: string;
              cvx: string;
              /** @default  */
              ndc?: string;
              /** @default  */
              manufacturer?: string;
              lot: string;
              /** @default  */
              expires?: '' | string;
              route: string;
              /** @default  */
              site?: string;
              /** @default  */
              amount?: string;
              eligibility: string;
              /** @default  */
              funding?: string;
              /** @default  */
              administeredLast?: string;
              /** @default  */
              administeredFirst?: string;
              /** @default false */
              statementGiven?: boolean;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
            }
          | {
              /** @enum {string} */
              kind: 'historical';
              date: string;
              cvx: string;
              /** @default  */
              ndc?: string;
              /** @default  */
              manufacturer?: string;
              /** @default  */
              lot?: string;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
            }
          | {
              /** @enum {string} */
              kind: 'refused';
              date: string;
              cvx: string;
              reason: string;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
            }
          | {
              /** @enum {string} */
              kind: 'contraindication';
              date: string;
              reason: string;
              /** @default  */
              until?: '' | string;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
            }
          | {
              /** @enum {string} */
              kind: 'immunity';
              date: string;
              /** @enum {string} */
              evidence: 'disease' | 'serology';
              disease: string;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
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
          'application/json': components['schemas']['PatientEntered'];
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
  readDose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        patient: string;
        dose: string;
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
            dose: {
              /** @enum {string} */
              kind: 'given' | 'historical' | 'refused' | 'contraindication' | 'immunity';
              date: string;
              cvx: string;
              ndc: string;
              manufacturer: string;
              lot: string;
              expires: string;
              route: string;
              site: string;
              amount: string;
              eligibility: string;
              funding: string;
              administeredLast: string;
              administeredFirst: string;
              statementGiven: boolean;
              reason: string;
              until: string;
              /** @enum {string} */
              evidence: 'disease' | 'serology';
              disease: string;
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
  changeDose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        patient: string;
        dose: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @enum {string} */
              kind: 'given';
              date: string;
              cvx: string;
              /** @default  */
              ndc?: string;
              /** @default  */
              manufacturer?: string;
              lot: string;
              /** @default  */
              expires?: '' | string;
              route: string;
              /** @default  */
              site?: string;
              /** @default  */
              amount?: string;
              eligibility: string;
              /** @default  */
              funding?: string;
              /** @default  */
              administeredLast?: string;
              /** @default  */
              administeredFirst?: string;
              /** @default false */
              statementGiven?: boolean;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
            }
          | {
              /** @enum {string} */
              kind: 'historical';
              date: string;
              cvx: string;
              /** @default  */
              ndc?: string;
              /** @default  */
              manufacturer?: string;
              /** @default  */
              lot?: string;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
            }
          | {
              /** @enum {string} */
              kind: 'refused';
              date: string;
              cvx: string;
              reason: string;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
            }
          | {
              /** @enum {string} */
              kind: 'contraindication';
              date: string;
              reason: string;
              /** @default  */
              until?: '' | string;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
            }
          | {
              /** @enum {string} */
              kind: 'immunity';
              date: string;
              /** @enum {string} */
              evidence: 'disease' | 'serology';
              disease: string;
              /** @default [] */
              confirmed?: string[];
              /** Format: uuid */
              entry?: string;
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
          'application/json': components['schemas']['PatientEntered'];
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
  deleteDose: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        patient: string;
        dose: string;
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
          'application/json': components['schemas']['PatientEntered'];
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
  printPatient: {
    parameters: {
      query?: {
        language?: 'en' | 'es';
      };
      header?: never;
      path: {
        patient: string;
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
  getPatientSeen: {
    parameters: {
      query?: {
        before?: string;
      };
      header?: never;
      path: {
        patient: string;
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
          'application/json': components['schemas']['PatientSeen'];
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
  getExchangeOverview: {
    parameters: {
      query?: {
        site?: string;
        from?: string;
        to?: string;
        address?: 'production' | 'test';
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
          'application/json': components['schemas']['ExchangeOverview'];
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
  getExchangeQuality: {
    parameters: {
      query?: {
        site?: string;
        period?: 'month' | 'quarter';
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
          'application/json': components['schemas']['ExchangeQuality'];
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
  getExchangeAttention: {
    parameters: {
      query?: {
        site?: string;
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
          'application/json': components['schemas']['ExchangeAttention'];
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
  getWatchableSites: {
    parameters: {
      query?: {
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
          'application/json': components['schemas']['WatchableSites'];
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
  searchMessages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          site?: string;
          /** Format: date */
          from?: string;
          /** Format: date */
          to?: string;
          /** @enum {string} */
          outcome?: 'accepted' | 'partly-accepted' | 'refused' | 'answered' | 'forwarded';
          /** @enum {string} */
          kind?: 'submission' | 'query' | 'other';
          /** @enum {string} */
          address?: 'production' | 'test';
          controlId?: string;
          finding?: string;
          patient?: string;
          /** Format: uuid */
          after?: string;
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
              id: string;
              at: string;
              type: string;
              /** @enum {string} */
              kind: 'submission' | 'query' | 'other';
              controlId: string;
              /** @enum {string} */
              outcome: 'accepted' | 'partly-accepted' | 'refused' | 'answered' | 'forwarded' | 'fault';
              /** @enum {string} */
              ackCode: 'AA' | 'AE' | 'AR' | '';
              /** @enum {string} */
              address: 'production' | 'test';
              operation: string;
              patient: string;
              site: {
                code: string;
                name: string;
              };
              sender: {
                code: string;
                name: string;
              };
              finding: {
                code: string;
                /** @enum {string} */
                severity: 'E' | 'W' | 'I';
                message: string;
              } | null;
            }[];
            more: boolean;
            from: string;
            to: string;
            site: {
              code: string;
              name: string;
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
  exportMessages: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          site?: string;
          /** Format: date */
          from?: string;
          /** Format: date */
          to?: string;
          /** @enum {string} */
          outcome?: 'accepted' | 'partly-accepted' | 'refused' | 'answered' | 'forwarded';
          /** @enum {string} */
          kind?: 'submission' | 'query' | 'other';
          /** @enum {string} */
          address?: 'production' | 'test';
          controlId?: string;
          finding?: string;
          patient?: string;
          withPatients?: boolean;
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
  getMessage: {
    parameters: {
      query?: never;
      header?: never;
      path: {
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
            address: 'production' | 'test';
            operation: string;
            /** @enum {string} */
            outcome: 'accepted' | 'partly-accepted' | 'refused' | 'answered' | 'forwarded' | 'fault';
            sender: {
              code: string;
              name: string;
            };
            responsible: {
              code: string;
              name: string;
            } | null;
            forwardedTo: {
              id: string;
              name: string;
            } | null;
            isForgotten: boolean;
            effects: {
              /** @enum {string} */
              record: 'new' | 'known' | 'none';
              personId: string | null;
              doses: {
                /** @enum {string} */
                action: 'added' | 'updated' | 'deleted';
                vaccine: string;
                on: string;
              }[];
              match: {
                /** @enum {string} */
                outcome: 'match' | 'possible' | 'different';
                words: string[];
              }[];
              review: {
                /** @enum {string} */
                state: 'open' | 'later' | 'same' | 'different' | 'settled';
                taskId: string | null;
              }[];
            };
            related: {
              id: string;
              at: string;
              /** @enum {string} */
              outcome: 'accepted' | 'partly-accepted' | 'refused' | 'answered' | 'forwarded' | 'fault';
              /** @enum {string} */
              ackCode: 'AA' | 'AE' | 'AR' | '';
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
  searchAudit: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          from: string;
          /** Format: date */
          to: string;
          email?: string;
          organization?: string;
          /** @enum {string} */
          category?: 'view' | 'search' | 'change' | 'export' | 'sign-in' | 'decision' | 'query';
          /** Format: uuid */
          personId?: string;
          /** Format: uuid */
          messageId?: string;
          /** Format: uuid */
          after?: string;
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
            readonly events: components['schemas']['AuditEvent'][];
            next: string | null;
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
  sampleAudit: {
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
            readonly events: components['schemas']['AuditEvent'][];
            next: string | null;
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
  exportAudit: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          from: string;
          /** Format: date */
          to: string;
          email?: string;
          organization?: string;
          /** @enum {string} */
          category?: 'view' | 'search' | 'change' | 'export' | 'sign-in' | 'decision' | 'query';
          /** Format: uuid */
          personId?: string;
          /** Format: uuid */
          messageId?: string;
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
  getReviewTasks: {
    parameters: {
      query?: {
        state?: 'open' | 'later' | 'same' | 'different' | 'settled';
        limit?: number;
        after?: string;
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
            readonly tasks: components['schemas']['ReviewTask'][];
            next?: string;
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
  getReviewTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
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
          'application/json': components['schemas']['ReviewTaskWhole'];
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
  decideReviewTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @enum {string} */
          decision: 'same' | 'different' | 'later' | 'stays' | 'moves';
          reason: string;
          survivor?: string;
          /** Format: date-time */
          until?: string;
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
          'application/json': components['schemas']['ReviewDecided'];
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
  reopenReviewTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
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
          'application/json': components['schemas']['ReviewDecided'];
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
  decideReviewTasks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          decisions: {
            taskId: string;
            /** @enum {string} */
            decision: 'same' | 'different' | 'later' | 'stays' | 'moves';
            reason: string;
            survivor?: string;
            /** Format: date-time */
            until?: string;
          }[];
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
            done: number;
            readonly results: {
              taskId: string;
              decided?: components['schemas']['ReviewDecided'];
              error?: string;
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
  getPersonLinks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
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
            person: string;
            now: string;
            readonly links: {
              batchId: string;
              what: string;
              by: string;
              reason: string;
              at: string;
              isStanding: boolean;
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
  mergePersons: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          from: string;
          into: string;
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
            batchId: string;
            survivor: string;
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
  unmergePersons: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          batchId: string;
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
            batchId: string;
            restored: string;
            survivor: string;
            undecided: number;
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
  sealPerson: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          sealed: boolean;
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
            person: string;
            sealed: boolean;
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
  getDoseLinks: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
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
            person: string;
            readonly doses: {
              id: string;
              date: string;
              readonly codes: string[];
              vaccine: string | null;
              organization: string;
            }[];
            readonly links: {
              a: string;
              b: string;
              /** @enum {string} */
              kind: 'same' | 'different';
              by: string;
              reason: string;
              at: string;
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
  linkDoses: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          a: string;
          b: string;
          reason: string;
          /** @enum {string} */
          kind: 'same' | 'different';
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
            person: string;
            a: string;
            b: string;
            /** @enum {string} */
            kind?: 'same' | 'different';
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
  unlinkDoses: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          a: string;
          b: string;
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
            person: string;
            a: string;
            b: string;
            /** @enum {string} */
            kind?: 'same' | 'different';
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
  getEmergencies: {
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
            readonly unreviewed: {
              id: string;
              name: string;
              email: string;
              organization: {
                code: string;
                name: string;
              } | null;
              personId: string;
              reason: string;
              at: string;
              until: string;
              events: number;
              isOwn: boolean;
              reviewedBy: string | null;
              reviewedAt: string | null;
              note: string | null;
            }[];
            readonly reviewed: {
              id: string;
              name: string;
              email: string;
              organization: {
                code: string;
                name: string;
              } | null;
              personId: string;
              reason: string;
              at: string;
              until: string;
              events: number;
              isOwn: boolean;
              reviewedBy: string | null;
              reviewedAt: string | null;
              note: string | null;
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
  reviewEmergency: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        grant: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          note: string;
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
            readonly unreviewed: {
              id: string;
              name: string;
              email: string;
              organization: {
                code: string;
                name: string;
              } | null;
              personId: string;
              reason: string;
              at: string;
              until: string;
              events: number;
              isOwn: boolean;
              reviewedBy: string | null;
              reviewedAt: string | null;
              note: string | null;
            }[];
            readonly reviewed: {
              id: string;
              name: string;
              email: string;
              organization: {
                code: string;
                name: string;
              } | null;
              personId: string;
              reason: string;
              at: string;
              until: string;
              events: number;
              isOwn: boolean;
              reviewedBy: string | null;
              reviewedAt: string | null;
              note: string | null;
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
  getInventory: {
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
          'application/json': components['schemas']['Inventory'];
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
  addLot: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          cvx: string;
          lot: string;
          /** @default  */
          ndc?: string;
          /** @default  */
          manufacturer?: string;
          funding: string;
          /** Format: date */
          expiresOn: string;
          doses: number;
          /** @default  */
          from?: string;
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
            /** Format: uuid */
            id: string;
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
  getLot: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        lot: string;
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
          'application/json': components['schemas']['InventoryLedger'];
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
  changeLot: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        lot: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: date */
          expiresOn: string;
          isActive: boolean;
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
          'application/json': components['schemas']['InventoryLedger'];
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
  enterTransaction: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        lot: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json':
          | {
              /** @enum {string} */
              kind: 'receipt';
              doses: number;
              /** @default  */
              note?: string;
              /** Format: uuid */
              askId?: string;
            }
          | {
              /** @enum {string} */
              kind: 'waste';
              doses: number;
              /** @enum {string} */
              reason: 'broken' | 'expired' | 'temperature' | 'not-given' | 'lost' | 'other';
              /** @default  */
              note?: string;
              /** Format: uuid */
              askId?: string;
            }
          | {
              /** @enum {string} */
              kind: 'return';
              doses: number;
              /** @enum {string} */
              reason: 'manufacturer' | 'program' | 'other';
              /** @default  */
              note?: string;
              /** Format: uuid */
              askId?: string;
            }
          | {
              /** @enum {string} */
              kind: 'correction';
              doses: number;
              /** @enum {string} */
              reason: 'counted-wrong' | 'entered-wrong' | 'wrong-lot' | 'other';
              /** @default  */
              note?: string;
              /** Format: uuid */
              askId?: string;
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
          'application/json': components['schemas']['InventoryLedger'];
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
  askForDeduction: {
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
  getCounts: {
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
            counts: {
              /** Format: uuid */
              id: string;
              /** Format: date-time */
              at: string;
              by: string;
              lots: number;
              differing: number;
              difference: number;
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
  recordCount: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          lines: {
            /** Format: uuid */
            lotId: string;
            expected: number;
            counted: number;
            /**
             * @default
             * @enum {string}
             */
            reason?:
              | ''
              | 'given-not-reported'
              | 'waste-not-entered'
              | 'receipt-not-entered'
              | 'entered-wrong'
              | 'lost'
              | 'unexplained'
              | 'other';
            /** @default  */
            note?: string;
          }[];
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
  sendTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** Format: uuid */
          lotId: string;
          to: string;
          doses: number;
          /** Format: uuid */
          askId?: string;
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
            to: {
              code: string;
              name: string;
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
  receiveTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        transfer: string;
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
  withdrawTransfer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        transfer: string;
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
  getNotDeducted: {
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
            mayChange: boolean;
            total: number;
            doses: components['schemas']['NotDeducted'][];
            lots: components['schemas']['InventoryLot'][];
            funding: {
              code: string;
              name: {
                en: string;
                es: string;
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
  resolveDose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          dose: string;
          /** Format: uuid */
          lotId: string;
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
  dismissDose: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          dose: string;
          /** @enum {string} */
          reason: 'in-count' | 'entered-by-hand' | 'not-our-stock' | 'sent-wrong' | 'other';
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
  exportLots: {
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
  exportLedger: {
    parameters: {
      query?: {
        from?: string;
        to?: string;
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
  getDeduction: {
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
            from: string | null;
            /** Format: date-time */
            askedAt: string | null;
            notDeducted: number;
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
  setDeduction: {
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
          from: string | null;
          /** @default  */
          reason?: string;
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
            from: string | null;
            /** Format: date-time */
            askedAt: string | null;
            notDeducted: number;
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
  getOtherRegistries: {
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
          'application/json': components['schemas']['OtherRegistries'];
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
  countUndelivered: {
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
          'application/json': components['schemas']['OtherRegistriesCount'];
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
  getOtherRegistry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
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
          'application/json': components['schemas']['OtherRegistry'];
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
  setUpOtherRegistry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          url: string;
          /** @enum {string} */
          soapVersion: '1.1' | '1.2';
          username: string & string;
          password?: string;
          facilityId: string & string;
          sendingFacility: string & string;
          receivingApplication: string & string;
          receivingFacility: string & string;
          lanes: number;
          timeoutSeconds: number;
          isEnabled: boolean;
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
  testOtherRegistry: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
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
          'application/json': components['schemas']['OtherRegistryTest'];
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
  planMaintenance: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          beginsAt: string;
          endsAt: string;
          note: string;
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
  endMaintenance: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
        window: string;
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
  getUndelivered: {
    parameters: {
      query?: {
        state?: 'refused' | 'undeliverable' | 'unknown';
        code?: string;
        site?: string;
        after?: string;
      };
      header?: never;
      path: {
        endpoint: string;
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
          'application/json': components['schemas']['OtherRegistryWork'];
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
  exportUndelivered: {
    parameters: {
      query?: {
        state?: 'refused' | 'undeliverable' | 'unknown';
        code?: string;
        site?: string;
      };
      header?: never;
      path: {
        endpoint: string;
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
  getOtherAnswer: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
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
          'application/json': components['schemas']['OtherRegistryAnswer'];
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
  replayUndelivered: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          chosen:
            | {
                messages: string[];
              }
            | {
                all: {
                  /** @enum {string} */
                  state?: 'refused' | 'undeliverable';
                  code?: string;
                  site?: string;
                };
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
          'application/json': {
            done: number;
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
  discardUndelivered: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          chosen:
            | {
                messages: string[];
              }
            | {
                all: {
                  /** @enum {string} */
                  state?: 'refused' | 'undeliverable';
                  code?: string;
                  site?: string;
                };
              };
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
            done: number;
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
  beginBackfill: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
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
  stopBackfill: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        endpoint: string;
        backfill: string;
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
  listAcknowledgements: {
    parameters: {
      query?: {
        client?: string;
        after?: number;
        limit?: number;
        address?: 'production' | 'test';
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
          'application/json': components['schemas']['Acknowledgements'];
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
  getAcknowledgementEndpoint: {
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
          'application/json': components['schemas']['AcknowledgementEndpoint'];
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
  saveAcknowledgementEndpoint: {
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
          url: string;
          isEnabled: boolean;
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
          'application/json': components['schemas']['AcknowledgementEndpoint'];
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
  removeAcknowledgementEndpoint: {
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
          'application/json': components['schemas']['AcknowledgementEndpoint'];
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
  renewAcknowledgementSecret: {
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
          'application/json': components['schemas']['AcknowledgementEndpoint'];
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
  tryAcknowledgementEndpoint: {
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
          'application/json': components['schemas']['AcknowledgementDelivery'];
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
  listFlatFiles: {
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
          'application/json': components['schemas']['FlatFiles'];
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
  postFlatFile: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'text/csv': unknown;
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlatFileTaken'];
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
  getFlatFiles: {
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
          'application/json': components['schemas']['FlatFiles'];
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
  sendFlatFile: {
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
        'text/csv': unknown;
      };
    };
    responses: {
      /** @description Default Response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FlatFileTaken'];
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
  readFlatFileReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        file: string;
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
          'application/json': components['schemas']['FlatFileReport'];
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
  readFlatFileSheet: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        file: string;
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
  getFlatFileReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
        file: string;
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
          'application/json': components['schemas']['FlatFileReport'];
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
  exportFlatFileReport: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        site: string;
        file: string;
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
  programGetHistoryLoads: {
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
            mayLoad: boolean;
            loads: {
              id: string;
              name: string;
              /** @enum {string} */
              state: 'uploading' | 'waiting' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
              error: string;
              bytes: number;
              pieceBytes: number;
              pieces: number;
              piecesThere: number;
              bytesLoaded: number;
              messages: number;
              accepted: number;
              partlyAccepted: number;
              refused: number;
              repeated: number;
              doses: number;
              createdAt: string;
              startedAt: string | null;
              finishedAt: string | null;
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
  programCreateHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          name: string;
          bytes: number;
          /** @default 1000000 */
          pieceBytes?: number;
          fingerprint: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  programPutHistoryPiece: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
        piece: number;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': unknown;
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
            piecesThere: number;
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
  programGetHistoryPieces: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
            pieces: {
              no: number;
              sha256: string;
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
  programFinishHistoryUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  programPauseHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  programResumeHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  programCancelHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  programGetHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  programExportHistoryProblems: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
  getHistoryLoads: {
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
            mayLoad: boolean;
            loads: {
              id: string;
              name: string;
              /** @enum {string} */
              state: 'uploading' | 'waiting' | 'running' | 'paused' | 'done' | 'cancelled' | 'failed';
              error: string;
              bytes: number;
              pieceBytes: number;
              pieces: number;
              piecesThere: number;
              bytesLoaded: number;
              messages: number;
              accepted: number;
              partlyAccepted: number;
              refused: number;
              repeated: number;
              doses: number;
              createdAt: string;
              startedAt: string | null;
              finishedAt: string | null;
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
  createHistoryLoad: {
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
          bytes: number;
          /** @default 1000000 */
          pieceBytes?: number;
          fingerprint: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  putHistoryPiece: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
        piece: number;
        site: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/octet-stream': unknown;
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
            piecesThere: number;
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
  getHistoryPieces: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
            pieces: {
              no: number;
              sha256: string;
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
  finishHistoryUpload: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  pauseHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  resumeHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  cancelHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  getHistoryLoad: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
          'application/json': components['schemas']['HistoryLoad'];
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
  exportHistoryProblems: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        load: string;
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
}
