/** What the manifest and the compiler say of every widget: the source of all types and editor data for hosts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { DIST, ROOT } from '../project.mjs';

/** The classes as the compiler sees them: the manifest does not resolve the names of types. */
function classTypes() {
  const entry = join(ROOT, 'components/index.ts');
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
  const program = ts.createProgram([entry, join(ROOT, 'components/globals.d.ts')], { ...options, types: [] });
  const checker = program.getTypeChecker();
  const symbol = checker.getSymbolAtLocation(program.getSourceFile(entry));
  const exported = new Map(checker.getExportsOfModule(symbol).map((found) => [found.name, found]));
  const typeOf = (name) => {
    const found = exported.get(name);
    if (!found) throw new Error(`components/index.ts does not export ${name}`);
    const declared = found.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(found) : found;
    return checker.getDeclaredTypeOfSymbol(declared);
  };
  return { checker, typeOf, exported };
}

/** `string`, `number`, `boolean` or the literals that are allowed. */
function kindOf(checker, type) {
  const parts = type.isUnion() ? type.types : [type];
  const present = parts.filter(({ flags }) => !(flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined)));
  if (present.every((part) => part.isStringLiteral())) {
    return { kind: 'enum', values: present.map(({ value }) => value) };
  }
  const kind = checker.typeToString(checker.getBaseTypeOfLiteralType(present[0]));
  return { kind: ['string', 'number', 'boolean'].includes(kind) ? kind : 'object' };
}

const oneLine = (text = '') => text.replaceAll(/\s+/g, ' ').trim();

/** The name of a constant says nothing to a host: the value stands in `@default`. */
function checkDefault(tag, { name, default: value = '' }) {
  if (/^[A-Z][A-Z\d_]*\b/.test(value))
    throw new Error(`${tag}: ${name} needs a @default in place of ${value}`);
}

/** A field that a host may set; `attribute` where there is one. */
function settable({ checker, typeOf }, { name }, member) {
  const symbol = typeOf(name).getProperty(member.name);
  const type = checker.getTypeOfSymbol(symbol);
  return {
    name: member.name,
    attribute: member.attribute,
    description: oneLine(member.description),
    default: member.default,
    ...kindOf(checker, type),
  };
}

/** The events that the manifest names are those that `addEventListener` of the class is typed for. */
function checkEvents({ typeOf }, { name, events = [] }) {
  const map = typeOf(`${name.replace(/^Skranke/, '')}EventMap`);
  const typed = map.getProperties().map((property) => property.name);
  const documented = events.map((event) => event.name).filter((event) => event.startsWith('skranke-'));
  const odd = [...typed, ...documented].filter(
    (event) => !typed.includes(event) || !documented.includes(event),
  );
  if (odd.length > 0)
    throw new Error(`${name}: ${odd.join(', ')} must stand both in @fires and in the event map`);
}

function readWidget(compiler, declaration) {
  const { name, tagName, events = [], members = [] } = declaration;
  checkEvents(compiler, declaration);
  const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
  for (const field of [...fields, ...(declaration.attributes ?? [])]) checkDefault(tagName, field);
  const foreign = events.filter(({ type }) => type.text !== 'Event' && !compiler.exported.has(type.text));
  if (foreign.length > 0)
    throw new Error(`components/index.ts does not export ${foreign.map(({ type }) => type.text).join(', ')}`);
  return {
    className: name,
    tag: tagName,
    /** `DeadlineList` */
    shortName: name.replace(/^Skranke/, ''),
    summary: oneLine(declaration.summary ?? declaration.description),
    fields: fields.map((member) => settable(compiler, declaration, member)),
    events: events.map((event) => ({
      name: event.name,
      type: event.type.text,
      description: oneLine(event.description),
    })),
    slots: declaration.slots ?? [],
    parts: declaration.cssParts ?? [],
    cssProperties: declaration.cssProperties ?? [],
    states: declaration.cssStates ?? [],
  };
}

/** All widgets of the manifest, in its order. Needs `dist/custom-elements.json`. */
export function readWidgets() {
  const { modules } = JSON.parse(readFileSync(join(DIST, 'custom-elements.json'), 'utf8'));
  const compiler = classTypes();
  return modules
    .flatMap(({ declarations }) => declarations)
    .filter(({ tagName }) => tagName)
    .map((declaration) => readWidget(compiler, declaration));
}
