/** What editors complete and explain: VS Code custom data and JetBrains web-types; made of the manifest. */
import { VERSION } from '../project.mjs';

const attributesOf = ({ fields }) => fields.filter(({ attribute }) => attribute);
const TYPE_NAMES = { boolean: 'boolean', number: 'number', string: 'string' };
const typeOf = ({ kind, values }) =>
  kind === 'enum' ? values.map((value) => `'${value}'`).join(' | ') : (TYPE_NAMES[kind] ?? 'object');

function vsCodeTag(widget) {
  const { tag, summary, events, slots, parts, states } = widget;
  const list = (title, rows) =>
    rows.length > 0
      ? `\n\n${title}:\n${rows.map(({ name, description }) => `- \`${name || '(default)'}\`: ${description}`).join('\n')}`
      : '';
  const value = `${summary}${list('Events', events)}${list('Slots', slots)}${list('Parts', parts)}${list('States', states)}`;
  return {
    name: tag,
    description: { kind: 'markdown', value },
    attributes: attributesOf(widget).map(({ attribute, description, kind, values }) => ({
      name: attribute,
      description,
      ...(kind === 'boolean' && { valueSet: 'v' }),
      ...(values && { values: values.map((name) => ({ name })) }),
    })),
  };
}

function cssProperties(widgets) {
  const known = new Map(widgets.flatMap((widget) => widget.cssProperties).map((row) => [row.name, row]));
  return [...known.values()].map(({ name, description }) => ({ name, description }));
}

function webTypesElement(widget) {
  const { tag, summary, fields, events, slots, parts } = widget;
  const named = ({ name, description }) => ({ name, description });
  return {
    name: tag,
    description: summary,
    attributes: attributesOf(widget).map((field) => ({
      name: field.attribute,
      description: field.description,
      value: { type: typeOf(field), ...(field.default !== undefined && { default: field.default }) },
    })),
    slots: slots.map(named),
    js: {
      properties: fields.map((field) => ({ ...named(field), type: typeOf(field) })),
      events: events.map((event) => ({ ...named(event), type: event.type })),
    },
    css: { parts: parts.map(named) },
  };
}

/** Data by path below `dist/`. */
export function editorData(widgets) {
  return {
    'html-custom-data.json': { version: 1.1, tags: widgets.map(vsCodeTag) },
    'css-custom-data.json': { version: 1.1, properties: cssProperties(widgets) },
    'web-types.json': {
      $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
      name: 'skranke',
      version: VERSION,
      'description-markup': 'markdown',
      contributions: {
        html: { elements: widgets.map(webTypesElement) },
        css: { properties: cssProperties(widgets) },
      },
    },
  };
}
