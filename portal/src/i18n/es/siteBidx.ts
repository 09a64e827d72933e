import type en from '../en/siteBidx.ts';
import type { Same } from '../same.ts';

const siteBidx: Same<typeof en> = {
  title: 'Consultas (BiDX)',
  lead: 'Con el intercambio bidireccional de datos (BiDX), su EHR pregunta al registro por un paciente y muestra su historial de vacunas y lo que le toca después.',
  way: {
    survey: { title: 'Encuesta', text: 'Cuéntenos cómo pregunta su EHR.' },
    queries: {
      title: 'Consultas de prueba',
      text: 'Pregunte por pacientes inventados en la dirección de pruebas.',
    },
    approval: { title: 'Aprobación', text: 'La aprueban dos personas del registro.' },
    proposed: 'Una la ha propuesto; una segunda decide.',
  },
  approved: 'Las consultas de este sitio se responden en producción.',
  sentBack: 'Devuelto el {{day}}. Lo que el registro le pide corregir:',
  survey: {
    title: 'Encuesta de interés y preparación para BiDX',
    text: 'Unos 3 minutos. El proveedor de su EHR puede ayudarle con las primeras preguntas.',
    notYet: 'El sitio todavía no ha contestado la encuesta.',
    change: 'Cambiar las respuestas',
    save: 'Enviar la encuesta',
    saving: 'Enviando …',
    done: 'La encuesta se guardó. Lo siguiente: envíe consultas de prueba.',
    names: {
      ehrCanQuery: '¿Puede su EHR enviar consultas (QBP) al registro?',
      ehrShowsForecast: '¿Puede mostrar lo que toca después (el pronóstico)?',
      queryTiming: '¿Cuándo preguntará, por lo general?',
      historySubmitted: '¿Ya envió su sitio las vacunas que aplicó en el pasado?',
      queriesPerDay: '¿Cuántas consultas al día espera?',
      technicalContact: 'Contacto técnico',
      technicalEmail: 'Correo electrónico del contacto técnico',
      comments: 'Comentarios',
    },
    ehrCanQuery: { yes: 'Sí', no: 'No, todavía no', unknown: 'No lo sé' },
    ehrShowsForecast: { yes: 'Sí', no: 'No, solo el historial', unknown: 'No lo sé' },
    queryTiming: {
      'at-visit': 'Cuando llega el paciente',
      'before-visit': 'Algunos días antes de la visita',
      nightly: 'Cada noche, para todas las citas',
      'on-demand': 'Cuando alguien presiona un botón',
    },
    historySubmitted: { yes: 'Sí', planned: 'Está planeado', no: 'No' },
    perDayHint: 'Basta un número aproximado.',
    contactHint: 'A quién preguntamos cuando una consulta de ustedes es inusual.',
    commentsHint: 'No escriba información de pacientes.',
  },
  queries: {
    title: 'Consultas de prueba',
    text: 'Haga que su EHR envíe consultas a la dirección de pruebas, o envíelas en el banco de trabajo. Solo se responden con pacientes inventados.',
    shown: 'Lo que han mostrado sus consultas de prueba',
    patients:
      'Los pacientes inventados están en la documentación, en “Test patients” (docs/test-patients.md): quién se encuentra, de quién se encuentran varios y quién no se encuentra.',
  },
};
export default siteBidx;
