import type { Language } from '../platform/jurisdiction.ts';
import { RECORD_WORDS, type RecordWords } from './record-pdf-words.ts';
import type { DoseView, PatientView } from './schema.ts';

/** A section of the record: its heading, a table whose rows may stand under subheadings, or a sentence instead. */
export type Section = {
  readonly heading: string;
  readonly columns: readonly Column[];
  readonly groups: readonly { readonly name: string; readonly rows: readonly Row[] }[];
  readonly instead: string;
  readonly below: string;
};
/** How wide, as a share of the line. */
export type Column = { readonly title: string; readonly share: number };
/** A soft row is one that does not count. */
export type Row = { readonly cells: readonly string[]; readonly isSoft: boolean };

export type RecordContent = {
  readonly title: string;
  readonly name: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly sections: readonly Section[];
  readonly note: string;
  /** For the head of the pages that follow. */
  readonly who: string;
};

export type Printed = { readonly at: Date; readonly person: string; readonly organization: string };

const DAY = { timeZone: 'UTC', year: 'numeric', month: 'short', day: 'numeric' } as const;

export const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** `2024-05-01` as it is read: `May 1, 2024`; what is no day stays as it is. */
export function dayIn(language: Language, day: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(day)
    ? new Intl.DateTimeFormat(`${language}-US`, DAY).format(new Date(`${day}T00:00:00Z`))
    : day;
}

/** What the record on paper says of a patient, as its asker may see it. Pure. */
export function recordContent(patient: PatientView, language: Language): RecordContent {
  const words = RECORD_WORDS[language];
  const day = (text: string): string => (text === '' ? words.notKnown : dayIn(language, text));
  const { last, first, middle, suffix } = patient.name;
  const given = [first, middle].filter((part) => part !== '').join(' ');
  const family = [last, suffix].filter((part) => part !== '').join(' ');
  const name = [family, given].filter((part) => part !== '').join(', ');
  return {
    title: patient.view === 'school' ? words.forSchool : words.title,
    name,
    facts: [
      [words.birthDate, day(patient.birthDate)],
      [words.sex, words.sexes[patient.sex] ?? words.notKnown],
    ],
    sections: [
      vaccines(patient, words, day),
      ...observations(patient, words, day),
      next(patient, words, day),
    ],
    note: words.incomplete,
    who: `${name} – ${fill(words.born, { date: day(patient.birthDate) })}`,
  };
}

type Day = (text: string) => string;

function vaccines({ doses, view }: PatientView, words: RecordWords, day: Day): Section {
  const [dose, date, vaccine, givenBy, note] = words.columns;
  const isWhole = view === 'whole';
  const byGroup = new Map<string, DoseView[]>();
  for (const one of doses.toSorted((a, b) => a.date.localeCompare(b.date))) {
    for (const group of one.groups.length === 0 ? [''] : new Set(one.groups)) {
      byGroup.set(group, [...(byGroup.get(group) ?? []), one]);
    }
  }
  const groups = [...byGroup].toSorted(([a], [b]) =>
    a === '' || b === '' ? b.length - a.length : a.localeCompare(b),
  );
  return {
    heading: words.vaccines,
    columns: [
      { title: dose, share: 0.07 },
      { title: date, share: 0.15 },
      { title: vaccine, share: isWhole ? 0.31 : 0.46 },
      ...(isWhole ? [{ title: givenBy, share: 0.26 }] : []),
      { title: note, share: isWhole ? 0.21 : 0.32 },
    ],
    groups: groups.map(([group, members]) => ({
      name: group === '' ? words.otherVaccines : group,
      rows: doseRows(group, members, words, day, isWhole),
    })),
    instead: doses.length === 0 ? words.noDoses : '',
    below: '',
  };
}

