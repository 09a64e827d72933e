import { type Api, describe } from '../platform/api.ts';
import type { PortalParts } from '../portal-parts.ts';
import * as answers from './answers.ts';
import * as persons from './persons.ts';
import { refusing } from './refusing.ts';
import { REVIEWERS, roomOf } from './room.ts';
import * as schema from './schema.ts';

/** What moves charts between persons without a task, or takes a person out of every search. */
const ADMINISTRATORS = { allow: ['administrator', 'registry-token'], audit: 'patients' } as const;

/** Merges and what undoes them, sealing, and which reported doses are one. */
export function personRoutes(scope: Api, parts: PortalParts): void {
  const params = schema.idParameter;
  scope.get(
    '/api/persons/:id/links',
    {
      config: REVIEWERS,
      schema: describe('getPersonLinks', 'What was merged and parted', answers.linksAnswer, { params }),
    },
    (request) => refusing(persons.personLinks(roomOf(parts, request), request.params.id)),
  );
  scope.post(
    '/api/persons/merge',
    {
      config: ADMINISTRATORS,
      schema: describe('mergePersons', 'Merge two persons without a task', answers.merged, {
        body: schema.mergeBody,
      }),
    },
    (request) => refusing(persons.merge(roomOf(parts, request), request.body)),
  );
  scope.post(
    '/api/persons/:id/unmerge',
    {
      config: ADMINISTRATORS,
      schema: describe('unmergePersons', 'Take a merge back', answers.unmerged, {
        params,
        body: schema.unmergeBody,
      }),
    },
    (request) =>
      refusing(
        persons.undoMerge(roomOf(parts, request), request.params.id, request.body, parts.jurisdiction),
      ),
  );
  scope.post(
    '/api/persons/:id/seal',
    {
      config: ADMINISTRATORS,
      schema: describe('sealPerson', 'Seal a person, or unseal one', answers.sealed, {
        params,
        body: schema.sealBody,
      }),
    },
    (request) => refusing(persons.seal(roomOf(parts, request), request.params.id, request.body)),
  );
  scope.get(
    '/api/persons/:id/dose-links',
    {
      config: REVIEWERS,
      schema: describe(
        'getDoseLinks',
        'Doses as reported, and which were decided to be one',
        answers.doseLinksAnswer,
        { params },
      ),
    },
    (request) => refusing(persons.doseLinks(roomOf(parts, request), request.params.id)),
  );
  scope.post(
    '/api/persons/:id/dose-links',
    {
      config: REVIEWERS,
      schema: describe('linkDoses', 'Two reports are one dose, or two', answers.doseLinked, {
        params,
        body: schema.doseLinkBody,
      }),
    },
    (request) => refusing(persons.linkDose(roomOf(parts, request), request.params.id, request.body)),
  );
  scope.post(
    '/api/persons/:id/dose-links/remove',
    {
      config: REVIEWERS,
      schema: describe('unlinkDoses', 'Take a decision on two doses back', answers.doseLinked, {
        params,
        body: schema.doseUnlinkBody,
      }),
    },
    (request) => refusing(persons.unlinkDose(roomOf(parts, request), request.params.id, request.body)),
  );
}
