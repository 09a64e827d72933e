import { reportBlocks, type ReportWords } from './words-report.ts';
import type { Words } from './words.ts';

/** What is written about a site: who sends for it, its tests, its steps, its credentials. */
export const siteWordsEs: Words<
  | 'client-named-you'
  | 'sending-facility-asks'
  | 'sending-facility-confirmed'
  | 'client-invited'
  | 'test-report'
  | 'sent-back'
  | 'step-reached'
  | 'suspended'
  | 'suspension-lifted'
  | 'credential-expiring'
  | 'credential-rotated'
  | 'credential-revoked'
> = {
  'client-named-you': ({ siteName, siteCode, sendingFacility, link }) => ({
    subject: `${siteName} nombra a ${sendingFacility} como su Sending Facility`,
    blocks: [
      {
        p: `${siteName} (Site ID ${siteCode}) se registró e indica que ${sendingFacility} envía sus mensajes de vacunación.`,
      },
      {
        p: 'Si es así, confírmelo en el portal. Hasta entonces se rechazan los mensajes que envíe por este sitio.',
      },
      { button: 'Ver sus sitios cliente', link },
    ],
  }),
  'sending-facility-asks': ({ siteName, sendingFacility, link }) => ({
    subject: `${sendingFacility} indica que envía por ${siteName}`,
    blocks: [
      { p: `${sendingFacility} anotó a ${siteName} entre los sitios cuyos mensajes de vacunación envía.` },
      {
        p: 'Confírmelo si así se acordó con su sitio. Hasta entonces se rechazan los mensajes que envíe por ustedes. Si no se acordó, no tiene que hacer nada.',
      },
      { button: 'Verlo en el portal', link },
    ],
  }),
  'sending-facility-confirmed': ({ siteName, sendingFacility, link }) => ({
    subject: `${sendingFacility} y ${siteName}: el envío está confirmado`,
    blocks: [
      {
        p: `Ambas partes confirmaron que ${sendingFacility} envía los mensajes de vacunación de ${siteName}.`,
      },
      { p: 'Desde ahora se aceptan los mensajes que envíe por este sitio, según el paso en que esté.' },
      { button: 'Abrir el sitio en el portal', link },
    ],
  }),
  'client-invited': ({ name, siteName, sendingFacility, link, expiresAt }, { moment, registry }) => ({
    subject: `${sendingFacility} invita a ${siteName} a registrarse`,
    to: name,
    blocks: [
      {
        p: `${sendingFacility} quiere enviar los mensajes de vacunación de ${siteName} al registro «${registry}». Para eso su sitio se registra una vez; toma unos 15 minutos, y puede interrumpirlo y seguir después.`,
      },
      {
        list: [
          'Tenga a mano: dirección y contactos del sitio, su NPI, nombre y número de licencia del médico responsable, nombre y versión del sistema EHR.',
          'Lo que ya sabemos está rellenado. Revíselo, por favor.',
        ],
      },
      { button: 'Registrar el sitio', link },
      { p: `La invitación vale hasta el ${moment(expiresAt)}.` },
      { p: 'Si no sabe nada de esto, pregunte al Sending Facility antes de registrarse, o no haga nada.' },
    ],
  }),
  'test-report': (letter, say) => reportBlocks(letter, say, REPORT),
  'sent-back': ({ siteName, step, reasons, link }) => ({
    subject: `${siteName}: hay algo que corregir antes del paso siguiente`,
    blocks: [
      {
        p: `Un especialista en intercambio de datos del registro revisó a ${siteName} en el paso «${STEPS[step]}» y pide correcciones:`,
      },
      { quote: reasons },
      { p: 'Corríjalo con su proveedor de EHR y vuelva a enviar mensajes. El portal muestra cuáles pasan.' },
      { button: 'Abrir el sitio en el portal', link },
    ],
  }),
  'step-reached': ({ siteName, step, link, testingAddress, productionAddress }) => {
    if (step === 'real-data') {
      return {
        subject: `${siteName}: ahora envíe mensajes de pacientes reales`,
        blocks: [
          {
            p: 'Los mensajes de prueba están completos; gracias. El paso siguiente muestra que los mensajes reales llegan como deben.',
          },
          {
            steps: [
              `Haga que su sistema EHR envíe los mensajes de pacientes reales, todavía a la dirección de pruebas: ${testingAddress}`,
              'Se comparan y nunca se guardan en el registro. Las vacunas que deban quedar registradas se informan por la vía de siempre.',
              'Mire la comparación en el portal. Cuando coincidan suficientes mensajes, un especialista del registro los revisa y otro aprueba la producción.',
            ],
          },
          { button: 'Abrir el sitio en el portal', link },
        ],
      };
    }
    if (step === 'bidx') {
      return {
        subject: `${siteName} puede consultar el registro`,
        blocks: [
          {
            p: 'El intercambio bidireccional está aprobado: su sistema EHR puede pedir historiales y pronósticos de sus pacientes.',
          },
          { facts: [['Dirección', productionAddress]] },
          {
            p: 'Las credenciales son las mismas. Cada consulta queda anotada; consulte solo a pacientes de su sitio.',
          },
          { button: 'Abrir el sitio en el portal', link },
        ],
      };
    }
    return {
      subject: `${siteName} está en producción`,
      blocks: [
        { p: 'Felicidades: desde ahora los mensajes de su sitio se guardan en el registro.' },
        { facts: [['Dirección de producción', productionAddress]] },
        {
          steps: [
            'Haga que el sistema EHR envíe a esta dirección. El usuario y la contraseña son los mismos.',
            'Mire los acuses de recibo: un mensaje rechazado no se guardó; hay que corregirlo y enviarlo de nuevo.',
            `La dirección de pruebas sigue abierta: ${testingAddress}`,
          ],
        },
        { button: 'Abrir el sitio en el portal', link },
      ],
    };
  },
  suspended: ({ siteName, reason, link }) => ({
    subject: `${siteName} está suspendido`,
    blocks: [
      {
        p: `El registro suspendió el intercambio de datos de ${siteName}. Hasta que termine la suspensión, sus mensajes se rechazan y no se guardan.`,
      },
      { p: 'El motivo:' },
      { quote: reason },
      {
        p: 'Conserve los mensajes rechazados para poder enviarlos de nuevo. Hable con su especialista en intercambio de datos sobre lo que hay que hacer.',
      },
      { button: 'Abrir el sitio en el portal', link },
    ],
  }),
  'suspension-lifted': ({ siteName, link }) => ({
    subject: `${siteName} puede enviar de nuevo`,
    blocks: [
      { p: `La suspensión de ${siteName} terminó; los mensajes se aceptan como antes.` },
      { p: 'Envíe de nuevo lo que se rechazó entretanto.' },
      { button: 'Abrir el sitio en el portal', link },
    ],
  }),
  'credential-expiring': ({ siteName, username, days, expiresAt, link }, { moment }) => ({
    subject: `${siteName}: la contraseña del intercambio de datos vence en ${days === 1 ? '1 día' : `${days} días`}`,
    blocks: [
      {
        p: 'La contraseña con la que su sistema EHR entra al registro va a vencer. Desde entonces se rechazan sus mensajes.',
      },
      {
        facts: [
          ['Sitio', siteName],
          ['Usuario', username],
          ['Vence', moment(expiresAt)],
        ],
      },
      {
        p: 'Cree otra en el portal antes de ese día y póngala en el sistema EHR. Durante un tiempo sirven la anterior y la nueva, para que no se pierda ningún mensaje.',
      },
      { button: 'Crear una contraseña nueva', link },
    ],
  }),
  'credential-rotated': ({ siteName, username, previousUntil, link }, { moment }) => ({
    subject: `${siteName}: se creó una contraseña nueva para el intercambio de datos`,
    blocks: [
      {
        p: `Para el usuario ${username} de ${siteName} se creó una contraseña nueva. Se mostró una vez, en el portal.`,
      },
      {
        p:
          previousUntil === undefined
            ? 'La contraseña anterior ya no sirve. Ponga ahora la nueva en el sistema EHR.'
            : `La contraseña anterior sirve hasta el ${moment(previousUntil)}. Ponga la nueva en el sistema EHR antes.`,
      },
      { button: 'Ver las credenciales', link },
      {
        p: 'Si no lo hizo nadie de su sitio, revoque enseguida las credenciales en el portal y avise al registro.',
      },
    ],
  }),
  'credential-revoked': ({ siteName, username, link }) => ({
    subject: `${siteName}: se revocaron las credenciales del intercambio de datos`,
    blocks: [
      {
        p: `Se revocó el usuario ${username} de ${siteName}. Desde ahora se rechazan los mensajes que lleguen con él.`,
      },
      { p: 'Para volver a enviar, cree credenciales nuevas en el portal y póngalas en el sistema EHR.' },
      { button: 'Ver las credenciales', link },
    ],
  }),
};

