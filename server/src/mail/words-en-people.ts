import type { Words } from './words.ts';

const ROLES = {
  'read-only': 'Read-only',
  school: 'School or day care',
  regular: 'Regular user',
  power: 'Power user',
  'dx-qa': 'Data Exchange Quality Assurance',
} as const;

/** What is written about the people of a site: their rights, and what they must have learnt. */
export const peopleWordsEn: Words<
  'account-approved' | 'account-decided' | 'account-ended' | 'training-expiring'
> = {
  'account-approved': (letter, { moment }) => {
    const { name, siteName, userRole, isLocalAdministrator, needsTraining, link, expiresAt } = letter;
    return {
      subject: `Your access at ${siteName}`,
      to: name,
      blocks: [
        { p: `What ${siteName} asked for you has been approved. You sign in with this e-mail address.` },
        {
          facts: [
            ['Organization', siteName],
            ...(userRole === undefined ? [] : [['Role', ROLES[userRole]] as const]),
            ...(isLocalAdministrator ? [['Also', 'Local administrator'] as const] : []),
          ],
        },
        ...(needsTraining
          ? [
              {
                p: 'Your role counts once you have completed its training, and once the region of your organization is live. The page Training shows both.',
              },
            ]
          : []),
        ...(expiresAt
          ? [{ button: 'Choose a password', link }, { p: `The link works once, until ${moment(expiresAt)}.` }]
          : [{ button: needsTraining ? 'Open the training' : 'Sign in', link }]),
      ],
    };
  },
  'account-decided': ({ name, siteName, person, reason, link }) => ({
    subject:
      reason === undefined
        ? `Approved: the access of ${person} at ${siteName}`
        : `Not approved: the access of ${person} at ${siteName}`,
    to: name,
    blocks: [
      ...(reason === undefined
        ? [{ p: `The registry approved what you asked for ${person}, who has been told by mail.` }]
        : [
            { p: `The registry did not approve what you asked for ${person}. The reason:` },
            { quote: reason },
            { p: 'Nothing was changed. You can ask again once that is settled.' },
          ]),
      { button: 'Open Account Update', link },
    ],
  }),
  'account-ended': ({ name, siteName }) => ({
    subject: `Your access at ${siteName} has ended`,
    to: name,
    blocks: [
      { p: `A local administrator of ${siteName} has ended your access there. It no longer works.` },
      { p: 'If you think that this is a mistake, ask them. What you may do elsewhere stays as it is.' },
    ],
  }),
  'training-expiring': ({ name, course, expiresOn, link }, { day }) => ({
    subject: `Your training ends on ${day(noonOf(expiresOn))}`,
    to: name,
    blocks: [
      { p: `Your completion of “${course}” counts until the day before ${day(noonOf(expiresOn))}.` },
      { p: 'From then on you cannot work with your role. Take the course again before that.' },
      { button: 'Open the training', link },
    ],
  }),
};

/** A day of the calendar is the same everywhere; at noon in UTC it is that day in all of America. */
export const noonOf = (civil: string): Date => new Date(`${civil}T20:00:00Z`);
