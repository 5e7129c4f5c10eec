/** One jest for everything; infra/boot.mjs chooses the paths and prints the closing line. */
export default {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'node-addons'] },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic', importSource: 'preact' } },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'es6' },
      },
    ],
  },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  setupFiles: ['<rootDir>/test/support/stack-depth.mjs'],
  testTimeout: 30_000,
  // A worker keeps what each spec has loaded (--experimental-vm-modules): after an hour it held 3 GB, and cleaning it took a part of its time.
  workerIdleMemoryLimit: '1GB',
  testMatch: ['**/*.spec.ts', '**/*.spec.tsx'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.gensvar'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.gensvar'],
};
