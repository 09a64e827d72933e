import type { Words } from './words.ts';

/** What is written about the stock of a site. */
export const inventoryWordsEs: Words<'deduction-changed'> = {
  'deduction-changed': ({ siteName, siteCode, state, from, reason, link }, { day }) => {
    const site = `${siteName} (Site ID ${siteCode})`;
    if (state === 'on') {
      const first = from === undefined ? '' : day(from);
      return {
        subject: `${siteName}: las dosis se descuentan de sus existencias a partir del ${first}`,
        blocks: [
          {
            p: `Como lo pidió, las dosis que ${site} aplique a partir del ${first} se descuentan de sus existencias con sus mensajes.`,
          },
          { heading: 'Qué hacer' },
          {
            list: [
              'Cuente sus existencias esa mañana, antes de la primera dosis, y guarde el conteo en la página «Inventario».',
              'No anote las dosis que informan sus mensajes; se descuentan solas.',
              'Revise cada pocos días la lista «No descontadas»: muestra cada dosis que no se descontó de ningún lote, y por qué.',
            ],
          },
          { button: 'Abrir el inventario', link },
        ],
      };
    }
    return {
      subject:
        state === 'off'
          ? `${siteName}: las dosis ya no se descuentan de sus existencias`
          : `${siteName}: no se activó el descuento de dosis`,
      blocks: [
        {
          p:
            state === 'off'
              ? `El registro desactivó que los mensajes de ${site} descuenten dosis de sus existencias.`
              : `El registro no activó que los mensajes de ${site} descuenten dosis de sus existencias.`,
        },
        { facts: [['Motivo', reason]] },
        {
          p: 'Sus existencias quedan como están. Mientras el descuento no esté activo, registre las dosis aplicadas mediante conteos.',
        },
        { button: 'Abrir el inventario', link },
      ],
    };
  },
};
