/**
 * How often one address may ask, so that nobody guesses passwords, fills the outbox or wears the machine out. A clinic's staff
 * may share one address; the figures leave room for all of them.
 */
const LIMITS = {
  'sign-in': { max: 30, minutes: 1 },
  password: { max: 20, minutes: 10 },
  registration: { max: 20, minutes: 10 },
  /** A registration is saved with every step, and often while it is typed. */
  'registration-step': { max: 240, minutes: 10 },
  verification: { max: 30, minutes: 10 },
  'access-request': { max: 10, minutes: 10 },
  workbench: { max: 60, minutes: 1 },
  upload: { max: 20, minutes: 10 },
} as const satisfies Readonly<Record<string, { readonly max: number; readonly minutes: number }>>;

export type LimitName = keyof typeof LIMITS;

/** In demo mode everybody comes from this machine's one address. */
const DEMO_FACTOR = 10;

/** For a route's `config`: `{ allow: ANYONE, rateLimit: limitFor('sign-in', parts) }`. Beyond it: 429 `too-many-requests`. */
export function limitFor(
  name: LimitName,
  { demo }: { readonly demo: boolean } = { demo: false },
): { readonly max: number; readonly timeWindow: number } {
  const { max, minutes } = LIMITS[name];
  return { max: demo ? max * DEMO_FACTOR : max, timeWindow: minutes * 60_000 };
}
