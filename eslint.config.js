import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import skranke from './scripts/eslint-rules.mjs';

const TESTS = ['**/*.test.ts', 'components/**/testing/**'];
const HARNESSES = ['components/shared/testing/harness*.ts'];

const NODE_GLOBALS = [
  'process',
  'console',
  'URL',
  'fetch',
  'Buffer',
  'setTimeout',
  'clearTimeout',
  'structuredClone',
  'performance',
];
const HOST_GLOBALS = ['document', 'window', 'customElements', 'location', 'Element', 'MutationObserver'];
/** Code of these folders also runs inside pages. */
const PAGE_GLOBALS = [
  ...['scrollY', 'innerWidth', 'innerHeight', 'navigator', 'history', 'caches', 'indexedDB'],
  ...['localStorage', 'sessionStorage', 'requestAnimationFrame', 'getComputedStyle', 'setInterval'],
  ...[
    'PerformanceObserver',
    'crypto',
    'Event',
    'TextEncoder',
    'Response',
    'URLSearchParams',
    'NodeFilter',
    'CSSStyleSheet',
    'FormData',
    'ShadowRoot',
  ],
];
const readonly = (names) => Object.fromEntries(names.map((name) => [name, 'readonly']));

const ban = (selector, message) => ({ selector, message });
const NOT_ONLY = ban(
  'MemberExpression[object.name=/^(describe|it|test|suite)$/][property.name=/^(only|skip)$/]',
  'No .only and no .skip.',
);
const NO_CLASSIC_CLOCK = [
  ban("NewExpression[callee.name='Date'][arguments.length=0]", 'now() is the only clock.'),
  ban("CallExpression[callee.object.name='Date'][callee.property.name='now']", 'now() is the only clock.'),
  ban("CallExpression[callee.name='Date']", 'now() is the only clock.'),
];
const NO_MARKUP = ban(
  'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe)$/]',
  'Markup goes through the sanitiser, which gives nodes.',
);
const NO_COOKIE = ban("MemberExpression[object.name='document'][property.name='cookie']", 'No cookies.');
const NO_DEFINE = ban(
  "CallExpression[callee.object.name='customElements'][callee.property.name='define']",
  'Only *.define.ts registers an element, through defineWidget().',
);
const NO_PRIVATE = [
  ban(
    'MemberExpression[computed=true] > Literal.property[value=/^_/]',
    'Tests use the documented surface only.',
  ),
  ban('TSAsExpression > TSAnyKeyword', 'Tests use the documented surface only: no `as any`.'),
];
const NO_RAW_TEXT = ban(
  'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<(textarea|title|script|style|!--)/i]',
  'Lit in the CDN files takes no bindings in these: scripts/lib/lean-lit.mjs.',
);
const IN_COMPONENTS = [NOT_ONLY, ...NO_CLASSIC_CLOCK, NO_MARKUP, NO_COOKIE, NO_RAW_TEXT];
const STORAGE = ['localStorage', 'sessionStorage', 'indexedDB'].map((name) => ({
  name,
  message: 'The kit stores nothing in the browser.',
}));
const FETCH = { name: 'fetch', message: 'Requests go through components/shared/backend.' };

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'storybook-static/',
      'coverage/',
      '.tmp/',
      'examples/*/node_modules/',
      'examples/*/dist/',
      // Compiled with the frameworks' own tools, against the packed kit: npm run test:examples.
      'examples/**/*.{ts,tsx,vue,svelte}',
    ],
  },
  {
    ...js.configs.recommended,
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: readonly([...NODE_GLOBALS, ...HOST_GLOBALS]) },
  },
  {
    files: ['e2e/**/*.mjs', 'bench/**/*.mjs', 'examples/**/*.{js,mjs}'],
    languageOptions: { globals: readonly(PAGE_GLOBALS) },
  },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      '@typescript-eslint/no-unnecessary-condition': ['error', { allowConstantLoopConditions: true }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Lit binds event listeners in templates to the element.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': ['error', NOT_ONLY],
      eqeqeq: 'error',
    },
  },
  {
    files: ['components/**/*.ts', 'stories/**/*.ts', 'console/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // WebKit drops the semantics of a list without markers: there the role is needed.
      'lit-a11y/no-redundant-role': 'off',
      'lit/ban-attributes': ['error', 'style'],
      'lit/no-classfield-shadowing': 'error',
      'lit/no-invalid-escape-sequences': 'error',
      'lit/no-template-bind': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-useless-template-literals': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      // Knows only one way of tearing down; the base class has another.
      'wc/require-listener-teardown': 'off',
    },
  },
  {
    files: ['components/**/*.ts'],
    plugins: { skranke },
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-restricted-globals': ['error', ...STORAGE, FETCH],
      'no-restricted-imports': [
        'error',
        {
          paths: [{ name: 'zod', message: "Use 'zod/mini': classic zod compiles with Function." }],
          patterns: [
            {
              group: ['lit/directive*', 'lit/async-directive*', 'lit-html/directive*'],
              message: 'Lit in the CDN files has no directives: scripts/lib/lean-lit.mjs.',
            },
          ],
        },
      ],
      'no-restricted-syntax': ['error', ...IN_COMPONENTS, NO_DEFINE],
      'skranke/import-direction': 'error',
      'skranke/member-order': 'error',
      'skranke/neutral-styles': 'error',
    },
  },
  {
    files: ['components/**/*.define.ts', 'components/shared/define-widget.ts'],
    rules: {
      'no-restricted-syntax': ['error', ...IN_COMPONENTS],
      // They add a widget's events to those of the page.
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
    },
  },
  {
    // Where now() reads the machine's clock.
    files: ['components/shared/page-state.ts'],
    rules: { 'no-restricted-syntax': ['error', NOT_ONLY, NO_MARKUP, NO_COOKIE, NO_DEFINE] },
  },
  {
    files: ['components/shared/backend/**/*.ts'],
    rules: { 'no-restricted-globals': ['error', ...STORAGE] },
  },
  { files: ['mocks/**/*.ts'], plugins: { skranke }, rules: { 'skranke/import-direction': 'error' } },
  {
    files: [...TESTS, 'stories/**/*.ts', 'trust/**/*.ts'],
    rules: {
      'max-lines-per-function': 'off',
      'no-restricted-globals': 'off',
      'no-restricted-syntax': ['error', NOT_ONLY, ...NO_PRIVATE],
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            'Equal',
            { from: 'package', package: 'node:test', name: ['describe', 'it', 'test', 'suite'] },
          ],
        },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-expressions': 'off',
      'lit/ban-attributes': 'off',
      'wc/guard-define-call': 'off',
      'wc/max-elements-per-file': 'off',
    },
  },
  { files: TESTS, ignores: HARNESSES, rules: { 'skranke/import-direction': 'off' } },
);
