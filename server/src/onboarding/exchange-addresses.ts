import type { PortalParts } from '../portal-parts.ts';

/** Where messages go: tests, and what is recorded. */
export const exchangeAddresses = ({ publicUrl }: Pick<PortalParts, 'publicUrl'>) => ({
  testingAddress: `${publicUrl()}/test/IISService`,
  productionAddress: `${publicUrl()}/IISService`,
});
