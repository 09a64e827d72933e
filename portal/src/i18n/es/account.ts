import type en from '../en/account.ts';
import type { Same } from '../same.ts';

const account: Same<typeof en> = {
  signIn: {
    title: 'Iniciar sesión',
    lead: 'Para las personas de los sitios registrados y del registro.',
    next: 'Inicie sesión para ver esa página.',
    email: 'Correo electrónico',
    password: 'Contraseña',
    send: 'Iniciar sesión',
    sending: 'Iniciando sesión …',
    forgotten: '¿Olvidó su contraseña?',
    none: '¿Aún no tiene cuenta?',
    register: 'Registre su sitio',
    noneText: 'La cuenta se recibe al registrar un sitio, o la da el Site Contact del sitio.',
  },
  password: {
    title: 'Elija su contraseña',
    text: 'Elija una contraseña para este portal. Con eso queda iniciada su sesión.',
    new: 'Contraseña nueva',
    hint: 'Al menos 12 caracteres. Unas pocas palabras sin relación entre sí son fáciles de recordar y difíciles de adivinar.',
    short_one: 'Falta {{count}} carácter',
    short_other: 'Faltan {{count}} caracteres',
    show: 'Mostrar la contraseña',
    hide: 'Ocultar la contraseña',
    shown: 'La contraseña está a la vista.',
    send: 'Guardar la contraseña e iniciar sesión',
    sending: 'Guardando …',
    usedTitle: 'Este enlace ya se usó o es demasiado antiguo',
    usedText: 'Pida un enlace nuevo; llega por correo.',
    usedGo: 'Pedir un enlace nuevo',
    missingTitle: 'El enlace no está completo',
    missingText:
      'Abra otra vez el enlace del correo o pida uno nuevo. Por seguridad, el enlace no se conserva cuando se vuelve a cargar la página.',
  },
  forgotten: {
    title: 'Elegir una contraseña nueva',
    text: 'Escriba su correo electrónico. Si hay una cuenta, le enviamos un enlace para elegir una contraseña nueva.',
    email: 'Correo electrónico',
    send: 'Enviarme un enlace',
    sending: 'Enviando …',
    sentTitle: 'Revise su correo',
    sentText:
      'Si hay una cuenta con {{email}}, le llegará un correo con un enlace. El enlace funciona una vez, durante una hora.',
    spam: '¿No llega? Mire en la carpeta de correo no deseado y revise que la dirección de arriba sea correcta.',
    again: 'Usar otra dirección',
    back: 'Volver a iniciar sesión',
  },
};
export default account;
