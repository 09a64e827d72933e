/**
 * Who asks, as far as a route cares. `own`, `sending-facility` are relations to the site that the address names:
 * a member of it, a member of the Sending Facility that submits for it. Staff have that relation to every site.
 */
export type Actor =
  'anonymous' | 'signed-in' | 'own' | 'sending-facility' | 'dx-specialist' | 'administrator';
