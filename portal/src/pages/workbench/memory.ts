import { useSyncExternalStore } from 'react';
import type { Checked } from './messages.ts';

type Memory = {
  readonly text: string;
  readonly checked: { readonly text: string; readonly answer: Checked } | undefined;
  /** Which message of the check is looked at. */
  readonly current: number;
  /** Who was signed in when it was typed. */
  readonly account: string | undefined;
};

const NOTHING: Memory = { text: '', checked: undefined, current: 0, account: undefined };

// Messages name patients: they are in no storage and no address, and are gone with the page.
let memory = NOTHING;
const listeners = new Set<() => void>();

const listen = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const current = (): Memory => memory;

/** What was typed into the workbench, for as long as the portal stays open. */
export const useWorkbench = (): Memory => useSyncExternalStore(listen, current);

export function remember(change: Partial<Memory>): void {
  memory = { ...memory, ...change };
  for (const listener of listeners) listener();
}

/** Whoever signs out, or in as somebody else, leaves nothing behind; what was typed before signing in stays. */
export function ownedBy(account: string | undefined): void {
  if (memory.account === account) return;
  remember(memory.account === undefined ? { account } : { ...NOTHING, account });
}
