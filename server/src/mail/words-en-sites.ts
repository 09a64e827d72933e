import { reportBlocks, type ReportWords } from './words-report.ts';
import type { Words } from './words.ts';

/** What is written about a site: who sends for it, its tests, its steps, its credentials. */
export const siteWordsEn: Words<
  | 'client-named-you'
  | 'sending-facility-asks'
  | 'sending-facility-confirmed'
  | 'client-invited'
  | 'test-report'
  | 'sent-back'
  | 'step-reached'
  | 'suspended'
  | 'suspension-lifted'
  | 'credential-expiring'
  | 'credential-rotated'
  | 'credential-revoked'
> = {
  'client-named-you': ({ siteName, siteCode, sendingFacility, link }) => ({
    subject: `${siteName} names ${sendingFacility} as its Sending Facility`,
    blocks: [
      {
        p: `${siteName} (Site ID ${siteCode}) registered and says that ${sendingFacility} sends its immunization messages.`,
      },
      {
        p: 'Please confirm it in the portal if it is so. Until then messages that you send for this site are refused.',
      },
      { button: 'Look at your client sites', link },
    ],
  }),
  'sending-facility-asks': ({ siteName, sendingFacility, link }) => ({
    subject: `${sendingFacility} says that it sends for ${siteName}`,
    blocks: [
      {
        p: `${sendingFacility} entered ${siteName} as one of the sites whose immunization messages it sends.`,
      },
      {
        p: 'Please confirm it if that was agreed with your site. Until then messages that it sends for you are refused. If it was not agreed, there is nothing to do.',
      },
      { button: 'Look at it in the portal', link },
    ],
  }),
  'sending-facility-confirmed': ({ siteName, sendingFacility, link }) => ({
    subject: `${sendingFacility} and ${siteName}: sending is confirmed`,
    blocks: [
      {
        p: `Both sides have confirmed that ${sendingFacility} sends the immunization messages of ${siteName}.`,
      },
      { p: 'Messages that it sends for this site are taken from now on, as far as the site has come.' },
      { button: 'Open the site in the portal', link },
    ],
  }),
  'client-invited': ({ name, siteName, sendingFacility, link, expiresAt }, { moment, registry }) => ({
    subject: `${sendingFacility} invites ${siteName} to register`,
    to: name,
    blocks: [
      {
        p: `${sendingFacility} would like to send the immunization messages of ${siteName} to the ${registry}. For that your site registers once; it takes about 15 minutes, and you can stop and go on later.`,
      },
      {
        list: [
          'Have at hand: address and contacts of the site, its NPI, name and license number of the lead clinician, name and version of the EHR.',
          'What we already know is filled in. Please check it.',
        ],
      },
      { button: 'Register the site', link },
      { p: `The invitation is good until ${moment(expiresAt)}.` },
      { p: 'If you know nothing of it, ask the Sending Facility before you register, or do nothing.' },
    ],
  }),
  'test-report': (letter, say) => reportBlocks(letter, say, REPORT),
  'sent-back': ({ siteName, step, reasons, link }) => ({
    subject: `${siteName}: something is to be corrected before the next step`,
    blocks: [
      {
        p: `A data exchange specialist of the registry looked at ${siteName} in the step “${STEPS[step]}” and asks for corrections:`,
      },
      { quote: reasons },
      {
        p: 'Correct it together with your EHR vendor, then send messages again. The portal shows which of them pass.',
      },
      { button: 'Open the site in the portal', link },
    ],
  }),
  'step-reached': ({ siteName, step, link, testingAddress, productionAddress }) => {
    if (step === 'real-data') {
      return {
        subject: `${siteName}: now send messages of real patients`,
        blocks: [
          {
            p: 'The test messages are complete; thank you. The next step shows that real messages arrive as they should.',
          },
          {
            steps: [
              `Let your EHR send the messages of real patients, still to the address for tests: ${testingAddress}`,
              'They are compared, and never recorded in the registry. Vaccinations that are to be recorded must be reported another way as before.',
              'Look at the comparison in the portal. When enough messages agree, a specialist of the registry looks at them, and a second one approves production.',
            ],
          },
          { button: 'Open the site in the portal', link },
        ],
      };
    }
    if (step === 'bidx') {
      return {
        subject: `${siteName} may query the registry`,
        blocks: [
          {
            p: 'Bidirectional exchange is approved: your EHR can ask for histories and forecasts of your patients.',
          },
          { facts: [['Address', productionAddress]] },
          {
            p: 'The credentials stay the same. Every query is logged; ask only about patients of your site.',
          },
          { button: 'Open the site in the portal', link },
        ],
      };
    }
    return {
      subject: `${siteName} is in production`,
      blocks: [
        { p: 'Congratulations: from now on the messages of your site are recorded in the registry.' },
        { facts: [['Address for production', productionAddress]] },
        {
          steps: [
            'Have the EHR send to this address. User name and password stay the same.',
            'Watch the acknowledgements: a message that is refused was not recorded, and is to be corrected and sent again.',
            `The address for tests stays open: ${testingAddress}`,
          ],
        },
        { button: 'Open the site in the portal', link },
      ],
    };
  },
  suspended: ({ siteName, reason, link }) => ({
    subject: `${siteName} is suspended`,
    blocks: [
      {
        p: `The registry has suspended the data exchange of ${siteName}. Its messages are refused and not recorded until that ends.`,
      },
      { p: 'The reason:' },
      { quote: reason },
      {
        p: 'Keep the messages that are refused, so that they can be sent again. Speak with your data exchange specialist about what is to be done.',
      },
      { button: 'Open the site in the portal', link },
    ],
  }),
  'suspension-lifted': ({ siteName, link }) => ({
    subject: `${siteName} may send again`,
    blocks: [
      { p: `The suspension of ${siteName} has ended; messages are taken as before.` },
      { p: 'Please send again what was refused meanwhile.' },
      { button: 'Open the site in the portal', link },
    ],
  }),
  'credential-expiring': ({ siteName, username, days, expiresAt, link }, { moment }) => ({
    subject: `${siteName}: the password of the data exchange ends in ${days === 1 ? '1 day' : `${days} days`}`,
    blocks: [
      {
        p: 'The password with which your EHR signs in at the registry runs out. From then on its messages are refused.',
      },
      {
        facts: [
          ['Site', siteName],
          ['User name', username],
          ['Ends', moment(expiresAt)],
        ],
      },
      {
        p: 'Make a new one in the portal before that day and enter it in the EHR. For a while the old and the new one both work, so that no message is lost.',
      },
      { button: 'Make a new password', link },
    ],
  }),
  'credential-rotated': ({ siteName, username, previousUntil, link }, { moment }) => ({
    subject: `${siteName}: a new password for the data exchange was made`,
    blocks: [
      {
        p: `For the user name ${username} of ${siteName} a new password was made. It was shown once, in the portal.`,
      },
      {
        p:
          previousUntil === undefined
            ? 'The old password no longer works. Enter the new one in the EHR now.'
            : `The old password works until ${moment(previousUntil)}. Enter the new one in the EHR by then.`,
      },
      { button: 'Look at the credentials', link },
      {
        p: 'If nobody of your site did this, revoke the credentials in the portal at once and tell the registry.',
      },
    ],
  }),
  'credential-revoked': ({ siteName, username, link }) => ({
    subject: `${siteName}: the credentials of the data exchange were revoked`,
    blocks: [
      {
        p: `The user name ${username} of ${siteName} was revoked. Messages that come with it are refused from now on.`,
      },
      { p: 'To send again, make new credentials in the portal and enter them in the EHR.' },
      { button: 'Look at the credentials', link },
    ],
  }),
};

