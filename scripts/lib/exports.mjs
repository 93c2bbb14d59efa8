/** Checks that package.json's exports name every widget and that every file they name exists. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, findWidgets, MANIFEST, ROOT } from './project.mjs';

function targetsOf(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targetsOf);
}

/** Each widget's harness is part of `skranke/testing`. */
function unnamedHarnesses() {
  const testing = readFileSync(join(ROOT, 'components/testing.ts'), 'utf8');
  return findWidgets().filter((name) => !testing.includes(`/${name}.harness.js'`));
}

export function checkExports() {
  const wanted = findWidgets().flatMap((name) => [`./${name}`, `./${name}/define`]);
  const unnamed = wanted.filter((path) => !(path in MANIFEST.exports));
  const targets = [...targetsOf(MANIFEST.exports), ...Object.values(MANIFEST.bin), MANIFEST.customElements];
  const absent = targets.filter((path) => !path.includes('*') && !existsSync(join(ROOT, path)));
  const themes = filesBelow('themes').filter((path) => !existsSync(join(ROOT, 'dist', path)));
  const problems = [
    ...unnamed.map((path) => `package.json: "${path}" is missing in exports`),
    ...unnamedHarnesses().map((name) => `components/testing.ts does not export the harness of ${name}`),
    ...[...absent, ...themes].map((path) => `${path} was not built`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
