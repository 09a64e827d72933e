import type { Truth } from './submissions.ts';

export const TRUTH_HEADER =
  'control_id\tkind\tperson\thousehold\ttwins\tlook_alike\tsite\tauthority\tmrn\tfaults\tdoses\n';

/**
 * One line a message. `doses` has one entry an order, in the order of the message: its number there (ORC-3.1), `=`, and the
 * dose as `person.dose`. Orders of the same dose tell of one event, whoever sent them and under whatever number.
 */
export function truthLine(truth: Truth): string {
  const { controlId, kind, person, household, twins, lookAlike, site, authority, mrn, faults } = truth;
  let doses = '';
  for (const { filler, dose } of truth.doses)
    doses += `${doses === '' ? '' : ' '}${filler}=${person}.${dose}`;
  const twinGroup = twins === 0 ? '' : `T${twins}`;
  return `${controlId}\t${kind}\t${person}\t${household}\t${twinGroup}\t${lookAlike ? 'Y' : 'N'}\t${site}\t${authority}\t${mrn}\t${faults.join(' ')}\t${doses}\n`;
}
