import type { components } from '../../api/schema.d.ts';

/** Where acknowledgements are sent, as the server tells it. */
export type Known = NonNullable<components['schemas']['AcknowledgementEndpoint']['endpoint']>;
