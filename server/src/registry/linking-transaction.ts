import type { Pool, PoolClient } from 'pg';
import { isDatabaseAnswer, isStale } from '../platform/database/pipeline.ts';

const ATTEMPTS = 5;

/**
 * Runs the work in one transaction: all of it is committed when this returns, or nothing. Where PostgreSQL ends it to break
 * a tie with another one, it is done again.
 * @throws what the work throws
 */
export async function inTransaction<T>(pool: Pool, work: (db: PoolClient) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(pool, work);
    } catch (error) {
      if (!isStale(error) || attempt === ATTEMPTS) throw error;
    }
  }
}

async function once<T>(pool: Pool, work: (db: PoolClient) => Promise<T>): Promise<T> {
  const db = await pool.connect();
  let isBroken = false;
  try {
    await db.query('begin');
    const result = await work(db);
    const { command } = await db.query('commit');
    if (command !== 'COMMIT') throw new Error(`the transaction ended in ${command}, not in COMMIT`);
    return result;
  } catch (error) {
    // What the database did not answer itself may have left the connection out of step.
    const isClean = await db.query('rollback').then(
      () => true,
      () => false,
    );
    isBroken = !isClean || (error instanceof Error && 'code' in error && !isDatabaseAnswer(error));
    throw error;
  } finally {
    db.release(isBroken);
  }
}
