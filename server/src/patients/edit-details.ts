import { codeTable } from '@cairn/codes';
import { buildSegment, type FieldContent, HL7_NULL } from '@cairn/hl7';
import type { Demographics } from '../registry/demographics.ts';
import type { DetailsEntry } from './edit-schema.ts';

/**
 * What a person entered of a patient, as fields of a message. What was not given is not in it; '' becomes HL7's `""`, which
 * takes away.
 * @param known the fields that are said anyway: a part of a name that was not given is taken from there
 */
export function enteredDetails(
  entry: DetailsEntry,
  known: Demographics['fields'],
): Pick<Demographics, 'fields'> & { readonly nextOfKin: Demographics['nextOfKin'] | undefined } {
  const fields: Record<string, string> = {};
  const put = (path: string, content: FieldContent): void => {
    const raw = rawOf(content);
    fields[path] = raw === '' ? HL7_NULL : raw;
  };
  if ([entry.last, entry.first, entry.middle, entry.suffix].some((part) => part !== undefined)) {
    fields['PID-5'] = nameField(entry, known['PID-5'] ?? '');
  }
  if (entry.mothersMaidenName !== undefined) {
    put('PID-6', withName(entry.mothersMaidenName, [entry.mothersMaidenName, '', '', '', '', '', 'M']));
  }
  if (entry.birthDate !== undefined) put('PID-7', compact(entry.birthDate));
  if (entry.sex !== undefined) put('PID-8', entry.sex);
  if (entry.races !== undefined) {
    put('PID-10', { repeat: entry.races.map((race) => coded('CDCREC-RACE', race, 'CDCREC')) });
  }
  if (entry.address !== undefined) {
    const { street, other, city, state, zip } = entry.address;
    put(
      'PID-11',
      withName(street + other + city + state + zip, [street, other, city, state, zip, 'USA', 'H']),
    );
  }
  if (entry.phone !== undefined || entry.email !== undefined) {
    const before = reachedAt(known['PID-13'] ?? '');
    put('PID-13', {
      repeat: [
        ...(entry.phone === undefined ? before.phones : phoneOf(entry.phone)),
        ...(entry.email === undefined ? before.mails : mailOf(entry.email)),
      ],
    });
  }
  if (entry.language !== undefined) {
    put('PID-15', withName(entry.language, coded('LANGUAGE', entry.language, 'HL70296')));
  }
  if (entry.ethnicity !== undefined) {
    put('PID-22', withName(entry.ethnicity, coded('CDCREC-ETHNICITY', entry.ethnicity, 'CDCREC')));
  }
  return {
    fields,
    nextOfKin: entry.contacts?.map(({ relationship, last, first, phone }, index) =>
      buildSegment('NK1', [
        index + 1,
        [last, first, '', '', '', '', 'L'],
        coded('HL70063', relationship, 'HL70063'),
        '',
        { repeat: phoneOf(phone) },
      ]).toString(),
    ),
  };
}

/** The name with what was given of it; further names that were said stay behind it. */
function nameField(entry: DetailsEntry, known: string): string {
  const pid = buildSegment('PID', ['', '', '', '', { raw: known === HL7_NULL ? '' : known }]);
  const name = [
    entry.last ?? pid.text(5, 1),
    entry.first ?? pid.text(5, 2),
    entry.middle ?? pid.text(5, 3),
    entry.suffix ?? pid.text(5, 4),
    '',
    '',
    'L',
  ];
  return rawOf(name);
}

/** PID-13 as it is said, by what it is: who gives a new phone number keeps the e-mail address. */
function reachedAt(raw: string): {
  readonly phones: readonly FieldContent[];
  readonly mails: readonly FieldContent[];
} {
  const said = raw === HL7_NULL || raw === '' ? [] : raw.split('~');
  const isMail = (one: string): boolean => one.includes('@');
  return {
    phones: said.filter((one) => !isMail(one)).map((one) => ({ raw: one })),
    mails: said.filter(isMail).map((one) => ({ raw: one })),
  };
}

const rawOf = (content: FieldContent): string => buildSegment('PID', [content]).raw(1);

/** What means nothing without its first part is left out as a whole. */
const withName = (said: string, content: FieldContent): FieldContent => (said === '' ? '' : content);

/** `2024-05-01` as HL7 writes days. */
export const compact = (day: string): string => day.replaceAll('-', '');

/** A coded value with its words and the name of its table. */
export const coded = (table: string, code: string, system: string): readonly string[] => [
  code,
  codeTable(table)?.find(code)?.label ?? '',
  system,
];

function phoneOf(typed: string): readonly FieldContent[] {
  const digits = typed.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return digits === '' ? [] : [['', 'PRN', 'PH', '', '', digits.slice(0, 3), digits.slice(3)]];
}

const mailOf = (typed: string): readonly FieldContent[] =>
  typed === '' ? [] : [['', 'NET', 'Internet', typed]];
