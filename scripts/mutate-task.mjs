/**
 * `npm run test:task-mutations`: takes each label, role, live message and focus call out of a widget's source, one at a
 * time, and runs the test that does its main task by keyboard. The test must fail each time: else a user of a keyboard
 * or a screen reader would lose something that nobody notices. The files themselves stay as they are.
 *
 *     node scripts/mutate-task.mjs [--list] [--only TEXT] [widget …]
 */
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { startTestRunner } from '@web/test-runner';
import config from '../web-test-runner.config.mjs';
import { filesBelow, ROOT } from './lib/project.mjs';

/** The widgets whose keyboard test is held to this. */
const WIDGETS = ['contact-point-picker'];

/** What is taken out: a pattern, and what stands there instead. */
const RULES = [
  { what: 'label', pattern: /\saria-(label|labelledby|describedby)=("[^"]*"|\$\{[^}]*\})/g },
  { what: 'label', pattern: /<label\b[^]*?<\/label>/g },
  { what: 'label', pattern: /<span class="hidden">[^]*?<\/span\s*>/g },
  { what: 'role', pattern: /\srole="[^"]*"/g },
  { what: 'role', pattern: /\saria-(current|invalid)=("[^"]*"|\$\{[^}]*\})/g },
  { what: 'role', pattern: /type: 'search'/g, instead: "type: 'text'" },
  { what: 'role', pattern: /\$\{heading\([^]*?\)\}(?=\s)/g },
  { what: 'role', pattern: /<(nav|section|ol|ul|li|button)\b(?=[^]*?<\/\1>)/g, instead: '<div', ends: true },
  { what: 'live message', pattern: /\bthis\.announce\([^;]*\);/g, instead: ';' },
  { what: 'live message', pattern: /\bthis\.#announceSoon\(\);/g, instead: 'this.requestUpdate();' },
  { what: 'focus call', pattern: /\bthis\.#focus\([^;]*\);/g, instead: 'this.requestUpdate();' },
  { what: 'focus call', pattern: /(?<=[)\]]\??)\.focus\(\)/g, instead: '.dataset' },
  { what: 'focus call', pattern: /^\s*focusField\(field\);/gm, instead: '' },
];

const isSource = (path) => /(?<!\.(test|harness|define|messages|styles|events|d))\.ts$/.test(path);

/** The text with what was found at `at` replaced; of an element, its end too. */
function apply(source, match, { instead = '', ends }) {
  const end = match.index + match[0].length;
  let rest = source.slice(end);
  if (ends) rest = rest.replace(`</${match[1]}>`, '</div>');
  return source.slice(0, match.index) + instead + rest;
}

function mutantsOf(widget) {
  return filesBelow(`components/${widget}`)
    .filter(isSource)
    .flatMap((path) => {
      const source = readFileSync(join(ROOT, path), 'utf8');
      return RULES.flatMap((rule) =>
        [...source.matchAll(rule.pattern)].map((match) => {
          const line = source.slice(0, match.index).split('\n').length;
          const text = match[0].replaceAll(/\s+/g, ' ').trim();
          const name = `${rule.what}: ${basename(path)}:${line} ${text}`;
          return { name, path: `/${path}`, body: apply(source, match, rule) };
        }),
      );
    });
}

/** Sends the mutant in place of its file; the other plugins work on it as on any source. */
const serveMutant = ({ path, body }) => ({
  name: 'mutant',
  serve: (context) => (context.path === path ? { body, type: 'ts' } : undefined),
});

/** @returns whether the test passes */
async function passes(widget, mutant) {
  const runner = await startTestRunner({
    config: {
      ...config,
      files: [`components/${widget}/${widget}.keyboard.test.ts`],
      plugins: [...(mutant ? [serveMutant(mutant)] : []), ...config.plugins],
      reporters: [],
      rootDir: ROOT,
    },
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  return new Promise((resolve) => runner.on('stopped', resolve));
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const counts = { passed: 0, failed: 0 };
for (const widget of positionals.length ? positionals : WIDGETS) {
  const mutants = mutantsOf(widget).filter(({ name }) => name.includes(values.only));
  if (values.list) {
    for (const { name } of mutants) console.log(name);
    continue;
  }
  if (!(await passes(widget))) throw new Error(`${widget}: the keyboard test fails as it is`);
  for (const mutant of mutants) {
    const survives = await passes(widget, mutant);
    counts[survives ? 'failed' : 'passed'] += 1;
    console.log(`${survives ? 'SURVIVES' : 'found   '} ${widget} ${mutant.name}`);
  }
  // On a machine that got too slow for the test meanwhile, each mutant would count as found.
  if (!(await passes(widget))) throw new Error(`${widget}: the keyboard test fails as it is, at the end`);
}
console.log(`# pass ${counts.passed}\n# fail ${counts.failed}`);
process.exitCode = counts.failed > 0 ? 1 : 0;
