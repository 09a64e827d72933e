/** For those who also look after a site's stock and its electronic messages. */
export const powerUser = {
  id: 'power-user',
  roles: ['power'],
  title: { en: 'Inventory and watching the exchange', es: 'Inventario y seguimiento del intercambio' },
  summary: {
    en: 'Keep the stock right, see every day whether your EHR’s messages arrive, and fix those that do not.',
    es: 'Mantener correcto el inventario, ver cada día si llegan los mensajes de su EHR y arreglar los que no.',
  },
  minutes: 25,
  validMonths: 24,
  lessons: [
    {
      heading: { en: 'Inventory basics', es: 'Lo básico del inventario' },
      paragraphs: {
        en: [
          'Stock is counted by lot: product, lot number, expiration date, and whether it was bought privately or supplied by a public program. Enter a lot when the box arrives, and compare the number of doses with the packing slip.',
          'Public and private stock are counted apart, because a public dose may go to eligible patients alone. The eligibility recorded with each dose decides from which stock it comes.',
          'Count the refrigerator regularly and compare it with the screen. A difference usually means a dose that was not entered, one entered twice, or a wrong lot number. Look for the reason before you adjust the number.',
          'Expired, spoiled and wasted doses are taken out of stock with their reason. They are never recorded as given.',
        ],
        es: [
          'El inventario se cuenta por lote: producto, número de lote, fecha de caducidad, y si se compró de forma privada o lo entregó un programa público. Capture el lote cuando llega la caja y compare el número de dosis con la nota de entrega.',
          'El inventario público y el privado se cuentan por separado, porque una dosis pública solo puede ser para pacientes con derecho a ella. El derecho anotado con cada dosis decide de cuál inventario sale.',
          'Cuente el refrigerador con regularidad y compárelo con la pantalla. Una diferencia suele ser una dosis que no se capturó, una capturada dos veces o un número de lote equivocado. Busque la causa antes de ajustar la cantidad.',
          'Las dosis caducas, dañadas o desperdiciadas salen del inventario con su motivo. Nunca se registran como aplicadas.',
        ],
      },
    },
    {
      heading: { en: 'Watch the exchange', es: 'Vigilar el intercambio' },
      paragraphs: {
        en: [
          'If your EHR sends messages, each of them gets an answer (ACK) within seconds: accepted, partly accepted, or refused. Many EHRs show nobody that answer. The page Exchange shows it to you.',
          'Look once a day. Three questions are enough: Did messages come today? Are there refused ones? Are there more warnings than usual?',
          'Silence is a finding. A site that gives vaccines and sends nothing has a problem, be it a password that ended, an interface that stopped, or an update of the EHR. Call your EHR’s support, then the registry.',
          'Accepted is not the same as good. Watch the quality figures too: doses without lot number, without eligibility, patients without address or phone.',
        ],
        es: [
          'Si su EHR envía mensajes, cada uno recibe una respuesta (ACK) en segundos: aceptado, aceptado en parte o rechazado. Muchos EHR no muestran esa respuesta a nadie. La página Intercambio se la muestra a usted.',
          'Mire una vez al día. Bastan tres preguntas: ¿Llegaron mensajes hoy? ¿Hay rechazados? ¿Hay más avisos que de costumbre?',
          'El silencio también es un hallazgo. Un sitio que vacuna y no envía nada tiene un problema: una contraseña vencida, una interfaz detenida o una actualización del EHR. Llame al soporte de su EHR y después al registro.',
          'Aceptado no es lo mismo que bueno. Vea también las cifras de calidad: dosis sin número de lote, sin derecho a vacuna pública, pacientes sin domicilio o teléfono.',
        ],
      },
    },
    {
      heading: { en: 'Read a finding', es: 'Leer un hallazgo' },
      paragraphs: {
        en: [
          'A finding says three things: where in the message (for example RXA-15, the lot number), what is wrong, and what to do about it.',
          'Its severity says what it cost. An error means that the message, or a part of it, was not recorded. A warning means that it was recorded and something was left out or is doubtful. Information asks for nothing.',
          'Ask yourself whether it is one message or all of them. One wrong date is a typing error of one person. The same finding in every message is a setting of the EHR, and correcting single messages does not help.',
        ],
        es: [
          'Un hallazgo dice tres cosas: en qué parte del mensaje está (por ejemplo RXA-15, el número de lote), qué está mal y qué hacer.',
          'Su gravedad dice lo que costó. Un error significa que el mensaje, o una parte, no se registró. Una advertencia significa que se registró y algo se dejó fuera o es dudoso. La información no pide nada.',
          'Pregúntese si es un mensaje o son todos. Una fecha equivocada es un error de captura de una persona. El mismo hallazgo en todos los mensajes es una configuración del EHR, y corregir mensajes sueltos no ayuda.',
        ],
      },
    },
    {
      heading: { en: 'Correct and send again', es: 'Corregir y reenviar' },
      paragraphs: {
        en: [
          'Correct the fault where it arose: in the patient’s chart of your EHR. Then have the EHR send the message again. A correction made in the registry alone comes back with the next message.',
          'Sending again does no harm: the same message is recognized and recorded once. A dose that was sent before with the same id is updated, not doubled.',
          'A dose that went to the wrong patient is deleted by a message of the EHR for that wrong patient, and then sent for the right one. Do both the same day.',
          'What was refused and never sent again is missing from the patient’s history, everywhere in the state. Keep the list of refused messages empty; it is the most useful thing you can do.',
        ],
        es: [
          'Corrija la falla donde nació: en el expediente del paciente en su EHR. Después haga que el EHR envíe el mensaje de nuevo. Una corrección hecha solo en el registro regresa con el siguiente mensaje.',
          'Reenviar no hace daño: el mismo mensaje se reconoce y se registra una sola vez. Una dosis ya enviada con el mismo identificador se actualiza, no se duplica.',
          'Una dosis que se envió al paciente equivocado se borra con un mensaje del EHR para ese paciente, y luego se envía para el correcto. Haga ambas cosas el mismo día.',
          'Lo que se rechazó y nunca se reenvió falta en el historial del paciente, en todo el estado. Mantenga vacía la lista de mensajes rechazados; es lo más útil que puede hacer.',
        ],
      },
    },
  ],
  quiz: {
    passAt: 5,
    questions: [
      {
        text: {
          en: 'The refrigerator holds two doses fewer than the screen shows. What comes first?',
          es: 'El refrigerador tiene dos dosis menos de lo que muestra la pantalla. ¿Qué va primero?',
        },
        options: {
          en: [
            'Look for the reason: doses not entered, or a wrong lot',
            'Adjust the number on the screen',
            'Record two doses for any patient',
          ],
          es: [
            'Buscar la causa: dosis no capturadas o un lote equivocado',
            'Ajustar la cantidad en la pantalla',
            'Registrar dos dosis a cualquier paciente',
          ],
        },
        right: 0,
      },
      {
        text: {
          en: 'A box was left out of the refrigerator and is spoiled. How does it leave the stock?',
          es: 'Una caja se quedó fuera del refrigerador y se echó a perder. ¿Cómo sale del inventario?',
        },
        options: {
          en: ['As doses given', 'Taken out with its reason', 'It stays until the next count'],
          es: ['Como dosis aplicadas', 'Se da de baja con su motivo', 'Se queda hasta el siguiente conteo'],
        },
        right: 1,
      },
      {
        text: {
          en: 'Your clinic vaccinates every day, and no message has come for two days. What does that mean?',
          es: 'Su clínica vacuna todos los días y no ha llegado ningún mensaje en dos días. ¿Qué significa?',
        },
        options: {
          en: [
            'All is well: nothing was refused',
            'The registry collects messages weekly',
            'Something has stopped: call the EHR’s support and the registry',
          ],
          es: [
            'Todo va bien: no se rechazó nada',
            'El registro recoge los mensajes cada semana',
            'Algo se detuvo: hay que llamar al soporte del EHR y al registro',
          ],
        },
        right: 2,
      },
      {
        text: {
          en: 'Every message of the week has the same finding. Where is the cause most likely?',
          es: 'Todos los mensajes de la semana tienen el mismo hallazgo. ¿Dónde está probablemente la causa?',
        },
        options: {
          en: ['In a setting of the EHR', 'In one patient’s chart', 'In the weather of the network'],
          es: ['En una configuración del EHR', 'En el expediente de un paciente', 'En la red, por azar'],
        },
        right: 0,
      },
      {
        text: {
          en: 'A message was refused for a wrong date of birth. Where do you correct it?',
          es: 'Un mensaje se rechazó por una fecha de nacimiento equivocada. ¿Dónde la corrige?',
        },
        options: {
          en: [
            'Nowhere: it was refused',
            'In the chart of your EHR, and then the message is sent again',
            'In the registry alone',
          ],
          es: [
            'En ninguna parte: fue rechazado',
            'En el expediente de su EHR, y luego se reenvía el mensaje',
            'Solo en el registro',
          ],
        },
        right: 1,
      },
      {
        text: {
          en: 'You are not sure whether a message was sent already. What happens if it is sent again?',
          es: 'No está segura de si un mensaje ya se envió. ¿Qué pasa si se envía otra vez?',
        },
        options: {
          en: [
            'The dose is in the record twice',
            'The patient’s record is closed',
            'It is recognized and recorded once',
          ],
          es: [
            'La dosis queda dos veces en el expediente',
            'Se cierra el expediente del paciente',
            'Se reconoce y se registra una sola vez',
          ],
        },
        right: 2,
      },
    ],
  },
} as const;
