import { accountWordsEn } from './words-en-accounts.ts';
import { signInWordsEn } from './words-en-sign-in.ts';
import { patientWordsEn } from './words-en-patients.ts';
import { peopleWordsEn } from './words-en-people.ts';
import { reviewWordsEn } from './words-en-review.ts';
import { outboundWordsEn } from './words-en-outbound.ts';
import { exchangeWordsEn } from './words-en-exchange.ts';
import { inventoryWordsEn } from './words-en-inventory.ts';
import { siteWordsEn } from './words-en-sites.ts';
import type { Frame, Words } from './words.ts';

export const wordsEn: Words = {
  ...accountWordsEn,
  ...exchangeWordsEn,
  ...inventoryWordsEn,
  ...outboundWordsEn,
  ...signInWordsEn,
  ...patientWordsEn,
  ...siteWordsEn,
  ...reviewWordsEn,
  ...peopleWordsEn,
};

export const frameEn: Frame = {
  locale: 'en-US',
  greeting: (name) => (name === undefined ? 'Hello,' : `Hello ${name},`),
  farewell: (registry) => `With kind regards\n${registry}`,
  footer: (registry) => [
    `This mail was written by the data exchange portal of the ${registry}. Nobody of the registry will ever ask you for a password, by mail or by phone. A link in our mail opens the portal; look at its address before you type anything.`,
    'Our mail may land in the spam folder. If it did, mark it as wanted, so that the next one reaches you.',
  ],
  orCopy: 'Or copy this address into your browser:',
};
