import type { Words } from './words.ts';

const NOT_YOU =
  'If it was not you, set a new password at once, at “Forgot your password?” on the sign-in page, and tell the registry.';

/** What is written about the ways in: codes of apps, and who tries to guess. */
export const signInWordsEn: Words<'second-factor-changed' | 'sign-in-attempts'> = {
  'second-factor-changed': ({ name, what }) => ({
    subject: {
      'set-up': 'An authenticator app was set up',
      'recovery-code-used': 'A recovery code was used to sign in',
      'turned-off': 'The authenticator app was turned off',
      reset: 'Your authenticator app was reset',
    }[what],
    to: name,
    blocks: [
      {
        p: {
          'set-up':
            'From now on, signing in to the portal asks for a code of this app besides your password. Keep the recovery codes where you find them without your phone.',
          'recovery-code-used':
            'Somebody signed in to the portal as you, just now, with one of your recovery codes. It does not work again. If few are left, make new ones on the page of your account.',
          'turned-off': 'From now on, signing in to the portal asks for your password alone.',
          reset:
            'The registry reset it because the device was reported lost. You were signed out everywhere. When you sign in the next time, set up an app again if you are asked to.',
        }[what],
      },
      { p: NOT_YOU },
    ],
  }),
  'sign-in-attempts': ({ name, count, at }, { moment }) => ({
    subject: 'Somebody tries to sign in as you',
    to: name,
    blocks: [
      {
        p: `${count} times in a row a wrong password or code was given for your access to the portal, the last time on ${moment(at)}. Nobody got in by that. Further attempts have to wait.`,
      },
      {
        p: 'If it was you, try again later, or set a new password at “Forgot your password?” on the sign-in page. If it was not, tell the registry. We write this once a day at most.',
      },
    ],
  }),
};
