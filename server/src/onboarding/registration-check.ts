import { z } from 'zod';
import { type ApiProblem, problem, problemsOf } from '../platform/api.ts';
import type { Jurisdiction } from '../platform/jurisdiction.ts';
import { codeKey } from '../registry/organizations.ts';
import { placesOf } from './registration-places.ts';
import { type Answers, type Step, stepAnswers, STEPS } from './registration-schema.ts';

/** What was saved, as it was typed: any step may be missing or unfinished. */
export type SavedAnswers = { readonly [step in Step]?: Readonly<Record<string, unknown>> };

export type CheckedStep = {
  readonly step: Step;
  readonly isComplete: boolean;
  /** `where` is the field within the step: `siteContact.email` */
  readonly problems: readonly ApiProblem[];
};

export type Checked = {
  readonly steps: readonly CheckedStep[];
  /** Set where every step is complete. */
  readonly complete: Answers | undefined;
};

/** The reporting period of the incentive programs: 90 days in a row, both ends counted. */
const PERIOD_DAYS = 90;

/**
 * All that is wrong with a registration, and what it says where nothing is.
 * @param isSendingFacility whether there is a Sending Facility of that code that sites may name
 */
export function checkAnswers(
  saved: SavedAnswers,
  jurisdiction: Pick<Jurisdiction, 'counties' | 'agreement'>,
  isSendingFacility: (code: string) => boolean,
): Checked {
  const complete: Partial<Record<Step, unknown>> = {};
  const steps = STEPS.map((step): CheckedStep => {
    const answers = saved[step];
    if (!answers) return { step, isComplete: false, problems: [problem('', 'required')] };
    const read = stepAnswers[step].safeParse(answers);
    const problems = [
      ...(read.error ? problemsOf(read.error.issues.flatMap((issue) => meantIssues(issue, answers))) : []),
      ...crossCheck(step, answers, jurisdiction, isSendingFacility),
    ];
    if (read.success && problems.length === 0) complete[step] = read.data;
    return { step, isComplete: problems.length === 0, problems };
  });
  const isComplete = steps.every((step) => step.isComplete);
  return { steps, complete: isComplete ? (complete as Answers) : undefined };
}

/** What a submitted registration says. It was complete when it was submitted; what has changed around it since does not count. */
export const submittedAnswers = (saved: SavedAnswers): Answers => z.object(stepAnswers).parse(saved);

/** Of all steps, each named with its step: `contacts.siteContact.email`. */
export const allProblems = ({ steps }: Checked): readonly ApiProblem[] =>
  steps.flatMap(({ step, problems }) =>
    problems.map((found) => ({ ...found, where: found.where === '' ? step : `${step}.${found.where}` })),
  );

/** Where one of several forms would do, what is wrong is said of the form that was meant. */
function meantIssues(issue: z.core.$ZodIssue, answers: unknown): readonly z.core.$ZodIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...issue.path, key] }));
  }
  if (issue.code !== 'invalid_union') return [issue];
  const typed = at(answers, issue.path);
  if (issue.errors.length === 0 || typed === undefined) {
    return [typed === undefined ? { ...issue, message: 'required' } : issue];
  }
  const isSame = isRecord(typed) && Object.hasOwn(typed, 'sameAsSiteContact');
  const meant = issue.errors.at(isSame ? 0 : -1) ?? [];
  return meant.flatMap((inner) => meantIssues({ ...inner, path: [...issue.path, ...inner.path] }, answers));
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let found = value;
  for (const key of path) found = isRecord(found) ? found[String(key)] : undefined;
  return found;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What no field shows by itself. Unfinished steps are checked too, as far as they go. */
function crossCheck(
  step: Step,
  answers: Readonly<Record<string, unknown>>,
  { counties, agreement }: Pick<Jurisdiction, 'counties' | 'agreement'>,
  isSendingFacility: (code: string) => boolean,
): readonly ApiProblem[] {
  switch (step) {
    case 'place':
      return checkPlace(word(answers.county), word(answers.zip), { counties });
    case 'type': {
      const code = word(answers.sendingFacility);
      return answers.siteType === 2 && code !== '' && !isSendingFacility(codeKey(code))
        ? [problem('sendingFacility', 'sending-facility-unknown')]
        : [];
    }
    case 'meaningful-use': {
      const [from, to] = [dayNumber(answers.from), dayNumber(answers.to)];
      return answers.stage !== 'none' &&
        from !== undefined &&
        to !== undefined &&
        to - from + 1 !== PERIOD_DAYS
        ? [problem('to', 'period-not-90-days')]
        : [];
    }
    case 'agreement': {
      const version = word(answers.version);
      return version !== '' && version !== agreement.version ? [problem('version', 'agreement-changed')] : [];
    }
    default:
      return [];
  }
}

function checkPlace(
  name: string,
  zip: string,
  jurisdiction: Pick<Jurisdiction, 'counties'>,
): readonly ApiProblem[] {
  const places = placesOf(jurisdiction);
  const county = places.county(name);
  const zipCounty = places.countyOfZip(zip);
  return [
    ...(name !== '' && !county ? [problem('county', 'county-unknown')] : []),
    ...(county?.partner === undefined ? [] : [problem('county', 'county-not-served')]),
    ...(county && zipCounty && zipCounty !== county ? [problem('zip', 'zip-elsewhere')] : []),
  ];
}

const word = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

function dayNumber(value: unknown): number | undefined {
  const day = z.iso.date().safeParse(value);
  return day.success ? Date.parse(`${day.data}T00:00:00Z`) / 86_400_000 : undefined;
}

/** How much of a step is kept: the longest that its fields may hold takes half of it. */
const MAX_STEP_BYTES = 8 * 1024;
const MAX_DEPTH = 3;

export const isTooLarge = (answers: unknown): boolean =>
  new TextEncoder().encode(JSON.stringify(answers)).length > MAX_STEP_BYTES;

/** What cannot be kept of a step: lists, deep nesting, and text that is no text (PostgreSQL takes no U+0000). */
export function unkeepable(value: unknown, where = '', depth = 0): readonly ApiProblem[] {
  if (typeof value === 'string') {
    return /[\0\p{Surrogate}]/u.test(value) ? [problem(where, 'invalid')] : [];
  }
  if (typeof value === 'boolean' || typeof value === 'number') return [];
  if (!isRecord(value) || depth > MAX_DEPTH) return [problem(where, 'invalid')];
  return Object.entries(value).flatMap(([key, inner]) => [
    ...unkeepable(key, where, depth),
    ...unkeepable(inner, where === '' ? key : `${where}.${key}`, depth + 1),
  ]);
}
