const spec = '\\.spec\\.tsx?$|^libs/[^/]+/testing/';
const outside = 'node_modules|^[a-z_]+$|^node:';

/** The arrows of the house point one way; each rule says in a sentence what it keeps true. */
module.exports = {
  forbidden: [
    {
      name: 'process-is-pure',
      severity: 'error',
      comment: 'The process imports nothing outside itself, so that every rule can be read, run and rehearsed without a server.',
      from: { path: '^libs/process/', pathNot: spec },
      to: { pathNot: '^libs/process/' },
    },
    {
      name: 'ledger-knows-no-engine',
      severity: 'error',
      comment: 'The ledger imports neither workflows nor Temporal: PostgreSQL is the record, and a stopped engine loses nothing.',
      from: { path: '^libs/ledger/' },
      to: { path: ['^workflows/', '^libs/temporal/', '@temporalio/'] },
    },
    {
      name: 'nothing-imports-an-app',
      severity: 'error',
      comment: 'Apps are entrances: nothing in the house imports one, except the tests that open it.',
      from: { path: ['^libs/', '^workflows/'] },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-do-not-meet',
      severity: 'error',
      comment: 'One app does not import another; what they share is a library.',
      from: { path: '^apps/([^/]+)/', pathNot: spec },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'workflows-know-no-rule',
      severity: 'error',
      comment: 'Workflow code takes types from the libraries and no values, so that a changed rule never breaks a replay.',
      from: { path: '^workflows/', pathNot: spec },
      to: { path: '^libs/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'workflows-live-in-a-sandbox',
      severity: 'error',
      comment: 'Workflow code runs where there is no Node and no package but the workflow SDK.',
      from: { path: '^workflows/', pathNot: spec },
      to: { path: outside, pathNot: '@temporalio/(workflow|common)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-messages-of-workflows',
      severity: 'error',
      comment: 'API and command line know the messages of a workflow, never its code.',
      from: { path: '^apps/(api|cli)/', pathNot: spec },
      to: { path: '^workflows/', pathNot: '^workflows/src/messages' },
    },
    {
      name: 'libs-do-not-import-workflows',
      severity: 'error',
      comment: "Workflows belong to the worker; of the libraries only Temporal's own bundles them.",
      from: { path: '^libs/', pathNot: ['^libs/temporal/', spec] },
      to: { path: '^workflows/' },
    },
    {
      name: 'only-temporal-rooms-know-temporal',
      severity: 'error',
      comment: 'Documents, notifications, identity and configuration work without an engine.',
      from: { path: '^libs/(documents|notifications|identity|config)/' },
      to: { path: ['@temporalio/', '^libs/temporal/'] },
    },
    {
      name: 'configuration-stands-below',
      severity: 'error',
      comment: 'Configuration is read before anything else exists, so it imports no other library.',
      from: { path: '^libs/config/', pathNot: spec },
      to: { path: '^libs/', pathNot: '^libs/config/' },
    },
    {
      name: 'the-screens-speak-http',
      severity: 'error',
      comment: 'The web client knows the API by its contract, and nothing behind it.',
      from: { path: '^apps/web/' },
      to: { path: ['^libs/(ledger|documents|notifications|temporal|identity|config)/', '^workflows/'] },
    },
    {
      name: 'product-does-not-need-tests',
      severity: 'error',
      comment: 'What is delivered imports nothing that exists for tests.',
      from: { path: '^(apps|libs|workflows)/', pathNot: spec },
      to: { path: '^test/' },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      comment: 'What is delivered runs without the packages that are installed for development only.',
      from: { path: '^(apps/(api|worker|cli|idp-dev)|libs|workflows)/', pathNot: spec },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'No circle of files: each can be understood before the ones that use it.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'everything-is-there',
      severity: 'error',
      comment: 'Every import leads to a file or an installed package.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^dist/', '^coverage/', '^apps/web/dist/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts', '.d.mts'],
    },
  },
};
