import { ownSites, type Session } from '../../api/session.ts';

type Account = NonNullable<Session['account']>;

/** Whether only the password was given so far: the code, or setting up what makes codes, is still to come. */
export const isHalfSignedIn = ({ secondFactor }: Pick<Account, 'secondFactor'>): boolean =>
  secondFactor === 'needed' || secondFactor === 'to-set-up';

/**
 * Where somebody goes on who has just signed in: to the page that asked for it, else to where their work is; before that to the
 * second step, where one is due.
 * @param next an address from the browser's address bar; only one of this portal counts
 */
export function destination(account: Account, next: string | undefined, origin: string): string {
  const asked = next !== undefined && isInternal(next, origin) ? next : undefined;
  if (isHalfSignedIn(account)) {
    return `/sign-in/second-step${asked === undefined ? '' : `?next=${encodeURIComponent(asked)}`}`;
  }
  return asked ?? work(account);
}

function work({ staffRole, acting, may, sites }: Account): string {
  if (staffRole) return '/staff';
  if (may.seePatients) return '/patients';
  if (may.watchExchange) return '/exchange';
  if (acting?.holdUp === 'training-needed') return '/training';
  if (acting?.holdUp === 'region-not-live') return '/timeline';
  const [site, another] = ownSites(sites);
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
