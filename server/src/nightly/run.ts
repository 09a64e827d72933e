import { RULES_VERSION } from '@cairn/matching';
import type { Client, Pool } from 'pg';
import {
  beginRun,
  everyNight,
  type JobRun,
  type JobSession,
  noteRun,
  runAlone,
  runsSinceFinished,
} from '../platform/jobs.ts';
import { MatchKnowledge } from '../registry/match-knowledge.ts';
import { gatherChanged } from './changed.ts';
import { countSuspectedDoses } from './count-doses.ts';
import { countCommonPhones, countNames } from './count-values.ts';
import { type DuplicateFigures, findDuplicates, FIRST_DAY, type Scope } from './duplicates.ts';
import { type Forgotten, forget } from './forget.ts';
import { rekey, type RekeyContext } from './rekey.ts';

/** What a run did. */
export type NightlyFigures = {
  /** Of the rules by which persons were compared. */
  readonly rules: string;
  readonly forgotten: Forgotten;
  /** Persons whose keys were made anew. */
  readonly rekeyed: number;
  readonly commonPhones: number;
  /** Names whose frequency was counted; 0 where the registry is too small for figures of its own. */
  readonly names: number;
  /** Persons who were compared with others, and how many pairs that made. */
  readonly persons: number;
  readonly pairsCompared: number;
  readonly tasksOpened: number;
  /** Persons of whom something was reported, and doses of theirs that may be told of twice. */
  readonly personsWithReports: number;
  readonly suspectedDoses: number;
  readonly seconds: number;
};

export type NightlyContext = RekeyContext & {
  readonly pool: Pool;
  /** That of this process, to be told of the new figures. */
  readonly knowledge?: MatchKnowledge;
  readonly signal?: AbortSignal;
  /** From how many persons on the registry's own name frequencies count. */
  readonly enoughPersons?: number;
};

const JOB = 'nightly';

/**
 * The nightly job: what was kept long enough, keys that are missing, values that too many share, how frequent names are, persons that may be one.
 * Each step can be done again without harm, so that a run that ends in the middle is made good by the next.
 * @returns undefined where another process is running it
 */
export async function runNightly(context: NightlyContext): Promise<NightlyFigures | undefined> {
  const { pool, signal } = context;
  const ran = await runAlone(pool, JOB, (session) => run(session, context), { signal });
  return ran?.result;
}

/** How far a comparison of everyone has come, kept in the figures of a run that has not finished. */
type Progress = { readonly begunAt: string; readonly after: string };

const DAYS_BETWEEN_NOTES = 100;

async function run(session: JobSession, context: NightlyContext): Promise<NightlyFigures> {
  const { client } = session;
  const { clock, log, pool } = context;
  const began = clock.now();
  const before = await runsSinceFinished(client, JOB);
  const startedAt = await beginRun(client, JOB, began);
  const step = (name: string, figures: object): void =>
    log.info({ job: JOB, step: name, ...figures }, `nightly: ${name}`);

  const forgotten = await forget(session, began);
  step('forget', forgotten);
  const rekeyed = await rekey(session, context);
  step('rekey', { rekeyed });
  const plan = planOf(before, rekeyed > 0 ? began : await lastRekeyed(client), startedAt);
  const note = (progress: Progress | undefined, figures: object): Promise<void> =>
    noteRun(client, JOB, startedAt, {
      rules: RULES_VERSION,
      forgotten,
      rekeyed,
      ...figures,
      ...(progress ? { progress } : {}),
    });
  await note(plan.progress, {});

  const commonPhones = await countCommonPhones(session, began);
  step('common phones', { commonPhones });
  const names = await countNames(session, context.enoughPersons);
  step('name frequencies', { names });
  const knowledge = context.knowledge ?? new MatchKnowledge(pool);
  await knowledge.refresh();

  const total: DuplicateFigures = { persons: 0, pairsCompared: 0, tasksOpened: 0 };
  for (const scope of plan.scopes) {
    if (scope.kind === 'changed') await gatherChanged(client, scope.since);
    let days = 0;
    const found = await findDuplicates(session, {
      scope,
      matching: knowledge.current(),
      at: began,
      progress: async (birthDate, figures) => {
        if (++days % DAYS_BETWEEN_NOTES > 0) return;
        step('duplicates', { days, ...figures });
        if (scope.kind === 'all' && plan.progress)
          await note({ ...plan.progress, after: birthDate }, figures);
      },
    });
    total.persons += found.persons;
    total.pairsCompared += found.pairsCompared;
    total.tasksOpened += found.tasksOpened;
  }
  step('duplicates', total);
  await gatherChanged(client, plan.reportsSince);
  const doses = await countSuspectedDoses(session);
  step('doses', doses);

  const finishedAt = clock.now();
  const figures: NightlyFigures = {
    rules: RULES_VERSION,
    forgotten,
    rekeyed,
    commonPhones,
    names,
    ...total,
    personsWithReports: doses.persons,
    suspectedDoses: doses.suspected,
    seconds: Math.round((finishedAt.getTime() - began.getTime()) / 100) / 10,
  };
  await noteRun(client, JOB, startedAt, figures, finishedAt);
  return figures;
}

