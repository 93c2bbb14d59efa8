/** Coverage of lines and branches by source file, from lcov files. */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './project.mjs';

/** @typedef {{ lines: Map<number, number>, branches: Map<string, number> }} FileCoverage hits by line and by branch */

const emptyFile = () => ({ lines: new Map(), branches: new Map() });

function add(hits, key, count) {
  hits.set(key, (hits.get(key) ?? 0) + count);
}

/** @returns {Map<string, FileCoverage>} by project path */
export function readLcov(path) {
  const files = new Map();
  let file = emptyFile();
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [kind, rest = ''] = line.split(/:(.*)/s);
    const parts = rest.split(',');
    if (kind === 'SF') files.set(relative(ROOT, join(ROOT, relative(ROOT, rest))), (file = emptyFile()));
    if (kind === 'DA') add(file.lines, Number(parts[0]), Number(parts[1]));
    if (kind === 'BRDA') add(file.branches, parts.slice(0, 3).join(), Number(parts[3]) || 0);
  }
  return files;
}

/** Percent of what was hit. */
export function percent(files, kind) {
  const hits = files.flatMap((file) => [...file[kind].values()]);
  return hits.length === 0 ? 100 : (100 * hits.filter((count) => count > 0).length) / hits.length;
}
