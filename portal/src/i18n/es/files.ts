import type { Same } from '../same.ts';
import type en from '../en/files.ts';

const files: Same<typeof en> = {
  title: 'Archivos planos',
  open: {
    lead: 'Hasta el {{day}} puede enviar dosis en un archivo CSV: una fila, una dosis. A partir de ese día su EHR las envía como mensajes HL7.',
    prepare: 'Envíe mensajes HL7 antes del {{day}}',
  },
  closed: {
    title: 'Desde el {{day}} ya no se aceptan archivos planos',
    text: 'Un archivo que llegue ahora se rechaza y no se guarda nada de él. En su lugar:',
    soap: 'Haga que su EHR envíe mensajes HL7 2.5.1.',
    soapLink: 'Credenciales y direcciones',
    workbench: 'Pruebe primero un mensaje.',
    workbenchLink: 'Banco de pruebas',
    history: 'Envíe años de historial en un solo lote.',
    historyLink: 'Carga de historial',
    onboarding: 'Vea qué pasos faltan.',
    onboardingLink: 'Incorporación',
  },
  notReady: {
    title: 'Los archivos se aceptan cuando el sitio ya envía a producción',
    text: 'Termine primero los pasos de incorporación.',
  },
  upload: {
    title: 'Enviar un archivo',
    file: 'Archivo CSV',
    hint: 'UTF-8, separado por comas, con los nombres de las columnas en la primera fila. A lo más 5,000 filas y 5 MB.',
    do: 'Enviar el archivo',
    doing: 'Enviando y revisando cada fila…',
    template: 'Descargar un archivo vacío con todas las columnas',
    needed: 'Estas columnas son necesarias; las demás pueden faltar:',
    again: 'Enviar dos veces el mismo archivo no hace daño: nada se guarda dos veces.',
    refused: 'El archivo no se aceptó. No se guardó nada.',
    column: 'Columna {{name}}',
  },
  list: {
    title: 'Archivos de este sitio',
    none: 'Todavía no se ha enviado ningún archivo.',
    caption: 'Archivos enviados, primero el más reciente',
    received: 'Recibido',
    name: 'Archivo',
    noName: 'sin nombre',
    by: 'Enviado por',
    program: 'un programa',
    rows: 'Filas',
    recorded: 'Guardadas',
    refused: 'No guardadas',
    cutShort: 'Quedó a medias: envíelo de nuevo',
    report: 'Informe de {{name}}, {{moment}}',
  },
  report: {
    title: 'Informe de un archivo plano',
    back: 'Todos los archivos',
    repeated: 'Este archivo ya había llegado. Este es su informe; no se guardó nada otra vez.',
    csv: 'Descargar el informe (CSV)',
    allGood_one: 'La fila se guardó.',
    allGood_other: 'Se guardaron las {{count}} filas.',
    toDo_one: '{{count}} fila no se guardó',
    toDo_other: '{{count}} filas no se guardaron',
    toDoText: 'Corríjalas en su archivo y envíelo de nuevo. Las filas ya guardadas quedan como están.',
    told: 'Fila por fila',
    shown:
      'Las primeras {{count}} de {{all}}; primero las que no se guardaron. El informe completo está en el CSV.',
    row: 'Fila',
    outcome: 'Qué pasó con ella',
    problems: 'Qué está mal y qué hacer',
    caption: 'Filas de las que hay algo que decir',
  },
  outcome: {
    recorded: 'Guardada',
    'recorded-with-findings': 'Guardada con observaciones',
    refused: 'Rechazada',
    unreadable: 'No se pudo leer',
  },
  problem: {
    'cell-needed': 'La celda está vacía. Llénela.',
    'cell-needed-when-given':
      'La celda está vacía y una dosis aplicada la necesita. Si la dosis se aplicó en otro lugar, escriba Y en historical.',
    'cell-too-long': 'La celda es demasiado larga. Acórtela.',
    'cell-not-a-date': 'Esto no es una fecha. Escríbala como 2016-09-30 o 9/30/2016.',
    'cell-not-a-choice': 'La columna no admite este valor. Use uno de los que indica el formato.',
    'cell-not-a-phone': 'Esto no es un número de teléfono. Escriba diez dígitos.',
    'cell-not-an-amount': 'Esto no es una cantidad. Escriba mililitros, por ejemplo 0.5.',
    'cell-unreadable': 'La celda contiene un salto de línea u otro signo que no puede ir ahí. Quítelo.',
    'row-too-long':
      'La fila tiene más celdas que encabezados. Ponga entre comillas las celdas que llevan coma.',
    'row-failed': 'La fila no se pudo procesar. Envíe el mismo archivo de nuevo.',
  },
};

export default files;
