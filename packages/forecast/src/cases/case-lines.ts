import { groupNamed } from './groups.ts';
import { caseOf, type CasesRead, type TestCase } from './test-case.ts';

/** Cases as JSON, one a line: `id`, `suite`, `patient`, `assessmentDate`, `vaccineGroup`, `doses`, `expected`. */
export function readCaseLines(text: string): CasesRead {
  const cases: TestCase[] = [];
  const unread: { line: number; id: string; why: string }[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let json: unknown;
    try {
      json = JSON.parse(line);
    } catch {
      unread.push({ line: index + 1, id: '', why: 'The line is not JSON.' });
      continue;
    }
    const fields = new Fields(json);
    const read = caseOfFields(fields);
    if ('why' in read) unread.push({ line: index + 1, id: fields.text('id'), why: read.why });
    else cases.push(read);
  }
  return { cases, unread };
}

function caseOfFields(fields: Fields): TestCase | { readonly why: string } {
  const patient = fields.in('patient');
  const expected = fields.in('expected');
  const suite = fields.text('suite');
  if (suite !== 'healthy' && suite !== 'conditions') return { why: `suite "${suite}"` };
  return caseOf({
    id: fields.text('id'),
    suite,
    name: fields.text('name'),
    vaccineGroup: groupNamed(fields.text('vaccineGroup')),
    birthDate: patient.text('dob'),
    gender: patient.text('gender'),
    assessmentDate: fields.text('assessmentDate'),
    observations: patient
      .list('observations')
      .map((observation) => ({ code: observation.text('code'), date: observation.text('date') })),
    doses: fields.list('doses').map((dose) => ({
      id: dose.text('n'),
      date: dose.text('date'),
      cvx: dose.text('cvx'),
      mvx: dose.text('mvx'),
      status: dose.in('expected').text('status'),
      reason: dose.in('expected').text('reason'),
    })),
    status: expected.text('seriesStatus'),
    doseNumber: expected.text('forecastNumber'),
    earliest: expected.text('earliestDate'),
    recommended: expected.text('recommendedDate'),
    pastDue: expected.text('pastDueDate'),
  });
}

/** The fields of a value that should be an object; what is not there is empty. */
class Fields {
  readonly #fields: ReadonlyMap<string, unknown>;

  constructor(value: unknown) {
    this.#fields = new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  }

  text(name: string): string {
    const value = this.#fields.get(name);
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  in(name: string): Fields {
    return new Fields(this.#fields.get(name));
  }

  list(name: string): readonly Fields[] {
    const value = this.#fields.get(name);
    return Array.isArray(value) ? value.map((item) => new Fields(item)) : [];
  }
}
