/**
 * `npm run test:mutations`: Stryker changes the models one place at a time; the tests of the model must notice. They are
 * bundled for Node, without a page, so that a mutant takes part of a second. `-- TEXT…` picks models by their path.
 * Stryker is no dependency of the project yet: see docs/known-issues.md.
 */
/** Percent of the mutants that must be noticed. */
const LEAST = 70;

/** A model, and the tests that run without a page. Those that need one are not here: see docs/known-issues.md. */
const MODELS = {
  'deadline-list/deadlines': ['deadline-list/deadlines'],
  'deadline-list/list-view': ['deadline-list/list-view'],
  'deadline-list/deadline-options': ['deadline-list/deadline-options'],
  'deep-link-card/card-links': ['deep-link-card/card-links'],
  'contact-point-picker/contact-search': ['contact-point-picker/contact-search'],
  'contact-point-picker/structure-nodes': [
    'contact-point-picker/contact-structure-graph',
    'contact-point-picker/contact-structure',
  ],
  'contact-point-picker/structure-graph': [
    'contact-point-picker/contact-structure',
    'contact-point-picker/contact-structure-graph',
  ],
  'message-recall/message-id': ['message-recall/recall-model'],
  'message-recall/recall-standing': ['message-recall/recall-model'],
  'message-recall/recall-receipt': ['message-recall/recall-model'],
  'shared/i18n/dates': ['shared/i18n/dates'],
  'shared/i18n/identifiers': ['shared/i18n/identifiers'],
  'shared/i18n/collation': ['shared/i18n/collation'],
  'shared/backend/read-fields': ['shared/backend/read-fields'],
};

const { Stryker } = await import('@stryker-mutator/core').catch(() => ({ Stryker: undefined }));
if (!Stryker) {
  console.error('Not run: npm install --no-save @stryker-mutator/core@9.5.1 (see docs/known-issues.md).');
  process.exit(1);
}

/** @returns what became of each mutant: `status`, `location`, `mutatorName`, `replacement` */
async function mutate(model, tests) {
  const files = tests.map((path) => `components/${path}.test.ts`).join(' ');
  const stryker = new Stryker({
    mutate: [`components/${model}.ts`],
    testRunner: 'command',
    commandRunner: { command: `node scripts/lib/model-tests.mjs ${files}` },
    ignorePatterns: ['**', '!components/**', '!mocks/**', '!stories/**', '!scripts/lib/*.mjs', '!*.json'],
    tempDirName: '.tmp/stryker',
    concurrency: 2,
    timeoutMS: 10_000,
    reporters: [],
    logLevel: 'error',
    allowConsoleColors: false,
  });
  return stryker.runMutationTest();
}

const picked = process.argv.slice(2);
const fits = (model) => picked.length === 0 || picked.some((text) => model.includes(text));
const isMeant = ({ status }) => !['Ignored', 'CompileError', 'RuntimeError'].includes(status);
const isNoticed = ({ status }) => ['Killed', 'Timeout'].includes(status);
const percent = (results) => (100 * results.filter(isNoticed).length) / results.length;

const all = [];
for (const [model, tests] of Object.entries(MODELS).filter(([name]) => fits(name))) {
  const results = (await mutate(model, tests)).filter(isMeant);
  all.push(...results);
  console.log(`${model}: ${percent(results).toFixed(1)} % of ${results.length}`);
  for (const { location, replacement, mutatorName } of results.filter((result) => !isNoticed(result)))
    console.log(
      `  line ${location.start.line}: ${mutatorName} ${String(replacement).replaceAll(/\s+/g, ' ')}`,
    );
}
console.log(
  `Mutations: ${all.filter(isNoticed).length} of ${all.length} noticed, ${percent(all).toFixed(1)} % (at least ${LEAST}).`,
);
if (!(percent(all) >= LEAST)) process.exitCode = 1;
