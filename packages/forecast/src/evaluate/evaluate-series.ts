import type { SeriesRun, Target } from '../series-run.ts';
import { evaluateDose } from './evaluate-dose.ts';

/**
 * Evaluates the history against a series (logic specification 4.4, figures 4-6 and 4-7): dose by dose, each held against
 * the first target dose that is not past. A target dose that is skipped leaves the dose to the next one; a recurring one
 * comes again after it was satisfied; what is left when all are past is extraneous.
 */
export function evaluateSeries(run: SeriesRun): void {
  const { records, evaluations, targets } = run;
  let index = 0;
  while (index < records.length) {
    const target = targets[run.current];
    if (!target) {
      evaluations[index] = {
        status: 'Extraneous',
        reasons: ['Series Already Complete'],
        isInadvertent: false,
        target: undefined,
      };
      index++;
      continue;
    }
    const evaluation = evaluateDose(run, index, target);
    if (!evaluation) {
      target.status = 'skipped';
      run.current++;
      continue;
    }
    evaluations[index] = evaluation;
    if (evaluation.status === 'Valid') satisfy(run, target, index);
    index++;
  }
}

function satisfy(run: SeriesRun, target: Target, record: number): void {
  target.status = 'satisfied';
  target.record = record;
  run.current++;
  if (target.dose.isRecurring) {
    run.targets.splice(run.current, 0, { dose: target.dose, status: 'not satisfied', record: -1 });
  }
}
