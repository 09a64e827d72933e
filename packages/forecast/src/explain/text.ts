import type { Schedule } from '../schedule/compiled.ts';
import type {
  AntigenExplanation,
  Explanation,
  GroupExplanation,
  NotRelevant,
  NotScorable,
  SelectionExplanation,
  SeriesExplanation,
} from './model.ts';
import { dateSentences } from './text-dates.ts';
import { doseSentence, skipSentence, testSentences } from './text-dose.ts';
import { listed, wordsOf, type Words } from './words.ts';

export type Sentence = {
  /** What belongs to the sentence above that is less deep. */
  readonly depth: number;
  readonly text: string;
};

export type GroupText = { readonly vaccineGroup: string; readonly sentences: readonly Sentence[] };

/**
 * An explanation in plain English, vaccine group by vaccine group: what comes of it, then antigen by antigen the series,
 * the doses and the dates.
 * @param nameOf a vaccine's own name; without it vaccines are named by their antigens
 */
export function explanationText(
  { antigens, groups }: Explanation,
  schedule: Schedule,
  nameOf?: (cvx: string) => string | undefined,
): readonly GroupText[] {
  const words = wordsOf(schedule, nameOf);
  return schedule.vaccineGroups.map(({ name }) => {
    const own = antigens.filter(({ vaccineGroup }) => vaccineGroup === name);
    const merged = groups.filter(({ vaccineGroup }) => vaccineGroup === name);
    return {
      vaccineGroup: name,
      sentences: [
        ...(merged.length === 0 ? [at(0, 'No series is this patient’s: nothing is forecast.')] : []),
        ...merged.flatMap(groupSentences),
        ...own.flatMap((antigen) => antigenSentences(antigen, words)),
      ],
    };
  });
}

const at = (depth: number, text: string): Sentence => ({ depth, text });

function groupSentences(group: GroupExplanation): readonly Sentence[] {
  const { seriesType, status, earliest, recommended, pastDue, isMerged, parts } = group;
  const dates =
    earliest === undefined
      ? ''
      : ` Earliest ${earliest}, recommended ${recommended ?? 'on no day'}, past due after ${pastDue ?? 'no day'}.`;
  const head = at(0, `${status}${seriesType === 'risk' ? ' (risk series)' : ''}.${dates}`);
  if (!isMerged) {
    const others = parts.filter(({ counts }) => !counts);
    const chosen = parts.find(({ counts }) => counts);
    if (others.length === 0) return [head];
    const names = others.map(({ series, status: other }) => `${series} (${other})`).join(', ');
    return [
      head,
      at(
        1,
        `The dates are those of ${chosen?.series ?? ''}: of several best series, it can be given first or is the one that can be started. Others: ${names}.`,
      ),
    ];
  }
  const priority = parts.filter(({ isPriority }) => isPriority).map(({ antigen }) => antigen);
  const rule =
    priority.length > 0
      ? `The intervals of ${priority.join(', ')} come first: the earliest date is the first of the antigens' earliest dates, not before the last dose.`
      : "The earliest date is the last of the antigens' earliest dates.";
  const counting = parts.filter(({ counts }) => counts);
  return [
    head,
    ...parts.map((part) =>
      at(
        1,
        `${part.antigen}: ${part.status}${part.counts ? `, earliest ${part.earliest}, recommended ${part.recommended}, past due after ${part.pastDue ?? 'no day'}` : ''}.`,
      ),
    ),
    ...(earliest === undefined || counting.length === 0
      ? []
      : [
          at(
            1,
            `${rule} Recommended and past due are the first of the antigens' dates, not before the earliest date.`,
          ),
        ]),
  ];
}

function antigenSentences(
  { antigen, considered, notRelevant, selections }: AntigenExplanation,
  words: Words,
): readonly Sentence[] {
  const names = considered.map(({ series, status }) => `${series} (${status})`);
  const best = considered.filter(({ isBest }) => isBest);
  return [
    at(
      0,
      `${antigen}: ${names.length === 0 ? 'no series was considered' : `considered ${listed(names, 12)}`}.`,
    ),
    ...notRelevantSentences(notRelevant),
    ...selections.flatMap(selectionSentences),
    ...best.flatMap((series) => seriesSentences(series, words)),
  ];
}

