import type { Words } from './words.ts';

const ONCE = 'El enlace sirve una sola vez.';
const IGNORE = 'Si no fue usted, no haga nada: sin el enlace no ocurre nada.';

/** What is written about registering, signing in, and who may see a site. */
export const accountWordsEs: Words<
  | 'resume-registration'
  | 'verify-email'
  | 'registration-confirmed'
  | 'set-password'
  | 'reset-password'
  | 'password-changed'
  | 'confirm-access-request'
  | 'access-asked'
  | 'access-granted'
  | 'access-refused'
  | 'already-registered'
> = {
  'resume-registration': ({ siteName, link, expiresAt }, { moment }) => ({
    subject: 'Su solicitud de registro está guardada',
    blocks: [
      {
        p: `La solicitud de registro de ${siteName === '' ? 'su sitio' : siteName} está guardada hasta donde llegó. Puede seguir donde la dejó, en esta computadora o en otra.`,
      },
      { button: 'Continuar el registro', link },
      { p: `El enlace sirve hasta el ${moment(expiresAt)}.` },
      {
        p: 'Quien tenga el enlace puede leer y cambiar la solicitud. Compártalo solo con quienes la completen con usted.',
      },
    ],
  }),
  'verify-email': ({ siteName, name, link, expiresAt }, { moment }) => ({
    subject: 'Confirme su dirección de correo electrónico',
    to: name,
    blocks: [
      {
        p: `Se registró a ${siteName} para el intercambio de datos de vacunación, con usted como contacto del sitio (Site Contact).`,
      },
      { p: `Confirme que esta dirección es suya antes del ${moment(expiresAt)}. ${ONCE}` },
      { button: 'Confirmar la dirección de correo', link },
      {
        p: 'Después el sitio recibe su identificador (Site ID), y usted y el contacto de intercambio de datos (Data Exchange Contact) reciben un correo con los pasos siguientes.',
      },
      { p: `${IGNORE} En ese caso el sitio no queda registrado.` },
    ],
  }),
  'registration-confirmed': (letter, { moment }) => ({
    subject: `${letter.siteName} está registrado: su Site ID es ${letter.siteCode}`,
    to: letter.name,
    blocks: [
      {
        p: 'Gracias por registrarse. Guarde este correo: el Site ID y los pasos de abajo hacen falta antes de que su sitio pueda enviar mensajes de vacunación.',
      },
      {
        facts: [['Sitio', letter.siteName], ['Site ID', letter.siteCode], ...idsEs(letter)],
      },
      ...(letter.passwordLink === undefined
        ? []
        : [
            { heading: 'Su acceso al portal' },
            { p: `Elija una contraseña; entrará con esta dirección de correo. ${ONCE}` },
            { button: 'Elegir una contraseña', link: letter.passwordLink },
          ]),
      ...(letter.credentialsLink === undefined
        ? []
        : [
            { heading: 'Las credenciales de su sistema EHR' },
            {
              p: 'El usuario y la contraseña del servicio web se muestran una sola vez, en una página, y nunca se envían por correo. Ábrala cuando usted, o quien configure el sistema EHR, pueda guardarlos en un lugar seguro. Si los vio otra persona o se perdieron, cree otros en el portal.',
            },
            { button: 'Mostrar las credenciales una vez', link: letter.credentialsLink },
          ]),
      ...(letter.linksExpireAt === undefined
        ? []
        : [{ p: `Estos enlaces sirven hasta el ${moment(letter.linksExpireAt)}.` }]),
      { heading: 'Pasos siguientes' },
      { steps: nextStepsEs(letter) },
      { button: 'Abrir su sitio en el portal', link: letter.siteLink },
    ],
  }),
  'set-password': ({ name, siteName, link, expiresAt }, { moment }) => ({
    subject: `Su acceso al portal para ${siteName}`,
    to: name,
    blocks: [
      { p: `Se le agregó a las personas que atienden a ${siteName} en el portal de intercambio de datos.` },
      {
        p: `Elija una contraseña antes del ${moment(expiresAt)}. Entrará con esta dirección de correo. ${ONCE}`,
      },
      { button: 'Elegir una contraseña', link },
      { p: 'Si el enlace ha vencido, pida otro en «¿Olvidó su contraseña?» de la página de acceso.' },
    ],
  }),
  'reset-password': ({ name, link, expiresAt }, { moment }) => ({
    subject: 'Elija una contraseña nueva',
    to: name,
    blocks: [
      { p: 'Alguien pidió una contraseña nueva para su acceso al portal.' },
      { p: `Si fue usted, elíjala antes del ${moment(expiresAt)}. ${ONCE}` },
      { button: 'Elegir una contraseña nueva', link },
      { p: 'Si no fue usted, no haga nada: su contraseña sigue siendo la misma.' },
    ],
  }),
  'password-changed': ({ name }) => ({
    subject: 'Se cambió su contraseña',
    to: name,
    blocks: [
      {
        p: 'La contraseña de su acceso al portal se acaba de cambiar, y se cerraron sus demás sesiones.',
      },
      {
        p: 'Si fue usted, no tiene que hacer nada. Si no, elija enseguida una contraseña nueva en «¿Olvidó su contraseña?» de la página de acceso y avise al registro.',
      },
    ],
  }),
  'confirm-access-request': ({ name, siteName, link, expiresAt }, { moment }) => ({
    subject: `Confirme que pide acceso a ${siteName}`,
    to: name,
    blocks: [
      {
        p: `Con esta dirección de correo alguien pidió acceso a ${siteName} en el portal de intercambio de datos.`,
      },
      { p: `Si fue usted, confírmelo antes del ${moment(expiresAt)}. ${ONCE}` },
      { button: 'Confirmar la solicitud', link },
      { p: 'Después deciden los contactos del sitio, y usted recibe un correo.' },
      { p: IGNORE },
    ],
  }),
  'access-asked': ({ siteName, requester, requesterEmail, reason, link }) => ({
    subject: `${requester} pide acceso a ${siteName}`,
    blocks: [
      { p: `Una persona pide acceso a ${siteName} y ha confirmado la dirección de correo de abajo.` },
      {
        facts: [
          ['Nombre', requester],
          ['Correo electrónico', requesterEmail],
        ],
      },
      { p: 'El motivo que indica:' },
      { quote: reason },
      {
        p: 'Decida usted. Si no conoce a esta persona, pregunte antes en su sitio: con el acceso se ven los mensajes y los ajustes del sitio.',
      },
      { button: 'Decidir sobre la solicitud', link },
    ],
  }),
  'access-granted': ({ name, siteName, link }) => ({
    subject: `Tiene acceso a ${siteName}`,
    to: name,
    blocks: [
      { p: `Se aceptó su solicitud: ${siteName} ya está entre sus sitios en el portal.` },
      { button: 'Abrir el sitio', link },
    ],
  }),
  'access-refused': ({ name, siteName }) => ({
    subject: `Su solicitud de acceso a ${siteName}`,
    to: name,
    blocks: [
      { p: `Los contactos de ${siteName} no aceptaron su solicitud de acceso.` },
      {
        p: 'Si cree que es un error, hable con el contacto de su sitio (Site Contact); después puede volver a pedirlo.',
      },
    ],
  }),
  'already-registered': ({ name, siteName, link }) => ({
    subject: `${siteName} ya está registrado`,
    to: name,
    blocks: [
      {
        p: `Alguien empezó a registrar un sitio que se parece a ${siteName}, que ya está registrado y lo tiene a usted como contacto.`,
      },
      {
        p: 'Cada sitio se registra una sola vez. Si usted o alguien de su sitio quería registrarlo de nuevo, abra el portal: allí se pueden agregar personas y cambiar contactos y ajustes.',
      },
      { button: 'Abrir el sitio', link },
      { p: 'Si no sabe nada de esto, no tiene que hacer nada.' },
    ],
  }),
};

