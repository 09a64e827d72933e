import { parseDay } from '../dates.ts';
import type { Day, EvaluationStatus, PatientInput, SeriesStatus } from '../model.ts';

/** One of CDC's test cases: a patient, and what evaluation and forecast of one vaccine group must give. */
export type TestCase = {
  /** CDC_Test_ID */
  readonly id: string;
  readonly suite: CaseSuite;
  readonly name: string;
  readonly vaccineGroup: string;
  /** The ids of the doses are their numbers in the case, `1` first. */
  readonly patient: PatientInput;
  readonly expected: {
    readonly status: SeriesStatus;
    readonly doseNumber?: number;
    readonly earliest?: Day;
    readonly recommended?: Day;
    readonly pastDue?: Day;
    readonly doses: readonly {
      readonly doseId: string;
      readonly status: EvaluationStatus;
      readonly reason?: string;
    }[];
  };
};

/** `healthy`: childhood and adult; `conditions`: underlying conditions. */
export type CaseSuite = 'healthy' | 'conditions';

export type CasesRead = {
  readonly cases: readonly TestCase[];
  /** What could not be read as a case, never left out silently. */
  readonly unread: readonly {
    /** 1-based row or line; 0 for the file as a whole. */
    readonly line: number;
    readonly id: string;
    readonly why: string;
  }[];
};

/** A case as texts, '' for what is not given; days as YYYY-MM-DD. */
export type CaseTexts = {
  readonly id: string;
  readonly suite: CaseSuite;
  readonly name: string;
  readonly vaccineGroup: string;
  readonly birthDate: string;
  readonly gender: string;
  readonly assessmentDate: string;
  readonly observations: readonly { readonly code: string; readonly date: string }[];
  readonly doses: readonly {
    readonly id: string;
    readonly date: string;
    readonly cvx: string;
    readonly mvx: string;
    readonly status: string;
    readonly reason: string;
  }[];
  readonly status: string;
  readonly doseNumber: string;
  readonly earliest: string;
  readonly recommended: string;
  readonly pastDue: string;
};

const SERIES_STATUS: Readonly<Record<string, SeriesStatus>> = {
  'not complete': 'Not Complete',
  complete: 'Complete',
  immune: 'Immune',
  contraindicated: 'Contraindicated',
  'aged out': 'Aged Out',
  'not recommended': 'Not Recommended',
};
const EVALUATION_STATUS: Readonly<Record<string, EvaluationStatus>> = {
  valid: 'Valid',
  'not valid': 'Not Valid',
  extraneous: 'Extraneous',
  'sub-standard': 'Sub-standard',
};

/** The case, or what is wrong with it. */
export function caseOf(texts: CaseTexts): TestCase | { readonly why: string } {
  const wrong: string[] = [];
  const day = (what: string, text: string): Day | undefined => {
    if (text === '') return undefined;
    const parsed = parseDay(text);
    if (parsed === undefined) wrong.push(`${what} "${text}" is no day`);
    return parsed;
  };
  const needed = (what: string, text: string): Day => {
    if (text === '') wrong.push(`no ${what}`);
    return day(what, text) ?? 0;
  };
  const code = (what: string, text: string, digits: number): string => {
    if (!/^\d+$/.test(text)) wrong.push(`${what} "${text}" is no code`);
    return text.padStart(digits, '0');
  };
  if (texts.id === '') wrong.push('no id');
  if (texts.vaccineGroup === '') wrong.push('no vaccine group');
  const patient: PatientInput = {
    birthDate: needed('date of birth', texts.birthDate),
    gender: genderOf(texts.gender),
    assessmentDate: needed('assessment date', texts.assessmentDate),
    doses: texts.doses.map(({ id, date, cvx, mvx }) => ({
      id,
      date: needed(`date of dose ${id}`, date),
      cvx: code(`CVX of dose ${id}`, cvx, 2),
      ...(mvx === '' ? {} : { mvx }),
    })),
    observations: texts.observations.map((observation) => {
      const date = day('date of observation', observation.date);
      return { code: code('observation', observation.code, 3), ...(date === undefined ? {} : { date }) };
    }),
  };
  const status = SERIES_STATUS[texts.status.toLowerCase()];
  if (status === undefined) wrong.push(`series status "${texts.status}"`);
  const doses = texts.doses.flatMap(({ id, status: text, reason }) => {
    if (text === '') return [];
    const known = EVALUATION_STATUS[text.toLowerCase()];
    if (known !== undefined) return { doseId: id, status: known, ...(reason === '' ? {} : { reason }) };
    wrong.push(`evaluation status "${text}" of dose ${id}`);
    return [];
  });
  const earliest = day('earliest date', texts.earliest);
  const recommended = day('recommended date', texts.recommended);
  const pastDue = day('past due date', texts.pastDue);
  const doseNumber = /^\d+$/.test(texts.doseNumber) ? Number(texts.doseNumber) : undefined;
  if (doseNumber === undefined && texts.doseNumber !== '' && texts.doseNumber !== '-')
    wrong.push(`forecast number "${texts.doseNumber}"`);
  if (status === undefined || wrong.length > 0) return { why: wrong.join('; ') };
  const expected = {
    status,
    ...(doseNumber === undefined ? {} : { doseNumber }),
    ...(earliest === undefined ? {} : { earliest }),
    ...(recommended === undefined ? {} : { recommended }),
    ...(pastDue === undefined ? {} : { pastDue }),
    doses,
  };
  const { id, suite, name, vaccineGroup } = texts;
  return { id, suite, name, vaccineGroup, patient, expected };
}

function genderOf(text: string): PatientInput['gender'] {
  const letter = text.slice(0, 1).toUpperCase();
  return letter === 'F' || letter === 'M' ? letter : 'U';
}
