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

/** For packages that name the licence and bring no text of it. */
const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

function licenceOf(folder) {
  const path = join(ROOT, folder);
  const { name, version, license, author } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  const file = readdirSync(path).find((entry) => /^licen[cs]e/i.test(entry));
  const holder = author?.name ?? author ?? `the authors of ${name}`;
  const standard = license === 'MIT' ? `Copyright (c) ${holder}\n\n${MIT}` : '';
  const text = file ? readFileSync(join(path, file), 'utf8').trim() : standard;
  return `${name} ${version} (${license})\n${'-'.repeat(72)}\n${text}`;
}

/** What stands in such a file. */
export function packagesIn(text) {
  const rows = text.matchAll(
    /^(\S+) (\S+) \((.+)\)\n-{72}\n([\s\S]*?)(?=\n\n\S+ \S+ \(.+\)\n-{72}\n|\s*$(?![\s\S]))/gm,
  );
  return [...rows].map(([, name, version, license, licence]) => ({ name, version, license, text: licence }));
}
