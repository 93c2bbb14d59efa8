/** Checks that package.json's exports name every widget and that every file they name exists. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, findWidgets, MANIFEST, ROOT } from './project.mjs';

function targetsOf(entry) {
  return typeof entry === 'string' ? [entry] : Object.values(entry).flatMap(targetsOf);
}

export function checkExports() {
  const wanted = findWidgets().flatMap((name) => [`./${name}`, `./${name}/define`]);
  const unnamed = wanted.filter((path) => !(path in MANIFEST.exports));
  const targets = [...targetsOf(MANIFEST.exports), ...Object.values(MANIFEST.bin), MANIFEST.customElements];
  const absent = targets.filter((path) => !path.includes('*') && !existsSync(join(ROOT, path)));
  const themes = filesBelow('themes').filter((path) => !existsSync(join(ROOT, 'dist', path)));
  const problems = [
    ...unnamed.map((path) => `package.json: "${path}" is missing in exports`),
    ...[...absent, ...themes].map((path) => `${path} was not built`),
  ];
  if (problems.length > 0) throw new Error(problems.join('\n'));
}
