const fs = require('node:fs');
const path = require('node:path');
const { esmOnlyPackages } = require('./scripts/lib/esm-only-packages.cjs');

// Nothing may depend on the zone of the host; a run that wants another zone sets TZ itself.
process.env.TZ ??= 'UTC';

const roots = ['apps', 'libs', 'workflows', 'test'].map((room) => path.join(__dirname, room)).filter((room) => fs.existsSync(room));
const parser = { syntax: 'typescript', tsx: true, decorators: true };

const everyProject = {
  rootDir: __dirname,
  roots,
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/apps/web/dist/'],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.tsx$': [
      '@swc/jest',
      { swcrc: false, jsc: { target: 'es2022', parser, transform: { react: { runtime: 'automatic' } } }, module: { type: 'commonjs' } },
    ],
    '\\.[cm]?[tj]s$': '@swc/jest',
  },
  // Packages that only speak ESM cannot be loaded by Jest's CommonJS runtime: exactly those are transformed.
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esmOnlyPackages(path.join(__dirname, 'node_modules')).join('|')})/)`],
};

/** Servers start once for all of these together, and only when a spec of theirs is to run. */
const withServers = {
  ...everyProject,
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

const specs = (kind) => ['apps', 'libs', 'workflows', 'test'].map((room) => `<rootDir>/${room}/**/*${kind}.spec.{ts,tsx}`);

module.exports = {
  projects: [
    {
      ...everyProject,
      displayName: 'pure',
      testMatch: specs(''),
      testPathIgnorePatterns: ['/node_modules/', '\\.(db|journey|fault|browser)\\.spec\\.tsx?$'],
    },
    { ...withServers, displayName: 'db', testMatch: specs('.db') },
    { ...withServers, displayName: 'journey', testMatch: specs('.journey') },
    { ...withServers, displayName: 'fault', testMatch: specs('.fault') },
    { ...withServers, displayName: 'browser', testMatch: specs('.browser') },
  ],
  // Of the whole run: Jest passes over a time of a single project.
  testTimeout: 120_000,
  reporters: ['default', '<rootDir>/test/support/reporter.cjs'],
  maxWorkers: 2,
};
