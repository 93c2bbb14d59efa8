/** Coverage of the pilot: its tests run in Node as bundles, and V8's counts are led back to the sources by the source maps. */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import istanbul from 'istanbul-lib-coverage';
import v8ToIstanbul from 'v8-to-istanbul';
import { ROOT } from './project.mjs';

export const COUNTS = join(ROOT, '.tmp/mocks-v8');

const isSource = (path) => /^mocks\/.*\.ts$/.test(path) && !path.endsWith('.test.ts');

/** @returns {Promise<{ percent: number, files: Map<string, number> }>} lines, in all and by file */
export async function mocksCoverage() {
  const map = istanbul.createCoverageMap();
  for (const name of readdirSync(COUNTS)) {
    const { result } = JSON.parse(readFileSync(join(COUNTS, name), 'utf8'));
    for (const { url, functions } of result.filter(({ url: from }) => from.includes('/.tmp/mocks-tests/'))) {
      const path = fileURLToPath(url.split('?')[0]);
      if (!existsSync(path)) continue;
      const converter = v8ToIstanbul(path);
      await converter.load();
      converter.applyCoverage(functions);
      map.merge(converter.toIstanbul());
      converter.destroy();
    }
  }
  map.filter((path) => isSource(relative(ROOT, path)));
  const { lines } = map.getCoverageSummary();
  const files = new Map(
    map.files().map((path) => [relative(ROOT, path), map.fileCoverageFor(path).toSummary().lines.pct]),
  );
  return { percent: lines.pct, files };
}

export const forgetCounts = () => rmSync(COUNTS, { recursive: true, force: true });
