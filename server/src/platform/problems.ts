/**
 * What can be wrong with a request to the portal's API, and what to do, in English. Pages say the same in the language of the
 * reader: the portal's texts have each of these codes (`portal/src/i18n`).
 */
export const PROBLEM_TEXTS = {
  // The request as a whole.
  'request-invalid': 'Nothing was done. Correct what is listed and send the request again.',
  'request-unreadable': 'The request could not be read whole. Send JSON in UTF-8 and try again.',
  'too-large': 'The request is too large. Send less at once.',
  'too-many-requests': 'Too many requests from this address. Wait a few minutes and try again.',
  failed: 'Cairn failed on this request, and nothing was changed. Try again, then report it.',
  'sign-in-needed': 'Sign in first.',
  'not-allowed': 'Your account may not do this. Ask the Site Contact or the registry.',
  'not-found': 'There is no such thing here, or it is not yours to see.',
  'foreign-origin': 'The request came from another website. Open the portal itself and try again.',
  'changed-meanwhile': 'Somebody changed this meanwhile. Load the page again and look before you repeat it.',
  // Fields.
  required: 'Fill this in.',
  invalid: 'This cannot be used. Check it and enter it again.',
  'too-long': 'This is too long.',
  'unknown-field': 'There is a field that is not known here. Leave it out.',
  'email-invalid': 'Enter an e-mail address such as name@clinic.example.',
  'phone-invalid': 'Enter a U.S. phone number with area code, such as 555-555-0100.',
  'zip-invalid': 'Enter the 5 digits of the ZIP code.',
  'zip-elsewhere': 'This ZIP code lies in another county. Check the county and the ZIP code.',
  'county-unknown': 'Choose a county of the list.',
  'county-not-served': 'Sites of this county register with another registry, which is named beside it.',
  'npi-invalid': 'This is no NPI: 10 digits, of which the last is a check digit. Check for exchanged digits.',
  'license-invalid': 'Enter the license number as printed: a letter or two and the digits, such as A12345.',
  'date-invalid': 'Enter a date that exists.',
  'period-not-90-days': 'A reporting period is 90 days in a row. Correct the first or the last day.',
  'sending-facility-unknown': 'There is no Sending Facility of this id. Choose one of the list.',
  // Registration.
  'registration-submitted': 'The registration has been submitted and cannot be changed here any more.',
  'agreement-changed': 'The agreement has a newer text. Read it and accept it again.',
  'similar-sites':
    'There are registered sites like this one. Look at them, or say that this is another site.',
  'link-used': 'This link has been used, or is too old. Ask for a new one.',
  'credentials-shown-already':
    'The credentials have been shown, which happens once. Sign in and have a new password made where they are lost.',
  // Signing in, and passwords.
  'sign-in-wrong': 'E-mail address and password do not belong together. Check both, or set a new password.',
  'sign-in-slow': 'Too many wrong passwords for this e-mail address. Wait a minute and try again.',
  'password-short': 'Use at least 12 characters; a few words are easy to remember.',
  'password-guessable': 'This password is easily guessed. Use a few words that do not belong together.',
  // Onboarding.
  'not-ready': 'This cannot be done yet. What is still missing is listed.',
  'second-person': 'You proposed this yourself. Another person of the registry must approve it.',
  'not-at-this-step': 'The site is not at this step now. Load the page again.',
  'email-unverified': 'The e-mail address of the Site Contact is not verified yet.',
  'agreement-version': 'The agreement in force has not been accepted. A member of the site accepts it.',
  'sending-facility-missing': 'No Sending Facility is named. The site names the one it sends through.',
  'sending-facility-unconfirmed': 'The Sending Facility has not confirmed that it sends for this site.',
  'credentials-not-shown':
    'The site has not had its credentials shown. The link is in its confirmation mail.',
  'case-missing': 'No accepted test message shows this case yet.',
  'real-messages': 'Too few accepted messages of real patients have come so far.',
  'new-message': 'It was sent back, and no newer test message was accepted since.',
  'survey-missing': 'The BiDX Interest/Readiness Survey has not been answered.',
  'no-credentials':
    'This site has no credentials of its own. A site of type 2 sends through its Sending Facility.',
  'own-access': 'Nobody ends their own access. Ask a colleague.',
  'last-contact': 'This is the only Site Contact. Name another Site Contact first.',
  'fingerprint-invalid': 'Enter the SHA-256 fingerprint of the certificate: 64 hexadecimal digits.',
  'added-by-operator': 'This site did not register by the portal. Ask the registry to change its contacts.',
  // Clients and statements.
  'not-a-sending-facility':
    'Only a Sending Facility has client sites. A site names the facility it sends through.',
  'is-a-sending-facility':
    'A Sending Facility sends for others and does not name a Sending Facility of its own.',
  'sending-facility-suspended':
    'This Sending Facility is suspended and can take on no sites. Ask the registry.',
  'site-unknown':
    'There is no site of this id. Check it, or leave it empty and fill in the rest to invite the site.',
  'sheet-unreadable': 'This is no CSV that can be read. Save the sheet as CSV (UTF-8) and upload that file.',
  'sheet-headings':
    'The first row must hold these headings, in any order: site id, site name, county, street, city, zip, npi, contact name, contact e-mail.',
  'sheet-empty': 'There is no client site below the headings.',
  'sheet-too-long': 'A sheet holds at most 2,000 client sites. Divide it and upload the parts.',
  'row-too-long': 'This row has more cells than there are headings. Put text that holds a comma in quotes.',
  'day-to-come': 'This day is still to come. Choose today or an earlier day.',
  'period-backwards': 'The last day lies before the first. Exchange them.',
  'period-too-long': 'A statement covers at most 366 days. Choose a later first day, or make two.',
  'no-successful-tests':
    'No test message was accepted in this period. Choose another period, or send test messages first.',
  // Tests.
  'no-message': 'This is no HL7 message. Begin each message with its MSH segment, 50 messages at most.',
  'message-of-another-site': 'MSH-22 must hold the id of this site: you may submit its messages only.',
  'sending-facility-not-confirmed':
    'No Sending Facility has confirmed yet that it sends for this site. Ask the one you named to confirm it.',
  'too-many-invitations':
    'This is more than a Sending Facility may invite in a day. Upload the same sheet again tomorrow: what was done stays done.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;
