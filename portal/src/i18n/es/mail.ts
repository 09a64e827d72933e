import type en from '../en/mail.ts';
import type { Same } from '../same.ts';

const mail: Same<typeof en> = {
  list: 'Correos',
  count_one: '{{count}} correo',
  count_other: '{{count}} correos',
  cut: 'Se muestran los últimos {{count}}.',
  to: 'Para',
  written: 'Escrito',
  delivery: 'Entrega',
  next: 'Próximo intento',
  attempts: 'Intentos',
  error: 'Qué falló',
  state: { waiting: 'En espera', sent: 'Enviado', dead: 'No entregado' },
  back: 'Volver a todos los correos',
  choose: 'Elija un correo para leerlo.',
  showHtml: 'Mostrar la versión HTML',
  hideHtml: 'Ocultar la versión HTML',
  htmlOf: 'Versión HTML de “{{subject}}”',
  outbox: {
    title: 'Correo saliente',
    lead: 'Correos que salieron, que esperan o que no se pudieron entregar. Primero los que no se pudieron entregar.',
    filters: 'Mostrar los correos por estado',
    filter: { all: 'Todos', dead: 'No entregados', waiting: 'En espera', sent: 'Enviados' },
    none: {
      all: 'Todavía no se ha escrito ningún correo.',
      dead: 'Todos los correos se pudieron entregar.',
      waiting: 'Ningún correo espera.',
      sent: 'Todavía no se ha enviado ningún correo.',
    },
    dead: 'Cairn lo intentó varias veces y desistió. Corrija lo que falló e inténtelo de nuevo.',
    retry: 'Intentar de nuevo',
    retrying: 'Intentando …',
    retried: 'El correo está otra vez en la cola.',
    hidden: 'Las partes secretas de los enlaces se omiten: solo el destinatario puede usarlas.',
  },
  mailbox: {
    title: 'Buzón del modo de demostración',
    lead: 'En el modo de demostración ningún correo sale de esta computadora. Aquí está lo que se habría enviado, a quien sea, lo más nuevo arriba. Los correos nuevos aparecen solos.',
    none: 'Todavía no hay correos. Registre un sitio, por ejemplo: el correo que verifica su dirección llega aquí.',
    off: {
      title: 'Aquí no hay buzón',
      text: 'El buzón es del modo de demostración. Este registro envía correo de verdad: mire en su propio correo.',
      home: 'Ir a la página de inicio',
    },
  },
};
export default mail;
