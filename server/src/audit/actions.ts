/** What kinds of things are in the audit, as it is filtered. */
export const CATEGORIES = ['view', 'search', 'change', 'export', 'sign-in', 'decision', 'query'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What is not listed is the operation of a route that changes something. */
export const UNLISTED: Category = 'change';

/** Actions that are known, by category; pages have words for them, and for the operations that change something. */
const ACTIONS: Readonly<Record<Exclude<Category, 'change'>, readonly string[]>> = {
  view: [
    'patient-view',
    'patient-why',
    'patient-emergency',
    'patient-seen-by',
    'patients-alike',
    'refused',
    'dose-opened',
    'message-view',
    'other-answer-view',
    'review-read',
    'person-links',
    'dose-links',
    'emergency-list',
    'checkMessages',
    'compareStatement',
  ],
  search: ['patient-search', 'message-search', 'review-list', 'audit-search', 'audit-sample'],
  export: [
    'patient-print',
    'message-export',
    'audit-export',
    'exportTests',
    'exportFlatFileReport',
    'exportHistoryProblems',
    'exportClients',
    'exportUndelivered',
    'exportLots',
    'exportLedger',
    'getStatementPdf',
  ],
  'sign-in': [
    'sign-in',
    'sign-in-refused',
    'sign-out',
    'second-factor',
    'second-factor-refused',
    'actFor',
    'endOtherSessions',
  ],
  decision: [
    'review-decide',
    'review-reopen',
    'person-merge',
    'person-unmerge',
    'person-seal',
    'dose-link',
    'dose-unlink',
    'emergency-review',
    'approveAccountRequest',
    'refuseAccountRequest',
    'decideAccess',
    'proposePromotion',
    'approvePromotion',
    'withdrawPromotion',
    'beginRealData',
    'sendBack',
    'suspend',
    'liftSuspension',
    'setDeduction',
  ],
  query: ['query'],
};

const categories: ReadonlyMap<string, Category> = new Map(
  CATEGORIES.filter((category) => category !== UNLISTED).flatMap((category) =>
    ACTIONS[category].map((action) => [action, category] as const),
  ),
);

export const categoryOf = (action: string): Category => categories.get(action) ?? UNLISTED;

/** How a category is found: its actions, or those of no other one. */
export const actionsOf = (
  category: Category,
): { readonly actions: readonly string[]; readonly isNoneOf: boolean } =>
  category === UNLISTED
    ? { actions: [...categories.keys()], isNoneOf: true }
    : { actions: ACTIONS[category], isNoneOf: false };
