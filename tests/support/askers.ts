/**
 * Everybody that a route can be asked by, in demo mode. The site that is asked for is {@link SITE}, for which SF-000001 sends:
 * `own` and `facility` are contacts of the two, `other` is a contact of DE-000001. All three are local administrators.
 */
import { DEMO_STAFF } from '@cairn/server';
import { basic } from './basic.ts';
import type { TestCairn } from './cairn.ts';
import { Browserless, DEMO_PASSWORD, DEMO_PEOPLE, type PortalReply, signInAs } from './portal.ts';
import { DEMO_CLINIC } from './soap.ts';

export const SITE = 'DE-000002';

const SIGNING_IN = {
  other: DEMO_PEOPLE.clinic,
  own: DEMO_PEOPLE.pediatrics,
  facility: DEMO_PEOPLE.hie,
  dx: DEMO_PEOPLE.dx,
  admin: DEMO_PEOPLE.administrator,
  // Users of DE-000001.
  nurse: DEMO_PEOPLE.nurse,
  power: DEMO_PEOPLE.power,
  qa: DEMO_PEOPLE.qa,
  reader: DEMO_PEOPLE.reader,
  school: DEMO_PEOPLE.school,
  /** Whose role counts for nothing yet. */
  trainee: DEMO_PEOPLE.trainee,
  /** A user of the site itself, who is no contact of it. */
  nurse2: DEMO_PEOPLE.nurse2,
  /** A user of the Sending Facility. */
  hieQa: DEMO_PEOPLE.hieQa,
} as const;
type SigningIn = keyof typeof SIGNING_IN;

/** `token`: a program of the staff. `program`: one of DE-000001. `half`: has given a password, and owes the code. */
export type Asker = 'anonymous' | 'token' | 'program' | 'half' | SigningIn;

// The keys of an object that is written out above.
export const SIGNED_IN = Object.keys(SIGNING_IN) as readonly SigningIn[];
export const ASKERS: readonly Asker[] = ['anonymous', 'token', 'program', 'half', ...SIGNED_IN];

export type Ask = (
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
) => Promise<PortalReply>;

/** How each of them asks. */
export async function askersOf(
  cairn: Pick<TestCairn, 'url'>,
  who: readonly Asker[] = ASKERS,
): Promise<(asker: Asker) => Ask> {
  const asks = new Map<Asker, Ask>(
    await Promise.all(who.map(async (asker) => [asker, await askOf(asker)] as const)),
  );
  async function askOf(asker: Asker): Promise<Ask> {
    if (asker === 'anonymous' || asker === 'token' || asker === 'program') {
      const headers = {
        anonymous: {},
        token: { authorization: `Bearer ${DEMO_STAFF.token}` },
        program: basic(DEMO_CLINIC),
      }[asker];
      // Nobody's browser: what it is given to keep is nothing to the next request.
      return (method, path, body) => new Browserless(cairn.url).ask(method, path, body, headers);
    }
    const browser = asker === 'half' ? new Browserless(cairn.url) : await signInAs(cairn, SIGNING_IN[asker]);
    if (asker === 'half')
      await browser.post('/api/session', { email: DEMO_PEOPLE.dx2, password: DEMO_PASSWORD });
    return (method, path, body) => browser.ask(method, path, body);
  }
  return (asker) => {
    const ask = asks.get(asker);
    if (!ask) throw new Error(`nobody asks as ${asker}`);
    return ask;
  };
}
