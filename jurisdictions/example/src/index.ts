import { testPatients } from './test-patients.ts';

/**
 * The pack of a state that there is not, as small as a pack can be: to copy, and to read beside docs/jurisdictions.md. It is not
 * registered, so that nobody starts it by mistake; tests/example-pack.test.ts starts it.
 */
export const example = {
  id: 'example',
  name: 'Example Immunization Registry',
  timeZone: 'America/Denver',
  registry: { application: 'EXIIS', facility: 'EX IIS', authority: 'EXIIS' },
  processingIds: ['P', 'T'],
  versions: ['2.5.1'],
  policies: [
    {
      name: 'example',
      policy: {
        // The statute of the State of Example lets a child be registered without these.
        'race-missing': { severity: 'I' },
        'ethnicity-missing': { severity: 'I' },
      },
    },
    {
      // From the day of the Clean Names Act on; until then digits in a name were borne with a warning.
      name: 'clean-names',
      from: '2026-07-01',
      policy: { 'patient-first-name-has-digits': { severity: 'E', effect: 'message' } },
    },
  ],
  schedules: [{ version: '4.64-508' }],
  mostCandidates: 5,
  notShared: 'hidden',
  missesPerHour: 200,
  regions: [{ id: 'all', name: 'State of Example' }],
  partners: [],
  counties: [
    { name: 'North Example', fips: '99001', region: 'all', zips: '00100-00149' },
    { name: 'South Example', fips: '99003', region: 'all', zips: '00150-00199' },
  ],
  organizationIds: { site: 'EX-', sendingFacility: 'EXF-' },
  // There was no exchange before this one: the day is past, and no address was given up.
  cutOver: { day: '2020-01-01', oldAddresses: [] },
  funding: [
    { code: 'PHC70', name: { en: 'Private', es: 'Privado' }, eligibilities: ['V01'] },
    {
      code: 'VXC50',
      name: { en: 'Public', es: 'Público' },
      eligibilities: ['V02', 'V03', 'V04', 'V05', 'V07'],
    },
  ],
  timeline: [{ region: 'all', trainingFrom: '2020-01-01', goLive: '2020-01-01' }],
  courses: [
    {
      id: 'first-steps',
      roles: ['regular', 'power'],
      title: { en: 'First steps', es: 'Primeros pasos' },
      summary: { en: 'Find the right patient.', es: 'Encontrar al paciente correcto.' },
      minutes: 5,
      validMonths: 24,
      lessons: [
        {
          heading: { en: 'The right patient', es: 'El paciente correcto' },
          paragraphs: {
            en: ['Compare name, birth date and one thing more before you change a record.'],
            es: ['Compare nombre, fecha de nacimiento y un dato más antes de cambiar un expediente.'],
          },
        },
      ],
      quiz: {
        passAt: 1,
        questions: [
          {
            text: { en: 'Is a name enough?', es: '¿Basta un nombre?' },
            options: { en: ['Yes', 'No'], es: ['Sí', 'No'] },
            right: 1,
          },
        ],
      },
    },
  ],
  agreement: {
    version: '2026-01',
    title: { en: 'Agreement of the State of Example', es: 'Acuerdo del Estado de Ejemplo' },
    paragraphs: {
      en: [
        'What is learnt of a patient here is used for that patient’s immunizations, and for nothing else.',
      ],
      es: ['Lo que aquí se sabe de un paciente se usa para sus vacunas, y para nada más.'],
    },
  },
  readiness: {
    submissions: ['administered-child', 'update', 'delete'],
    queries: ['history-query', 'nobody-found'],
    realMessages: 10,
  },
  testPatients,
  forecastLayout: 'national',
} as const;
