import { vaccineByCvx } from '@cairn/codes';
import type { Sentence } from '@cairn/forecast';
import type { ForecastAnswer } from '@cairn/server';
import { printable, styled, type Terminal } from '../check/terminal.ts';
import { table } from '../table.ts';

/** One patient's forecast and evaluated doses, for people. */
export function report(answer: ForecastAnswer, name: string, to: Terminal): string {
  const { version, assessmentDate, doses, unknown, unknownObservations, explanation } = answer;
  const later = doses.filter(({ date }) => date > assessmentDate).length;
  return [
    styled(
      `${name === '' ? 'Forecast' : printable(name)} as of ${assessmentDate}, schedule ${version}`,
      'bold',
      to,
    ),
    groupsText(answer, to),
    doses.length === 0 ? 'No dose is on record.' : dosesText(answer, to),
    ...(unknown.length === 0 ? [] : [unknownText(unknown, to)]),
    ...(unknownObservations.length === 0
      ? []
      : [`Observations that the schedule does not have, left out: ${unknownObservations.join(', ')}`]),
    ...(later === 0
      ? []
      : [
          `${later === 1 ? 'One dose was' : `${later} doses were`} given after ${assessmentDate}; evaluated all the same.`,
        ]),
    ...(explanation
      ? explanation.text.map(
          ({ vaccineGroup, sentences }) =>
            `${styled(vaccineGroup, 'bold', to)}\n${sentences.map((sentence) => wrapped(sentence, to.width)).join('\n')}`,
        )
      : []),
  ].join('\n\n');
}

/** What is due first, then what is not; a group that is past due is named so. */
function groupsText({ groups, assessmentDate }: ForecastAnswer, to: Terminal): string {
  const rows = groups
    .toSorted((a, b) =>
      (a.recommended ?? '9999') < (b.recommended ?? '9999') ? -1 : a.recommended === b.recommended ? 0 : 1,
    )
    .map(({ vaccineGroup, seriesType, status, doseNumber, earliest, recommended, pastDue }) => [
      `${vaccineGroup}${seriesType === 'risk' ? ' (risk)' : ''}`,
      status === 'Not Complete' ? dueText(assessmentDate, earliest, recommended, pastDue) : status,
      doseNumber === undefined ? '' : String(doseNumber),
      earliest ?? '',
      recommended ?? '',
      pastDue ?? '',
    ]);
  return table(['Vaccine group', 'Status', 'Dose', 'Earliest', 'Recommended', 'Past due'], rows, to.width);
}

function dueText(today: string, earliest = '', recommended = '', pastDue = '9999'): string {
  if (today > pastDue) return 'overdue';
  if (today >= recommended) return 'due now';
  return today >= earliest ? 'may be given' : 'later';
}

function dosesText({ doses }: ForecastAnswer, { width }: Terminal): string {
  const rows = doses.flatMap(({ date, cvx, evaluations }) => {
    const outcomes = outcomesOf(evaluations);
    return (outcomes.length === 0 ? ['not evaluated'] : outcomes).map((outcome, index) => [
      index === 0 ? date : '',
      index === 0 ? `CVX ${printable(cvx)}` : '',
      index === 0 ? `${vaccineByCvx(cvx)?.name ?? 'unknown vaccine'}: ${outcome}` : outcome,
    ]);
  });
  return table(['Given', 'Vaccine', 'Evaluation'], rows, width);
}

type Evaluations = ForecastAnswer['doses'][number]['evaluations'];

/** Antigens of a group with the same outcome share a line. */
function outcomesOf(evaluations: Evaluations): readonly string[] {
  const outcomes = new Map<string, Set<string>>();
  for (const { vaccineGroup, antigen, status, reasons, targetDose } of evaluations) {
    const number = targetDose === undefined ? '' : ` dose ${targetDose}`;
    const why = reasons.length > 0 ? `, ${reasons.join(', ')}` : '';
    const key = `${vaccineGroup}${number} ${status}${why}`;
    const antigens = outcomes.get(key) ?? new Set();
    outcomes.set(key, antigens.add(antigen));
  }
  return [...outcomes].map(([text, antigens]) => {
    const group = evaluations.find(({ antigen }) => antigens.has(antigen))?.vaccineGroup ?? '';
    const all = new Set(
      evaluations.filter(({ vaccineGroup }) => vaccineGroup === group).map(({ antigen }) => antigen),
    );
    return antigens.size === all.size ? text : `${text} (${[...antigens].join(', ')})`;
  });
}

function unknownText(unknown: ForecastAnswer['unknown'], { width }: Terminal): string {
  const rows = unknown.map(({ id, date, code, why }) => [id, date, code, why].map(printable));
  return `Not evaluated (${unknown.length}):\n${table(['Dose', 'Given', 'Code', ''], rows, width)}`;
}

function wrapped({ depth, text }: Sentence, width: number): string {
  const indent = '  '.repeat(depth + 1);
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    const isStart = line.trim() === '';
    if (!isStart && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}  ${word}`;
    } else line = isStart ? `${line}${word}` : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join('\n');
}
