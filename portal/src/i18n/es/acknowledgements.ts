import type { Same } from '../same.ts';
import type en from '../en/acknowledgements.ts';

const acknowledgements: Same<typeof en> = {
  title: 'Acuses de recibo',
  lead: 'Su EHR sabe qué pasó con cada mensaje por la respuesta que recibe. Aquí puede pedir además que se le envíen todos los acuses de este sitio, también los de mensajes que envió un Sending Facility.',
  leadFacility: 'Reciba en su sistema los acuses de todo lo que envía por todos sus sitios clientes.',
  none: 'No hay ninguna dirección registrada: no se envía nada.',
  register: {
    title: 'Enviar los acuses a su sistema',
    url: 'Dirección de su servicio web',
    hint: 'Por ejemplo https://ehr.example.org/acuses. Recibe JSON por POST y contesta 2xx.',
    do: 'Registrar la dirección',
    doing: 'Registrando…',
  },
  change: {
    title: 'Cambiar la dirección',
    do: 'Guardar la dirección',
    doing: 'Guardando…',
    saved: 'La dirección se guardó.',
  },
  secret: {
    title: 'Su secreto, que se muestra solo esta vez',
    text: 'Anótelo ahora en su sistema. Con él su sistema comprueba que lo que llega es de este registro (encabezado X-Cairn-Signature).',
    name: 'Secreto',
    kept: 'Ya lo guardé',
  },
  state: {
    title: 'Entrega',
    address: 'Dirección',
    state: 'Estado',
    good: 'Entregando',
    new: 'Aún no se envía nada',
    failing: 'Con fallas',
    paused: 'En pausa',
    last: 'Última entrega',
    never: 'Todavía ninguna',
    waiting: 'En espera',
    waitingNone: 'Nada',
    waitingCount_one: '{{count}} acuse',
    waitingCount_other: '{{count}} acuses',
    waitingMany: 'Más de {{count}} acuses',
    problem: 'Qué falla',
    again: 'Próximo intento',
  },
  problem: {
    'http-status': 'Su servicio web contestó con el estado HTTP {{status}}. Debe contestar 2xx.',
    redirect:
      'Su servicio web contestó con una redirección ({{status}}). Registre la dirección a la que lleva.',
    timeout: 'Su servicio web no contestó en 10 segundos.',
    refused: 'Nadie atiende en esa dirección.',
    'name-unknown': 'No se conoce el nombre del servidor.',
    'private-address': 'La dirección está dentro de una red privada. Debe ser accesible desde internet.',
    certificate: 'El certificado de su servicio web no es válido.',
    broken: 'Se cortó la conexión.',
  },
  test: {
    do: 'Enviar una prueba',
    doing: 'Enviando…',
    taken: 'Su servicio web recibió la prueba (estado HTTP {{status}}).',
    notTaken: 'Su servicio web no recibió la prueba.',
  },
  pause: 'Pausar',
  resume: 'Volver a enviar',
  paused: 'El envío está en pausa. Lo que llegue mientras tanto espera.',
  resumed: 'Se está enviando lo que esperaba.',
  renew: {
    ask: 'Crear un secreto nuevo',
    title: '¿Crear ahora un secreto nuevo?',
    text: 'El secreto actual deja de valer de inmediato. Su sistema rechazará lo que llegue hasta que tenga el nuevo.',
    do: 'Crear un secreto nuevo',
    doing: 'Creando…',
  },
  remove: {
    ask: 'Quitar la dirección',
    title: '¿Dejar de enviar acuses?',
    text: 'Lo que espera no se envía. Los acuses todavía se pueden consultar.',
    do: 'Quitar la dirección',
    doing: 'Quitando…',
    done: 'La dirección se quitó. Ya no se envía nada.',
  },
  fetch: {
    title: 'O consúltelos',
    text: 'Con las credenciales del intercambio su sistema pregunta, como HTTP Basic:',
    after:
      'La respuesta contiene a lo más 200 acuses en su orden y el número con el que sigue la próxima consulta.',
  },
};

export default acknowledgements;
