import { decisionTable } from '../decision-table.ts';
import type { Day, SeriesStatus } from '../model.ts';
import { atAge } from '../patient.ts';
import { canSkip } from '../evaluate/skip.ts';
import type { CompiledAge } from '../schedule/compiled.ts';
import type { SeriesRun, SkipAsked, Target } from '../series-run.ts';
import { ageInForce, candidateEarliest, forecastDates } from './dates.ts';
import { contraindicatedVaccines, isContraindicated, isImmune } from './immunity.ts';

type Need = {
  readonly run: SeriesRun;
  readonly target: Target | undefined;
  readonly age: CompiledAge | undefined;
  readonly earliest: Day;
  readonly isImmune: boolean;
  readonly isContraindicated: boolean;
};

type Needed = { readonly status: SeriesStatus; readonly reason: string };

const outcome = (status: SeriesStatus, reason: string): Needed => ({ status, reason });

/** An immune patient needs nothing, a contraindicated one gets nothing, whatever else holds. */
const NEED = decisionTable<Need, Needed>({
  title: 'Does the patient need another dose?',
  spec: 'CDSi 4.6, 7.4, table 7-10',
  conditions: [
    { asks: 'Is there evidence of immunity?', is: (need) => need.isImmune },
    { asks: 'Is there a contraindication?', is: (need) => need.isContraindicated },
    { asks: 'Is a target dose left?', is: ({ target }) => target !== undefined },
    {
      asks: 'Was a target dose satisfied?',
      is: ({ run }) => run.targets.some(({ status }) => status === 'satisfied'),
    },
    {
      asks: 'Is the season over?',
      is: ({ run, target }) => {
        const end = target?.dose.season?.end;
        return end !== undefined && run.patient.asOf > end;
      },
    },
    {
      asks: 'Has the patient reached the maximum age?',
      is: ({ run, age }) => age?.max !== undefined && run.patient.asOf >= atAge(run.patient, age.max),
    },
    {
      asks: 'Can the dose only be given after the maximum age?',
      is: ({ run, age, earliest }) => age?.max !== undefined && earliest >= atAge(run.patient, age.max),
    },
  ],
  columns: [
    ['Y - - - - - -', outcome('Immune', 'patient has evidence of immunity')],
    ['N Y - - - - -', outcome('Contraindicated', 'patient has a contraindication')],
    ['N N N Y - - -', outcome('Complete', 'patient series is complete')],
    [
      'N N N N - - -',
      outcome('Not Recommended', 'not recommended at this time due to past immunization history'),
    ],
    ['N N Y - Y - -', outcome('Not Recommended', 'past seasonal recommendation end date')],
    ['N N Y - N Y -', outcome('Aged Out', 'patient has exceeded the maximum age')],
    ['N N Y - N N Y', outcome('Aged Out', 'patient is unable to finish the series prior to the maximum age')],
    ['N N Y - N N N', outcome('Not Complete', 'target dose is needed')],
  ],
  says: ({ status, reason }) => `${status}: ${reason}`,
});

/** Forecasts a series whose history is evaluated (logic specification, chapter 7). */
export function forecastSeries(run: SeriesRun): void {
  const { patient, antigen, trace } = run;
  const outOfUse = contraindicatedVaccines(antigen, patient);
  const immune = isImmune(antigen, patient);
  const contraindicated = isContraindicated(antigen, patient) || isWithoutVaccine(run, outOfUse);
  skipWhile(run, patient.asOf);
  for (;;) {
    const target = run.targets[run.current];
    const age = target && ageInForce(target, patient.asOf);
    const candidate = target && candidateEarliest(run, target, age);
    const earliest = candidate ?? patient.birthDate;
    const asked = { run, target, age, earliest, isImmune: immune, isContraindicated: contraindicated };
    const { status, reason } = NEED.decide(asked, trace);
    run.status = status;
    run.reason = reason;
    run.forecast = undefined;
    if (status !== 'Not Complete' || !target) return;
    // 7.6: what could be skipped by then is not needed then.
    const { forecastSkips } = target.dose;
    if (forecastSkips.length > 0 && canSkip(run, forecastSkips, earliest, patient.asOf, run.records.length)) {
      trace?.skipped(run, askedOf(run, 'earliest', earliest));
      target.status = 'skipped';
      run.current++;
      continue;
    }
    run.forecast = forecastDates(run, target, age, candidate, outOfUse);
    return;
  }
}

/** 7.1: target doses that can be skipped on the assessment date are past. */
function skipWhile(run: SeriesRun, reference: Day): void {
  for (;;) {
    const target = run.targets[run.current];
    if (!target) return;
    const { forecastSkips } = target.dose;
    if (forecastSkips.length === 0) return;
    if (!canSkip(run, forecastSkips, reference, run.patient.asOf, run.records.length)) return;
    run.trace?.skipped(run, askedOf(run, 'assessment', reference));
    target.status = 'skipped';
    run.current++;
  }
}

const askedOf = (run: SeriesRun, when: SkipAsked['when'], reference: Day): SkipAsked => ({
  when,
  skips: run.targets[run.current]?.dose.forecastSkips ?? [],
  reference,
  anchor: run.patient.asOf,
  before: run.records.length,
});

/** A series is contraindicated where all its preferable vaccines are (7.3). */
function isWithoutVaccine({ series }: SeriesRun, outOfUse: ReadonlySet<string>): boolean {
  if (outOfUse.size === 0) return false;
  return series.doses.every(({ preferable }) => preferable.every(({ cvx }) => outOfUse.has(cvx)));
}
