import type { KeyKind, MatchKey } from '@cairn/matching';
import { bigHash, hash64 } from '../platform/ids.ts';

/**
 * A key by which persons are found: 62 bits of a hash and two of its kind, as a signed 64-bit integer in decimal
 * (PostgreSQL's bigint). Half the size of a UUID, and there are ten to a person. Two values may share a key by
 * chance: whoever is found is compared in full before anything is decided.
 */
export type PersonKey = string;

const KINDS: Readonly<Record<KeyKind, bigint>> = { chart: 0n, name: 1n, broad: 2n, phone: 3n };

export function personKey(kind: KeyKind, text: string): PersonKey {
  return ((hash64(kind, text) & ~3n) | KINDS[kind]).toString();
}

export const keyOf = ({ kind, text }: MatchKey): PersonKey => personKey(kind, text);

/** What SQL compares with `key & 3`. */
export const kindBits = (kind: KeyKind): number => Number(KINDS[kind]);

/** A number for pg_advisory_xact_lock. */
export const lockKey = (kind: 'birth' | 'chart', text: string): string => bigHash('lock', kind, text);
