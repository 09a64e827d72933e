import type { Words } from './words.ts';

/** What the registry's administrators are reminded of. */
export const reviewWordsEn: Words<'emergency-unreviewed'> = {
  'emergency-unreviewed': ({ name, opener, organization, at, link }, { moment }) => ({
    subject: 'A record opened in an emergency waits for review',
    to: name,
    blocks: [
      {
        p: `${opener}${organization === undefined ? '' : ` (${organization})`} opened a record in an emergency, on ${moment(at)}. More than 24 hours have passed, and nobody has reviewed it.`,
      },
      { p: 'Please look at the reason that was given and at what was done, and write down what you found.' },
      { button: 'Review it', link },
    ],
  }),
};