const STEPS = {
  testing: 'test messages',
  'real-data': 'messages of real patients',
  bidx: 'bidirectional exchange (BiDX)',
} as const;

const REPORT: ReportWords = {
  subjectOne: (site, outcome) => `${site}: test message ${outcome}`,
  subjectMany: (site, count) => `${site}: report on ${count} test messages`,
  introduction: (site, code) =>
    `This is the report on messages that ${site} (${code}) sent to the address for tests. Nothing of them was recorded in the registry.`,
  summary: (passed, all) => `${passed} of ${all} passed.`,
  outcomes: {
    accepted: 'accepted',
    'partly-accepted': 'accepted in part',
    refused: 'refused',
    answered: 'answered',
    fault: 'answered with a fault',
  },
  received: 'received',
  noControlId: 'without a control ID',
  acknowledgement: 'acknowledgement',
  severities: { E: 'Error', W: 'Warning', I: 'Note' },
  noFindings: 'Nothing was found to be wrong.',
  moreFindings: (count) => `${count} more on the page of the message.`,
  openMessage: 'Open the message',
  moreMessages: (count) => `${count} more messages are not listed here; the portal shows all of them.`,
  next: 'What to do: correct what is marked as an error together with your EHR vendor, and send the message again with a new control ID. Warnings do not stop a message, but are worth correcting.',
  nextWhenAllPassed:
    'What to do: go on with the next case of the readiness list. This mail can serve as a record of your test.',
  findingsLanguage: undefined,
  openAll: 'See all test messages',
};