/** When keys were last made anew at the start of a server. */
async function lastRekeyed(client: Client): Promise<Date | undefined> {
  const { rows } = await client.query<{ at: Date | null }>(
    `select max(finished_at) as at from job_run where job = 'rekey' and (figures ->> 'rekeyed')::int > 0`,
  );
  return rows[0]?.at ?? undefined;
}

type Plan = {
  readonly scopes: readonly Scope[];
  /** Set where everyone is compared. */
  readonly progress: Progress | undefined;
  readonly reportsSince: Date;
};

const DAY_MS = 86_400_000;

/**
 * Whom to compare: those who changed since the last run that finished; everyone at first, and after the rules or all keys
 * changed. Where a run that compared everyone did not finish, this one goes on where it ended, and looks again at those who
 * changed since it began.
 */
function planOf(before: readonly JobRun[], rekeyedAt: Date | undefined, now: Date): Plan {
  const rekeyedSince = (at: Date): boolean => rekeyedAt !== undefined && rekeyedAt >= at;
  const finished = before.find(({ isFinished }) => isFinished);
  const reportsSince = finished?.startedAt ?? new Date(now.getTime() - DAY_MS);
  const [newest] = before;
  const left =
    newest && !newest.isFinished && newest.figures['rules'] === RULES_VERSION
      ? progressOf(newest)
      : undefined;
  if (left && !rekeyedSince(new Date(left.begunAt))) {
    const since = new Date(left.begunAt);
    const scopes: readonly Scope[] = [
      { kind: 'changed', since },
      { kind: 'all', after: left.after },
    ];
    return { scopes, progress: left, reportsSince };
  }
  if (finished?.figures['rules'] === RULES_VERSION && !rekeyedSince(finished.startedAt)) {
    return { scopes: [{ kind: 'changed', since: finished.startedAt }], progress: undefined, reportsSince };
  }
  const progress = { begunAt: now.toISOString(), after: FIRST_DAY };
  return { scopes: [{ kind: 'all', after: FIRST_DAY }], progress, reportsSince };
}

function progressOf({ figures }: JobRun): Progress | undefined {
  const progress = figures['progress'];
  if (typeof progress !== 'object' || progress === null) return undefined;
  if (!('begunAt' in progress) || !('after' in progress)) return undefined;
  const { begunAt, after } = progress;
  return typeof begunAt === 'string' && typeof after === 'string' ? { begunAt, after } : undefined;
}

/** In the jurisdiction's time: queries and submissions are fewest then. */
const HOUR = 2;

/** Runs the job every night, on one of the nodes that do this. */
export function startNightly(context: NightlyContext): { readonly stop: () => Promise<void> } {
  const { pool, clock, jurisdiction, log } = context;
  return everyNight(
    { clock, timeZone: jurisdiction.timeZone, hour: HOUR },
    {
      isDone: async (since) => {
        const { rows } = await pool.query(
          'select from job_run where job = $1 and finished_at is not null and started_at >= $2 limit 1',
          [JOB, since],
        );
        return rows.length > 0;
      },
      run: async (signal) => {
        const figures = await runNightly({ ...context, signal });
        if (figures) log.info({ job: JOB, ...figures }, 'nightly: done');
      },
      failed: (error) =>
        log.error({ err: error, job: JOB }, 'nightly: failed; it is tried again within the hour'),
    },
  );
}
