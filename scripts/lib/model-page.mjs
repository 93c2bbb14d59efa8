/**
 * Runs inside the page of `model-runner.mjs`: the little of Mocha that the models' tests use. A test has the number of
 * its place as id.
 */
const suites = [{ name: '', before: [], beforeEach: [], afterEach: [], after: [] }];
const tests = [];
/** What nobody caught: Web Test Runner, too, fails for it. */
const uncaught = [];

const hook = (kind) => (run) => suites.at(-1)[kind].push(run);

Object.assign(globalThis, {
  describe(name, define) {
    suites.push({ name, before: [], beforeEach: [], afterEach: [], after: [] });
    tests.push({ open: suites.at(-1) });
    define();
    tests.push({ close: suites.pop() });
  },
  it(name, run) {
    const id = String(tests.filter((test) => test.run).length);
    tests.push({
      id,
      name: [...suites.map((suite) => suite.name), name].join(' ').trim(),
      run,
      suites: [...suites],
    });
  },
  before: hook('before'),
  beforeEach: hook('beforeEach'),
  afterEach: hook('afterEach'),
  after: hook('after'),
});

globalThis.addEventListener('error', (event) => uncaught.push(event.error ?? event.message));
globalThis.addEventListener('unhandledrejection', (event) => uncaught.push(event.reason));

async function runOne({ run, suites: around }) {
  try {
    for (const suite of around) for (const hook of suite.beforeEach) await hook();
    await run();
    for (const suite of around.toReversed()) for (const hook of suite.afterEach) await hook();
    if (uncaught.length > 0) throw uncaught[0];
    return undefined;
  } catch (error) {
    return String(error?.message ?? error) || 'failed';
  }
}

/**
 * @param only ids of tests; all when left out
 * @returns the tests that ran, up to the first that failed
 */
globalThis.runModelTests = async (only) => {
  const results = [];
  for (const test of tests) {
    const { open, close, id, name } = test;
    for (const hook of open?.before ?? close?.after ?? []) await hook();
    if (!test.run || (only && !only.includes(id))) continue;
    globalThis.__stryker__.currentTestId = id;
    const start = performance.now();
    const failure = await runOne(test);
    results.push({ id, name, failure, timeSpentMs: Math.round(performance.now() - start) });
    if (failure !== undefined) break;
  }
  return results;
};
