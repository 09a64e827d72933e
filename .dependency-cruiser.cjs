/**
 * Imports go down only: cli → server → packages, and inside the server
 * exchange → registry/accounts → platform. A package is used through its index.ts alone.
 */
const deny = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    deny('no-cycles', 'A cycle has no top and no bottom.', {}, { circular: true }),
    deny('resolvable', 'Every import must exist.', {}, { couldNotResolve: true }),
    deny(
      'packages-are-pure',
      'A package does no I/O, reads no clock and knows nothing above it.',
      { path: '^packages/', pathNot: '\\.test\\.ts$' },
      { path: '^(server|cli|jurisdictions|tests|bench)/' },
    ),
    deny(
      'packages-do-no-io',
      'A package does no I/O (node: modules other than types).',
      { path: '^packages/', pathNot: '\\.test\\.ts$' },
      { dependencyTypes: ['core'] },
    ),
    deny(
      'packages-through-their-index',
      "A package's internals belong to that package.",
      { path: '^(server|cli|tests|bench|jurisdictions)/' },
      { path: '^packages/[^/]+/src/(?!index\\.ts$)' },
    ),
    deny(
      'package-to-package-through-index',
      "A package's internals belong to that package.",
      { path: '^packages/([^/]+)/' },
      { path: '^packages/[^/]+/src/(?!index\\.ts$)', pathNot: '^packages/$1/' },
    ),
    deny(
      'jurisdictions-are-data',
      'A jurisdiction pack is data: it imports nothing that runs.',
      { path: '^jurisdictions/' },
      { path: '^(cli|tests|bench)/' },
    ),
    deny(
      'platform-is-the-ground-floor',
      'platform/ knows no feature room.',
      { path: '^server/src/platform/', pathNot: '\\.test\\.ts$' },
      { path: '^server/src/(?!platform/)' },
    ),
    deny(
      'registry-below-exchange',
      'registry/, accounts/, audit/ and mail/ know nothing of the rooms above them.',
      { path: '^server/src/(registry|accounts|audit|mail)/' },
      {
        path: '^server/src/(workbench|exchange|forecast|review|onboarding|account-update|training|patients|monitoring|inventory|outbound|nightly)/',
      },
    ),
    deny(
      'exchange-below-pages',
      'The way of a message knows nothing of those who watch it.',
      { path: '^server/src/exchange/', pathNot: '\\.test\\.ts$' },
      {
        path: '^server/src/(workbench|review|onboarding|account-update|training|patients|monitoring|inventory)/',
      },
    ),
    deny(
      'server-below-cli',
      'The server does not know the command line.',
      { path: '^server/' },
      { path: '^cli/' },
    ),
    deny(
      'portal-by-the-api',
      'Pages know the server by its API; of its code only the codes of problems.',
      { path: '^portal/' },
      { path: '^(server/src/(?!platform/problems\\.ts$)|packages|jurisdictions|cli|tests)' },
    ),
    deny(
      'server-below-portal',
      'The server does not know the pages.',
      { path: '^server/' },
      { path: '^portal/' },
    ),
    deny(
      'not-from-tests',
      'Nothing that ships imports a test or a benchmark.',
      { path: '^(packages|server|portal|cli|jurisdictions)/', pathNot: '\\.test\\.ts$' },
      { path: '^(tests|bench)/|\\.test\\.ts$' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
    },
  },
};
