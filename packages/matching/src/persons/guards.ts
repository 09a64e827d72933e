/** What forbids a machine to call two records one person, whatever the score. */
import { CORROBORATORS, type FieldName, type Guard } from './rules.ts';

/** A level of every field. */
export type Levels = { readonly [name in FieldName]: string };

/** An identifier that is given to one person alone agrees. A social security number does not count: families share them. */
export const hasSameId = ({ chart, medicaid }: Levels): boolean => chart === 'e' || medicaid === 'e';

const ACCEPTED_FIRST = 'ejwx';

const isAlike = (level: string): boolean => level === 'e' || level === 's';

/** Twins are told apart by whatever differs: one of several, or two charts that one organization's own staff keeps. */
const isMaybeTwin = ({ multiple, chart }: Levels): boolean => multiple === 'y' || chart === 'd';

/** Both records say it, and nothing speaks against it. */
const isBornAlone = ({ multiple, chart }: Levels): boolean =>
  (multiple === 'n' || multiple === 'o') && chart !== 'd';

/** What agrees besides names, birth date and sex, and is no name itself. */
function thingsAlike(found: Levels): readonly boolean[] {
  const { phone, email, address, ssn, medicaid, chart } = found;
  // A number with a slip in it does not make up for a date with one.
  const isBirthDateSame = found.birthDate === 'e';
  return [
    isAlike(phone),
    isAlike(email),
    isAlike(address) || address === 'u',
    ssn === 'e' || ssn === 'f' || (ssn === 's' && isBirthDateSame),
    medicaid === 'e' || (medicaid === 's' && isBirthDateSame),
    chart === 'e',
  ];
}

/** How many fields besides names, birth date and sex agree. */
function corroborators(found: Levels): number {
  const { middle, first, mother, guardian } = found;
  const isMiddleAlike = isAlike(middle) || middle === 'b';
  return [isMiddleAlike || first === 'w', isAlike(mother), isAlike(guardian), ...thingsAlike(found)].filter(
    Boolean,
  ).length;
}

/** @param isRareLast whether the last names are the same and as rare as can be counted */
export function guardsOf(found: Levels, isRareLast = false): readonly Guard[] {
  const guards: Guard[] = [];
  const { first, last, middle, birthDate, sex } = found;
  const isFirstExact = ACCEPTED_FIRST.includes(first);
  const hasId = hasSameId(found);
  const count = corroborators(found);
  // A chart number may be given out twice, so that a name against it needs the household too.
  const isConfirmed = hasId && count >= CORROBORATORS.contradictedName && found.ssn !== 'd';
  const isSameChart = isCorrection(found);
  if (found.birthOrder === 'd' && !isSameChart) guards.push('birth-order-differs');
  if (found.suffix === 'd' && !isSameChart) guards.push('suffix-differs');
  if (found.multiple === 'y' && !isFirstExact && first !== 'T' && first !== '-')
    guards.push('multiple-birth');
  const ofFirst = firstNameGuard(found, count);
  if (ofFirst) guards.push(ofFirst);
  if (isOtherMiddle(found, isConfirmed)) guards.push('middle-name-differs');
  if ((last === 'd' || last === '-') && (!isConfirmed || middle === 'd' || middle === 'k'))
    guards.push('last-name-differs');
  if (birthDate === '-' && !(hasId && isFirstExact && count > 1)) guards.push('birth-date-missing');
  if (birthDate === 'd' || (birthDate !== 'e' && birthDate !== '-' && !isSlipOfDate(found, count)))
    guards.push('birth-date-differs');
  if (sex === 'd' && !isFirstExact) guards.push('sex-differs');
  if (count === 0) guards.push('no-corroborator');
  if (count === 1 && isContradicted(found)) guards.push('contradicted');
  else if (count > 0 && areNamesAlone(found, isRareLast)) guards.push('names-alone');
  return guards;
}

/**
 * Twins with two first names share the first: MINH ANH and MINH AN. Their number may be the mother's and their chart one, so
 * that only a slip within one chart passes.
 */
function isOtherMiddle(found: Levels, isConfirmed: boolean): boolean {
  const { middle, chart } = found;
  if (!isMaybeTwin(found)) return (middle === 'd' || (middle === 'k' && !isBornAlone(found))) && !isConfirmed;
  return 'jkd'.includes(middle) || (middle === 's' && chart !== 'e');
}

/**
 * Whether a birth date is the same one, mistyped. A child may be named after an elder brother, a cousin or a parent, and has
 * the household in common with them: where years differ, or one organization keeps two charts, something of the person's own
 * must agree.
 */
