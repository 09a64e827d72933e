import type { Candidate, DatedBy, DatesExplanation } from './model.ts';
import { after, doseText, duration, type Words } from './words.ts';

/** What sets each date of a forecast. */
export function dateSentences(dates: DatesExplanation, words: Words): readonly string[] {
  const { targetDose, doseNumber, earliest, candidates, recommended, pastDue, latest } = dates;
  const [first, ...others] = candidates;
  const earlier = others.map((candidate) => `${candidateText(candidate, words)} (${candidate.day})`);
  const number =
    targetDose === doseNumber ? '' : ` It counts as dose ${doseNumber}, since not all before it were needed.`;
  return [
    `Next: dose ${targetDose} of the series.${number}`,
    `Earliest ${earliest}: ${first ? candidateText(first, words) : 'nothing asks for a later day'}.` +
      (earlier.length > 0 ? ` Reached before: ${earlier.join('; ')}.` : ''),
    `Recommended ${recommended.day}: ${datedText(recommended, 'recommended', words)}.`,
    pastDue
      ? `Past due after ${pastDue.day}: ${datedText(pastDue, 'latest recommended', words)}.`
      : 'Past due: the schedule names no such day.',
    ...(latest ? [`Not from ${latest.day} on: maximum age ${duration(latest.rule)}.`] : []),
    ...(dates.vaccines.length > 0 ? [`Vaccines: ${dates.vaccines.map(words.vaccine).join(', ')}.`] : []),
  ];
}

function candidateText(candidate: Candidate, words: Words): string {
  switch (candidate.kind) {
    case 'birth':
      return 'no minimum age';
    case 'minimum age':
      return candidate.rule === '0d' ? 'from birth on' : `minimum age ${duration(candidate.rule)}`;
    case 'minimum interval':
      return `minimum interval, ${after(candidate.rule, candidate.from, words)}`;
    case 'live virus conflict':
      return `live vaccines, ${duration(candidate.rule)} after ${doseText(candidate.previous, words)}`;
    case 'season':
      return 'start of the season';
    case 'last dose':
      return 'not before the last dose';
  }
}

function datedText({ by, rule = '', from, movedFrom }: DatedBy, which: string, words: Words): string {
  const moved = movedFrom === undefined ? '' : ` would be ${movedFrom}; moved to the earliest date`;
  if (by === 'age') return `${which} age ${duration(rule)}${moved}`;
  if (by === 'interval' && from) return `${which} interval, ${after(rule, from, words)}${moved}`;
  return 'as soon as it may be given';
}