const WHY: Readonly<Record<NotRelevant['why'], string>> = {
  gender: 'for another gender',
  'no indication': 'no indication for it is on record',
  'indication at another age': 'its indication counts at another age only',
};

function notRelevantSentences(all: readonly NotRelevant[]): readonly Sentence[] {
  return (['gender', 'no indication', 'indication at another age'] as const).flatMap((why) => {
    const names = all.filter((each) => each.why === why).map(({ series }) => series);
    return names.length === 0 ? [] : [at(1, `Not considered, ${WHY[why]}: ${listed(names, 3)}.`)];
  });
}

const CHOICE: Readonly<Record<SelectionExplanation['choice'], string>> = {
  default: 'it is the default, and no series of the group has a dose that counts',
  'only scorable': 'no other series of the group can be chosen',
  'only complete': 'it is the only one that is complete',
  'only in process': 'it is the only one that was begun',
  'default of several': 'nothing was begun, and it is the default',
  score: 'it has the most points',
};

const NOT_SCORABLE: Readonly<Record<NotScorable, string>> = {
  contraindicated: 'contraindicated',
  'not complete': 'counts only when it is complete',
  'lower priority': 'another has a higher priority',
  'started too late': 'its first dose was given too late',
  'no valid dose': 'has no valid dose',
};

const BECAUSE: Readonly<Record<SelectionExplanation['because'], string>> = {
  'nothing chosen': '',
  complete: 'It is complete, so it is a best series.',
  'risk series': 'It is a risk series that nothing complete stands in for, so it is a best series.',
  'nothing stands in': 'No other series stands in for it, so it is a best series.',
  'evaluation only': 'It serves evaluation only and is not complete, so it is no best series.',
  'a complete series stands in': 'It is no best series: a complete series stands in for it',
  'a risk series stands in': 'It is no best series: a risk series stands in for it',
};

function selectionSentences({
  seriesGroup,
  chosen,
  choice,
  notScorable,
  scores,
  because,
  other,
}: SelectionExplanation): readonly Sentence[] {
  const left = notScorable
    .filter(({ series }) => series !== chosen)
    .map(({ series, why }) => `${series} (${NOT_SCORABLE[why]})`);
  const outcome = `${BECAUSE[because]}${other === undefined ? '' : `, ${other}.`}`;
  return [
    at(
      1,
      chosen === undefined
        ? `Of ${seriesGroup} none is chosen.`
        : `Of ${seriesGroup}, ${chosen} is chosen: ${CHOICE[choice]}. ${outcome}`,
    ),
    ...scores.map(({ series, total, preference, points }) =>
      at(
        2,
        `${series}: ${signed(total)} ${total === 1 || total === -1 ? 'point' : 'points'} (${points.map((each) => `${each.question} ${signed(each.points)}`).join(', ')})${preference === undefined ? '' : `; preference ${preference} among equals`}`,
      ),
    ),
    ...(left.length > 0 ? [at(2, `Not in the choice: ${left.join(', ')}.`)] : []),
  ];
}

const signed = (points: number): string => (points > 0 ? `+${points}` : String(points));

function seriesSentences(series: SeriesExplanation, words: Words): readonly Sentence[] {
  const { indications, doses, skips, dates, status, reason } = series;
  const because =
    indications.length > 0 ? `, considered because of ${indications.map(words.observation).join(', ')}` : '';
  return [
    at(1, `${series.series}: ${status}, ${reason}${because}.`),
    ...doses.flatMap((dose) => [
      at(2, doseSentence(dose, words)),
      ...testSentences(dose, words).map((text) => at(3, text)),
    ]),
    ...skips.map((skip) => at(2, skipSentence(skip, words))),
    ...(dates ? dateSentences(dates, words).map((text) => at(2, text)) : []),
  ];
}