function isSlipOfDate(found: Levels, count: number): boolean {
  const { first, middle, ssn, medicaid, chart, birthDate } = found;
  if (!ACCEPTED_FIRST.includes(first) || count < CORROBORATORS.doubtfulBirthDate) return false;
  const isOwn =
    middle === 'e' || first === 'w' || ssn === 'e' || ssn === 'f' || medicaid === 'e' || chart === 'e';
  return isOwn || (birthDate !== 'y' && chart !== 'd');
}

/**
 * A middle name and a parent's first name are names too, and frequent ones: two of one name born on one day share them by
 * chance. Where the rest differs, or the last names and the mothers' do, something else must agree.
 */
function areNamesAlone(found: Levels, isRareLast: boolean): boolean {
  const { last, phone, address, mother } = found;
  if (thingsAlike(found).includes(true)) return false;
  if (mother === 'd' && last !== 'e' && last !== 'x') return true;
  const home = [phone, address, mother];
  const isApart = home.every((level) => level === 'd' || level === '-');
  return isApart && home.filter((level) => level === 'd').length > 1 && !isRareLast;
}

/** One name of a relative, or the middle name, against another home and another family. A number is not weighed like that. */
function isContradicted({
  middle,
  address,
  phone,
  mother,
  guardian,
  ssn,
  medicaid,
  chart,
  email,
}: Levels): boolean {
  const isNumber = [ssn, medicaid, chart, email, phone].some(
    (level) => level === 'e' || level === 's' || level === 'f',
  );
  if (isNumber || address !== 'd') return false;
  const isGuardianAlone = guardian === 'e' && middle !== 'e';
  return mother === 'd' || guardian === 'd' || (isGuardianAlone && phone === 'd');
}

/** The same chart corrects what it said, of anything but what makes it the same person. */
export const isCorrection = ({ chart, first, birthDate, last }: Levels): boolean =>
  chart === 'e' && first === 'e' && birthDate === 'e' && last !== 'd';

function firstNameGuard(found: Levels, count: number): Guard | undefined {
  const { first, middle, chart, medicaid } = found;
  // Two charts at one organization are two persons, or one whom its staff took in twice: of look-alikes they know which.
  const isMiddleSame = middle === 'e' && chart !== 'd';
  const differs = middle === 'd' || middle === 'k';
  const mayBeTwin = isMaybeTwin(found) || differs || middle === 'j';
  // Newborn twins may be filed in one chart, or insured under the mother's number.
  const isSameChart = chart === 'e' && !differs;
  const hasId = isSameChart || (medicaid === 'e' && !mayBeTwin);
  switch (first) {
    case 'e':
    case 'j':
    case 'x':
      return undefined;
    case 'w':
      // ANNA MARIA and MARIA ANNA.
      return isMaybeTwin(found) && chart !== 'e' ? 'first-name-fuzzy' : undefined;
    case 'u':
      // Of two who have no name yet, a twin would look the same; no brother or sister is born that day.
      return isMiddleSame || hasId || (isBornAlone(found) && count >= CORROBORATORS.nickname)
        ? undefined
        : 'first-name-missing';
    case 'n':
      return isMiddleSame || hasId || (!mayBeTwin && count >= CORROBORATORS.nickname)
        ? undefined
        : 'first-name-fuzzy';
    case 't':
      return isMiddleSame || hasId || (!mayBeTwin && count >= CORROBORATORS.misspelling)
        ? undefined
        : 'first-name-fuzzy';
    case 'a':
    case 's':
      return isMiddleSame || hasId ? undefined : 'first-name-fuzzy';
    case 'l':
    case 'p':
      return isSameChart ? undefined : 'first-name-fuzzy';
    case 'k':
      return 'first-names-distinct';
    case 'T':
      return isNewbornKnown(found) ? undefined : 'first-name-temporary';
    case '-':
    case 'i':
      return 'first-name-missing';
    default:
      return 'first-name-differs';
  }
}

/** A newborn that has a name by now: the same chart, or the same mother and no twin. */
function isNewbornKnown({
  chart,
  birthDate,
  sex,
  birthOrder,
  multiple,
  guardian,
  phone,
  address,
}: Levels): boolean {
  if (birthDate !== 'e' || sex === 'd' || birthOrder === 'd') return false;
  if (chart === 'e') return true;
  const isHome = phone === 'e' || address === 'e';
  return multiple === 'o' && sex === 'e' && guardian === 'e' && isHome && chart === '-';
}
