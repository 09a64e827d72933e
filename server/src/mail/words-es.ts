import { accountWordsEs } from './words-es-accounts.ts';
import { signInWordsEs } from './words-es-sign-in.ts';
import { patientWordsEs } from './words-es-patients.ts';
import { peopleWordsEs } from './words-es-people.ts';
import { reviewWordsEs } from './words-es-review.ts';
import { outboundWordsEs } from './words-es-outbound.ts';
import { exchangeWordsEs } from './words-es-exchange.ts';
import { inventoryWordsEs } from './words-es-inventory.ts';
import { siteWordsEs } from './words-es-sites.ts';
import type { Frame, Words } from './words.ts';

export const wordsEs: Words = {
  ...accountWordsEs,
  ...exchangeWordsEs,
  ...inventoryWordsEs,
  ...outboundWordsEs,
  ...signInWordsEs,
  ...patientWordsEs,
  ...siteWordsEs,
  ...reviewWordsEs,
  ...peopleWordsEs,
};

export const frameEs: Frame = {
  locale: 'es-US',
  greeting: (name) => (name === undefined ? 'Buen día:' : `Buen día, ${name}:`),
  farewell: (registry) => `Cordialmente,\n${registry}`,
  footer: (registry) => [
    `Este correo lo envía el portal de intercambio de datos del registro de vacunación «${registry}». Nadie del registro le pedirá nunca una contraseña, ni por correo ni por teléfono. Los enlaces de nuestros correos abren el portal; mire la dirección antes de escribir nada.`,
    'Nuestros correos pueden llegar a la carpeta de correo no deseado (spam). Si ha sido así, márquelo como deseado para que reciba el siguiente.',
  ],
  orCopy: 'O copie esta dirección en su navegador:',
};
