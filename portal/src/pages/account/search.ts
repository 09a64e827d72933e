type Next = { readonly next?: string };

/** The page that asked for signing in. */
export const nextSearch = (search: Record<string, unknown>): Next =>
  typeof search['next'] === 'string' && /^\/(?!\/)/.test(search['next']) ? { next: search['next'] } : {};

const TROUBLES = ['single-sign-on-failed', 'single-sign-on-unknown'] as const;
type Trouble = (typeof TROUBLES)[number];

/** And what single sign-on came to, where it came to nothing. */
export function signInSearch(search: Record<string, unknown>): Next & { readonly problem?: Trouble } {
  const trouble = TROUBLES.find((each) => each === search['problem']);
  return { ...nextSearch(search), ...(trouble === undefined ? {} : { problem: trouble }) };
}
