import type { AnyRule } from '../rule.ts';
import { doseDateRules } from './dose-dates.ts';

/** The data-quality rules. */
export const RULES: readonly AnyRule[] = [...doseDateRules];
