import type { StaffRole } from '../accounts/staff.ts';

/** What can be done by the review API; each is written to the audit under this name. */
export type Action =
  | 'review-list'
  | 'review-read'
  | 'review-decide'
  | 'review-reopen'
  | 'person-links'
  | 'person-merge'
  | 'person-unmerge'
  | 'person-seal'
  | 'dose-links'
  | 'dose-link'
  | 'dose-unlink';

/** Who may do what. What is not named here may nobody do. */
const ALLOWED: { readonly [action in Action]: readonly StaffRole[] } = {
  'review-list': ['registry-staff'],
  'review-read': ['registry-staff'],
  'review-decide': ['registry-staff'],
  'review-reopen': ['registry-staff'],
  'person-links': ['registry-staff'],
  'person-merge': ['registry-staff'],
  'person-unmerge': ['registry-staff'],
  'person-seal': ['registry-staff'],
  'dose-links': ['registry-staff'],
  'dose-link': ['registry-staff'],
  'dose-unlink': ['registry-staff'],
};

export const mayDo = (role: string, action: Action): boolean => ALLOWED[action].some((each) => each === role);
