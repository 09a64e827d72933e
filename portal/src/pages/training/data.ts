import { queryOptions, useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/schema.d.ts';
import { currentLanguage } from '../../i18n/index.ts';

type Answer<Path> = Path extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type Training = Answer<paths['/api/training']>;
export type MyCourse = Training['courses'][number];
export type Course = Answer<paths['/api/training/{course}']>;
export type Timeline = Answer<paths['/api/timeline']>;
export type Records = Answer<paths['/api/staff/training']>;
export type Graded =
  paths['/api/training/{course}/quiz']['post']['responses']['200']['content']['application/json'];

const language = () => ({ language: currentLanguage() });

export const trainingQuery = () =>
  queryOptions({
    queryKey: ['training', 'mine', currentLanguage()],
    queryFn: () => answer(api.GET('/api/training', { params: { query: language() } })),
  });

export const courseQuery = (course: string) =>
  queryOptions({
    queryKey: ['training', 'course', course, currentLanguage()],
    queryFn: () =>
      answer(api.GET('/api/training/{course}', { params: { path: { course }, query: language() } })),
  });

export const useTimeline = () =>
  useQuery({ queryKey: ['timeline'], queryFn: () => answer(api.GET('/api/timeline')) });

export const recordsQuery = (q: string) =>
  queryOptions({
    queryKey: ['training', 'records', q, currentLanguage()],
    queryFn: () => answer(api.GET('/api/staff/training', { params: { query: { q, ...language() } } })),
  });
