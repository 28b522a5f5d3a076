import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

const specs = ['**/*.spec.ts', '**/*.spec.tsx'];
const builtIns = builtinModules.filter((name) => !name.startsWith('_')).join('|');

/** Words of the host that would make a rule depend on the clock, the dice, the place or the machine. */
const hostGlobals = [
  'process',
  'Buffer',
  'global',
  'globalThis',
  'console',
  'performance',
  'crypto',
  'Intl',
  'fetch',
  'require',
  '__dirname',
  '__filename',
]
  .concat(['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'structuredClone'])
  .map((name) => ({ name, message: 'The process is pure: what it needs comes in with the command.' }));

const hostSyntax = [
  { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: 'Time comes in as `command.at`.' },
  { selector: 'CallExpression[callee.name="Date"]', message: 'Time comes in as `command.at`.' },
  { selector: 'MemberExpression[property.name=/^toLocale|^localeCompare$/]', message: 'The language of the host must not decide anything.' },
  {
    selector: 'MemberExpression[property.name=/^(get|set)(FullYear|Month|Date|Day|Hours|Minutes|Seconds|Milliseconds|TimezoneOffset)$/]',
    message: 'Days are integers; the time zone of the host must not decide anything.',
  },
  { selector: 'MemberExpression[property.name=/^to(Date|Time)String$/]', message: 'The time zone of the host must not decide anything.' },
  { selector: 'ImportExpression', message: 'The process is pure and synchronous.' },
];

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      'node_modules/**',
      'coverage/**',
      '.selaras*/**',
      'apps/web/dist/**',
      '**/*.d.ts',
      '**/*.d.mts',
      '**/*.config.{ts,mts,js,mjs}',
      '.dependency-cruiser.cjs',
    ],
  },

  // Plain Node: the scripts and what Jest loads by itself.
  {
    files: ['**/*.{js,cjs,mjs}'],
    rules: {
      'prefer-const': 'error',
      'no-var': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
      eqeqeq: ['error', 'smart'],
    },
  },

  {
    files: ['{apps,libs,workflows,test}/**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/no-require-imports': ['error', { allowAsImport: true }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/return-await': ['error', 'error-handling-correctness-only'],
      // A written default is a decision; without one, every member has its case.
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Nest injects by the value of a constructor's type; the rule leaves files with decorators alone by itself.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      eqeqeq: ['error', 'smart'],
      'no-console': 'off',
    },
  },

  {
    files: ['apps/*/src/**/*.ts', 'libs/*/src/**/*.ts'],
    ignores: [...specs, 'libs/config/**', '**/main.ts', 'libs/*/testing/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read once, by readConfig of libs/config.' },
      ],
    },
  },

  {
    files: ['libs/process/**/*.ts'],
    ignores: [...specs, 'libs/process/testing/**'],
    rules: {
      'no-restricted-globals': ['error', ...hostGlobals],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Time comes in as `command.at`.' },
        { object: 'Math', property: 'random', message: 'Nothing is decided by chance.' },
      ],
      'no-restricted-syntax': ['error', ...hostSyntax],
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(?!\\.{1,2}(/|$))', message: 'libs/process imports nothing outside itself, not even Node.' }] },
      ],
    },
  },

  {
    files: ['workflows/**/*.ts'],
    ignores: specs,
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: `^(node:|(${builtIns})(/|$))`, message: 'A workflow runs in a sandbox without Node.' },
            { regex: '^#(?!workflows/)', allowTypeImports: true, message: 'A workflow knows no rule: of the libs it may import types only.' },
            {
              regex: '^(?![.#]|@temporalio/workflow$|@temporalio/common$|node:)',
              allowTypeImports: true,
              message: 'A workflow imports @temporalio/workflow and its neighbours.',
            },
          ],
        },
      ],
    },
  },

  // Two promises are often left to race in a spec, and a response body is whatever came back.
  {
    files: specs,
    rules: {
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
);
