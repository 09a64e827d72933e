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
  'second-factor-needed': 'Enter the code of your authenticator app first, or set one up.',
  'organization-needed':
    'Choose the organization that you act for first. If there is none, ask your local administrator.',
  'training-needed': 'Complete the training of your role first. Your training page shows what is missing.',
  'region-not-live': 'The region of your organization has not gone live yet. The timeline says when it does.',
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
  'password-wrong': 'This is not your password. Check it and enter it again.',
  'code-wrong':
    'This code does not count, or has been used. Check the clock of the device, wait for the next code and enter it.',
  'code-slow': 'Too many wrong codes. Wait a quarter of an hour and try again.',
  'authenticator-not-begun': 'No authenticator app is set up here. Begin to set one up.',
  'authenticator-for-staff':
    'Whoever works for the registry signs in with an authenticator app. Set up another one instead.',
  'own-second-factor': 'Nobody resets their own second factor. Ask another administrator.',
  'account-unknown': 'There is no account of this e-mail address. Check it.',
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
  // Messages of the exchange.
  'messages-range': 'At most 92 days are looked through at once. Choose a later first day.',
  'messages-range-all':
    'All sites together are looked through for at most 7 days. Choose fewer days, or a site.',
  // Review and audit.
  'token-wrong':
    'This is no token of a member of the registry’s staff, or it has ended. cairn user add issues one.',
  'id-invalid': 'This is no id; write it as the registry gave it.',
  'why-needed': 'Say why, in three letters or more.',
  'moment-invalid': 'This is no moment; write it as 2025-03-20T10:00:00-07:00.',
  'decision-unknown': 'Write one of the decisions: same, different, later, stays or moves.',
  'other-decision':
    'This goes with another decision: a survivor with same, a moment with later. Leave it out.',
  'decisions-count': 'Send at least one decision, and at most 200 decisions.',
  'yes-or-no': 'Write true or false.',
  'same-dose': 'This is the same dose twice; name two.',
  'unknown-person': 'There is no such person.',
  'same-person': 'The two are one person already.',
  'not-active': 'One of the two was merged meanwhile. Load the page again.',
  sealed: 'One of the two records is sealed. Unseal it first, if it may be merged at all.',
  'held-apart': 'It was decided that these are two persons. Take that decision back first, if it was wrong.',
  'unknown-merge': 'There is no such merge.',
  'already-undone': 'This merge has been undone already.',
  'undo-later-first': 'A later merge was built upon this one. Undo the later one first.',
  'not-merged-so': 'The two are not merged, or not parted, in this way any more. Load the page again.',
  'task-closed': 'This task was decided meanwhile. Load the page again.',
  'other-question': 'This task asks another question. Load the page again.',
  'own-emergency': 'Nobody reviews what they opened themselves. Another administrator does.',
  'reviewed-already': 'This was reviewed already. Load the page again.',
  'audit-period-too-long': 'Choose at most 92 days.',
  // Patients are looked for.
  'search-more': 'Enter a name and the birth date, last and first name, a phone number, or an id.',
  'search-limit':
    'This account has made very many searches in the last hour. Wait an hour, or ask the registry.',
  'reason-short': 'Say in a few words why this is an emergency: at least 15 characters.',
  'emergency-limit':
    'Too many records were opened in emergencies from this account today. Call the registry.',
  // Accounts of a site, and training.
  'own-rights': 'Nobody asks for or changes their own rights. Ask another person.',
  'has-access': 'This person has access to the organization already. Change their role in the list.',
  'role-needed': 'Choose a role, or have the person be a local administrator.',
  'nothing-changes': 'The person has these rights already. Choose others.',
  'person-gone': 'The access of this person has ended meanwhile. Load the page again.',
  'request-pending':
    'Something waits for this person already. Withdraw it first, or wait until the registry has decided.',
  'training-not-open': 'Training has not opened for your region yet.',
  'course-not-yours': 'None of your roles needs this course.',
  'course-unknown': 'There is no such course. Use the name or the id of one of the list.',
  'not-enrolled': 'Enrol in the course first.',
  'quiz-incomplete': 'Answer every question first.',
  'too-many-attempts': 'These were all attempts of today. Read the lessons again and try tomorrow.',
  'list-headings': 'The first row must hold these headings, in any order: e-mail, course, completed on.',
  'list-empty': 'There is nobody below the headings.',
  'list-too-long': 'A list holds at most 2,000 rows. Divide it and upload the parts.',
  // Entries to a patient's record.
  'confirmation-needed': 'Look at what is listed once more. If it is right, confirm it and send it again.',
  'entry-refused': 'The registry did not take this. Nothing was recorded. Check what you entered.',
  'organization-suspended':
    'Your organization is suspended. Nothing can be seen or entered for it. Ask the registry.',
  'another-patient':
    'With this name and birth date it would be another patient. Add that patient instead, or correct fewer things at once.',
  'dose-of-another':
    'Another organization reported this dose. Only that organization can change or delete it.',
  'dose-in-future': 'This day is still to come. Enter the day on which it happened.',
  'dose-before-birth': 'The patient was not born yet on this day. Check the date.',
  'dose-known-already':
    'A vaccination against the same disease is already recorded on this day. Do not enter it twice.',
  'dose-after-death': 'The patient is recorded as having died before this day.',
  'dose-on-birth-day': 'This vaccine is not usual on the day of birth. Check the date.',
  'dose-very-long-ago': 'This day lies very far back. Check the year.',
  'vaccine-unknown': 'Choose a vaccine of the list.',
  'vaccine-too-young': 'The patient was very young for this vaccine on this day.',
  'vaccine-too-old': 'The patient was older than those who get this vaccine.',
  'vaccine-not-in-use': 'This vaccine was not in use on this day. Check the vaccine and the date.',
  'product-unknown': 'This product is not known. Choose one of the list, or leave it out.',
  'product-of-other-vaccine': 'This product is another vaccine. Check both.',
  'lot-invalid': 'This is no lot number. Enter it as it is printed on the package.',
  'lot-unusual': 'Lot numbers rarely look like this. Compare it with the package.',
  'lot-expired':
    'This lot had expired on the day of the dose. Do not give it. If it was given, confirm that.',
  'expiry-implausible': 'This expiry date cannot be right. Compare it with the package.',
  'amount-implausible': 'Enter the amount in milliliters, such as 0.5.',
  'amount-unusual': 'This amount is unusual for this vaccine. Check it.',
  'maker-unusual': 'This manufacturer is not known to make this vaccine.',
  'route-unusual': 'This vaccine is not given by this route.',
  'site-unusual': 'This body site does not fit the route.',
  'eligibility-over-age': 'VFC is for patients under 19. Check the eligibility.',
  'stock-not-for-patient':
    'VFC vaccine is for patients who are eligible. Check the eligibility and the stock.',
  'name-has-digits': 'Names are written with letters. Take the digits out.',
  'birth-date-implausible': 'This birth date cannot be right. Check it.',
  // Stock of vaccines.
  'lot-known-already':
    'This lot is in your stock already, with this vaccine and funding. Open it in the list and enter the receipt there.',
  'asked-otherwise':
    'This was entered already, with other values. Look at the transactions of the lot, and correct them there.',
  'below-zero':
    'There are fewer doses on hand than that, so nothing was entered. Check the number, or count your stock first.',
  'counted-meanwhile':
    'Stock moved while you counted, so nothing was recorded. Count the lots that are named again.',
  'stock-moved': 'Doses came in or were given meanwhile. Compare with what is expected now.',
  'count-empty': 'Enter what you counted of at least one lot.',
  'count-reason-needed': 'Choose why it differs.',
  'count-invalid': 'Enter how many doses you counted; 0 if there are none.',
  'note-needed': 'Say in a few words what happened.',
  'doses-invalid': 'Enter a whole number of doses, 1 or more.',
  'doses-zero': 'Enter by how many doses, such as 2 or -2.',
  'lot-unknown': 'Choose one of your lots.',
  'funding-unknown': 'Choose a source of funding of the list.',
  'ndc-invalid':
    'This is no NDC. Enter it as printed on the package, such as 00006-4681-00, or leave it out.',
  'transfer-to-unknown': 'No organization of this id takes vaccines. Check the id, such as DE-000101.',
  'transfer-to-itself': 'This is your own organization. Enter the id of the one that gets the doses.',
  'transfer-ended': 'These doses were received or taken back meanwhile. Load the page again.',
  'dose-settled': 'Somebody settled this dose meanwhile, or a newer message did. Load the page again.',
  'deduction-is-on': 'Doses are deducted by your messages already.',
  'deduction-not-asked':
    'The site has not asked for this. A Power user of the site asks on its Inventory page.',
  'deduction-day': 'Choose a day from a month ago to a year from now.',
  // Flat files.
  'flat-files-no-longer-taken':
    'Flat files are no longer taken. Nothing was recorded. Send HL7 2.5.1 messages by SOAP instead.',
  'production-needed':
    'Your organization has not been promoted to production yet. Finish the steps of onboarding first.',
  'file-needed': 'Choose a file.',
  'file-without-content': 'There is nothing in this file. Choose another one.',
  'file-empty': 'There is no row below the headings.',
  'file-too-many-rows': 'A file holds at most 5,000 rows. Divide it and send the parts.',
  'file-not-text': 'This is no text: save the sheet as CSV (UTF-8) and send that.',
  'file-not-utf8': 'The file is not UTF-8. Save it as CSV (UTF-8) and send it again.',
  'file-quotes':
    'The quotes do not close, or stand in the middle of a cell. Put the whole cell in quotes and double those inside.',
  'file-headings':
    'The first row must hold the names of the columns, separated by commas. The page of flat files has an empty file with all of them.',
  'file-column-missing': 'This column is missing.',
  'file-column-unknown': 'The heading of this column is not known.',
  'file-column-twice': 'This column is there twice.',
  'file-type': 'Send the file as text/csv.',
  // Acknowledgements handed on.
  'url-invalid': 'This is no address of a web service. Write it as https://ehr.example.org/acknowledgements.',
  'url-not-https': 'The address must begin with https://.',
  'no-endpoint': 'No address is registered. Register one first.',
  // Programs that ask with the credentials of the exchange.
  'credentials-wrong':
    'The username or password is not valid. Send the credentials of the exchange as HTTP Basic; after a rotation the old password ends.',
  'credentials-throttled': 'Too many wrong passwords for this username. Wait one minute and correct it.',
  'credentials-expired': 'The password of this username has expired. Replace it at the portal.',
  'credentials-revoked':
    'The credentials of this username were revoked. Ask the contacts of your organization, or the registry, for new ones.',
  'credentials-replaced':
    'This password was replaced. Enter the one that the portal showed when it was replaced.',
  'certificate-missing':
    'This username asks for a client certificate, and none came. Send the one whose fingerprint is registered at the portal.',
  'certificate-other':
    'This username asks for a client certificate, and another one came. Send the registered one, or register this one at the portal.',
  // Connections to other registries.
  'endpoint-url-invalid':
    'Enter the address of the web service, such as https://registry.example/IISService.',
  'endpoint-url-has-password':
    'No user name or password belongs into the address. Enter them in their own fields.',
  'endpoint-url-not-https': 'The address must begin with https://: patients’ data go there.',
  'password-for-new-url':
    'The address leads to another server. Enter the password again: the one that is kept is not sent there.',
  'header-part-invalid': 'The characters | ~ \\ & cannot stand here.',
  'lanes-invalid': 'Enter a number from 1 to 32.',
  'timeout-invalid': 'Enter seconds from 1 to 120.',
  'local-time-invalid': 'Enter a day and a time of day, such as 22:30.',
  'window-ends-too-early': 'The maintenance must end after it begins, and in the future.',
  'window-too-long': 'Maintenance lasts at most 31 days. Turn the connection off where it takes longer.',
  'endpoint-not-set-up': 'This connection is not set up yet. Save its settings first.',
  'backfill-period-invalid': 'The period must not end before it begins, nor in the future.',
  'backfill-running': 'An earlier period is still being sent. Wait until it is done, or stop it.',
  // History loaded in bulk.
  'history-not-production':
    'History is loaded by organizations in production. Finish testing first, or ask the registry.',
  'history-too-many': 'Twenty files of this organization are not loaded yet. Wait, or cancel one.',
  'history-too-large': 'A file may have 4 GB. Divide it, or compress it with gzip.',
  'history-piece-wrong':
    'This is no piece of the file as it was announced. Send it as application/octet-stream in pieces of the size agreed.',
  'history-piece-differs':
    'This piece was uploaded before with other content. If the file was changed, cancel the load and begin a new one.',
  'history-not-hl7': 'There is no HL7 message in it. Choose a file of VXU messages, each beginning with MSH.',
  'history-incomplete': 'Pieces of the file are missing. Upload them, then finish again.',
  'history-fingerprint':
    'What was uploaded is not the file that was announced. Cancel the load and upload the file again.',
  'history-not-now': 'This load is over, or not at a step where that can be done. Look at its state.',
} as const;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;