type Confirmed = Parameters<(typeof accountWordsEs)['registration-confirmed']>[0];

function idsEs({ siteType, siteCode, sendingFacility }: Confirmed): readonly (readonly [string, string])[] {
  if (siteType === 3) {
    return [
      ['MSH-4 de sus mensajes', siteCode],
      ['MSH-22 y RXA-11.4', 'el Site ID del sitio cliente'],
    ];
  }
  return [
    [
      'MSH-4 de sus mensajes',
      siteType === 1 ? siteCode : `el identificador de ${sendingFacility ?? 'su Sending Facility'}`,
    ],
    ['MSH-22 y RXA-11.4', siteCode],
  ];
}

function nextStepsEs(letter: Confirmed): readonly string[] {
  const {
    siteType,
    siteCode,
    testingAddress,
    productionAddress,
    sendingFacility = 'su Sending Facility',
  } = letter;
  if (siteType === 2) {
    return [
      `${sendingFacility} ha recibido un aviso y confirma en el portal que envía por su sitio.`,
      `Dé a su proveedor de EHR el Site ID ${siteCode}: va en MSH-22 y RXA-11.4 de cada mensaje.`,
      `${sendingFacility} envía mensajes de prueba por ustedes. Usted recibe un informe de cada uno y los ve en el portal.`,
      'Cuando estén todos los casos de prueba, se comparan mensajes de pacientes reales, y después su sitio pasa a producción.',
    ];
  }
  return [
    `Dé a su proveedor de EHR las credenciales y la dirección de pruebas: ${testingAddress}`,
    siteType === 1
      ? `Ponga el Site ID ${siteCode} en MSH-4, MSH-22 y RXA-11.4 de cada mensaje.`
      : `Ponga ${siteCode} en MSH-4, y el Site ID del sitio cliente en MSH-22 y RXA-11.4. Agregue sus sitios cliente en el portal.`,
    'Envíe mensajes de prueba con pacientes inventados. Recibirá un informe de cada uno. En el banco de pruebas del portal puede revisar los mensajes antes.',
    `Cuando estén todos los casos de prueba, se comparan mensajes de pacientes reales, y después su sitio pasa a producción: ${productionAddress}`,
  ];
}
