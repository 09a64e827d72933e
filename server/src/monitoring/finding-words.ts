import { catalogue } from '@cairn/guide';
import { DELIVERY_FAULTS, type DeliveryFault } from '../exchange/delivery.ts';
import { DELIVERY_ADVICE, DELIVERY_REASONS } from '../exchange/delivery-words.ts';

/** What a code of a finding means and what to do about it, in the words that the answer to a message has. */
export type FindingWords = { readonly what: string; readonly fix: string };

/** Of what is found by who sends and by what the registry knows; the guide's catalogue has the others. */
const OURS: Readonly<Record<string, FindingWords>> = {
  'processing-id-unsupported': {
    what: 'The processing id in MSH-11 is not one that is taken here.',
    fix: 'Send P in MSH-11, on the testing address too.',
  },
  'version-unsupported': {
    what: 'The HL7 version in MSH-12 is not taken here.',
    fix: 'Send 2.5.1 in MSH-12 and follow the national immunization guide, release 1.5.',
  },
  'message-excessive': {
    what: 'The message is larger than any that makes sense.',
    fix: 'Correct it, or send the doses in several messages.',
  },
  'segment-missing': {
    what: 'The message lacks a segment that must be there.',
    fix: 'Send it; the answer to each message names it.',
  },
  'required-field-missing': {
    what: 'A field that must have a value is empty.',
    fix: 'Send the field; the answer to each message names it.',
  },
  'required-component-missing': {
    what: 'A part of a field that must have a value is empty.',
    fix: 'Send it; the answer to each message names it.',
  },
  'sending-facility-missing': {
    what: 'MSH-4 (Sending Facility) is empty.',
    fix: 'Send the id that was issued to you in MSH-4.',
  },
  'sending-facility-not-yours': {
    what: 'MSH-4 (Sending Facility) is not the organization that the credentials were issued to.',
    fix: 'Send your own id in MSH-4, or use the credentials of the organization that is in it.',
  },
  'responsible-organization-unknown': {
    what: 'MSH-22 (Responsible Organization) is not registered here.',
    fix: 'Check the id against the registration confirmation; an unregistered site registers at the portal first.',
  },
  'responsible-organization-not-confirmed': {
    what: 'That the sender sends for the organization in MSH-22 has not been confirmed yet.',
    fix: 'The side that was named by the other confirms it at the portal; then resend.',
  },
  'responsible-organization-not-linked': {
    what: 'The sender is not registered as sending for the organization in MSH-22.',
    fix: 'Correct MSH-22, or have that site name you as its Sending Facility at the portal.',
  },
  'organization-suspended': {
    what: 'Data exchange of this organization is suspended.',
    fix: 'Contact the registry; resend when the suspension has been lifted.',
  },
  'organization-still-testing': {
    what: 'The organization has not been moved to production yet.',
    fix: 'Send to the testing address (/test/IISService) until the registry has approved production.',
  },
  'query-not-approved': {
    what: 'The organization may not query yet.',
    fix: 'Show by test queries that your system is ready; the registry then approves bidirectional exchange.',
  },
  'query-unsupported': {
    what: 'The query has no name, or one that is not served here (QPD-1).',
    fix: 'Send Z34 or Z44 in QPD-1 and MSH-21.',
  },
  'query-patient-missing': {
    what: 'The query does not say enough to find the patient.',
    fix: 'Send QPD-3, or QPD-4 with last and first name and QPD-6 as YYYYMMDD.',
  },
  'too-many-misses': {
    what: 'Too many queries of this organization within an hour found nobody, or several.',
    fix: 'Send the patient id, address, phone and maiden name of the mother with each query; try again in an hour.',
  },
  'submission-sent-as-query': {
    what: 'A VXU came in by an operation for queries.',
    fix: 'Submit it with submitSingleMessage or submitBatchMessage.',
  },
  'patient-unreadable': {
    what: 'PID has no patient id (PID-3), or no birth date (PID-7).',
    fix: 'Send both and resend the message.',
  },
  'control-id-reused': {
    what: 'A message control id was used before for another message.',
    fix: 'Give each message an id of its own in MSH-10.',
  },
  'patient-id-names-someone-else': {
    what: 'The patient id is known at this organization for somebody else.',
    fix: 'Check PID-3 against name and birth date, and correct the one that is wrong.',
  },
  'administering-organization-unknown': {
    what: 'The organization in RXA-11.4 is not registered here.',
    fix: 'Send the id of the site that gave the dose.',
  },
  'administering-organization-not-yours': {
    what: 'The organization in RXA-11.4 is not one that the sender acts for.',
    fix: 'Send the id of your own site that gave the dose, or report the dose as historical.',
  },
  'inventory-not-deducted': {
    what: 'A dose that was given is not deducted from stock, since no one lot in stock agrees with what is said of it.',
    fix: 'Settle it in the inventory, or send the update with what was wrong; the answer to the message names it.',
  },
  'inventory-lot-below-zero': {
    what: 'More doses of a lot were given than the inventory had.',
    fix: 'Count the lot and enter what is missing in the inventory.',
  },
  'inventory-lot-expired': {
    what: 'A dose was given after the day on which its lot expired, by the inventory.',
    fix: 'Check lot number, date of the dose, and the expiration date in the inventory.',
  },
  'nothing-to-delete': {
    what: 'A dose was to be deleted that the registry does not have from this organization.',
    fix: 'Send the filler order number (ORC-3) with which the dose was reported.',
  },
  'nothing-to-update': {
    what: 'A dose was to be updated that the registry does not have from this organization.',
    fix: 'Send the filler order number (ORC-3) with which the dose was reported, or action A.',
  },
  'credentials-wrong': {
    what: 'A message came with this username and a wrong password.',
    fix: 'Correct the password in your system. If your system did not send it, somebody tried your username.',
  },
  'credentials-expired': {
    what: 'A message came with a password that has expired.',
    fix: 'Replace the password at the portal, enter the new one in your system and resend.',
  },
  'credentials-revoked': {
    what: 'A message came with credentials that were revoked.',
    fix: 'Get new credentials at the portal and resend.',
  },
  'credentials-rotated-out': {
    what: 'A message came with a password that was replaced.',
    fix: 'Enter the new password in every system that sends with this username, then resend.',
  },
  'client-certificate-missing': {
    what: 'A message came without the registered client certificate.',
    fix: 'Set up the certificate in your system, or register the fingerprint of the new one at the portal.',
  },
  'address-closed': {
    what: 'Messages come to an address that was closed.',
    fix: 'Send to the new address; the answer to each message names it.',
  },
  ...Object.fromEntries(
    Object.keys(DELIVERY_FAULTS).map((fault) => [
      `delivery-${fault}`,
      {
        what: `${DELIVERY_REASONS[fault as DeliveryFault]}: a message did not get to the registry that was to answer it, or no answer came.`,
        fix: DELIVERY_ADVICE[DELIVERY_FAULTS[fault as DeliveryFault].retry],
      },
    ]),
  ),
};

