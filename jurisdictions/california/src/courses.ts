import { powerUser } from './course-power-user.ts';
import { regularUser } from './course-regular-user.ts';

/** What users learn before their role counts, in our words: a registry puts its own material in its place. */
export const courses = [regularUser, powerUser] as const;
