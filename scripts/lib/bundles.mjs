/** The Vite builds: the npm modules and the files for a CDN. */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { leanDecorators } from './lean-decorators.mjs';
import { leanLit } from './lean-lit.mjs';
import { compiledAtOnce, minifyTemplates, terser } from './minify.mjs';
import { DIST, filesBelow, findWidgets, ROOT } from './project.mjs';

const EXTERNALS = [
  /^lit(\/|$)/,
  /^@lit\//,
  /^zod(\/|$)/,
  /^dompurify$/,
  /^lean-qr(\/|$)/,
  /^msw(\/|$)/,
  /^node:/,
];
const TARGET = 'es2022';

const source = (...path) => join(ROOT, ...path);
const widgetSource = (name) => source('components', name, `${name}.define.ts`);

/** A module that exists only during the build. */
function virtualModules(modules) {
  return {
    name: 'skranke-virtual',
    resolveId: (id) => (id in modules ? `\0${id}` : undefined),
    load: (id) => modules[id.slice(1)],
  };
}

export function libraryEntries() {
  const widgets = findWidgets().flatMap((name) => [
    source('components', name, `${name}.ts`),
    widgetSource(name),
  ]);
  const single = ['components/index.ts', 'components/define.ts', 'components/testing.ts'];
  const mocks = ['mocks/index.ts', 'mocks/browser.ts', 'mocks/node.ts'];
  const present = [...single, ...mocks].map((path) => source(path)).filter(existsSync);
  return [...present, ...widgets];
}

/** One module a source file, dependencies left to the host's own tools. */
export function buildLibrary() {
  return build({
    root: ROOT,
    logLevel: 'warn',
    plugins: [minifyTemplates()],
    build: {
      outDir: DIST,
      emptyOutDir: false,
      target: TARGET,
      minify: false,
      lib: { entry: libraryEntries(), formats: ['es'] },
      rolldownOptions: {
        external: EXTERNALS,
        output: {
          preserveModules: true,
          preserveModulesRoot: ROOT,
          minify: false,
          // The decorators' helper comes from the compiler, under a name with the compiler's version.
          entryFileNames: ({ name }) =>
            name.startsWith('_virtual/') ? `helpers/${basename(name)}.js` : '[name].js',
        },
      },
    },
  });
}

/**
 * Sizes and CDN files come from the same settings, so that the stated size is that of the file. With several entries,
 * what three of them have in common is one file: in small ones it would take more bytes and round trips, and all in one
 * would be more than each of them needs.
 */
export async function bundle({ entry, modules, names = chunkName, outDir }) {
  const [{ output }] = await build({
    root: ROOT,
    logLevel: 'warn',
    plugins: [
      virtualModules(modules),
      leanDecorators(),
      leanLit(),
      minifyTemplates(),
      terser(),
      compiledAtOnce(),
    ],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: outDir ?? DIST,
      write: outDir !== undefined,
      emptyOutDir: false,
      target: TARGET,
      reportCompressedSize: false,
      // Library mode leaves import() as it is, without a preload helper.
      lib: { entry: 'unused', formats: ['es'] },
      rolldownOptions: {
        input: entry,
        checks: { pluginTimings: false, bundlerTimings: false },
        preserveEntrySignatures: 'exports-only',
        output: {
          format: 'es',
          minify: true,
          comments: false,
          codeSplitting: { groups: [{ name: 'shared', minShareCount: 3 }] },
          entryFileNames: '[name].js',
          chunkFileNames: names,
        },
      },
    },
  });
  return output;
}

function chunkName({ name, moduleIds }) {
  return moduleIds.some((id) => id.includes('/node_modules/dompurify/'))
    ? 'skranke-sanitizer-[hash].js'
    : `skranke-${name}-[hash].js`;
}

/** What is alike stands together, and compresses better by one per cent: texts, then styles, then templates. */
const KINDS = ['messages', 'styles', 'templates', 'rows', 'facts', 'summary', 'events'];

function likeWithLike() {
  const all = (kind) => filesBelow('components').filter((path) => path.endsWith(`.${kind}.ts`));
  return KINDS.flatMap(all).map((path) => `import ${JSON.stringify(source(path))};`);
}

/** Everything in one file, the HTML sanitiser in a lazy one beside it. */
export async function buildKit(outDir) {
  const kit = `${likeWithLike().join('\n')}
import ${JSON.stringify(source('components/define.ts'))};
export * from ${JSON.stringify(source('components/index.ts'))};`;
  const output = await bundle({ entry: { skranke: 'virtual:kit' }, modules: { 'virtual:kit': kit }, outDir });
  const lazy = output.filter(({ fileName }) => fileName !== 'skranke.js');
  const stray = lazy.filter(
    ({ fileName, imports }) => !fileName.startsWith('skranke-sanitizer-') || imports.length > 0,
  );
  if (stray.length > 0) {
    // A lazy file that imports skranke.js would load a second kit beside skranke-VERSION.js.
    const names = stray.map(({ fileName }) => fileName).join(', ');
    throw new Error(
      `Only the sanitiser may be lazy, and it must import nothing the kit holds too; found ${names}`,
    );
  }
  return output;
}

/** The loader, one file a widget (under a name that stays), and what they share. */
export function buildLoader(outDir) {
  const rows = findWidgets().map(
    (name) => `'skranke-${name}': () => import(${JSON.stringify(widgetSource(name))}),`,
  );
  return bundle({
    entry: { loader: source('scripts/cdn/loader.js') },
    modules: { 'virtual:widgets': `export default {${rows.join('\n')}};` },
    names: (chunk) => {
      const define = chunk.facadeModuleId && basename(chunk.facadeModuleId).match(/^(.+)\.define\.ts$/);
      return define ? `${define[1]}.js` : chunkName(chunk);
    },
    outDir,
  });
}

/** One widget with all it needs, as a page would load it alone. */
export function bundleWidget(name) {
  return bundle({ entry: { [name]: widgetSource(name) }, modules: {} });
}
