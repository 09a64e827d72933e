import { queryOptions } from '@tanstack/react-query';
import { answer, api } from './client.ts';
import type { components, paths } from './schema.d.ts';

type Answer<P extends keyof paths> = paths[P] extends {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer T } } };
  };
}
  ? T
  : never;

export type Site = components['schemas']['Site'];
export type SiteStep = Site['steps'][number];
export type Credential = Answer<'/api/sites/{site}/credential'>;
export type Person = Answer<'/api/sites/{site}/people'>['people'][number];
export type Client = Answer<'/api/sites/{site}/clients'>['clients'][number];
export type Statement = Answer<'/api/sites/{site}/statements'>['statements'][number];
export type SiteEvent = Answer<'/api/sites/{site}/events'>['events'][number];
export type Survey = NonNullable<Answer<'/api/sites/{site}/bidx'>['survey']>;
export type NewCredentials =
  paths['/api/sites/{site}/credential/rotate']['post']['responses']['200']['content']['application/json'];
export type SheetReport =
  paths['/api/sites/{site}/clients/sheet']['post']['responses']['200']['content']['application/json'];

const of = (site: string) => ({ params: { path: { site } } });

/** A site as the server sees it for whoever asks; every page of a site begins with it. */
export const siteQuery = (site: string) =>
  queryOptions({
    queryKey: ['site', site],
    queryFn: () => answer(api.GET('/api/sites/{site}', of(site))),
  });

// What belongs to a site stands below its key: whoever changes something asks for all of it anew (`useChange`).
export const credentialQuery = (site: string) =>
  queryOptions({
    queryKey: ['site', site, 'credential'],
    queryFn: () => answer(api.GET('/api/sites/{site}/credential', of(site))),
  });

export const clientsQuery = (site: string) =>
  queryOptions({
    queryKey: ['site', site, 'clients'],
    queryFn: () => answer(api.GET('/api/sites/{site}/clients', of(site))),
  });

export const surveyQuery = (site: string) =>
  queryOptions({
    queryKey: ['site', site, 'survey'],
    queryFn: () => answer(api.GET('/api/sites/{site}/bidx', of(site))),
  });

export const statementsQuery = (site: string) =>
  queryOptions({
    queryKey: ['site', site, 'statements'],
    queryFn: () => answer(api.GET('/api/sites/{site}/statements', of(site))),
  });

export const peopleQuery = (site: string) =>
  queryOptions({
    queryKey: ['site', site, 'people'],
    queryFn: () => answer(api.GET('/api/sites/{site}/people', of(site))),
  });

export const eventsQuery = (site: string) =>
  queryOptions({
    queryKey: ['site', site, 'events'],
    queryFn: () => answer(api.GET('/api/sites/{site}/events', of(site))),
  });