const STEPS = {
  testing: 'mensajes de prueba',
  'real-data': 'mensajes de pacientes reales',
  bidx: 'intercambio bidireccional (BiDX)',
} as const;

const REPORT: ReportWords = {
  subjectOne: (site, outcome) => `${site}: mensaje de prueba ${outcome}`,
  subjectMany: (site, count) => `${site}: informe de ${count} mensajes de prueba`,
  introduction: (site, code) =>
    `Este es el informe de los mensajes que ${site} (${code}) envió a la dirección de pruebas. Nada de ellos se guardó en el registro.`,
  summary: (passed, all) => `Mensajes que pasaron: ${passed} de ${all}.`,
  outcomes: {
    accepted: 'aceptado',
    'partly-accepted': 'aceptado en parte',
    refused: 'rechazado',
    answered: 'contestado',
    fault: 'contestado con un error de servicio (fault)',
  },
  received: 'recibido:',
  noControlId: 'sin identificador de control',
  acknowledgement: 'acuse de recibo',
  severities: { E: 'Error', W: 'Advertencia', I: 'Nota' },
  noFindings: 'No se encontró nada incorrecto.',
  moreFindings: (count) => `Hay ${count} más en la página del mensaje.`,
  openMessage: 'Abrir el mensaje',
  moreMessages: (count) => `Otros ${count} mensajes no aparecen aquí; el portal los muestra todos.`,
  next: 'Qué hacer: corrija con su proveedor de EHR lo que está marcado como error y envíe el mensaje de nuevo con otro identificador de control. Las advertencias no detienen un mensaje, pero conviene corregirlas.',
  nextWhenAllPassed:
    'Qué hacer: siga con el caso siguiente de la lista de preparación. Este correo puede servir como constancia de su prueba.',
  findingsLanguage: 'Lo encontrado se describe en inglés, como en el acuse de recibo.',
  openAll: 'Ver todos los mensajes de prueba',
};
