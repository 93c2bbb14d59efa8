/** What the package says of the elements, against the elements as they run. Run `npm run build` first. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { DIST, ROOT } from '../scripts/lib/project.mjs';
import { openPage } from './browser-page.mjs';
import { hostPage, KIT, serveSite } from './servers.mjs';

const read = (path) => readFileSync(join(DIST, path), 'utf8');
const json = (path) => JSON.parse(read(path));
const WIDGETS = json('custom-elements.json')
  .modules.flatMap(({ declarations }) => declarations)
  .filter(({ tagName }) => tagName);
const names = (rows) => rows.map(({ name }) => name).sort();
/** As it stands in code. */
const literal = (value) => (typeof value === 'string' ? `'${value}'` : String(value));
/** Every element of the page has it. */
const COMMON = ['lang'];

test('the manifest has the attributes, properties and states that the elements have', async (t) => {
  const origin = await serveSite(t, { '/': hostPage({ head: KIT }) });
  const { page, problems } = await openPage(t, origin);
  await page.goto(origin);
  const found = await page.evaluate(
    (tags) =>
      tags.map((tag) => {
        const element = document.createElement(tag);
        const states = ['loading', 'ready', 'empty', 'error'];
        const settable = (name) => {
          for (let proto = element; proto; proto = Object.getPrototypeOf(proto)) {
            const property = Object.getOwnPropertyDescriptor(proto, name);
            if (property) return property.writable || property.set !== undefined;
          }
          return false;
        };
        return {
          attributes: [...customElements.get(tag).observedAttributes].sort(),
          properties: [...customElements.get(tag).reactiveProperties]
            .filter(([, { state }]) => !state)
            .map(([name]) => name)
            .filter(settable)
            .sort(),
          states: states.filter((state) => element.matches(`:state(${state})`)),
          values: Object.fromEntries(
            [...customElements.get(tag).reactiveProperties].map(([name]) => [name, element[name] ?? null]),
          ),
        };
      }),
    WIDGETS.map(({ tagName }) => tagName),
  );
  const without = (list) => list.filter((name) => !COMMON.includes(name));
  WIDGETS.forEach(({ tagName, attributes, members, cssStates }, index) => {
    const { attributes: real, properties, states, values } = found[index];
    assert.deepEqual(without(real), without(names(attributes)), `${tagName}: attributes`);
    const fields = members.filter(({ kind, readonly }) => kind === 'field' && !readonly);
    assert.deepEqual(without(properties), without(names(fields)), `${tagName}: properties`);
    for (const { name, default: text } of fields.filter((row) => row.default !== undefined))
      assert.equal(text, literal(values[name]), `${tagName}: default of ${name}`);
    assert.deepEqual(states, ['loading'], `${tagName}: one state at a time, from the start`);
    assert.deepEqual(names(cssStates), ['empty', 'error', 'loading', 'ready'], `${tagName}: states`);
  });
  assert.deepEqual(problems, []);
});

test('editors and frameworks know every element, attribute, property and event', () => {
  const tags = json('html-custom-data.json').tags;
  const { elements } = json('web-types.json').contributions.html;
  const types = { react: read('types/react.d.ts'), svelte: read('types/svelte.d.ts') };
  const [shared, vue, angular] = [
    'types/widgets.d.ts',
    'types/vue.d.ts',
    'angular/skranke.directives.ts',
  ].map(read);
  for (const { tagName, name, attributes, members, events } of WIDGETS) {
    const tag = tags.find((row) => row.name === tagName);
    assert.deepEqual(names(tag.attributes), names(attributes));
    const element = elements.find((row) => row.name === tagName);
    assert.deepEqual(names(element.attributes), names(attributes));
    assert.deepEqual(names(element.js.events), names(events));
    for (const text of Object.values(types)) assert.ok(text.includes(`'${tagName}': Widget<${name},`));
    assert.ok(vue.includes(`${name}: Widget<${name},`));
    const directive = angular.slice(angular.indexOf(`export class ${name}Directive`));
    for (const { kind, readonly, name: field } of members) {
      if (kind !== 'field' || readonly) continue;
      assert.ok(shared.includes(`${field}?: ${name}['${field}']`), `${tagName} ${field}`);
      assert.ok(directive.includes(`set ${field}(`), `${tagName} ${field}`);
    }
    for (const { name: event } of events.filter((row) => row.name.startsWith('skranke-')))
      assert.ok(shared.includes(`'${event}': `) && directive.includes(`@Output('${event}')`), event);
  }
});

test('every attribute has a type, and a default is a value, not the name of a constant', () => {
  const { elements } = json('web-types.json').contributions.html;
  const rows = WIDGETS.flatMap(({ tagName, attributes, members }) =>
    [...attributes, ...members].map((row) => ({ tagName, ...row })),
  );
  const untyped = WIDGETS.flatMap(({ tagName, attributes }) =>
    attributes.filter(({ type }) => !type?.text).map(({ name }) => `${tagName} ${name}`),
  );
  assert.deepEqual(untyped, []);
  const isConstant = (text = '') => /^[A-Z][A-Z\d_]*\b/.test(text);
  const named = [
    ...rows.filter((row) => isConstant(row.default)).map(({ tagName, name }) => `${tagName} ${name}`),
    ...elements.flatMap((element) =>
      element.attributes
        .filter(({ value }) => isConstant(value.default))
        .map(({ name }) => `web-types: ${element.name} ${name}`),
    ),
    ...read('types/widgets.d.ts').matchAll(/Default: `[A-Z][A-Z\d_]*\b.*/g),
  ];
  assert.deepEqual(named.map(String), []);
  const list = WIDGETS.find(({ tagName }) => tagName === 'skranke-deadline-list');
  assert.deepEqual(
    ['types', 'page-size', 'refresh-seconds'].map(
      (name) => list.attributes.find((row) => row.name === name).default,
    ),
    ["'frist sag'", '12', '60'],
  );
});

test('docs/styling.md has every part, slot and state of every element', () => {
  const cells = (line) => line.split('|').slice(1, -1);
  const documented = readFileSync(join(ROOT, 'docs/styling.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^\| (part|element|state|slot) |^\| -/.test(line))
    .map((line) => cells(line).map((cell) => cell.trim().replaceAll('`', '')));
  const isCommon = (kind, { name }) =>
    WIDGETS.every((widget) => widget[kind].some((row) => row.name === name));
  const expected = WIDGETS.flatMap((widget) => [
    ...['cssParts', 'cssStates', 'slots'].flatMap((kind) =>
      widget[kind].map((row) => [
        ...(isCommon(kind, row) ? [] : [`<${widget.tagName}>`]),
        row.name || '(default)',
        row.description,
      ]),
    ),
  ]);
  const unique = [...new Set(expected.map((row) => row.join(' | ')))].sort();
  assert.deepEqual(documented.map((row) => row.join(' | ')).sort(), unique);
});
