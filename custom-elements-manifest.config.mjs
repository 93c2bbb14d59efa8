import { VERSION } from './scripts/lib/project.mjs';

/** Where a module is found in the package, instead of its source. */
const published = (path) => path.replace(/^components\//, 'dist/components/').replace(/\.ts$/, '.js');

function rewritePaths(node) {
  if (Array.isArray(node)) node.forEach(rewritePaths);
  else if (node && typeof node === 'object') {
    for (const key of ['path', 'module']) if (typeof node[key] === 'string') node[key] = published(node[key]);
    Object.values(node).forEach(rewritePaths);
  }
}

const isHidden = ({ name = '', privacy, static: isStatic }) =>
  privacy === 'private' || privacy === 'protected' || isStatic || name.startsWith('#');

/** That a value may be absent says nothing to a reader of the tables, and hides the control for it. */
function simplifyType({ type }) {
  if (type) type.text = type.text.replaceAll(/ \| (null|undefined)\b/g, '');
}

/** The tag follows from the file: `components/deadline-list/deadline-list.ts` is `<skranke-deadline-list>`. */
function nameTheTag(module) {
  const [, folder, file] = module.path.match(/^components\/([\w-]+)\/([\w-]+)\.ts$/) ?? [];
  if (folder === undefined || folder !== file) return;
  for (const declaration of module.declarations ?? []) {
    if (declaration.kind === 'class' && declaration.name.startsWith('Skranke'))
      Object.assign(declaration, { tagName: `skranke-${folder}`, customElement: true });
  }
}

const defaultTag = (ts, node) =>
  ts.getJSDocTags(node).find(({ tagName }) => tagName.getText() === 'default')?.comment;

/** A default that is a constant's name in the code is what `@default` says: the analyzer prefers the name. */
function applyDefaults(ts, node, { declarations = [] }) {
  if (!ts.isClassDeclaration(node)) return;
  const { members = [], attributes = [] } = declarations.find(({ name }) => name === node.name?.text) ?? {};
  for (const member of node.members) {
    const value = defaultTag(ts, member);
    if (value === undefined) continue;
    const name = member.name.getText();
    const documented = [
      ...members.filter((row) => row.name === name),
      ...attributes.filter((row) => row.fieldName === name),
    ];
    for (const row of documented) row.default = value;
  }
}

/** The manifest tells what a host may use: public members only. */
function publish(manifest) {
  for (const module of manifest.modules) {
    for (const declaration of module.declarations ?? []) {
      const { members = [], attributes = [] } = declaration;
      declaration.members = members.filter((member) => !isHidden(member));
      [...declaration.members, ...attributes].forEach(simplifyType);
    }
  }
  manifest.modules = manifest.modules.filter(({ declarations }) =>
    declarations?.some(({ customElement }) => customElement),
  );
  manifest.package = { name: 'skranke', version: VERSION };
  rewritePaths(manifest.modules);
}

export default {
  globs: ['components/**/*.ts'],
  exclude: ['**/*.test.ts', '**/testing/**', '**/*.harness.ts', 'components/*.ts', '**/*.d.ts'],
  outdir: 'dist',
  litelement: true,
  packagejson: false,
  plugins: [
    {
      name: 'skranke-defaults',
      analyzePhase: ({ ts, node, moduleDoc }) => applyDefaults(ts, node, moduleDoc),
    },
    { name: 'skranke-tag', moduleLinkPhase: ({ moduleDoc }) => nameTheTag(moduleDoc) },
    {
      name: 'skranke-publish',
      packageLinkPhase: ({ customElementsManifest }) => publish(customElementsManifest),
    },
  ],
};
