import type { Words } from './words.ts';

/** What the registry's administrators are reminded of. */
export const reviewWordsEs: Words<'emergency-unreviewed'> = {
  'emergency-unreviewed': ({ name, opener, organization, at, link }, { moment }) => ({
    subject: 'Un expediente abierto por emergencia espera revisión',
    to: name,
    blocks: [
      {
        p: `${opener}${organization === undefined ? '' : ` (${organization})`} abrió un expediente por emergencia: ${moment(at)}. Han pasado más de 24 horas y nadie lo ha revisado.`,
      },
      { p: 'Por favor, mire el motivo que se dio y lo que se hizo, y anote lo que encontró.' },
      { button: 'Revisarlo', link },
    ],
  }),
};
