import type { Language } from '../platform/jurisdiction.ts';

/** What the record on paper says besides the patient's data. `{…}` is filled in. */
export type RecordWords = {
  readonly title: string;
  readonly forSchool: string;
  readonly birthDate: string;
  readonly sex: string;
  readonly sexes: Readonly<Record<string, string>>;
  readonly notKnown: string;
  readonly vaccines: string;
  readonly columns: readonly [string, string, string, string, string];
  readonly continued: string;
  readonly otherVaccines: string;
  readonly noDoses: string;
  readonly notes: {
    readonly invalid: string;
    readonly duplicate: string;
    readonly refused: string;
    /** Why, by code (CDC's table NIP002); the record's own words where there are none here. */
    readonly refusals: Readonly<Record<string, string>>;
    readonly notGiven: string;
    readonly partial: string;
    readonly reported: string;
  };
  readonly observations: string;
  readonly observationColumns: readonly [string, string, string];
  readonly kinds: {
    readonly immunity: string;
    readonly contraindication: string;
    readonly reaction: string;
  };
  readonly next: string;
  readonly nextColumns: readonly [string, string, string];
  readonly nothingDue: string;
  readonly noForecast: string;
  readonly died: string;
  readonly states: Readonly<Record<'overdue' | 'due' | 'soon' | 'later', string>>;
  readonly dose: string;
  readonly asOf: string;
  readonly incomplete: string;
  readonly unwritten: string;
  readonly printed: string;
  readonly page: string;
  readonly born: string;
};

export const RECORD_WORDS: Readonly<Record<Language, RecordWords>> = {
  en: {
    title: 'Immunization record',
    forSchool: 'Immunization record for school or child care',
    birthDate: 'Date of birth',
    sex: 'Sex',
    sexes: { F: 'Female', M: 'Male', X: 'Nonbinary (X)' },
    notKnown: 'not known',
    vaccines: 'Vaccines given',
    columns: ['Dose', 'Date', 'Vaccine', 'Given by', 'Note'],
    continued: '{group} (continued)',
    otherVaccines: 'Other vaccines',
    noDoses: 'No vaccine is on record.',
    notes: {
      invalid: 'Does not count',
      duplicate: 'Possible duplicate: does not count',
      refused: 'Refused',
      refusals: {},
      notGiven: 'Not given',
      partial: 'Given in part',
      reported: 'Reported by {organization}',
    },
    observations: 'Immunity, contraindications and reactions',
    observationColumns: ['What', 'Detail', 'Date'],
    kinds: { immunity: 'Immune', contraindication: 'Contraindication', reaction: 'Reaction' },
    next: 'What comes next',
    nextColumns: ['Vaccine', 'Dose', 'When'],
    nothingDue: 'No vaccine is due.',
    noForecast: 'What is due cannot be said: the date of birth is not known.',
    died: 'The patient has died.',
    states: {
      overdue: 'Overdue; was recommended on {date}',
      due: 'Due now; recommended on {date}',
      soon: 'Due on {date}',
      later: 'From {date}',
    },
    dose: 'Dose {number}',
    asOf: 'By CDC’s schedule, as of {date}.',
    incomplete:
      'This is what has been reported to the registry. It may be incomplete: vaccines that were not reported are not listed. ' +
      'Ask your health care provider to correct what is wrong or missing.',
    unwritten: 'A question mark in a name may stand for a letter that could not be printed.',
    printed: 'Printed {moment} by {person}, {organization}',
    page: 'Page {page} of {pages}',
    born: 'born {date}',
  },
  es: {
    title: 'Comprobante de vacunación',
    forSchool: 'Comprobante de vacunación para la escuela',
    birthDate: 'Fecha de nacimiento',
    sex: 'Sexo',
    sexes: { F: 'Femenino', M: 'Masculino', X: 'No binario (X)' },
    notKnown: 'no se conoce',
    vaccines: 'Vacunas aplicadas',
    columns: ['Dosis', 'Fecha', 'Vacuna', 'Aplicada por', 'Nota'],
    continued: '{group} (continuación)',
    otherVaccines: 'Otras vacunas',
    noDoses: 'No hay ninguna vacuna registrada.',
    notes: {
      invalid: 'No cuenta',
      duplicate: 'Posible duplicado: no cuenta',
      refused: 'Rechazada',
      refusals: {
        '00': 'decisión de los padres',
        '01': 'exención religiosa',
        '03': 'decisión del paciente',
      },
      notGiven: 'No aplicada',
      partial: 'Aplicada en parte',
      reported: 'Según {organization}',
    },
    observations: 'Inmunidad, contraindicaciones y reacciones',
    observationColumns: ['Qué', 'Detalle', 'Fecha'],
    kinds: { immunity: 'Inmune', contraindication: 'Contraindicación', reaction: 'Reacción' },
    next: 'Lo que sigue',
    nextColumns: ['Vacuna', 'Dosis', 'Cuándo'],
    nothingDue: 'No toca ninguna vacuna.',
    noForecast: 'No se puede decir qué vacunas tocan: no se conoce la fecha de nacimiento.',
    died: 'El paciente ha fallecido.',
    states: {
      overdue: 'Atrasada; se recomendaba el {date}',
      due: 'Toca ahora; recomendada el {date}',
      soon: 'Toca el {date}',
      later: 'Desde el {date}',
    },
    dose: 'Dosis {number}',
    asOf: 'Según el calendario de los CDC, al {date}.',
    incomplete:
      'Esto es lo que se ha comunicado al registro. Puede estar incompleto: las vacunas que no se comunicaron no aparecen. ' +
      'Pida a su proveedor de salud que corrija lo que esté mal o falte.',
    unwritten:
      'Un signo de interrogación en un nombre puede estar en lugar de una letra que no se pudo imprimir.',
    printed: 'Impreso el {moment} por {person}, {organization}',
    page: 'Página {page} de {pages}',
    born: 'nació el {date}',
  },
};
