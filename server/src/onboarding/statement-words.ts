import type { Language, ReadinessCase } from '../platform/jurisdiction.ts';

/** What a statement says besides its figures, in the language of the site. `{…}` is filled in. */
export type StatementWords = {
  readonly title: string;
  readonly intro: string;
  readonly siteId: string;
  readonly period: string;
  readonly madeOn: string;
  readonly accepted: string;
  readonly total: string;
  readonly shown: string;
  readonly columns: readonly [string, string, string];
  readonly none: string;
  readonly meansHeading: string;
  readonly means: readonly string[];
  readonly checkHeading: string;
  readonly check: string;
  readonly code: string;
  readonly through: string;
  readonly cases: Readonly<Record<ReadinessCase, string>>;
};

export const STATEMENT_WORDS: Readonly<Record<Language, StatementWords>> = {
  en: {
    title: 'Statement of immunization message tests',
    intro:
      'In the period below this site sent test messages (HL7) to the immunization registry, and the registry ' +
      'accepted those that are counted here.',
    siteId: 'Site ID',
    period: 'Period',
    madeOn: 'Made on',
    accepted: 'messages accepted',
    total: 'messages sent',
    shown: 'What the accepted messages showed',
    columns: ['Kind of message', 'Accepted', 'First on'],
    none: 'not yet',
    meansHeading: 'What this states',
    means: [
      'A message is counted as accepted where the registry took all of it and acknowledged it to the sender. A message may show ' +
        'more than one kind, or none of those listed.',
      'The registry’s software made this statement from its own record of the messages; nobody entered the figures. It holds no ' +
        'data of patients. It does not certify a product, nor that the site sends to production.',
    ],
    checkHeading: 'Check this statement',
    check:
      'Open the address below, or enter the code there. The page shows the same figures, and whether this file is the one ' +
      'that was made.',
    code: 'Code',
    through: '{from} to {to}',
    cases: {
      'administered-child': 'Vaccination given to a child',
      'administered-adult': 'Vaccination given to an adult',
      historical: 'Historical vaccination',
      update: 'Correction of a vaccination',
      delete: 'Deletion of a vaccination',
      refusal: 'Refusal of a vaccine',
      'history-query': 'Query for a history',
      'forecast-query': 'Query for history and forecast',
      'nobody-found': 'Query that finds nobody',
      'several-found': 'Query that finds several persons',
    },
  },
  es: {
    title: 'Constancia de pruebas de mensajes de vacunación',
    intro:
      'En el período indicado, este sitio envió mensajes de prueba (HL7) al registro de vacunación, y el ' +
      'registro aceptó los que aquí se cuentan.',
    siteId: 'ID del sitio',
    period: 'Período',
    madeOn: 'Emitida el',
    accepted: 'mensajes aceptados',
    total: 'mensajes enviados',
    shown: 'Qué mostraron los mensajes aceptados',
    columns: ['Tipo de mensaje', 'Aceptados', 'Primera vez'],
    none: 'todavía no',
    meansHeading: 'Qué acredita esta constancia',
    means: [
      'Un mensaje cuenta como aceptado cuando el registro lo tomó completo y acusó recibo al remitente. Un mensaje puede ' +
        'mostrar más de un tipo, o ninguno de los indicados.',
      'El software del registro emitió esta constancia a partir de su propio historial de mensajes; nadie introdujo las cifras. ' +
        'No contiene datos de pacientes. No certifica un producto ni que el sitio envíe a producción.',
    ],
    checkHeading: 'Compruebe esta constancia',
    check:
      'Abra la dirección de abajo o introduzca allí el código. La página muestra las mismas cifras y si este archivo es el que ' +
      'se emitió.',
    code: 'Código',
    through: 'del {from} al {to}',
    cases: {
      'administered-child': 'Vacuna aplicada a un menor',
      'administered-adult': 'Vacuna aplicada a un adulto',
      historical: 'Vacuna histórica',
      update: 'Corrección de una vacuna',
      delete: 'Eliminación de una vacuna',
      refusal: 'Rechazo de una vacuna',
      'history-query': 'Consulta del historial',
      'forecast-query': 'Consulta de historial y pronóstico',
      'nobody-found': 'Consulta que no encuentra a nadie',
      'several-found': 'Consulta que encuentra a varias personas',
    },
  },
};

const DAY = { timeZone: 'UTC', year: 'numeric', month: 'long', day: 'numeric' } as const;

/** `2026-11-23` as it is read: `November 23, 2026`, `23 de noviembre de 2026` */
export const dayInWords = (day: string, language: Language): string =>
  new Intl.DateTimeFormat(`${language}-US`, DAY).format(new Date(`${day}T00:00:00Z`));

export const figureInWords = (figure: number, language: Language): string =>
  new Intl.NumberFormat(`${language}-US`).format(figure);

/** What of Windows-1252 is not Latin-1; with Latin-1 it is all that a PDF's standard fonts can write. */
const BEYOND_LATIN_1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

const isWritable = (letter: string): boolean =>
  /^[\u0020-\u007E\u00A0-\u00FF]$/u.test(letter) || BEYOND_LATIN_1.includes(letter);

/**
 * A text as the standard fonts of PDF can write it: letters that they lack lose their marks, others become a question mark. The
 * statement's page shows the text itself.
 */
export function writable(text: string): string {
  return Array.from(text.normalize('NFC'), (letter) => {
    if (isWritable(letter)) return letter;
    const [base = '?'] = letter.normalize('NFKD');
    return isWritable(base) ? base : '?';
  }).join('');
}
