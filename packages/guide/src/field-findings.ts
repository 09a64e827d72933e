import type { ApplicationError, Hl7Error, ValueClass } from './finding.ts';
import type { Treatment } from './policy.ts';

/** What the check of a field against its row in the guide can find. */
export type FieldCode =
  | 'required-field-missing'
  | 'required-component-missing'
  | 'not-in-table'
  | 'code-retired'
  | 'code-not-exact'
  | 'date-invalid'
  | 'number-invalid'
  | 'time-zone-missing'
  | 'time-zone-unexpected'
  | 'too-long'
  | 'repeats-too-often'
  | 'not-supported';

type FieldFinding = {
  readonly states: string;
  readonly source: string;
  readonly value: ValueClass;
  readonly hl7: Hl7Error;
  readonly application?: ApplicationError;
  /** As the guide has it (table 3-1, what a receiver does with a fault). */
  readonly treatment: Treatment;
  /** `{where}` is the field with its name. */
  readonly message: string;
  readonly fix: string;
};

/**
 * The findings of the field checker, with the guide's own treatment of each. A value that is no value empties the
 * field; an empty required field takes its segment with it; that takes the group or the message (table 3-1).
 */
export const FIELD_FINDINGS: Readonly<Record<FieldCode, FieldFinding>> = {
  'required-field-missing': {
    states: 'A field that the guide requires is there.',
    source: 'R1.5 chapters 4 to 7, usage R',
    value: 'missing',
    hl7: '101',
    application: '7',
    treatment: { severity: 'E', effect: 'segment' },
    message: 'No value was entered for {where}.',
    fix: 'Send {path}.',
  },
  'required-component-missing': {
    states: 'A component that its data type requires is there.',
    source: 'R1.5 chapter 3, data types, usage R',
    value: 'missing',
    hl7: '101',
    application: '7',
    treatment: { severity: 'E', effect: 'value' },
    message: 'No value was entered for {where}.',
    fix: 'Send {path}.',
  },
  'not-in-table': {
    states: 'A coded value is in the table that the guide binds it to.',
    source: 'R1.5 appendix A',
    value: 'unknown',
    hl7: '103',
    application: '5',
    treatment: { severity: 'E', effect: 'value' },
    message: '{where} is not a code of table {table}.',
    fix: 'Send one of {codes}.',
  },
  'code-retired': {
    states: 'A coded value is in use.',
    source: 'R1.5 addendum, appendix A',
    value: 'retired',
    hl7: '0',
    application: '5',
    treatment: { severity: 'I', effect: 'none' },
    message: '{where} is a code of table {table} that is no longer in use.',
    fix: 'Send one of {codes}.',
  },
  'code-not-exact': {
    states: 'A coded value is written as its table has it.',
    source: 'R1.5 appendix A',
    value: 'malformed',
    hl7: '0',
    application: '4',
    treatment: { severity: 'E', effect: 'none' },
    message: '{where} is a code of table {table} in lower case.',
    fix: 'Send it in capitals.',
  },
  'date-invalid': {
    states: 'A date is an existing day, as precise as the field asks.',
    source: 'R1.5 chapter 3, DT and TS; IZ-TS_NZ, IZ-TS_M, IZ-DT_D',
    value: 'malformed',
    hl7: '102',
    application: '2',
    treatment: { severity: 'E', effect: 'value' },
    message: '{where} is no date, or not an existing one.',
    fix: 'Send an existing day as YYYYMMDD.',
  },
  'number-invalid': {
    states: 'A number is a number.',
    source: 'R1.5 chapter 3, NM and SI',
    value: 'malformed',
    hl7: '102',
    application: '4',
    treatment: { severity: 'E', effect: 'value' },
    message: '{where} is not a number.',
    fix: 'Send digits only, with a point for decimals.',
  },
  'time-zone-missing': {
    states: 'The time of the message says its time zone.',
    source: 'R1.5 MSH-7; IZ-TS_Z',
    value: 'malformed',
    hl7: '0',
    application: '2',
    treatment: { severity: 'E', effect: 'none' },
    message: '{where} is not given to the second with its time zone.',
    fix: 'Send YYYYMMDDHHMMSS-0800.',
  },
  'time-zone-unexpected': {
    states: 'A day carries no time zone.',
    source: 'R1.5 chapter 3, TS_NZ',
    value: 'malformed',
    hl7: '0',
    application: '2',
    treatment: { severity: 'E', effect: 'none' },
    message: '{where} carries a time zone; the day was taken as it is written.',
    fix: 'Send the day without a time zone.',
  },
  'too-long': {
    states: 'A value is not longer than the guide allows.',
    source: 'R1.5 chapters 3 to 7, length',
    value: 'too-long',
    hl7: '0',
    application: '4',
    treatment: { severity: 'W', effect: 'none' },
    message: '{where} is longer than {length} characters.',
    fix: 'Shorten it if you can; other systems may cut it off.',
  },
  'repeats-too-often': {
    states: 'A field repeats only where the guide lets it.',
    source: 'R1.5 chapters 4 to 7, cardinality',
    value: 'repeated',
    hl7: '102',
    application: '8',
    treatment: { severity: 'E', effect: 'value' },
    message: '{where} may have one value only; the first counts.',
    fix: 'Send one value.',
  },
  'not-supported': {
    states: 'Fields that the guide does not support are empty.',
    source: 'R1.5 chapters 4 to 7, usage X',
    value: 'not-supported',
    hl7: '0',
    application: '8',
    treatment: { severity: 'W', effect: 'none' },
    message: '{path} is not used in immunization messages.',
    fix: 'Leave it empty.',
  },
};
