import { z } from 'zod';
import { day, email, language, text, userRole } from '../accounts/schema.ts';
import { COURSE_STATES } from './states.ts';

export const courseState = z.enum(COURSE_STATES);
export const languageQuery = z.object({ language: language.default('en') });
export const courseParams = z.object({ course: z.string().max(60) });

const course = z.object({
  id: z.string(),
  title: z.string(),
  minutes: z.int(),
  /** How long a completion counts; null: always */
  validMonths: z.int().nullable(),
  hasQuiz: z.boolean(),
});
const standing = { state: courseState, expiresOn: z.string().nullable() };

export const trainingAnswer = z.object({
  courses: z.array(
    course.extend({
      ...standing,
      summary: z.string(),
      isEnrolled: z.boolean(),
      completedOn: z.string().nullable(),
      /** From when one may enrol; null: at any time */
      opensOn: z.string().nullable(),
      /** null: it is open */
      daysToOpening: z.int().nullable(),
    }),
  ),
  organizations: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      userRole,
      region: z.string().nullable(),
      goLive: z.string().nullable(),
      daysToGoLive: z.int().nullable(),
      /** Titles of the courses that are still to be completed */
      missing: z.array(z.string()),
      holdUp: z.enum(['organization-suspended', 'region-not-live', 'training-needed']).nullable(),
    }),
  ),
});

export const courseAnswer = course.extend({
  ...standing,
  summary: z.string(),
  lessons: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
  quiz: z
    .object({
      passAt: z.int(),
      questions: z.array(z.object({ text: z.string(), options: z.array(z.string()) })),
      /** Today */
      attemptsLeft: z.int(),
    })
    .nullable(),
});

/** For each question the number of the chosen option, from 0 */
export const quizBody = z.strictObject({ answers: z.array(z.int().min(0).max(50)).max(100) });
export const quizAnswer = z.object({
  isPassed: z.boolean(),
  right: z.int(),
  questions: z.int(),
  passAt: z.int(),
  /** Numbers of the questions that were answered wrongly, from 0 */
  wrong: z.array(z.int()),
  attemptsLeft: z.int(),
  expiresOn: z.string().nullable(),
});

export const timelineAnswer = z.object({
  today: z.string(),
  regions: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      trainingFrom: z.string(),
      goLive: z.string(),
      state: z.enum(['before-training', 'training', 'live']),
      daysLeft: z.int().nullable(),
    }),
  ),
});

export const recordsQuery = z.object({
  /** The beginning of an e-mail address */
  q: z.string().trim().max(200).default(''),
  language: language.default('en'),
});
export const recordsAnswer = z.object({
  courses: z.array(z.object({ id: z.string(), title: z.string() })),
  people: z.array(
    z.object({
      email: z.string(),
      name: z.string(),
      roles: z.array(z.object({ code: z.string(), userRole })),
      courses: z.array(z.object({ id: z.string(), title: z.string(), ...standing })),
      completions: z.array(
        z.object({
          id: z.string(),
          course: z.string(),
          completedOn: z.string(),
          expiresOn: z.string().nullable(),
          how: z.enum(['staff', 'list', 'quiz']),
          recordedAt: z.string(),
          recordedBy: z.string().nullable(),
          withdrawn: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
        }),
      ),
    }),
  ),
});
export const recordBody = z.strictObject({ email, course: text(60), completedOn: day });
export const recordAnswer = z.object({
  /** False: it was recorded before, and nothing was changed */
  isNew: z.boolean(),
});
export const listBody = z.strictObject({ csv: z.string().max(512 * 1024, { error: 'too-large' }) });
export const listAnswer = z.object({
  recorded: z.int(),
  already: z.int(),
  refused: z.int(),
  rows: z.array(
    z.object({
      /** As sheets count: the headings are row 1 */
      row: z.int(),
      email: z.string(),
      outcome: z.enum(['recorded', 'already', 'refused']),
      problem: z.object({ code: z.string(), what: z.string() }).nullable(),
    }),
  ),
});
export const completionParams = z.object({ completion: z.uuid() });
export const withdrawBody = z.strictObject({ reason: text(500) });
