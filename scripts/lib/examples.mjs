/**
 * The examples that have packages of their own: each is copied to `.tmp/examples/NAME`, gets the kit as `npm pack`
 * makes it (never the sources), and is installed by its own lock file and built there.
 */
import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { MANIFEST, ROOT } from './project.mjs';

const run = promisify(execFile);
const SOURCES = join(ROOT, 'examples');
const WORK = join(ROOT, '.tmp/examples');
/** Where an example is installed and built. */
export const exampleFolder = (name) => join(WORK, name);
const TARBALL = 'skranke.tgz';

/** Names of the examples with a package.json. */
export function packagedExamples() {
  return readdirSync(SOURCES)
    .filter((name) => existsSync(join(SOURCES, name, 'package.json')))
    .sort();
}

/** Runs a command in a folder; its output is in the error when it fails. */
export async function runIn(folder, command, ...args) {
  const options = {
    cwd: folder,
    maxBuffer: 50_000_000,
    env: { ...process.env, NO_COLOR: '1', NG_CLI_ANALYTICS: 'false' },
  };
  try {
    const { stdout } = await run(command, args, options);
    return stdout;
  } catch (error) {
    throw new Error(`${command} ${args.join(' ')} in ${folder}:\n${error.stdout}\n${error.stderr}`, {
      cause: error,
    });
  }
}

/** Packs the kit as it was built. @returns the file */
export async function packKit() {
  mkdirSync(WORK, { recursive: true });
  const options = ['--json', '--ignore-scripts', '--pack-destination', WORK];
  const [{ filename }] = JSON.parse(await runIn(ROOT, 'npm', 'pack', ...options));
  renameSync(join(WORK, filename), join(WORK, TARBALL));
  return join(WORK, TARBALL);
}

/** An empty working folder with the example's own files and the packed kit in it. */
function copyExample(name) {
  const folder = exampleFolder(name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(SOURCES, name), folder, { recursive: true });
  cpSync(join(WORK, TARBALL), join(folder, TARBALL));
  return folder;
}

const QUIET = ['--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'];

/** A lock that knows other dependencies of the kit than it has would install a kit that does not start. */
function checkLock(name) {
  const lock = JSON.parse(readFileSync(join(SOURCES, name, 'package-lock.json'), 'utf8'));
  const locked = JSON.stringify(lock.packages['node_modules/skranke'].dependencies);
  if (locked !== JSON.stringify(MANIFEST.dependencies))
    throw new Error(`examples/${name}: the lock file is old; run node examples/serve.mjs ${name} --lock`);
}

/** Installs and builds an example; `packKit()` comes first. @returns its folder */
export async function prepareExample(name) {
  checkLock(name);
  const folder = copyExample(name);
  await runIn(folder, 'npm', 'ci', ...QUIET);
  const { scripts } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (scripts?.build) await runIn(folder, 'npm', 'run', 'build');
  return folder;
}

/** Renews an example's lock file. The kit's own hash is left out: it is another with every build. */
export async function renewLock(name) {
  const folder = copyExample(name);
  await runIn(folder, 'npm', 'install', '--package-lock-only', ...QUIET);
  const lock = JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8'));
  delete lock.packages['node_modules/skranke'].integrity;
  writeFileSync(join(SOURCES, name, 'package-lock.json'), `${JSON.stringify(lock, null, 2)}\n`);
}
