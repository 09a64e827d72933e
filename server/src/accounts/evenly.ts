import { setTimeout as sleep } from 'node:timers/promises';

/** What writes letters or makes accounts takes a tenth of it. */
const EVEN_MS = 250;

/** Takes so long at least that nobody learns from the time of an answer whether there is an account of an address. */
export async function evenly<T>(work: () => Promise<T>): Promise<T> {
  const [result] = await Promise.all([work(), sleep(EVEN_MS)]);
  return result;
}
