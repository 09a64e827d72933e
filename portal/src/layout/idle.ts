/** How often work in a window is told to the others and to the server; the server's shortest rest is many times as long. */
export const PULSE_MS = 60_000;
const WARNED_MS = 60_000;

export type IdleState = 'at-work' | 'warned' | 'over';

/** Warned is whoever has a minute left. Over comes a little before the server's own end, so that nothing stays on the screen. */
export function idleState(idleMs: number, minutes: number): IdleState {
  const left = minutes * 60_000 - idleMs;
  if (left <= 0) return 'over';
  return left <= WARNED_MS ? 'warned' : 'at-work';
}
