import { PROBLEM_TEXTS } from '@cairn/server/problems';

/** The server says them in English itself. */
export default PROBLEM_TEXTS;
