import { isJunkFirstName } from '@cairn/codes';

/** What names look like that are none. `Na`, `No`, `Null` and `Nil` are names of people and are left alone. */
const NOTHING =
  /^(?:unk(?:nown)?|none|no[ -]?(?:first|last|middle)?[ -]?name?|n\/a|not (?:given|provided|available|applicable|known)|missing|empty|tbd|n[fl]n|anonymous|refused|declined|withheld|[?.-]+|xx+|(\p{L})\1{2,})$/iu;
const TEST = /^(?:zz.*|z?test(?:ing|patient|pt)?\d*|test[ -].*|.*[ -]test\d*)$/i;
const MADE_UP = /^(?:patient|dummy|demo|sample|fake|example|tester)\d*$/i;
const NEWBORN =
  /^(?:[a-c][ -]?)?(?:(?:new ?born|infant|baby|twin)\b.*|(?:b?baby|twin|bb?)?[ -]?(?:boy|girl|male|female)(?:[ #(-]*(?:[a-c\d]|one|two|three|twin)?\b.*)?)$/i;
const DIGIT = /\p{Nd}/u;

/** Whether a name says that there is none: `UNKNOWN`, `No name`, `XXX`. */
export const saysNothing = (name: string): boolean => NOTHING.test(name);
export const hasDigit = (name: string): boolean => DIGIT.test(name);
export const isTestName = (name: string): boolean => TEST.test(name);
/** Names like Sample or Patient are also names of people. */
export const isTestOrMadeUp = (name: string): boolean => TEST.test(name) || MADE_UP.test(name);
/** Whether a child was called that before it had a name: `BABY BOY`, `Newborn`, `Girl B`. */
export const isNewbornName = (first: string): boolean => NEWBORN.test(first) || isJunkFirstName(first);
export const isSameText = (one: string, other: string): boolean =>
  one.length === other.length && (one === other || one.toLowerCase() === other.toLowerCase());
