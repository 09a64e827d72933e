import type { Words } from './words.ts';

const ONCE = 'The link works once.';
const IGNORE = 'If this was not you, do nothing: without the link nothing happens.';

/** What is written about registering, signing in, and who may see a site. */
export const accountWordsEn: Words<
  | 'resume-registration'
  | 'verify-email'
  | 'registration-confirmed'
  | 'set-password'
  | 'reset-password'
  | 'password-changed'
  | 'confirm-access-request'
  | 'access-asked'
  | 'access-granted'
  | 'access-refused'
  | 'already-registered'
> = {
  'resume-registration': ({ siteName, link, expiresAt }, { moment }) => ({
    subject: 'Your registration is saved',
    blocks: [
      {
        p: `The registration of ${siteName === '' ? 'your site' : siteName} is saved as far as you have come. Go on where you stopped, on this or on another computer.`,
      },
      { button: 'Continue the registration', link },
      { p: `The link works until ${moment(expiresAt)}.` },
      {
        p: 'Whoever has the link can read and change the registration. Pass it on only to those who fill it in with you.',
      },
    ],
  }),
  'verify-email': ({ siteName, name, link, expiresAt }, { moment }) => ({
    subject: 'Please confirm your e-mail address',
    to: name,
    blocks: [
      { p: `${siteName} was registered for immunization data exchange, with you as its Site Contact.` },
      { p: `Please confirm that this address is yours by ${moment(expiresAt)}. ${ONCE}` },
      { button: 'Confirm the e-mail address', link },
      {
        p: 'Then the site gets its Site ID, and you and the Data Exchange Contact get a mail with the next steps.',
      },
      { p: `${IGNORE} The site is not registered then.` },
    ],
  }),
  'registration-confirmed': (letter, { moment }) => ({
    subject: `${letter.siteName} is registered: your Site ID is ${letter.siteCode}`,
    to: letter.name,
    blocks: [
      {
        p: 'Thank you for registering. Please keep this mail: the Site ID and the steps below are needed before your site can send immunization messages.',
      },
      {
        facts: [['Site', letter.siteName], ['Site ID', letter.siteCode], ...idsEn(letter)],
      },
      ...(letter.passwordLink === undefined
        ? []
        : [
            { heading: 'Your access to the portal' },
            { p: `Choose a password; you sign in with this e-mail address. ${ONCE}` },
            { button: 'Choose a password', link: letter.passwordLink },
          ]),
      ...(letter.credentialsLink === undefined
        ? []
        : [
            { heading: 'The credentials of your EHR' },
            {
              p: 'User name and password of the web service are shown once, on a page, and never sent by mail. Open it when you, or whoever sets up the EHR, can put them away safely. If they were shown to the wrong person or got lost, make new ones in the portal.',
            },
            { button: 'Show the credentials once', link: letter.credentialsLink },
          ]),
      ...(letter.linksExpireAt === undefined
        ? []
        : [{ p: `These links work until ${moment(letter.linksExpireAt)}.` }]),
      { heading: 'Next steps' },
      { steps: nextStepsEn(letter) },
      { button: 'Open your site in the portal', link: letter.siteLink },
    ],
  }),
  'set-password': ({ name, siteName, link, expiresAt }, { moment }) => ({
    subject: `Your access to the portal for ${siteName}`,
    to: name,
    blocks: [
      { p: `You were added to the people who look after ${siteName} in the data exchange portal.` },
      {
        p: `Please choose a password by ${moment(expiresAt)}. You sign in with this e-mail address. ${ONCE}`,
      },
      { button: 'Choose a password', link },
      { p: 'If the link has run out, ask for a new one at “Forgot your password?” on the sign-in page.' },
    ],
  }),
  'reset-password': ({ name, link, expiresAt }, { moment }) => ({
    subject: 'Choose a new password',
    to: name,
    blocks: [
      { p: 'Somebody asked for a new password for your access to the portal.' },
      { p: `If it was you, choose one by ${moment(expiresAt)}. ${ONCE}` },
      { button: 'Choose a new password', link },
      { p: 'If it was not you, do nothing: your password stays as it is.' },
    ],
  }),
  'password-changed': ({ name }) => ({
    subject: 'Your password was changed',
    to: name,
    blocks: [
      {
        p: 'The password of your access to the portal was changed just now, and you were signed out everywhere else.',
      },
      {
        p: 'If it was you, there is nothing to do. If it was not, choose a new password at once, at “Forgot your password?” on the sign-in page, and tell the registry.',
      },
    ],
  }),
  'confirm-access-request': ({ name, siteName, link, expiresAt }, { moment }) => ({
    subject: `Confirm that you ask for access to ${siteName}`,
    to: name,
    blocks: [
      { p: `With this e-mail address somebody asked for access to ${siteName} in the data exchange portal.` },
      { p: `If it was you, confirm it by ${moment(expiresAt)}. ${ONCE}` },
      { button: 'Confirm the request', link },
      { p: 'The contacts of the site then decide about it, and you get a mail.' },
      { p: IGNORE },
    ],
  }),
  'access-asked': ({ siteName, requester, requesterEmail, reason, link }) => ({
    subject: `${requester} asks for access to ${siteName}`,
    blocks: [
      { p: `Somebody asks for access to ${siteName} and has confirmed the e-mail address below.` },
      {
        facts: [
          ['Name', requester],
          ['E-mail address', requesterEmail],
        ],
      },
      { p: 'The reason given:' },
      { quote: reason },
      {
        p: 'Please decide. If you do not know this person, ask at your site first: with access one sees the messages and settings of the site.',
      },
      { button: 'Decide about the request', link },
    ],
  }),
  'access-granted': ({ name, siteName, link }) => ({
    subject: `You have access to ${siteName}`,
    to: name,
    blocks: [
      { p: `Your request was granted: ${siteName} is now among your sites in the portal.` },
      { button: 'Open the site', link },
    ],
  }),
  'access-refused': ({ name, siteName }) => ({
    subject: `Your request for access to ${siteName}`,
    to: name,
    blocks: [
      { p: `The contacts of ${siteName} did not grant your request for access.` },
      {
        p: 'If you think that this is a mistake, speak with the Site Contact of your site; you can ask again then.',
      },
    ],
  }),
  'already-registered': ({ name, siteName, link }) => ({
    subject: `${siteName} is registered already`,
    to: name,
    blocks: [
      {
        p: `Somebody began to register a site that looks like ${siteName}, which is registered and has you as a contact.`,
      },
      {
        p: 'A site is registered once. If you or somebody of your site wanted to register it again, open the portal instead; there people can be added, and contacts and settings changed.',
      },
      { button: 'Open the site', link },
      { p: 'If you know nothing of it, there is nothing to do.' },
    ],
  }),
};

