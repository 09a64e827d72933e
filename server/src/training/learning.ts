import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import { holdUpOf } from '../accounts/roles.ts';
import { ApiError, problem } from '../platform/api.ts';
import { localDate } from '../platform/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import { uuidv7 } from '../platform/ids.ts';
import type { Course, Jurisdiction, Language } from '../platform/jurisdiction.ts';
import { PROBLEM_TEXTS } from '../platform/problems.ts';
import { recordCompletion } from './completions.ts';
import { learningOf, type Place, placesOf, standingIn } from './queries.ts';
import { grade } from './quiz.ts';
import type { courseAnswer, quizAnswer, trainingAnswer } from './schema.ts';
import { coursesFor, datesOf, daysBetween, opensOn } from './states.ts';

/** Whoever guesses learns the right answers at last; whoever read the lessons needs one or two attempts. */
const ATTEMPTS_A_DAY = 5;

export type Learner = {
  readonly db: Kysely<Tables>;
  readonly jurisdiction: Jurisdiction;
  readonly accountId: string;
  readonly now: Date;
};

const todayOf = ({ jurisdiction, now }: Learner): string => localDate(now, jurisdiction.timeZone);

/** The courses of all roles that somebody has, how they stand, and what holds each role up. */
export async function training(
  learner: Learner,
  language: Language,
): Promise<z.output<typeof trainingAnswer>> {
  const { db, jurisdiction, accountId } = learner;
  const today = todayOf(learner);
  const [learning, places] = await Promise.all([learningOf(db, accountId), placesOf(db, accountId)]);
  const mine = jurisdiction.courses.filter((course) => needing(course, places).length > 0);
  const courses = mine.map((course) => {
    const { state, completedOn = null, expiresOn = null } = standingIn(learning, course, today);
    const opens = opensOn(needing(course, places), jurisdiction.timeline);
    return {
      ...titleOf(course, language),
      summary: course.summary[language],
      state,
      isEnrolled: learning.enrolled.includes(course.id),
      completedOn,
      expiresOn,
      ...waiting(opens, today),
    };
  });
  const completed = mine
    .filter((course) => ['completed', 'expiring'].includes(standingIn(learning, course, today).state))
    .map(({ id }) => id);
  const organizations = places.map(({ code, name, kind, region, isSuspended, userRole }) => {
    const dates = datesOf({ kind, region }, jurisdiction.timeline);
    const acting = { kind, region: region ?? undefined, isSuspended, userRole };
    return {
      code,
      name,
      userRole,
      region: dates?.region ?? null,
      goLive: dates?.goLive ?? null,
      daysToGoLive: dates && dates.goLive > today ? daysBetween(today, dates.goLive) : null,
      missing: coursesFor(jurisdiction.courses, userRole)
        .filter(({ id }) => !completed.includes(id))
        .map((course) => course.title[language]),
      holdUp: holdUpOf(acting, completed, today, jurisdiction) ?? null,
    };
  });
  return { courses, organizations };
}

const needing = ({ roles }: Course, places: readonly Place[]): readonly Place[] =>
  places.filter(({ userRole }) => roles.includes(userRole));

const titleOf = ({ id, title, minutes, validMonths, quiz }: Course, language: Language) => ({
  id,
  title: title[language],
  minutes,
  validMonths: validMonths ?? null,
  hasQuiz: quiz !== undefined,
});

const waiting = (opens: string | undefined, today: string) => ({
  opensOn: opens ?? null,
  daysToOpening: opens !== undefined && opens > today ? daysBetween(today, opens) : null,
});

/** @throws ApiError not-found: there is no such course */
function courseOf({ courses }: Jurisdiction, id: string): Course {
  const course = courses.find((each) => each.id === id);
  if (!course) throw new ApiError(404, 'not-found');
  return course;
}

/**
 * Enrols; again, where somebody is enrolled, changes nothing.
 * @throws ApiError not-found; course-not-yours; training-not-open, with the day on which it opens
 */
