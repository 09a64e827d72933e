import type { Words } from './words.ts';

/** Lo que se escribe de cómo se usan los expedientes; nada de ningún paciente. */
export const patientWordsEs: Words<'patient-emergency' | 'unusual-searching'> = {
  'patient-emergency': ({ name, email, organization, at, link }, { moment }) => ({
    subject: `${name} abrió un expediente protegido por una emergencia`,
    blocks: [
      {
        p: 'Alguien declaró una emergencia y abrió un expediente que está protegido. Puede leerlo durante una hora; no puede cambiarlo.',
      },
      {
        facts: [
          ['Quién', `${name}, ${email}`],
          ...(organization === '' ? [] : [['Organización', organization] as const]),
          ['Cuándo', moment(at)],
        ],
      },
      { p: 'Lea por favor el motivo que dio, revise si fue correcto y anote lo que encontró.' },
      { button: 'Revisar emergencias', link },
    ],
  }),
  'unusual-searching': ({ name, email, organization, count, link }) => ({
    subject: `Demasiadas búsquedas de pacientes de ${name}`,
    blocks: [
      {
        p: 'Esta cuenta buscó en una hora más pacientes de los que suele requerir la atención. No podrá hacer más búsquedas hasta que pase la hora.',
      },
      {
        facts: [
          ['Quién', `${name}, ${email}`],
          ...(organization === '' ? [] : [['Organización', organization] as const]),
          ['Búsquedas en la última hora', String(count)],
        ],
      },
      { p: 'La auditoría muestra qué datos se usaron para buscar y qué expedientes se encontraron.' },
      { button: 'Abrir la auditoría', link },
    ],
  }),
};
