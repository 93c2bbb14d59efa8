/**
 * Leaves out of Lit, in the CDN files, what no browser that the kit supports can reach, and the marks that Lit sets on
 * the page's `window` (contract 2: nothing outside the elements but one symbol). Each edit must fit exactly once: after an
 * update of Lit that moves things, the build fails and says which, instead of shipping something half cut.
 */
const EDITS = {
  '@lit/reactive-element/reactive-element.js': [
    // Marks of versions, and hooks of polyfills and of server-side rendering's hydration.
    [/,\w\?\.\(\{ReactiveElement:\w\}\),\(\w\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
    // Metadata of standard decorators; the kit's are TypeScript's legacy ones.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{.+?\}(?=this\._\$Eh=new Map)/, ''],
  ],
  '@lit/reactive-element/css-tag.js': [
    // Style elements, for browsers without constructable style sheets.
    [/if\(e\)(?=s\.adoptedStyleSheets)/, ''],
    [/;else for\(const e of o\)\{.+?s\.appendChild\(o\)\}/, ''],
    [/c=e\?t=>t:.+?(?=;export)/, 'c=t=>t'],
    [/e=t\.ShadowRoot&&.+?CSSStyleSheet\.prototype/, 'e=!0'],
  ],
  'lit-element/lit-element.js': [
    [
      /,?s\.litElementHydrateSupport\?\.\(\{LitElement:i\}\);const o=s\.litElementPolyfillSupport;o\?\.\(\{LitElement:i\}\);/,
      ';',
    ],
    [/\(s\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ''],
  ],
  'lit-html/lit-html.js': [
    [/,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\);/, ';'],
  ],
};

/** A Rolldown/Vite plugin. */
export function leanLit() {
  return {
    name: 'skranke-lean-lit',
    transform(code, id) {
      const file = Object.keys(EDITS).find((name) => id.endsWith(`/node_modules/${name}`));
      if (!file) return null;
      let lean = code;
      for (const [pattern, replacement] of EDITS[file]) {
        if (lean.split(pattern).length !== 2) this.error(`${file} has changed: ${pattern} must fit once`);
        lean = lean.replace(pattern, replacement);
      }
      return { code: lean, map: null };
    },
  };
}
