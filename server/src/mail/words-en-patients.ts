import type { Words } from './words.ts';

/** What is written of how patients' records are used; nothing of any patient. */
export const patientWordsEn: Words<'patient-emergency' | 'unusual-searching'> = {
  'patient-emergency': ({ name, email, organization, at, link }, { moment }) => ({
    subject: `A protected record was opened in an emergency by ${name}`,
    blocks: [
      {
        p: 'Somebody said that it is an emergency and opened a record that protection keeps from them. It stays open to them for one hour, for reading.',
      },
      {
        facts: [
          ['Who', `${name}, ${email}`],
          ...(organization === '' ? [] : [['For', organization] as const]),
          ['When', moment(at)],
        ],
      },
      {
        p: 'Please read the reason that was given, see whether it was right, and write down what you found.',
      },
      { button: 'Review emergencies', link },
    ],
  }),
  'unusual-searching': ({ name, email, organization, count, link }) => ({
    subject: `Unusually many patient searches by ${name}`,
    blocks: [
      {
        p: 'This account looked for more patients within an hour than the work with patients takes. Further searches are refused until the hour has passed.',
      },
      {
        facts: [
          ['Who', `${name}, ${email}`],
          ...(organization === '' ? [] : [['For', organization] as const]),
          ['Searches in the last hour', String(count)],
        ],
      },
      { p: 'The audit shows what was searched by and whose records were found.' },
      { button: 'Open the audit', link },
    ],
  }),
};
