import type { Words } from './words.ts';

const several = (count: number, one: string, more: string): string =>
  `${count.toLocaleString('es-US')} ${count === 1 ? one : more}`;

/** What is written about a site's exchange: its week, and that nothing comes any more. */
export const exchangeWordsEs: Words<'exchange-week' | 'site-silent'> = {
  'exchange-week': ({ siteName, siteCode, week, counts, findings, score, silentSince, link }, say) => {
    const all = counts.accepted + counts.partlyAccepted + counts.refused + counts.answered + counts.forwarded;
    const bad = counts.refused + counts.partlyAccepted;
    return {
      subject:
        all === 0
          ? `${siteName}: ningún mensaje la semana pasada`
          : bad === 0
            ? `${siteName}: ${several(all, 'mensaje', 'mensajes')} la semana pasada, todo en orden`
            : `${siteName}: ${several(bad, 'mensaje', 'mensajes')} de la semana pasada por corregir`,
      blocks: [
        {
          p: `Esta es la semana de ${siteName} (Site ID ${siteCode}) en el intercambio de datos de vacunación, del ${say.day(week.from)} al ${say.day(week.to)}.`,
        },
        ...(silentSince === undefined
          ? []
          : [
              {
                p: `No ha llegado nada desde el ${say.moment(silentSince)}. Revise si su EHR sigue enviando y si su cola de envío está detenida.`,
              },
            ]),
        {
          facts: [
            ['Aceptados tal como están', counts.accepted.toLocaleString('es-US')],
            ['Aceptados, pero se omitió una parte', counts.partlyAccepted.toLocaleString('es-US')],
            ['Rechazados', counts.refused.toLocaleString('es-US')],
            ['Consultas contestadas', counts.answered.toLocaleString('es-US')],
            ...(counts.forwarded === 0
              ? []
              : [['Contestados por otro registro', counts.forwarded.toLocaleString('es-US')] as const]),
            ...(score === undefined ? [] : [['Calidad de los datos', `${score} de 100`] as const]),
          ],
        },
        ...(findings.length === 0
          ? []
          : [
              { heading: 'Qué corregir primero' },
              {
                list: findings.map(({ what, fix, messages }) =>
                  `${several(messages, 'mensaje', 'mensajes')}: ${what} ${fix}`.trim(),
                ),
              },
              { p: 'Los hallazgos están en inglés, tal como los recibe su EHR.' },
            ]),
        { button: 'Ver el intercambio', link },
        {
          p: 'Este informe se envía los lunes al Data Exchange Contact y a quienes vigilan el intercambio del sitio. Quiénes son lo decide el propio sitio, en la página «Personas» del sitio en el portal.',
        },
      ],
    };
  },
  'site-silent': ({ siteName, siteCode, since, link }, { moment }) => ({
    subject: `${siteName}: sin mensajes desde el ${moment(since)}`,
    blocks: [
      {
        p: `${siteName} (Site ID ${siteCode}) envía mensajes de vacunación casi todos los días. El último llegó el ${moment(since)}, y desde entonces ninguno.`,
      },
      { heading: 'Qué revisar' },
      {
        list: [
          '¿Está cerrado el consultorio? Entonces no hay nada que hacer.',
          '¿Sigue enviando el EHR? Revise su cola de salida y pregunte a quien atiende la interfaz.',
          '¿Se cambió o venció una contraseña? El registro rechaza la anterior.',
        ],
      },
      {
        p: 'Lo que espera en la cola puede enviarse más tarde: nada se pierde mientras se envíe. Este aviso se escribe una sola vez; no llegará otro hasta que hayan vuelto a llegar mensajes.',
      },
      { button: 'Ver los mensajes', link },
    ],
  }),
};
