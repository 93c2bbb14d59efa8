/** The type declarations for JSX, Vue and Svelte, and Angular directives as source; made of the manifest. */

const HEAD = '// Generated from custom-elements.json.';
const camel = (name) => name.replaceAll(/-(\w)/g, (_, letter) => letter.toUpperCase());
const doc = ({ description, default: value }) =>
  `/** ${description}${value === undefined ? '' : ` Default: \`${value}\`.`} */`;

/** Attributes whose name is not that of their property. */
const kebab = ({ fields }) => fields.filter(({ attribute, name }) => attribute && attribute !== name);
const ownEvents = ({ events }) => events.filter(({ name }) => name.startsWith('skranke-'));

/** An attribute holds text: a number may be written as one. */
function attributeType(className, { kind, name }) {
  return kind === 'number' ? 'number | string | undefined' : `${className}['${name}'] | undefined`;
}

function widgetTypes(widget) {
  const { className, shortName, tag, fields } = widget;
  const props = fields.map(
    (field) => `  ${doc(field)}\n  ${field.name}?: ${className}['${field.name}'] | undefined;`,
  );
  const attributes = kebab(widget).map(
    (field) => `  ${doc(field)}\n  '${field.attribute}'?: ${attributeType(className, field)};`,
  );
  const events = ownEvents(widget).map((event) => `  ${doc(event)}\n  '${event.name}': ${event.type};`);
  return `/** Properties of \`<${tag}>\`. */
export interface ${shortName}Props {
${props.join('\n')}
}

/** Attributes of \`<${tag}>\` that have another name than their property. */
export interface ${shortName}Attributes {
${attributes.join('\n')}
}

/** Events of \`<${tag}>\`. */
export interface ${shortName}Events {
${events.join('\n')}
}`;
}

/** The names that a file needs of the kit: classes and events, once each. */
function kitNames(widgets) {
  const names = widgets.flatMap((widget) => [widget.className, ...ownEvents(widget).map(({ type }) => type)]);
  return [...new Set(names)].sort().join(', ');
}

/** What the declarations of all frameworks build on. */
function shared(widgets) {
  return `${HEAD}
import type { ${kitNames(widgets)} } from '../components/index.js';
export type { ${widgets.map(({ className }) => className).join(', ')} } from '../components/index.js';

${widgets.map(widgetTypes).join('\n\n')}

/** \`onskranke-ready\` and so on, as React and Svelte name listeners. */
export type Listeners<Events> = {
  [Name in keyof Events & string as \`on\${Name}\`]?: ((event: Events[Name]) => void) | undefined;
};
`;
}

/** Import of each widget's class and of its types that end in `kinds`. */
function importsOf(widgets, kinds, more = []) {
  const names = widgets.flatMap(({ className, shortName }) => [
    className,
    ...kinds.map((kind) => shortName + kind),
  ]);
  return `import type { ${[...more, ...names].join(', ')} } from './widgets.js';`;
}

const partsOf = ({ shortName }) =>
  `${shortName}Props & ${shortName}Attributes & Listeners<${shortName}Events>`;

function react(widgets) {
  const rows = widgets.map(
    (widget) => `      /** ${widget.summary} */
      '${widget.tag}': Widget<${widget.className}, ${partsOf(widget)}>;`,
  );
  return `${HEAD}
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
${importsOf(widgets, ['Props', 'Attributes', 'Events'], ['Listeners'])}

type Widget<Element, Own> = Omit<DetailedHTMLProps<HTMLAttributes<Element>, Element>, keyof Own> & Own;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${rows.join('\n')}
    }
  }
}

export {};
`;
}

function svelte(widgets) {
  const rows = widgets.map(
    (widget) => `    /** ${widget.summary} */
    '${widget.tag}': Widget<${widget.className}, ${partsOf(widget)}>;`,
  );
  return `${HEAD}
import type { HTMLAttributes } from 'svelte/elements';
${importsOf(widgets, ['Props', 'Attributes', 'Events'], ['Listeners'])}

type Widget<Element extends EventTarget, Own> = Omit<HTMLAttributes<Element>, keyof Own> & Own;

declare module 'svelte/elements' {
  export interface SvelteHTMLElements {
${rows.join('\n')}
  }
}

export {};
`;
}

function vue(widgets) {
  const rows = widgets.map((widget) => {
    const { className, shortName, summary, fields } = widget;
    const listeners = ownEvents(widget).map(
      ({ name }) => `${camel(`on-${name}`)}?: ((event: ${shortName}Events['${name}']) => void) | undefined;`,
    );
    const model = fields.some(({ name }) => name === 'value') ? ' & Model' : '';
    return `    /** ${summary} */
    ${className}: Widget<${className}, ${shortName}Props & { ${listeners.join(' ')} }${model}>;`;
  });
  return `${HEAD}
import type { HTMLAttributes, ReservedProps } from 'vue';
${importsOf(widgets, ['Props', 'Events'])}

/** What \`v-model\` on a field stands for. */
type Model = {
  modelValue?: string | undefined;
  'onUpdate:modelValue'?: ((value: string) => void) | undefined;
};

type Widget<Element, Own> = new () => Element & { $props: Omit<HTMLAttributes, keyof Own> & ReservedProps & Own };

declare module 'vue' {
  export interface GlobalComponents {
${rows.join('\n')}
  }
}

export {};
`;
}

const TRANSFORMS = { boolean: '{ transform: booleanAttribute }', number: '{ transform: numberAttribute }' };

function directive(widget) {
  const { className, tag, fields, summary } = widget;
  const inputs = fields.map(
    ({ name, kind, description }) => `  /** ${description} */
  @Input(${TRANSFORMS[kind] ?? ''}) set ${name}(value: ${className}['${name}']) {
    this.#element.${name} = value;
  }`,
  );
  const outputs = ownEvents(widget).map(
    ({ name, type, description }) => `  /** ${description} */
  @Output('${name}') readonly ${camel(name)} = new EventEmitter<${type}>();`,
  );
  return `/** ${summary} */
@Directive({ selector: '${tag}' })
export class ${className}Directive {
  readonly #element = inject<ElementRef<${className}>>(ElementRef).nativeElement;

${[...inputs, ...outputs].join('\n\n')}
}`;
}

/**
 * Angular wants its directives compiled with the host's own version: so this file is for copying into the project.
 * The outputs never emit: the element's own event comes by itself; they only give it its type.
 */
function angular(widgets) {
  return `${HEAD}
import { booleanAttribute, Directive, ElementRef, EventEmitter, inject, Input, numberAttribute, Output } from '@angular/core';
import type { ${kitNames(widgets)} } from 'skranke';

${widgets.map(directive).join('\n\n')}

/** All of them, for \`imports\` of a component. */
export const skrankeDirectives = [${widgets.map(({ className }) => `${className}Directive`).join(', ')}] as const;
`;
}

/** Files by their path below \`dist/\`. */
export function frameworkTypes(widgets) {
  const NOTHING = 'export {};\n';
  return {
    'types/widgets.d.ts': shared(widgets),
    'types/widgets.js': NOTHING,
    'types/react.d.ts': react(widgets),
    'types/react.js': NOTHING,
    'types/vue.d.ts': vue(widgets),
    'types/vue.js': NOTHING,
    'types/svelte.d.ts': svelte(widgets),
    'types/svelte.js': NOTHING,
    'angular/skranke.directives.ts': angular(widgets),
  };
}
