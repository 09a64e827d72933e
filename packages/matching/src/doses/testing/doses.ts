import type { DoseFacts } from '../types.ts';
import { vaccineGroupsOf } from '../groups.ts';

/** A dose given by one clinic on day 0, but for what is said; the groups follow the code. */
export function dose(said: Partial<DoseFacts> & { readonly cvx: string }): DoseFacts {
  return {
    id: 'a',
    organization: 'clinic',
    orderNumber: '',
    day: 0,
    groups: vaccineGroupsOf(said.cvx),
    source: 'administered',
    completion: 'CP',
    lot: '',
    mvx: '',
    product: '',
    site: '',
    ...said,
  };
}

/** What another organization's history tells of a dose. */
export const retold = (said: Partial<DoseFacts> & { readonly cvx: string }): DoseFacts =>
  dose({ organization: 'payer', source: 'historical', ...said });
