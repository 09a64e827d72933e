import type { Words } from './words.ts';

const messages = (count: number): string =>
  `${count.toLocaleString('es-US')} ${count === 1 ? 'mensaje' : 'mensajes'}`;

/** What the registry's administrators hear of the connections to other registries. */
export const outboundWordsEs: Words<'outbound-trouble'> = {
  'outbound-trouble': ({ name, registries, link }, { moment }) => ({
    subject:
      registries.length === 1
        ? `La conexión con ${registries[0]?.name} requiere atención`
        : `${registries.length} conexiones con otros registros requieren atención`,
    to: name,
    blocks: [
      {
        p: 'No se ha perdido nada: lo que otro registro no ha aceptado se conserva hasta que lo acepte o hasta que alguien lo descarte.',
      },
      ...registries.flatMap(({ name: registry, undelivered, silentSince, waitingSince }) => [
        { heading: registry },
        {
          list: [
            ...(undelivered === 0
              ? []
              : [
                  `No ha aceptado ${messages(undelivered)}. Reenvíe lo que ahora se pueda aceptar y descarte el resto.`,
                ]),
            ...(silentSince === undefined
              ? []
              : [`No responde desde: ${moment(silentSince)}. Pregunte a quienes lo administran qué sucede.`]),
            ...(waitingSince === undefined
              ? []
              : [`El mensaje más antiguo para este registro espera desde: ${moment(waitingSince)}.`]),
          ],
        },
      ]),
      { button: 'Ver las conexiones', link },
      { p: 'Este aviso se escribe como máximo una vez al día, mientras algo requiera atención.' },
    ],
  }),
};
