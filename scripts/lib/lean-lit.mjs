/**
 * Takes out of Lit's template part what no template of the kit uses, in the CDN files only (docs/adr/0003): a host's own build has
 * Lit whole. Each edit must fit exactly once: after an update of Lit that moves things the build fails, instead of shipping
 * something half cut. What a later template uses again must come back here: the tests of the CDN files see it, those of the sources don't.
 */
const FILE = '/node_modules/lit-html/lit-html.js';
const EDITS = [
  // A mark on the page's `window`, and a look for a polyfill (contract 2: nothing outside the elements but one symbol).
  [/,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)(?=;)/, ''],
  // Directives, and what only they ask for: whether they are on the page, where their part stands, 'no change'.
  [/function M\(t,i,s=t,e\)\{.*?\}(?=class R)/, ''],
  [',V:M', ''],
  ['t=M(this,t,i),a(t)', 'a(t)'],
  ['t=M(this,t,i,0),o=', 'o='],
  ['r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),', 'r=e[s+n],'],
  ['if((t=M(this,t,i,0)??A)===E)return;', 't??=A;'],
  ['t!==this._$AH&&t!==E&&', 't!==this._$AH&&'],
  ['t!==this._$AH&&t!==E,', 't!==this._$AH,'],
  ['this._$AV=[],this._$AN=void 0,', 'this._$AV=[],'],
  ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}', ''],
  ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
  ['this.type=2,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
  [',this._$Cv=e?.isConnected??!0', ''],
  [/get parentNode\(\)\{let t=.*?(?=_\$AI)/, ''],
  ['this._$AP?.(!1,!0,s)', ''],
  [/setConnected\(t\)\{.*?\}(?=\}class H)/, ''],
  ['get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}', ''],
  ['this.type=1,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
  ['constructor(){super(...arguments),this.type=3}', ''],
  ['constructor(){super(...arguments),this.type=4}', ''],
  ['constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', ''],
  // Templates that were compiled before, imported from another document, or rendered before a node.
  [
    'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
    'const{values:i}=t,e=this._$AC(t);',
  ],
  ['(t?.creationScope??l).importNode', 'l.importNode'],
  ['const e=s?.renderBefore??i;let h=e._$litPart$;', 'let h=i._$litPart$;'],
  [
    'const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})',
    'i._$litPart$=h=new k(i.appendChild(c()),null,void 0,s)',
  ],
  // Listeners that are objects, with options of their own.
  ['||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive', ''],
  [
    '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
    'this._$AH.call(this.options?.host??this.element,t)',
  ],
  // Bindings of an element as a whole, and in comments.
  ['else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t))', ''],
  [
    ':1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))',
    ':i=new r.ctor(h,r.name,r.strings,this,t)',
  ],
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
