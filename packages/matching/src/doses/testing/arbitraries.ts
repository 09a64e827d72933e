import fc from 'fast-check';
import type { DoseFacts } from '../types.ts';
import { vaccineGroupsOf } from '../groups.ts';

/** Few values of each, so that most doses have much in common. */
export const anyDose: fc.Arbitrary<DoseFacts> = fc
  .record({
    id: fc.uuid(),
    organization: fc.constantFrom('', 'clinic', 'pharmacy', 'payer'),
    orderNumber: fc.constantFrom('', '', '', '1', '2', '9999'),
    day: fc.oneof(fc.constant(19_000), fc.integer({ min: 19_000, max: 19_030 })),
    cvx: fc.constantFrom(
      '',
      '03',
      '08',
      '10',
      '20',
      '89',
      '110',
      '115',
      '130',
      '175',
      '05',
      '07',
      '998',
      '999',
    ),
    source: fc.constantFrom('administered', 'historical', ''),
    completion: fc.constantFrom('CP', 'CP', 'CP', 'PA', 'RE', 'NA'),
    lot: fc.constantFrom('', '', 'L1', 'L2', 'L-1'),
    mvx: fc.constantFrom('', 'SKB'),
    product: fc.constantFrom('', 'Pediarix', 'Daptacel'),
    site: fc.constantFrom('', 'LT', 'RT'),
  } as const)
  .map((facts) => ({ ...facts, groups: vaccineGroupsOf(facts.cvx) }));
