import type { Words } from './words.ts';
import { noonOf } from './words-en-people.ts';

const ROLES = {
  'read-only': 'Solo lectura',
  school: 'Escuela o guardería',
  regular: 'Usuario regular',
  power: 'Usuario avanzado (Power)',
  'dx-qa': 'Control de calidad del intercambio (DX QA)',
} as const;

/** What is written about the people of a site: their rights, and what they must have learnt. */
export const peopleWordsEs: Words<
  'account-approved' | 'account-decided' | 'account-ended' | 'training-expiring'
> = {
  'account-approved': (letter, { moment }) => {
    const { name, siteName, userRole, isLocalAdministrator, needsTraining, link, expiresAt } = letter;
    return {
      subject: `Su acceso en ${siteName}`,
      to: name,
      blocks: [
        {
          p: `Se aprobó lo que ${siteName} solicitó para usted. Inicie sesión con esta dirección de correo electrónico.`,
        },
        {
          facts: [
            ['Organización', siteName],
            ...(userRole === undefined ? [] : [['Rol', ROLES[userRole]] as const]),
            ...(isLocalAdministrator ? [['Además', 'Administrador local'] as const] : []),
          ],
        },
        ...(needsTraining
          ? [
              {
                p: 'Su rol cuenta cuando haya completado su capacitación y cuando la región de su organización esté en funcionamiento. La página Capacitación muestra ambas cosas.',
              },
            ]
          : []),
        ...(expiresAt
          ? [
              { button: 'Elegir una contraseña', link },
              { p: `El enlace sirve una sola vez, hasta el ${moment(expiresAt)}.` },
            ]
          : [{ button: needsTraining ? 'Abrir la capacitación' : 'Iniciar sesión', link }]),
      ],
    };
  },
  'account-decided': ({ name, siteName, person, reason, link }) => ({
    subject:
      reason === undefined
        ? `Aprobado: el acceso de ${person} en ${siteName}`
        : `No aprobado: el acceso de ${person} en ${siteName}`,
    to: name,
    blocks: [
      ...(reason === undefined
        ? [
            {
              p: `El registro aprobó lo que usted solicitó para ${person}, a quien ya se le avisó por correo.`,
            },
          ]
        : [
            { p: `El registro no aprobó lo que usted solicitó para ${person}. El motivo:` },
            { quote: reason },
            { p: 'No se cambió nada. Puede volver a solicitarlo cuando eso quede resuelto.' },
          ]),
      { button: 'Abrir las cuentas del sitio', link },
    ],
  }),
  'account-ended': ({ name, siteName }) => ({
    subject: `Su acceso en ${siteName} terminó`,
    to: name,
    blocks: [
      { p: `Un administrador local de ${siteName} terminó su acceso ahí. Ya no funciona.` },
      { p: 'Si cree que es un error, pregúntele. Lo que puede hacer en otros lugares no cambia.' },
    ],
  }),
  'training-expiring': ({ name, course, expiresOn, link }, { day }) => ({
    subject: `Su capacitación vence el ${day(noonOf(expiresOn))}`,
    to: name,
    blocks: [
      { p: `Su curso «${course}» cuenta hasta el día anterior al ${day(noonOf(expiresOn))}.` },
      { p: 'Desde ese día no podrá trabajar con su rol. Tome de nuevo el curso antes de esa fecha.' },
      { button: 'Abrir la capacitación', link },
    ],
  }),
};