function doseRows(
  group: string,
  members: readonly DoseView[],
  words: RecordWords,
  day: Day,
  isWhole: boolean,
): readonly Row[] {
  let counted = 0;
  return members.map((dose) => {
    const note = noteOf(dose, group, words);
    const isGiven = dose.status === 'given' || dose.status === 'partial';
    const counts = isGiven && note.counts;
    if (counts) counted++;
    const [by] = dose.reportedBy;
    const givenBy =
      by === undefined || !isGiven
        ? ''
        : dose.isHistorical
          ? fill(words.notes.reported, { organization: by.name })
          : by.name;
    return {
      cells: [
        counts ? String(counted) : '–',
        day(dose.date),
        dose.vaccine,
        ...(isWhole ? [givenBy] : []),
        note.text,
      ],
      isSoft: !counts,
    };
  });
}

/**
 * Whether a dose counts for a group, and what is to be said of it: it does when each antigen of the group that it holds is valid
 * in one of the series, as answers to EHRs have it. Of one that could not be evaluated nobody says that it does not.
 */
function noteOf(
  { status, refusal, suspectOf, evaluations }: DoseView,
  group: string,
  { notes }: RecordWords,
): { readonly counts: boolean; readonly text: string } {
  if (status === 'refused') {
    const why = refusal ? (notes.refusals[refusal.code] ?? refusal.text) : '';
    return { counts: false, text: why === '' ? notes.refused : `${notes.refused}: ${why}` };
  }
  if (status === 'not-given') return { counts: false, text: notes.notGiven };
  if (suspectOf !== null) return { counts: false, text: notes.duplicate };
  const judged = evaluations.filter(({ vaccineGroup }) => vaccineGroup === group);
  const valid = new Set(judged.filter((each) => each.status === 'Valid').map(({ antigen }) => antigen));
  const counts = judged.every(({ antigen }) => valid.has(antigen));
  const said = [...(status === 'partial' ? [notes.partial] : []), ...(counts ? [] : [notes.invalid])];
  return { counts, text: said.join('. ') };
}

function observations(
  { observations: known }: PatientView,
  words: RecordWords,
  day: Day,
): readonly Section[] {
  const rows = known.flatMap(({ kind, text, date }) =>
    kind === 'immunity' || kind === 'contraindication' || kind === 'reaction'
      ? [{ cells: [words.kinds[kind], text, date === '' ? '' : day(date)], isSoft: false }]
      : [],
  );
  if (rows.length === 0) return [];
  const [what, detail, date] = words.observationColumns;
  return [
    {
      heading: words.observations,
      columns: [
        { title: what, share: 0.2 },
        { title: detail, share: 0.62 },
        { title: date, share: 0.18 },
      ],
      groups: [{ name: '', rows }],
      instead: '',
      below: '',
    },
  ];
}

const SOONEST = ['overdue', 'due', 'soon', 'later', 'none'];

function next({ forecast, isDeceased }: PatientView, words: RecordWords, day: Day): Section {
  const rows = (forecast?.groups ?? [])
    .toSorted(
      (a, b) =>
        SOONEST.indexOf(a.due) - SOONEST.indexOf(b.due) ||
        (a.recommended ?? '').localeCompare(b.recommended ?? ''),
    )
    .flatMap(({ vaccineGroup, due, recommended, doseNumber }) =>
      due === 'none'
        ? []
        : [
            {
              cells: [
                vaccineGroup,
                doseNumber === null ? '' : fill(words.dose, { number: String(doseNumber) }),
                fill(words.states[due], { date: day(recommended ?? '') }),
              ],
              isSoft: false,
            },
          ],
    );
  const [vaccine, dose, when] = words.nextColumns;
  const missing = isDeceased ? words.died : words.noForecast;
  return {
    heading: words.next,
    columns: [
      { title: vaccine, share: 0.35 },
      { title: dose, share: 0.2 },
      { title: when, share: 0.45 },
    ],
    groups: [{ name: '', rows }],
    instead: forecast === null ? missing : rows.length === 0 ? words.nothingDue : '',
    below: forecast === null ? '' : fill(words.asOf, { date: day(forecast.asOf) }),
  };
}
