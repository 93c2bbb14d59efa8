/** Coverage of lines and branches by source file, from lcov files and from V8's own of Node processes. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import v8ToIstanbul from 'v8-to-istanbul';
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

/** What Node processes left in `NODE_V8_COVERAGE`, for sources whose project path begins with `prefix`. */
export async function readNodeCoverage(folder, prefix) {
  const files = new Map();
  const reports = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
  for (const name of reports) {
    const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    for (const { url, functions } of result)
      if (url.includes('/.tmp/mocks-tests/')) await addBundle(files, fileURLToPath(url), functions, prefix);
  }
  return files;
}

async function addBundle(files, bundle, functions, prefix) {
  if (!existsSync(bundle)) return;
  const converter = v8ToIstanbul(bundle, 0, undefined, (path) => !relative(ROOT, path).startsWith(prefix));
  await converter.load();
  converter.applyCoverage(functions);
  for (const [path, data] of Object.entries(converter.toIstanbul())) {
    const name = relative(ROOT, path);
    if (!name.startsWith(prefix) || /\.test\.ts$|\/testing\//.test(name)) continue;
    const file = files.get(name) ?? emptyFile();
    files.set(name, file);
    for (const [id, { start }] of Object.entries(data.statementMap)) add(file.lines, start.line, data.s[id]);
    for (const [id, { loc }] of Object.entries(data.branchMap))
      add(file.branches, `${loc.start.line}:${loc.start.column}`, data.b[id][0]);
  }
  converter.destroy();
}

/** Percent of what was hit. */
export function percent(files, kind) {
  const hits = files.flatMap((file) => [...file[kind].values()]);
  return hits.length === 0 ? 100 : (100 * hits.filter((count) => count > 0).length) / hits.length;
}
