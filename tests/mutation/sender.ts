import type { Holder } from '../../server/src/accounts/queries.ts';
import { NOTHING_KNOWN, type State } from '../../server/src/exchange/read.ts';

const SITE = {
  organizationId: 'site',
  code: 'DE-000001',
  codeKey: 'DE000001',
  parentId: undefined,
  stage: 'production',
  mayQuery: true,
  isClient: false,
  isUnconfirmedClient: false,
} as const;

/** A clinic in production that sends for itself. */
export const HOLDER: Holder = {
  ...SITE,
  kind: 'site',
  credentialId: 'credential',
};

/** A registry that knows the clinic and no patient. */
export const NOBODY_KNOWN: State = {
  holder: HOLDER,
  organizations: [SITE],
  ...NOTHING_KNOWN,
};
