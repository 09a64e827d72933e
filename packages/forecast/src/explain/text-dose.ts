import type { DoseExplanation, DoseTest, SkipCondition, SkipExplanation } from './model.ts';
import { after, days, doseText, duration, listed, type Words } from './words.ts';

/** The sentence on a dose. */
export function doseSentence(dose: DoseExplanation, words: Words): string {
  const against = dose.targetDose === undefined ? '' : `, held against dose ${dose.targetDose}`;
  const reasons = dose.reasons.length > 0 ? ` (${dose.reasons.join('; ')})` : '';
  return `${doseText(dose, words)}${against}: ${dose.status}${reasons}.`;
}

/** What it was tested for, test by test. */
export const testSentences = ({ tests, targetDose }: DoseExplanation, words: Words): readonly string[] =>
  targetDose === undefined
    ? ['No dose of the series was left that it could count for.']
    : tests.map((test) => testSentence(test, words));

function testSentence(test: DoseTest, words: Words): string {
  switch (test.test) {
    case 'dose condition':
      return test.lotExpiration === undefined || test.isSubstandard
        ? 'Condition: the dose is on record as sub-standard or partial, so it does not count.'
        : `Condition: the lot expired on ${test.lotExpiration}, before the dose was given.`;
    case 'inadvertent vaccine':
      return 'Vaccine: it is listed as given by mistake for this dose of the series, so it does not count.';
    case 'age':
      return `Age: ${ageText(test)}`;
    case 'interval':
      return intervalSentence(test, words);
    case 'live virus conflict':
      return conflictSentence(test, words);
    case 'vaccine':
      return vaccineSentence(test, words);
  }
}

type Test<Name extends DoseTest['test']> = Extract<DoseTest, { readonly test: Name }>;

function ageText({ outcome, daysOff = 0, absMin, min, max }: Test<'age'>): string {
  switch (outcome) {
    case 'too early': {
      const grace =
        min && absMin && min.day !== absMin.day
          ? ` (${duration(min.rule)} on ${min.day}, less the grace period)`
          : '';
      return `the least age ${duration(absMin?.rule ?? '')} was reached on ${absMin?.day}${grace}; too young by ${days(daysOff)}.`;
    }
    case 'too late':
      return `the maximum age ${duration(max?.rule ?? '')} was reached on ${max?.day}; too old.`;
    case 'grace period':
      return `minimum age ${duration(min?.rule ?? '')} was reached on ${min?.day}, ${days(daysOff)} later, within the grace period; valid.`;
    case 'valid': {
      const least = min ?? absMin;
      const reached = least
        ? `minimum age ${duration(least.rule)} was reached on ${least.day}`
        : 'there is no minimum age';
      return `${reached}${max ? `, maximum age ${duration(max.rule)} is on ${max.day}` : ''}; valid.`;
    }
  }
}

function intervalSentence(
  { outcome, daysOff = 0, isAllowable, from, absMin, min }: Test<'interval'>,
  words: Words,
): string {
  const name = isAllowable ? 'Interval that is still allowed' : 'Interval';
  const least = outcome === 'too early' ? absMin : (min ?? absMin);
  if (!least) return `${name}: kept.`;
  const wanted = `${after(least.rule, from, words)} is ${least.day}`;
  if (outcome === 'too early') return `${name}: ${wanted}; too soon by ${days(daysOff)}.`;
  if (outcome === 'grace period')
    return `${name}: ${wanted}, ${days(daysOff)} later, within the grace period; kept.`;
  return `${name}: ${wanted}; kept.`;
}

function conflictSentence(
  { passed, previous, end, daysOff = 0 }: Test<'live virus conflict'>,
  words: Words,
): string {
  if (passed) return 'Live vaccines: none was given too shortly before.';
  if (!previous) return 'Live vaccines: another one was given too shortly before.';
  return `Live vaccines: ${doseText(previous, words)} stands in the way until ${end}; too soon by ${days(daysOff)}.`;
}

function vaccineSentence({ as, isListed, accepted }: Test<'vaccine'>, words: Words): string {
  if (as === 'preferable') return 'Vaccine: one of those preferred for this dose.';
  if (as === 'allowable') return 'Vaccine: not preferred for this dose, but allowed.';
  return isListed
    ? 'Vaccine: accepted for this dose only at another age or from another maker.'
    : `Vaccine: not accepted for this dose. Accepted: ${listed(accepted.map(words.vaccine), 6)}.`;
}

export function skipSentence(
  { targetDose, when, doseId, day, conditions }: SkipExplanation,
  words: Words,
): string {
  const occasion =
    when === 'dose'
      ? `when the dose of ${day} was evaluated${doseId === undefined ? '' : ` (dose ${doseId})`}`
      : when === 'assessment'
        ? `as of ${day}`
        : `as of ${day}, the earliest day it could be given`;
  const because = conditions.map((condition) => conditionText(condition, day, words));
  return `Dose ${targetDose} is skipped ${occasion}: ${because.join('; ')}.`;
}

function conditionText(condition: SkipCondition, day: string, words: Words): string {
  switch (condition.type) {
    case 'age': {
      const { from, to } = condition;
      const reached = from ? `age ${duration(from.rule)} was reached on ${from.day}` : '';
      const open = to ? `age ${duration(to.rule)} is reached on ${to.day}` : '';
      return [reached, open].filter((part) => part !== '').join(', ');
    }
    case 'completed-series':
      return `the series group ${condition.seriesGroups.join(', ')} is complete`;
    case 'interval':
      return `${day} is on or after ${condition.since}, ${duration(condition.interval)} after the previous dose`;
    case 'count':
      return countText(condition, words);
  }
}

function countText(condition: Extract<SkipCondition, { readonly type: 'count' }>, words: Words): string {
  const { found, compare, count, validOnly, fromAge, toAge, start, end, vaccines } = condition;
  const kind = validOnly ? 'valid ' : '';
  const of = vaccines ? ` of ${listed(vaccines.map(words.vaccine), 2)}` : '';
  const limits = [
    fromAge === undefined || fromAge === '0d' ? '' : `from age ${duration(fromAge)}`,
    toAge === undefined ? '' : `before age ${duration(toAge)}`,
    start === undefined ? '' : `from ${start}`,
    end === undefined ? '' : `before ${end}`,
  ].filter((part) => part !== '');
  const than = compare === 'equal' ? `exactly ${count}` : `${compare} than ${count}`;
  const where = limits.length > 0 ? ` ${limits.join(' and ')}` : '';
  return `${found} ${kind}${found === 1 ? 'dose' : 'doses'}${of}${where} (${than} asked for)`;
}
