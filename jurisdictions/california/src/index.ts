import { agreement } from './agreement.ts';
import { counties } from './counties.ts';
import { courses } from './courses.ts';
import { cutOver } from './cut-over.ts';
import { funding } from './funding.ts';
import { partners, regions } from './places.ts';
import { policies } from './policies.ts';
import { testPatients } from './test-patients.ts';
import { timeline } from './timeline.ts';

/**
 * California's jurisdiction pack: what CAIR2 asks for beyond the national guide, as data.
 * Another state writes another pack of the same shape (`Jurisdiction` in server/src/platform/jurisdiction.ts).
 */
export const california = {
  id: 'california',
  name: 'California Immunization Registry',
  timeZone: 'America/Los_Angeles',
  /** What answers carry in MSH-3, MSH-4 and MSH-22; also the authority of the ids that the registry issues. */
  registry: { application: 'CAIRN', facility: 'CAIR IIS', authority: 'CAIRN' },
  /** MSH-11 values that are taken, on the testing address too (CAIR2 test plan). */
  processingIds: ['P'],
  /** MSH-12 values that are taken. */
  versions: ['2.5.1'],
  policies,
  /** CDC's supporting data of November 2025. */
  schedules: [{ version: '4.64-508' }],
  mostCandidates: 10,
  notShared: 'hidden',
  missesPerHour: 600,
  regions,
  partners,
  counties,
  organizationIds: { site: 'DE-', sendingFacility: 'SF-' },
  cutOver,
  funding,
  timeline,
  courses,
  agreement,
  readiness: {
    submissions: ['administered-child', 'administered-adult', 'historical', 'update', 'delete', 'refusal'],
    queries: ['history-query', 'forecast-query', 'nobody-found'],
    realMessages: 20,
  },
  testPatients,
  forecastLayout: 'national',
} as const;
