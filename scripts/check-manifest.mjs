/**
 * Compares the names in the code (parts, events, custom properties, states, slots) with those in the manifest, both
 * ways. A widget documents what is in its own folder; what is in `components/shared` stands at the base class or at
 * the widgets that show it.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, findWidgets, ROOT } from './lib/project.mjs';

const OUT = '.tmp/manifest';

function analyse() {
  execFileSync(
    'npx',
    ['cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--outdir', OUT, '--quiet'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  const { modules } = JSON.parse(readFileSync(join(ROOT, OUT, 'custom-elements.json'), 'utf8'));
  return modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ customElement }) => customElement);
}

function readCode(folder) {
  const files = filesBelow(folder).filter(
    (path) => /(?<!\.(test|harness|d))\.ts$/.test(path) && !path.includes('/testing/'),
  );
  return files
    .map((path) => readFileSync(join(ROOT, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, ''))
    .join('\n');
}

const matches = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => name);
const words = (texts) => texts.flatMap((text) => text.split(/\s+/)).filter(Boolean);
const literals = (texts) => texts.flatMap((text) => matches(text, /'([^']*)'/g));

/** How each kind of name is written in code and in the manifest. */
const KINDS = {
  part: {
    inCode: (code) =>
      words([
        ...matches(code, /\bpart="([^"$]*)"/g),
        ...matches(code, /'part', '([^']*)'/g),
        ...matches(code, /\bpart: '([^']*)'/g),
        ...literals(matches(code, /\bpart=\$\{([^}]*)\}/g)),
      ]),
    documented: ({ cssParts = [] }) => cssParts.map(({ name }) => name),
  },
  event: {
    inCode: (code) => matches(code, /(?:\bsuper|new \w*Event)\(\s*'(skranke-[\w-]+|input|change)'/g),
    documented: ({ events = [] }) => events.map(({ name }) => name),
  },
  'custom property': {
    inCode: (code) => matches(code, /var\(\s*(--skranke-[\w-]+)/g),
    documented: ({ cssProperties = [] }) => cssProperties.map(({ name }) => name),
  },
  state: {
    inCode: (code) => matches(code, /\bstates\.(?:add|delete)\('([\w-]+)'/g),
    documented: ({ cssStates = [] }) => cssStates.map(({ name }) => name),
    // The base class sets its states in a loop: for the way back the name as a literal is enough.
    isUsed: (name, code) => code.includes(`'${name}'`),
  },
  slot: {
    inCode: (code) => [
      ...matches(code, /<slot name="([\w-]+)"/g),
      ...(/<slot[ >](?!name)/.test(code) ? [''] : []),
    ],
    documented: ({ slots = [] }) => slots.map(({ name }) => name),
  },
};

const problems = [];
const report = (where, text) => problems.push(`${where}: ${text}`);

function compare(kind, { inCode, documented, isUsed }, widgets, base) {
  const shared = readCode('components/shared');
  const everywhere = new Set([base, ...widgets.map(({ manifest }) => manifest)].flatMap(documented));
  for (const name of new Set(inCode(shared))) {
    if (!everywhere.has(name)) report('components/shared', `${kind} '${name}' is documented nowhere`);
  }
  for (const { tag, code, manifest } of widgets) {
    const names = documented(manifest);
    const used = new Set([...inCode(code), ...inCode(shared)]);
    const isInCode = (name) => used.has(name) || (isUsed?.(name, code + shared) ?? false);
    for (const name of new Set(inCode(code)))
      if (!names.includes(name)) report(tag, `${kind} '${name}' is not documented`);
    for (const name of names)
      if (!isInCode(name)) report(tag, `${kind} '${name}' is documented but not in the code`);
  }
}

function checkDescriptions({ tag, manifest }) {
  const {
    attributes = [],
    events = [],
    cssParts = [],
    cssProperties = [],
    cssStates = [],
    slots = [],
    members = [],
  } = manifest;
  const named = [...attributes, ...events, ...cssParts, ...cssProperties, ...cssStates, ...slots, ...members];
  if (!manifest.description) report(tag, 'has no summary');
  for (const { name, description } of named) if (!description) report(tag, `'${name}' has no description`);
  for (const { name, type } of events) if (!type?.text) report(tag, `event '${name}' has no type`);
}

/** A token in a theme that no widget knows would have no effect. */
function checkThemes(widgets, base) {
  const known = new Set(
    [base, ...widgets.map(({ manifest }) => manifest)].flatMap(KINDS['custom property'].documented),
  );
  for (const path of filesBelow('themes')) {
    const rules = readFileSync(join(ROOT, path), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
    // Those with an underscore are parts of formulas.
    const tokens = matches(rules, /(--skranke-[a-z][\w-]*)\s*:/g);
    for (const token of new Set(tokens))
      if (!known.has(token)) report(path, `'${token}' is not a documented property`);
  }
}

const declarations = analyse();
const base = declarations.find(({ name }) => name === 'WidgetElement') ?? {};
const widgets = findWidgets().map((name) => ({
  tag: `skranke-${name}`,
  code: readCode(`components/${name}`),
  manifest: declarations.find(({ tagName }) => tagName === `skranke-${name}`) ?? {},
}));

for (const [kind, rule] of Object.entries(KINDS)) compare(kind, rule, widgets, base);
widgets.forEach(checkDescriptions);
checkThemes(widgets, base);

for (const problem of problems) console.error(problem);
console.log(`Manifest: ${widgets.length} widgets, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