export async function enrol(learner: Learner, courseId: string): Promise<void> {
  const { db, jurisdiction, accountId, now } = learner;
  const course = courseOf(jurisdiction, courseId);
  const places = needing(course, await placesOf(db, accountId));
  if (places.length === 0) throw new ApiError(403, 'course-not-yours');
  const opens = opensOn(places, jurisdiction.timeline);
  if (opens !== undefined && todayOf(learner) < opens) {
    const what = `${PROBLEM_TEXTS['training-not-open']} It opens on ${opens}.`;
    throw new ApiError(409, 'training-not-open', [{ where: 'course', code: 'training-not-open', what }]);
  }
  await sql`insert into training_enrolment (account_id, course_id, enrolled_at)
    values (${accountId}, ${course.id}, ${now}) on conflict do nothing`.execute(db);
}

/** Lessons and questions, without what is right. @throws ApiError not-found, not-enrolled */
export async function readCourse(
  learner: Learner,
  courseId: string,
  language: Language,
): Promise<z.output<typeof courseAnswer>> {
  const { db, jurisdiction, accountId } = learner;
  const course = courseOf(jurisdiction, courseId);
  const learning = await learningOf(db, accountId);
  if (!learning.enrolled.includes(course.id)) throw new ApiError(403, 'not-enrolled');
  const { state, expiresOn = null } = standingIn(learning, course, todayOf(learner));
  const made = await attemptsToday(learner, course.id);
  return {
    ...titleOf(course, language),
    summary: course.summary[language],
    state,
    expiresOn,
    lessons: course.lessons.map(({ heading, paragraphs }) => ({
      heading: heading[language],
      paragraphs: [...paragraphs[language]],
    })),
    quiz: course.quiz
      ? {
          passAt: course.quiz.passAt,
          questions: course.quiz.questions.map(({ text, options }) => ({
            text: text[language],
            options: [...options[language]],
          })),
          attemptsLeft: Math.max(0, ATTEMPTS_A_DAY - made),
        }
      : null,
  };
}

async function attemptsToday(learner: Learner, courseId: string): Promise<number> {
  const { db, jurisdiction, accountId } = learner;
  const { rows } = await sql<{ readonly count: number }>`select count(*)::int as count from quiz_attempt
    where account_id = ${accountId} and course_id = ${courseId}
      and (at at time zone ${jurisdiction.timeZone})::date = ${todayOf(learner)}::date`.execute(db);
  return rows[0]?.count ?? 0;
}

/**
 * Grades an attempt; one that passes is a completion. Call it in a transaction: of many attempts at once no more are graded
 * than a day has.
 * @throws ApiError not-found; not-enrolled; quiz-incomplete; too-many-attempts
 */
export async function takeQuiz(
  learner: Learner,
  courseId: string,
  answers: readonly number[],
): Promise<z.output<typeof quizAnswer>> {
  const { db, jurisdiction, accountId, now } = learner;
  const course = courseOf(jurisdiction, courseId);
  const { quiz } = course;
  if (!quiz) throw new ApiError(404, 'not-found');
  const held = await sql`select 1 from training_enrolment
    where account_id = ${accountId} and course_id = ${course.id} for update`.execute(db);
  if (held.rows.length === 0) throw new ApiError(403, 'not-enrolled');
  if (answers.length !== quiz.questions.length) {
    throw new ApiError(400, 'request-invalid', [problem('answers', 'quiz-incomplete')]);
  }
  const made = await attemptsToday(learner, course.id);
  if (made >= ATTEMPTS_A_DAY) throw new ApiError(409, 'too-many-attempts');
  const { wrong, right, isPassed } = grade(quiz, answers);
  await sql`insert into quiz_attempt (attempt_id, account_id, course_id, at, right_answers, questions)
    values (${uuidv7(now.getTime())}, ${accountId}, ${course.id}, ${now}, ${right}, ${quiz.questions.length})`.execute(
    db,
  );
  if (isPassed) {
    const completedOn = todayOf(learner);
    const completion = { accountId, course, completedOn, how: 'quiz', recordedBy: accountId } as const;
    await recordCompletion(db, completion, now);
  }
  const { expiresOn = null } = standingIn(await learningOf(db, accountId), course, todayOf(learner));
  return {
    isPassed,
    right,
    questions: quiz.questions.length,
    passAt: quiz.passAt,
    wrong: [...wrong],
    attemptsLeft: ATTEMPTS_A_DAY - made - 1,
    expiresOn: isPassed ? expiresOn : null,
  };
}
