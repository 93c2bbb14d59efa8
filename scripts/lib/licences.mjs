/** The licences of what is bundled into `dist/cdn` and `dist/cli`: they ask to travel with the code. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './project.mjs';

const PACKAGE = /node_modules\/((?:@[^/]+\/)?[^/]+)\//g;

/** @param {Iterable<string>} files paths of the modules in a bundle */
export function licencesOf(files) {
  const folders = new Set();
  for (const file of files) {
    const last = [...file.replaceAll('\\', '/').matchAll(PACKAGE)].at(-1);
    if (last)
      folders.add(file.slice(file.startsWith(ROOT) ? ROOT.length + 1 : 0, last.index + last[0].length));
  }
  return [...folders].sort().map(licenceOf).join('\n\n');
}

function licenceOf(folder) {
  const path = join(ROOT, folder);
  const { name, version, license } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(path, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n${'-'.repeat(72)}\n${text}`;
}
