import type en from '../en/statement.ts';
import type { Same } from '../same.ts';

const statement: Same<typeof en> = {
  title: 'Verificar una constancia',
  lead: 'Una constancia dice qué mensajes de prueba de un sitio aceptó el registro en un período. Aquí ve si la que le mostraron es auténtica.',
  form: {
    label: 'Código de la constancia',
    hint: 'Está impreso en la constancia, como 7K3M-ABCD-XY0Z.',
    button: 'Buscar',
    another: 'Buscar otra constancia',
    required: 'Escriba el código.',
  },
  unknown: {
    title: 'No hay ninguna constancia con este código',
    text: 'Compare el código con el del papel, letra por letra. Si es el mismo, este registro no hizo ese papel.',
  },
  genuine: {
    title: 'Esta constancia es auténtica',
    text: '{{registry}} la hizo y la firmó, y lo que dice abajo no ha cambiado desde entonces. Compárelo con lo que le mostraron.',
  },
  forged: {
    title: 'No confíe en esta constancia',
    text: 'Hay una constancia con este código, pero su firma no corresponde a lo que dice. Pregunte al registro.',
  },
  facts: {
    title: 'Lo que dice la constancia',
    code: 'Código',
    site: 'Sitio',
    period: 'Período',
    periodOf: 'del {{from}} al {{to}}',
    accepted: 'Mensajes de prueba aceptados',
    acceptedOf: '{{accepted}} de {{total}}',
    madeOn: 'Hecha el',
    registry: 'Por',
    cases: 'Tipos de mensajes',
    case: 'Tipo',
    count: 'Aceptados',
    first: 'Primero el',
  },
  file: {
    title: '¿Tiene el PDF?',
    text: 'Elíjalo para ver si es el archivo que hizo el registro. Su navegador calcula su huella digital; el archivo mismo no se envía.',
    label: 'Archivo PDF de la constancia',
    working: 'Comparando …',
    same: 'Es el mismo archivo',
    sameText: '{{name}} es exactamente el PDF que hizo el registro.',
    other: 'No es el mismo archivo',
    otherText:
      '{{name}} no es el PDF que hizo el registro. Puede estar cambiado, escaneado o impreso de nuevo. Lo que cuenta es lo que dice arriba.',
    insecure:
      'Este navegador solo calcula huellas digitales en una página cifrada (https). Compare usted mismo la huella SHA-256:',
    fingerprint: 'Huella SHA-256 del PDF',
    unreadable: 'No se pudo leer el archivo. Elíjalo de nuevo.',
  },
};
export default statement;
