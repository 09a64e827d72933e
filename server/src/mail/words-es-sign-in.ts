import type { Words } from './words.ts';

const NOT_YOU =
  'Si no fue usted, elija enseguida una contraseña nueva en «¿Olvidó su contraseña?» de la página de acceso y avise al registro.';

/** Lo que se escribe sobre las maneras de entrar: códigos de aplicaciones, y quien intenta adivinar. */
export const signInWordsEs: Words<'second-factor-changed' | 'sign-in-attempts'> = {
  'second-factor-changed': ({ name, what }) => ({
    subject: {
      'set-up': 'Se configuró una aplicación de autenticación',
      'recovery-code-used': 'Se usó un código de recuperación para entrar',
      'turned-off': 'Se desactivó la aplicación de autenticación',
      reset: 'Se restableció su aplicación de autenticación',
    }[what],
    to: name,
    blocks: [
      {
        p: {
          'set-up':
            'A partir de ahora, al entrar al portal se le pedirá un código de esta aplicación además de su contraseña. Guarde los códigos de recuperación donde los encuentre sin su teléfono.',
          'recovery-code-used':
            'Alguien acaba de entrar al portal como usted con uno de sus códigos de recuperación. Ese código ya no sirve. Si le quedan pocos, genere otros en la página de su cuenta.',
          'turned-off': 'A partir de ahora, al entrar al portal se le pedirá solo su contraseña.',
          reset:
            'El registro la restableció porque se avisó de que el dispositivo se perdió. Se cerraron todas sus sesiones. La próxima vez que entre, configure otra aplicación si se le pide.',
        }[what],
      },
      { p: NOT_YOU },
    ],
  }),
  'sign-in-attempts': ({ name, count, at }, { moment }) => ({
    subject: 'Alguien intenta entrar como usted',
    to: name,
    blocks: [
      {
        p: `${count} veces seguidas se dio una contraseña o un código equivocado para su acceso al portal; la última vez, el ${moment(at)}. Nadie entró de ese modo. Los siguientes intentos tendrán que esperar.`,
      },
      {
        p: 'Si fue usted, inténtelo más tarde o elija una contraseña nueva en «¿Olvidó su contraseña?» de la página de acceso. Si no fue usted, avise al registro. Enviamos este aviso una vez al día como máximo.',
      },
    ],
  }),
};