let known: ReadonlyMap<string, FindingWords> | undefined;

/** The words of a code; of one that is not known any more the code itself. */
export function wordsOf(code: string): FindingWords {
  known ??= new Map([
    ...catalogue().map((entry) => [entry.code, spoken(entry)] as const),
    ...Object.entries(OURS),
  ]);
  return known.get(code) ?? { what: code, fix: '' };
}

/** What stands in the blanks where a finding is spoken of in general; the messages themselves say which field it is. */
const BLANKS: readonly (readonly [string, string])[] = [
  ['of table {table}', 'of its table'],
  ['than {length} characters', 'than it may be'],
  ['has no {segment} segment', 'lacks a segment that must be there'],
  ['{where}', 'a field'],
  ['{path}', 'the field'],
  ['{codes}', 'its codes'],
  ['{segment}', 'segment'],
];

function spoken({
  message,
  states,
  fix,
}: {
  readonly message: string;
  readonly states: string;
  readonly fix: string;
}): FindingWords {
  const said = inGeneral(message.replace(/^MESSAGE REJECTED\. /, ''));
  const todo = inGeneral(fix);
  return {
    what: said.includes('{') ? `Not so: ${states}` : said,
    fix: todo.includes('{') ? '' : todo,
  };
}

function inGeneral(words: string): string {
  const filled = BLANKS.reduce((text, [blank, word]) => text.replaceAll(blank, word), words);
  return filled.charAt(0).toUpperCase() + filled.slice(1);
}
