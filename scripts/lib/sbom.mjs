/**
 * The bill of materials of what is shipped, as CycloneDX 1.6: the runtime dependencies of the npm package with what they
 * bring along, and what is bundled into `dist/cdn` and `dist/cli`. The same sources give the same bytes: no time in it.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesIn } from './licences.mjs';
import { MANIFEST, ROOT } from './project.mjs';

const purlOf = (name, version) => `pkg:npm/${name.replace('@', '%40')}@${version}`;
/** `(MIT OR Apache-2.0)` is an expression, `MIT` an id. */
const licenceOf = (license) =>
  /[ ()]/.test(license) ? { expression: license } : { license: { id: license } };

function hashesOf(integrity = '') {
  const [, algorithm, value] = /^sha(\d+)-(.+)$/.exec(integrity) ?? [];
  if (!value) return {};
  return { hashes: [{ alg: `SHA-${algorithm}`, content: Buffer.from(value, 'base64').toString('hex') }] };
}

/** The lock file's entries by `name@version`. */
function lockedPackages() {
  const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'));
  const entries = Object.entries(packages)
    .filter(([path]) => path.includes('node_modules/'))
    .map(([path, entry]) => ({ ...entry, path, name: entry.name ?? path.split('node_modules/').at(-1) }));
  return new Map(entries.map((entry) => [`${entry.name}@${entry.version}`, entry]));
}

/** The packages that npm installs with this one. */
const installed = (locked) =>
  [...locked.values()]
    .filter(({ dev, optional, peer }) => !dev && !optional && !peer)
    .map(({ name, version }) => `${name}@${version}`);

function componentOf(locked, key, shippedIn) {
  const entry = locked.get(key);
  if (!entry) throw new Error(`${key} is shipped, but not in package-lock.json`);
  const { name, version, license, integrity } = entry;
  if (!license) throw new Error(`${key} is shipped, but names no licence`);
  return {
    type: 'library',
    'bom-ref': purlOf(name, version),
    name,
    version,
    purl: purlOf(name, version),
    licenses: [licenceOf(license)],
    ...hashesOf(integrity),
    properties: shippedIn.map((value) => ({ name: 'skranke:shipped-in', value })),
  };
}

/** An id that follows from the contents, in the shape of a UUID. */
function serialOf(content) {
  const hex = createHash('sha256').update(content).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** @param {Record<string, string>} licenceFiles texts of THIRD-PARTY-LICENSES.txt, by the folder that they are for */
export function makeSbom(licenceFiles) {
  const locked = lockedPackages();
  const shipped = new Map(installed(locked).map((key) => [key, ['npm']]));
  for (const [folder, text] of Object.entries(licenceFiles))
    for (const { name, version } of packagesIn(text)) {
      const key = `${name}@${version}`;
      shipped.set(key, [...(shipped.get(key) ?? []), folder]);
    }
  const components = [...shipped.keys()].sort().map((key) => componentOf(locked, key, shipped.get(key)));
  const { name, version, license, description } = MANIFEST;
  const ref = purlOf(name, version);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: serialOf(JSON.stringify(components)),
    version: 1,
    metadata: {
      component: {
        type: 'library',
        'bom-ref': ref,
        name,
        version,
        description,
        purl: ref,
        licenses: [licenceOf(license)],
      },
    },
    components,
    dependencies: [{ ref, dependsOn: components.map((component) => component['bom-ref']) }],
  };
}
