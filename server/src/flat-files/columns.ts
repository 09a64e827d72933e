/**
 * The columns of a flat file (docs/flat-files.md), and where their values stand in a message: a finding of the exchange is
 * about a path, whoever made the file knows its columns.
 */
export const COLUMNS = {
  site_id: ['MSH-22', 'RXA-11'],
  patient_id: ['PID-3'],
  last_name: ['PID-5', 'PID-5.1'],
  first_name: ['PID-5.2'],
  middle_name: ['PID-5.3'],
  birth_date: ['PID-7'],
  sex: ['PID-8'],
  street: ['PID-11', 'PID-11.1'],
  city: ['PID-11.3'],
  state: ['PID-11.4'],
  zip: ['PID-11.5'],
  phone: ['PID-13'],
  email: ['PID-13.4'],
  race: ['PID-10'],
  ethnicity: ['PID-22'],
  mother_maiden_name: ['PID-6'],
  guardian_last_name: ['NK1', 'NK1-2'],
  guardian_first_name: ['NK1-2.2'],
  guardian_relationship: ['NK1-3'],
  protection: ['PD1-12'],
  dose_id: ['ORC', 'ORC-3'],
  action: ['RXA-21'],
  vaccine_cvx: ['RXA-5'],
  ndc: ['RXA-5.4'],
  administered_on: ['RXA-3'],
  historical: ['RXA-9'],
  refusal_reason: ['RXA-18', 'RXA-20'],
  amount: ['RXA-6', 'RXA-7'],
  lot: ['RXA-15'],
  expiry: ['RXA-16'],
  manufacturer_mvx: ['RXA-17'],
  route: ['RXR', 'RXR-1'],
  site: ['RXR-2'],
  funding: [],
  eligibility: [],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Column = keyof typeof COLUMNS;
// The keys of an object that is written out above.
export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly Column[];

/** Every file has them; the others may be left out. */
export const NEEDED_COLUMNS = [
  'patient_id',
  'last_name',
  'first_name',
  'birth_date',
  'sex',
  'dose_id',
  'action',
  'vaccine_cvx',
  'administered_on',
  'historical',
] as const satisfies readonly Column[];

export const isColumn = (name: string): name is Column => Object.hasOwn(COLUMNS, name);

const OBSERVED: Readonly<Record<string, Column>> = { '64994-7': 'eligibility', '30963-3': 'funding' };

const BY_PATH: ReadonlyMap<string, Column> = new Map(
  COLUMN_NAMES.flatMap((column) => COLUMNS[column].map((path) => [path, column] as const)),
);

/**
 * The column that holds what a path is about: `RXA-5.4` is the NDC, `RXA-5.1` the vaccine.
 * @param observation OBX-3 where the path is in an observation
 */
export function columnAt(path: string, observation?: string): Column | undefined {
  const [, segment = '', field = '', component = ''] =
    /^([A-Z][A-Z\d]{2})(?:\[\d+\])?(?:-(\d+))?(?:\[\d+\])?(?:\.(\d+))?/.exec(path) ?? [];
  if (segment === 'OBX') return observation === undefined ? undefined : OBSERVED[observation];
  return (
    BY_PATH.get(`${segment}-${field}.${component}`) ??
    BY_PATH.get(`${segment}-${field}`) ??
    BY_PATH.get(segment)
  );
}
