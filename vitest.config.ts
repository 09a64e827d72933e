import { defineConfig } from 'vitest/config';

/** They put something in a module's place, which others must not find there. */
const MOCKING = ['server/src/accounts/credentials.test.ts'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          // What a file needs of the others is loaded once; none of them changes what another one finds.
          isolate: false,
          include: [
            'packages/**/*.test.ts',
            'server/**/*.test.ts',
            'cli/**/*.test.ts',
            'jurisdictions/**/*.test.ts',
            'portal/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: [...MOCKING, '**/node_modules/**'],
        },
      },
      { test: { name: 'mocking', include: MOCKING } },
      {
        test: {
          name: 'system',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/conformance/**'],
          globalSetup: ['tests/support/database.ts', 'tests/support/portal-build.ts'],
          setupFiles: ['tests/support/fresh-ids.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Each file starts its own server; two cores carry three, since the tests of faults mostly wait.
          maxWorkers: 3,
          // Loading the server takes longer than most files' tests; nothing that a file leaves behind is another one's concern.
          isolate: false,
          // After the unit tests, not beside them.
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'conformance',
          sequence: { groupOrder: 2 },
          include: ['tests/conformance/**/*.test.ts'],
          globalSetup: ['tests/support/database.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
