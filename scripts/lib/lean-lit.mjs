/**
 * Takes out of Lit's template part what no template of the kit uses, in the CDN files only (docs/adr/0003): a host's own build has
 * Lit whole. Each edit must fit exactly once: after an update of Lit that moves things the build fails, instead of shipping
 * something half cut. What a later template uses again must come back here: the tests of the CDN files see it, those of the sources don't.
 */
const FILE = '/node_modules/lit-html/lit-html.js';
const EDITS = [
  // A mark on the page's `window`, and a look for a polyfill (contract 2: nothing outside the elements but one symbol).
  [/,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)(?=;)/, ''],
  // Directives.
  [/(?<=function M\(t,i,s=t,e\)\{).*?(?=\}class R)/, 'return i'],
  // Bindings of an element as a whole, and in comments.
  ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
  [':6===r.type&&(i=new Z(h,this,t))', ':0'],
  [/class Z\{.*?\}(?=const j=)/, ''],
  [',F:Z', ''],
  ['else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}', ''],
  // Bindings in `textarea`, `script`, `style` and `title`.
  [/if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=else if\(8===)/, '}'],
  ['(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p)', '(c=p)'],
  // MathML.
  [':3===i?"<math>":""', ':""'],
  [':3===i?"</math>":""', ':""'],
  ['2===i||3===i', '2===i'],
];

/** A Rolldown/Vite plugin. */
export function leanLit() {
  return {
    name: 'skranke-lean-lit',
    transform(code, id) {
      if (!id.endsWith(FILE)) return null;
      const cut = EDITS.reduce((text, [from, to]) => {
        if (text.split(from).length !== 2)
          this.error(`lit-html has changed: scripts/lib/lean-lit.mjs must fit it (${from})`);
        return text.replace(from, () => to);
      }, code);
      return { code: cut, map: null };
    },
  };
}
