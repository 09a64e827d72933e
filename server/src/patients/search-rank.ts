import { comparePersons, type MatchContext, type NormalPerson, unpackPerson } from '@cairn/matching';
import { type Asked, recordOf } from './search-asked.ts';

export type Likeness = 'exact' | 'close' | 'possible';

export type Candidate = {
  readonly personId: string;
  /** What its charts say of who it is, packed. */
  readonly records: readonly string[];
  /** Found by an id that nobody else has. */
  readonly isById: boolean;
};

export type Ranked = { readonly personId: string; readonly likeness: Likeness; readonly score: number };

/** Below this the odds are that it is somebody else, by far: whoever looks at a list is helped by a short one. */
const WORTH_SHOWING = -9;

const ORDER: Readonly<Record<Likeness, number>> = { exact: 0, close: 1, possible: 2 };

/**
 * Those that may be meant, the most alike first; equal ones always in the same order. Somebody of exactly that name who was born
 * on quite another day is shown where nobody is nearer: birth dates are misheard.
 */
export function ranked(
  asked: Asked,
  candidates: readonly Candidate[],
  context: MatchContext,
): readonly Ranked[] {
  const wanted = recordOf(asked);
  const swapped = recordOf({ ...asked, last: asked.first, first: asked.last });
  const all = candidates.map((candidate) => {
    if (candidate.isById)
      return { personId: candidate.personId, likeness: 'exact', score: Infinity, isNear: true } as const;
    const known = candidate.records.map(unpackPerson);
    const compared = known.map((each) => comparePersons(wanted, each, context));
    const score = Math.max(...compared.map((each) => each.score));
    const isMatch = compared.some(({ outcome }) => outcome !== 'different');
    const likeness = likenessOf(asked, known, wanted, swapped, isMatch);
    const isNear = likeness !== 'possible' || asked.birthDate === '' || score >= WORTH_SHOWING;
    const isNamed = known.some((each) => hasName(each, wanted) || hasName(each, swapped));
    return { personId: candidate.personId, likeness, score, isNear, isNamed };
  });
  const near = all.filter(({ isNear }) => isNear);
  const shown = near.length > 0 ? near : all.filter((each) => 'isNamed' in each && each.isNamed);
  return shown.toSorted(
    (a, b) =>
      ORDER[a.likeness] - ORDER[b.likeness] || b.score - a.score || (a.personId < b.personId ? -1 : 1),
  );
}

/** Exact: all that was asked of name and birth date is so; close: likely the same by the rules of matching. */
function likenessOf(
  asked: Asked,
  known: readonly NormalPerson[],
  wanted: NormalPerson,
  swapped: NormalPerson,
  isMatch: boolean,
): Likeness {
  const isSame = (name: NormalPerson): boolean =>
    known.some(
      (each) => hasName(each, name) && (asked.birthDate === '' || each.birthDate === asked.birthDate),
    );
  if (isSame(wanted)) return 'exact';
  return isMatch || isSame(swapped) ? 'close' : 'possible';
}

/** Last and first name are these; where one was not asked for, it is not had. */
function hasName({ names }: NormalPerson, { names: [wanted] }: NormalPerson): boolean {
  if (wanted === undefined || wanted.last === '' || wanted.first === '') return false;
  return names.some(({ last, first }) => last === wanted.last && first === wanted.first);
}
