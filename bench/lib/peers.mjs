/**
 * The kits that Skranke is measured beside: what a page imports for the nearest match of each of our parts. Versions stand
 * in `bench/package.json`. Where a kit has no such part, the row is empty.
 */
const shoelace = (name) => `@shoelace-style/shoelace/dist/components/${name}/${name}.js`;
const webawesome = (name) => `@awesome.me/webawesome/dist/components/${name}/${name}.js`;
const ui5 = (name) => `@ui5/webcomponents/dist/${name}.js`;
const carbon = (name) => `@carbon/web-components/es/components/${name}/index.js`;
const material = (name) => `@material/web/${name}.js`;
/** Under a name of its own, so that several parts can stand in one module. */
const fluentParts = (...names) => {
  const own = names.join('_');
  const calls = names.map((name) => `${own}.${name}()`).join(', ');
  return {
    code: `import * as ${own} from '@fluentui/web-components';\n${own}.provideFluentDesignSystem().register(${calls});`,
  };
};

export const PEERS = {
  Shoelace: {
    'rows that open': [shoelace('details')],
    tree: [shoelace('tree'), shoelace('tree-item')],
    'search and list': [shoelace('input'), shoelace('select'), shoelace('option')],
    'form and dialog': ['input', 'button', 'dialog', 'radio', 'radio-group'].map(shoelace),
    QR: [shoelace('qr-code')],
  },
  'Web Awesome': {
    'rows that open': [webawesome('details')],
    tree: [webawesome('tree'), webawesome('tree-item')],
    'search and list': [webawesome('input'), webawesome('select'), webawesome('option')],
    'form and dialog': ['input', 'button', 'dialog', 'radio', 'radio-group'].map(webawesome),
    QR: [webawesome('qr-code')],
  },
  UI5: {
    'rows that open': [ui5('Panel')],
    tree: [ui5('Tree'), ui5('TreeItem')],
    'search and list': [ui5('ComboBox'), ui5('ComboBoxItem')],
    'form and dialog': ['Input', 'Button', 'Dialog', 'RadioButton'].map(ui5),
  },
  Vaadin: {
    // Rows with details of its grid: the kit's own accordion is not installed.
    'rows that open': ['@vaadin/grid/vaadin-grid.js', '@vaadin/grid/vaadin-grid-column.js'],
    tree: ['@vaadin/grid/vaadin-grid.js', '@vaadin/grid/vaadin-grid-tree-column.js'],
    'search and list': ['@vaadin/combo-box/vaadin-combo-box.js'],
    'form and dialog': [
      '@vaadin/text-field/vaadin-text-field.js',
      '@vaadin/button/vaadin-button.js',
      '@vaadin/dialog/vaadin-dialog.js',
      '@vaadin/radio-group/vaadin-radio-group.js',
    ],
  },
  Carbon: {
    'rows that open': [carbon('accordion')],
    tree: [carbon('tree-view')],
    'search and list': [carbon('combo-box')],
    'form and dialog': ['text-input', 'button', 'modal', 'radio-button'].map(carbon),
  },
  Fluent: {
    'rows that open': fluentParts('fluentAccordion', 'fluentAccordionItem'),
    tree: fluentParts('fluentTreeView', 'fluentTreeItem'),
    'search and list': fluentParts('fluentCombobox', 'fluentOption'),
    'form and dialog': fluentParts(
      'fluentTextField',
      'fluentButton',
      'fluentDialog',
      'fluentRadio',
      'fluentRadioGroup',
    ),
  },
  'Material Web': {
    'search and list': ['select/outlined-select', 'select/select-option', 'list/list', 'list/list-item'].map(
      material,
    ),
    'form and dialog': [
      'textfield/outlined-text-field',
      'button/filled-button',
      'dialog/dialog',
      'radio/radio',
    ].map(material),
  },
  DKFDS: {
    // One style sheet and one script for everything; there are no parts to choose.
    'form and dialog': {
      code: "import './node_modules/dkfds/dist/css/dkfds-virkdk.min.css';\nimport * as DKFDS from 'dkfds';\nDKFDS.init?.();",
    },
  },
};

/** The code of a page that needs these parts. */
export function codeOf(parts) {
  return Array.isArray(parts) ? parts.map((path) => `import '${path}';`).join('\n') : parts.code;
}

/** A peer with some of our parts, in one bundle; undefined where it has none of them. */
export function codeOfParts(peer, parts) {
  const own = parts.flatMap((part) => PEERS[peer][part] ?? []);
  const codes = own.filter((part) => part.code).map(codeOf);
  const paths = own.filter((part) => typeof part === 'string');
  return own.length ? [codeOf(paths), ...codes].join('\n') : undefined;
}
