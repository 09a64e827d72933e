import * as fc from 'fast-check';
import { STANDARD_DELIMITERS } from '../delimiters.ts';
import type { Delimiters } from '../delimiters.ts';
import { SAMPLE } from './sample.ts';

const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~§¦¬±';

const custom: fc.Arbitrary<Delimiters> = fc
  .uniqueArray(fc.constantFrom(...PUNCTUATION), { minLength: 5, maxLength: 6 })
  .map(([field = '|', component = '^', repetition = '~', escape = '\\', subcomponent = '&', truncation]) => ({
    field,
    component,
    repetition,
    escape,
    subcomponent,
    ...(truncation === undefined ? {} : { truncation }),
  }));

export const delimiters = fc.oneof(fc.constant(STANDARD_DELIMITERS), custom);

/** Text that is likely to be mistaken for structure, among text of any kind. */
export const text = fc.oneof(
  fc.string({
    unit: fc.constantFrom(...PUNCTUATION, ...'FSTREPXHN09.br', '\r', '\n', '\t', '\0', '\x7f', 'é', '😀'),
  }),
  fc.string({ unit: 'binary' }),
  fc.string(),
);

/** repetitions of components of subcomponents */
export const field = fc.array(fc.array(fc.array(text, { maxLength: 3 }), { maxLength: 4 }), { maxLength: 3 });
export type FieldTree = string[][][];

export const segmentName = fc.constantFrom('PID', 'NK1', 'OBX', 'RXA', 'ZZ1');

/** The sample message with pieces cut out, doubled and put in. */
export const damagedMessage = fc
  .array(
    fc.tuple(
      fc.nat(SAMPLE.length),
      fc.nat(40),
      fc.oneof(text, fc.constantFrom('\r', '\n', '\r\n', '|', 'MSH|')),
    ),
    {
      maxLength: 6,
    },
  )
  .map((cuts) =>
    cuts.reduce(
      (message, [at, length, put]) => message.slice(0, at) + put + message.slice(at + length),
      SAMPLE,
    ),
  );
