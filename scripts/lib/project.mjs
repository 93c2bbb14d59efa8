/** What the scripts know about the project: its root, its version and its widgets. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const DIST = join(ROOT, 'dist');
export const MANIFEST = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
export const VERSION = MANIFEST.version;

/** The widgets' names without the prefix, found by their registration files: `components/NAME/NAME.define.ts`. */
export function findWidgets() {
  return readdirSync(join(ROOT, 'components'))
    .filter((name) => existsSync(join(ROOT, 'components', name, `${name}.define.ts`)))
    .sort();
}

/** All files below a folder, as project paths; nothing where there is no such folder. */
export function filesBelow(folder) {
  const root = join(ROOT, folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1))
    .sort();
}
