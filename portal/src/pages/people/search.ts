export const REQUEST_FILTERS = ['waiting', 'approved', 'refused', 'withdrawn', 'all'] as const;
export type RequestFilter = (typeof REQUEST_FILTERS)[number];
/** What the address of the list may say. */
export type RequestsSearch = { readonly state?: RequestFilter };

export function requestsSearch(typed: Readonly<Record<string, unknown>>): RequestsSearch {
  const known = REQUEST_FILTERS.find((each) => each === typed['state']);
  return known === undefined || known === 'waiting' ? {} : { state: known };
}
