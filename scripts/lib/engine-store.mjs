/** The last outcome of each test file in each engine, so that one engine, or one file, can be run at a time. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './project.mjs';

const FILE = join(ROOT, '.tmp/engine-results.json');

const read = () => (existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {});

/**
 * Keeps what was run, and takes the rest from the times before; files that are gone, and results of another version of the
 * engine, are forgotten.
 * @returns the run with all files that are known
 */
export function keepRun(name, run) {
  const all = read();
  const old = all[name]?.version === run.version ? all[name] : { files: {}, notes: [] };
  const files = { ...old.files, ...run.files };
  for (const file of Object.keys(files)) if (!existsSync(join(ROOT, file))) delete files[file];
  const notes = [...old.notes.filter(({ file }) => !run.files[file] && files[file]), ...run.notes];
  all[name] = { version: run.version, files, notes };
  mkdirSync(dirname(FILE), { recursive: true });
  writeFileSync(FILE, JSON.stringify(all));
  return { ...run, files, notes };
}

/** What is known of an engine that is not run now. */
export const keptRun = (name) => read()[name];
