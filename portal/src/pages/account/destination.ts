import type { Session } from '../../api/session.ts';

/**
 * Where somebody goes on who has just signed in: to the page that asked for it, else to where their work is.
 * @param next an address from the browser's address bar; only one of this portal counts
 */
export function destination(
  account: NonNullable<Session['account']>,
  next: string | undefined,
  origin: string,
): string {
  if (next !== undefined && isInternal(next, origin)) return next;
  if (account.staffRole) return '/staff';
  const [site, another] = account.sites;
  if (!site) return '/';
  return another ? '/sites' : `/sites/${encodeURIComponent(site.code)}`;
}

/** Browsers read `/\elsewhere` and `//elsewhere` as another host. */
function isInternal(path: string, origin: string): boolean {
  if (!/^\/(?![/\\])/.test(path) || path.startsWith('/sign-in')) return false;
  try {
    return new URL(path, origin).origin === origin;
  } catch {
    return false;
  }
}
