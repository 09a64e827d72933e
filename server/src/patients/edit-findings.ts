import type { Finding } from '@cairn/guide';
import { type Message, parsePath } from '@cairn/hl7';
import { type ApiProblem, problem } from '../platform/api.ts';
import type { ProblemCode } from '../platform/problems.ts';

/** What the guide's check found in an entry, said of the fields of the form. */
export type Judged = {
  /** Must be corrected: the exchange would leave it out or refuse it. */
  readonly refused: readonly ApiProblem[];
  /** May be so: whoever entered it looks once more and says that it is. */
  readonly doubted: readonly ApiProblem[];
};

/** Words of our own for what people get wrong; anything else that is refused is said of its field in general. */
const REFUSED: Readonly<Record<string, ProblemCode>> = {
  'dose-in-future': 'dose-in-future',
  'refusal-in-future': 'dose-in-future',
  'dose-before-birth': 'dose-before-birth',
  'vaccine-unknown': 'vaccine-unknown',
  'vaccine-not-identified': 'vaccine-unknown',
  'ndc-unknown': 'product-unknown',
  'ndc-disagrees': 'product-of-other-vaccine',
  'lot-placeholder': 'lot-invalid',
  'lot-is-code': 'lot-invalid',
  'lot-is-date': 'lot-invalid',
  'expiry-long-ago': 'expiry-implausible',
  'expiry-far-ahead': 'expiry-implausible',
  'amount-zero': 'amount-implausible',
  'amount-negative': 'amount-implausible',
  'patient-first-name-has-digits': 'name-has-digits',
  'patient-last-name-has-digits': 'name-has-digits',
  'patient-birth-date-in-future': 'birth-date-implausible',
  'birth-date-in-future': 'birth-date-implausible',
};

const DOUBTED: Readonly<Record<string, ProblemCode>> = {
  'lot-expired': 'lot-expired',
  'vaccine-too-young': 'vaccine-too-young',
  'vaccine-too-old': 'vaccine-too-old',
  'vaccine-after-use': 'vaccine-not-in-use',
  'vaccine-before-licence': 'vaccine-not-in-use',
  'vaccine-inactive': 'vaccine-not-in-use',
  'vaccine-never-used': 'vaccine-not-in-use',
  'dose-after-death': 'dose-after-death',
  'dose-on-birth-date': 'dose-on-birth-day',
  'dose-very-long-ago': 'dose-very-long-ago',
  'amount-too-large': 'amount-unusual',
  'amount-unusual': 'amount-unusual',
  'manufacturer-not-maker': 'maker-unusual',
  'ndc-of-other-maker': 'maker-unusual',
  'route-not-nasal': 'route-unusual',
  'route-not-oral': 'route-unusual',
  'route-not-injection': 'route-unusual',
  'route-not-intradermal': 'route-unusual',
  'route-not-percutaneous': 'route-unusual',
  'route-intravenous': 'route-unusual',
  'site-without-injection': 'site-unusual',
  'site-not-for-injection': 'site-unusual',
  'eligibility-over-age': 'eligibility-over-age',
  'vfc-stock-over-age': 'eligibility-over-age',
  'vfc-stock-for-not-eligible': 'stock-not-for-patient',
  'lot-odd-characters': 'lot-unusual',
};

const FIELDS: Readonly<Record<string, string>> = {
  'PID-5': 'last',
  'PID-5.1': 'last',
  'PID-5.2': 'first',
  'PID-5.3': 'middle',
  'PID-5.4': 'suffix',
  'PID-6': 'mothersMaidenName',
  'PID-7': 'birthDate',
  'PID-8': 'sex',
  'PID-10': 'races',
  'PID-11': 'address.street',
  'PID-11.1': 'address.street',
  'PID-11.2': 'address.other',
  'PID-11.3': 'address.city',
  'PID-11.4': 'address.state',
  'PID-11.5': 'address.zip',
  'PID-13': 'phone',
  'PID-13.4': 'email',
  'PID-15': 'language',
  'PID-22': 'ethnicity',
  'RXA-3': 'date',
  'RXA-5': 'cvx',
  'RXA-6': 'amount',
  'RXA-10': 'administeredLast',
  'RXA-15': 'lot',
  'RXA-16': 'expires',
  'RXA-17': 'manufacturer',
  'RXA-18': 'reason',
  'RXR-1': 'route',
  'RXR-2': 'site',
};

const OBSERVED: Readonly<Record<string, string>> = {
  '64994-7': 'eligibility',
  '30963-3': 'funding',
  '30945-0': 'reason',
  '30944-3': 'until',
  '59784-9': 'disease',
  '75505-8': 'disease',
  '69764-9': 'statementGiven',
  '29769-7': 'statementGiven',
};

/** @param message as it was checked: which observation a finding is about stands there */
export function judged(findings: readonly Finding[], message: Message | undefined): Judged {
  const refused: ApiProblem[] = [];
  const doubted: ApiProblem[] = [];
  for (const { code, severity, effect, path } of findings) {
    const where = fieldOf(path, message);
    const doubt = DOUBTED[code];
    if (doubt !== undefined) doubted.push(problem(where, doubt));
    else if (severity === 'E' || (effect !== undefined && effect !== 'none') || REFUSED[code] !== undefined) {
      refused.push(problem(where, REFUSED[code] ?? (where === '' ? 'entry-refused' : 'invalid')));
    }
  }
  return { refused: distinct(refused), doubted: distinct(doubted) };
}

/** Of what a finding is about, the field of the form; '' where there is none. */
export function fieldOf(path: string | undefined, message: Message | undefined): string {
  const location = path === undefined ? undefined : parsePath(path);
  if (!location) return '';
  const { segment, occurrence, field, component } = location;
  if (segment === 'OBX') {
    return OBSERVED[message?.all('OBX')[occurrence - 1]?.text(3) ?? ''] ?? '';
  }
  if (segment === 'NK1') return `contacts.${occurrence - 1}.last`;
  const whole = `${segment}-${String(field)}`;
  return FIELDS[`${whole}.${String(component)}`] ?? FIELDS[whole] ?? '';
}

function distinct(problems: readonly ApiProblem[]): readonly ApiProblem[] {
  return [...new Map(problems.map((each) => [`${each.where} ${each.code}`, each])).values()];
}
