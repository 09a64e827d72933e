import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type Pool } from 'pg';
import { type Clock, hl7Timestamp } from './clock.ts';

/** A job was told to stop between two batches; what it had done stays done. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
}

/** What a job that runs beside the exchange works with. */
export type JobSession = {
  /** A connection of its own: the exchange's few are not for hours of work, and statements may take their time. */
  readonly client: Client;
  /**
   * Between two batches: leaves the database to the exchange for a moment.
   * @throws JobStopped
   */
  readonly breathe: () => Promise<void>;
};

/** Long enough for messages that wait to be served, short enough to cost a night minutes only. */
const PAUSE_MS = 5;

/**
 * Runs a job on a connection of its own while no other process runs it: the connection holds an advisory lock, which ends
 * with it however the process ends.
 * @param wait whether to wait until another that runs it is done
 * @returns undefined where another process runs it and there was to be no waiting
 */
export async function runAlone<T>(
  pool: Pool,
  job: string,
  work: (session: JobSession) => Promise<T>,
  { signal, wait = false }: { readonly signal?: AbortSignal | undefined; readonly wait?: boolean } = {},
): Promise<{ readonly result: T } | undefined> {
  const client = new Client(pool.options);
  // A connection that breaks fails the statement that is on it, and the job with it.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query(
      `set statement_timeout = 0; set plan_cache_mode = auto; set application_name = 'cairn ${job}'`,
    );
    // Asked for again and again, not waited for: a statement that waits for hours keeps old row versions from being removed.
    while (!(await isTaken(client, job))) {
      if (!wait) return undefined;
      if (signal?.aborted) throw new JobStopped(`${job} was stopped`);
      await sleep(WAIT_MS);
    }
    const breathe = async (): Promise<void> => {
      if (signal?.aborted) throw new JobStopped(`${job} was stopped`);
      await sleep(PAUSE_MS);
    };
    return { result: await work({ client, breathe }) };
  } finally {
    await client.end().catch(() => undefined);
  }
}

const WAIT_MS = 500;

async function isTaken(client: Client, job: string): Promise<boolean> {
  const { rows } = await client.query(
    "select pg_try_advisory_lock(hashtextextended('cairn.job.' || $1, 0)) as taken",
    [job],
  );
  return rows[0]?.taken === true;
}

export type JobRun = {
  readonly startedAt: Date;
  readonly isFinished: boolean;
  readonly figures: Readonly<Record<string, unknown>>;
};

/** The runs of a job, the newest first: back to the last that finished. */
export async function runsSinceFinished(client: Client, job: string): Promise<readonly JobRun[]> {
  const { rows } = await client.query(
    `select started_at, finished_at is not null as finished, coalesce(figures, '{}') as figures from job_run
     where job = $1 and started_at >= coalesce(
       (select max(started_at) from job_run where job = $1 and finished_at is not null), '-infinity')
     order by started_at desc`,
    [job],
  );
  return rows.map((row) => ({
    startedAt: row.started_at,
    isFinished: row.finished,
    figures: row.figures,
  }));
}

/** Writes down that a run begins. Of two at one time by the clock the second counts as the later. */
export async function beginRun(client: Client, job: string, now: Date): Promise<Date> {
  const { rows } = await client.query<{ started_at: Date }>(
    `insert into job_run (job, started_at, figures)
     select $1, greatest($2::timestamptz, max(started_at) + interval '1 millisecond'), '{}' from job_run where job = $1
     returning started_at`,
    [job, now],
  );
  return rows[0]?.started_at ?? now;
}

export async function noteRun(
  client: Client,
  job: string,
  startedAt: Date,
  figures: Readonly<Record<string, unknown>>,
  finishedAt?: Date,
): Promise<void> {
  await client.query('update job_run set figures = $3, finished_at = $4 where job = $1 and started_at = $2', [
    job,
    startedAt,
    JSON.stringify(figures),
    finishedAt ?? null,
  ]);
}

/** How long after its hour a nightly job may still begin: a node that was down then comes back, and mornings are busy. */
const WINDOW_HOURS = 3;

/**
 * Since when tonight's run is due; undefined at other times of the day. In the night in which the clocks are put forward
 * there is no 2 o'clock, and it is due at 3.
 */
export function dueSince(now: Date, timeZone: string, hour: number): Date | undefined {
  const text = hl7Timestamp(now, timeZone);
  const [hours, minutes, seconds] = [8, 10, 12].map((at) => Number(text.slice(at, at + 2)));
  if (hours === undefined || hours < hour || hours >= hour + WINDOW_HOURS) return undefined;
  return new Date(
    now.getTime() -
      ((hours - hour) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000 -
      now.getMilliseconds(),
  );
}

const LOOK_MS = 60_000;
/** After a run that failed, or that another node was busy with. */
const AGAIN_MS = 15 * 60_000;

/**
 * Runs a job each night at `hour` in the jurisdiction's time, if need be again within the next hours until it has been
 * done. Every node may do this: `isDone` and the job's own lock see to it that one of them works.
 * @returns what stops it, and a run that is under way between two of its batches
 */
export function everyNight(
  at: { readonly clock: Clock; readonly timeZone: string; readonly hour: number },
  job: {
    readonly isDone: (since: Date) => Promise<boolean>;
    readonly run: (signal: AbortSignal) => Promise<void>;
    readonly failed: (error: unknown) => void;
  },
): { readonly stop: () => Promise<void> } {
  const stopping = new AbortController();
  let notBefore = 0;
  let running: Promise<void> | undefined;
  const look = async (): Promise<void> => {
    const now = at.clock.now();
    const since = dueSince(now, at.timeZone, at.hour);
    if (!since || now.getTime() < notBefore) return;
    notBefore = now.getTime() + AGAIN_MS;
    if (await job.isDone(since)) return;
    await job.run(stopping.signal);
  };
  const timer = setInterval(() => {
    running ??= look()
      .catch((error: unknown) => {
        if (!(error instanceof JobStopped)) job.failed(error);
      })
      .finally(() => (running = undefined));
  }, LOOK_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      stopping.abort();
      await running;
    },
  };
}
