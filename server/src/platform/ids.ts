import { hash, randomFillSync } from 'node:crypto';

// Random bytes are drawn 4 KiB at a time: one draw per id costs more than the rest of the id.
const pool = Buffer.alloc(4096);
let used = pool.length;
let lastTime = 0;
let sequence = 0;

/**
 * A UUIDv7 (RFC 9562 §5.7): 48 bits of milliseconds, a 12-bit counter that keeps the ids of one process
 * in order within a millisecond, 62 random bits. Time-ordered keys keep index inserts at the right edge.
 * @param now milliseconds since 1970
 */
export function uuidv7(now: number): string {
  if (now > lastTime) {
    lastTime = now;
    sequence = 0;
  } else if (++sequence > 0xfff) {
    lastTime += 1;
    sequence = 0;
  }
  if (used + 8 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const time = lastTime.toString(16).padStart(12, '0');
  const variant = ((pool[used] ?? 0) & 0x3f) | 0x80;
  const rest = pool.toString('hex', used + 1, used + 8);
  used += 8;
  return (
    `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-` +
    `${variant.toString(16)}${rest.slice(0, 2)}-${rest.slice(2)}`
  );
}

/** Forgets the time of the last id: for a process that goes on with another clock, as one that runs several files of tests. */
export function restartIds(): void {
  lastTime = 0;
  sequence = 0;
}

/**
 * 128 bits of SHA-256 over the parts, written as a UUID so that PostgreSQL keeps it in 16 bytes.
 * Each part is preceded by its length, so ('ab','c') and ('a','bc') differ.
 */
export function hashKey(...parts: readonly string[]): string {
  const hex = hash('sha256', joined(parts), 'hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`;
}

/** The first 64 bits of the same hash, as a signed number. */
export const hash64 = (...parts: readonly string[]): bigint =>
  hash('sha256', joined(parts), 'buffer').readBigInt64BE();

/** The same as PostgreSQL's bigint writes it. */
export const bigHash = (...parts: readonly string[]): string => hash64(...parts).toString();

function joined(parts: readonly string[]): string {
  let text = '';
  for (const part of parts) text += `${part.length}:${part}`;
  return text;
}
