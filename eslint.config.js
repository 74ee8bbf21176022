import js from '@eslint/js';
import ts from 'typescript-eslint';

// Arrows point only extension → component → shared; demo, e2e, bench and docs may see everything.
const noImports = (...folders) => ({
  'no-restricted-imports': [
    'error',
    {
      patterns: [
        {
          regex: `(^|/)(${folders.join('|')})/`,
          message: 'Arrows point only extension → component → shared.',
        },
      ],
    },
  ],
});

const clock = [
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'requestIdleCallback',
  'requestAnimationFrame',
];
const ports = {
  'no-restricted-globals': [
    'error',
    ...clock.map((name) => ({ name, message: 'Time comes through the ports.' })),
  ],
  'no-restricted-properties': [
    'error',
    { object: 'Date', property: 'parse', message: 'Date.parse never sees input: readMoment does.' },
    { object: 'Math', property: 'random', message: 'Chance comes through the ports.' },
  ],
};

const outer = ['demo', 'e2e', 'bench', 'docs', 'scripts', 'extension'];

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'coverage/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  {
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-undef': 'off',
      eqeqeq: ['error', 'always'],
      'no-console': 'off',
    },
  },
  { files: ['shared/**'], rules: { ...ports, ...noImports('component', 'lit', ...outer) } },
  { files: ['component/**'], rules: { ...ports, ...noImports(...outer) } },
  {
    files: ['extension/**'],
    rules: { ...ports, ...noImports(...outer.filter((name) => name !== 'extension')) },
  },
  {
    files: ['**/ports.ts', '**/*-ports.ts'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
  {
    files: ['**/*.test.ts', '{shared,extension}/**/testing/**'],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-properties': 'off' },
  },
);
