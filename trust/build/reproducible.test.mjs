/** Two builds of the same sources give the same bytes, whatever the machine's zone, language and environment are. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { filesBelow, ROOT } from '../../scripts/lib/project.mjs';

function buildHashes(env) {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.mjs'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  assert.equal(status, 0, stderr);
  const hash = (path) =>
    createHash('sha256')
      .update(readFileSync(join(ROOT, path)))
      .digest('hex');
  return Object.fromEntries(filesBelow('dist').map((path) => [path, hash(path)]));
}

test('two builds give the same hashes', () => {
  const first = buildHashes({ TZ: 'Europe/Copenhagen', LANG: 'da_DK.UTF-8', SOURCE_DATE_EPOCH: '' });
  const second = buildHashes({ TZ: 'Pacific/Auckland', LANG: 'C', USER: 'somebody-else' });
  assert.ok(Object.keys(first).length > 50);
  assert.deepEqual(second, first);
});
