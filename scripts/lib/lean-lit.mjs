/**
 * Lit's template part leaves a mark with its version on the page's `window`, and looks for a polyfill there. Neither is in the
 * CDN files (contract 2: nothing outside the elements but one symbol). The edit must fit exactly once: after an update of Lit
 * that moves things the build fails, instead of shipping something half cut.
 */
const FILE = '/node_modules/lit-html/lit-html.js';
const MARK =
  /,B=t\.litHtmlPolyfillSupport;B\?\.\(S,k\),\(t\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)(?=;)/;

/** A Rolldown/Vite plugin. */
export function leanLit() {
  return {
    name: 'skranke-lean-lit',
    transform(code, id) {
      if (!id.endsWith(FILE)) return null;
      if (code.split(MARK).length !== 2)
        this.error('lit-html has changed: scripts/lib/lean-lit.mjs must fit it');
      return { code: code.replace(MARK, ''), map: null };
    },
  };
}
