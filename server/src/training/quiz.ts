import type { Course } from '../platform/jurisdiction.ts';

type Quiz = NonNullable<Course['quiz']>;

export type Graded = {
  /** Numbers of the questions that were answered wrongly, from 0. */
  readonly wrong: readonly number[];
  readonly right: number;
  readonly isPassed: boolean;
};

/** Grades answers: for each question the number of the option that was chosen. */
export function grade({ questions, passAt }: Quiz, answers: readonly number[]): Graded {
  const wrong = questions.flatMap(({ right }, index) => (answers[index] === right ? [] : [index]));
  const right = questions.length - wrong.length;
  return { wrong, right, isPassed: right >= passAt };
}