type Confirmed = Parameters<(typeof accountWordsEn)['registration-confirmed']>[0];

function idsEn({ siteType, siteCode, sendingFacility }: Confirmed): readonly (readonly [string, string])[] {
  if (siteType === 3) {
    return [
      ['MSH-4 of your messages', siteCode],
      ['MSH-22 and RXA-11.4', 'the Site ID of the client site'],
    ];
  }
  return [
    [
      'MSH-4 of your messages',
      siteType === 1 ? siteCode : `the ID of ${sendingFacility ?? 'your Sending Facility'}`,
    ],
    ['MSH-22 and RXA-11.4', siteCode],
  ];
}

function nextStepsEn(letter: Confirmed): readonly string[] {
  const {
    siteType,
    siteCode,
    testingAddress,
    productionAddress,
    sendingFacility = 'your Sending Facility',
  } = letter;
  if (siteType === 2) {
    return [
      `${sendingFacility} was told and confirms in the portal that it sends for your site.`,
      `Give your EHR vendor the Site ID ${siteCode}: it goes into MSH-22 and RXA-11.4 of every message.`,
      `${sendingFacility} sends test messages for you. You get a report about each of them, and see them in the portal.`,
      'When all the test cases are shown, messages of real patients are compared, and then your site goes to production.',
    ];
  }
  return [
    `Give your EHR vendor the credentials and the address for tests: ${testingAddress}`,
    siteType === 1
      ? `Put the Site ID ${siteCode} into MSH-4, MSH-22 and RXA-11.4 of every message.`
      : `Put ${siteCode} into MSH-4, and the Site ID of the client site into MSH-22 and RXA-11.4. Add your client sites in the portal.`,
    'Send test messages with invented patients. You get a report about each of them. In the workbench of the portal you can check messages before.',
    `When all the test cases are shown, messages of real patients are compared, and then your site goes to production: ${productionAddress}`,
  ];
}
