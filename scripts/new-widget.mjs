/**
 * `npm run new-widget NAME`: writes the folder of a widget with all files of the house, and names it where widgets are
 * named. What comes out works and passes every check; replace what it shows. The files come from scripts/new-widget.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './lib/project.mjs';

const TEMPLATES = join(ROOT, 'scripts/new-widget');

/** The ways in which a name is written. */
function namesOf(name) {
  const pascal = name.replaceAll(/(?:^|-)(\w)/g, (_, letter) => letter.toUpperCase());
  const title = name.replaceAll('-', ' ').replace(/^\w/, (letter) => letter.toUpperCase());
  return { NAME: name, CLASS: pascal, CAMEL: pascal[0].toLowerCase() + pascal.slice(1), TITLE: title };
}

/** Where the file of a template goes. */
function targetOf(template, name) {
  const file = template.replace(/\.txt$/, '').replace('NAME', name);
  if (file.endsWith('.story-test.ts')) return `stories/${name}.test.ts`;
  return file.endsWith('.stories.ts') ? `stories/${file}` : `components/${name}/${file}`;
}

async function write(path, text) {
  const file = join(ROOT, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  console.log(path);
}

/** Puts a line among its like, in the order of the alphabet. */
async function addLine(path, line, isLike) {
  const lines = readFileSync(join(ROOT, path), 'utf8').trimEnd().split('\n');
  const like = lines.filter(isLike);
  const before = like.find((other) => other > line);
  lines.splice(before ? lines.indexOf(before) : lines.lastIndexOf(like.at(-1)) + 1, 0, line);
  await write(path, `${lines.join('\n')}\n`);
}

async function addExports(name) {
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  const built = (file) => ({
    types: `./dist/components/${name}/${file}.d.ts`,
    default: `./dist/components/${name}/${file}.js`,
  });
  const entries = Object.entries(manifest.exports);
  const own = [
    [`./${name}`, built(name)],
    [`./${name}/define`, built(`${name}.define`)],
  ];
  const at = entries.findIndex(([path]) => path === './testing');
  manifest.exports = Object.fromEntries(entries.toSpliced(at, 0, ...own));
  await write('package.json', JSON.stringify(manifest, null, 2));
}

const [name = ''] = process.argv.slice(2);
if (!/^[a-z]+(-[a-z]+)+$/.test(name) || existsSync(join(ROOT, 'components', name))) {
  console.error('npm run new-widget NAME: two words or more like permit-list, and not one that exists.');
  process.exit(1);
}
const names = namesOf(name);
for (const template of readdirSync(TEMPLATES)) {
  const text = readFileSync(join(TEMPLATES, template), 'utf8');
  await write(
    targetOf(template, name),
    text.replaceAll(/__(NAME|CLASS|CAMEL|TITLE)__/g, (_, which) => names[which]),
  );
}
await addLine('components/index.ts', `export * from './${name}/index.js';`, (line) =>
  line.startsWith('export * from'),
);
await addLine('components/define.ts', `import './${name}/${name}.define.js';`, (line) =>
  line.startsWith('import'),
);
await addLine(
  'components/testing.ts',
  `export { ${names.CLASS}Harness } from './${name}/${name}.harness.js';`,
  (line) => /^export \{ \w+Harness \}/.test(line),
);
await addLine('stories/story-modules.ts', `import * as ${names.CAMEL} from './${name}.stories.js';`, (line) =>
  line.startsWith('import * as'),
);
await addLine('stories/story-modules.ts', `  '${name}': ${names.CAMEL},`, (line) =>
  /^ {2}'.+': \w+,$/.test(line),
);
await addExports(name);
console.log(`
Next: what it shows, a docs page (stories/${name}.mdx), the tables in README.md and docs/styling.md, and \`npm run size -- --write\`.`);
