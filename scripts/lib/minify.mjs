import { minify } from 'terser';

/**
 * Takes the indentation out of Lit templates: runs of white space become one blank, and around the braces of CSS
 * none. Minifiers leave the text of templates alone, and here it is a good part of what goes over the wire.
 */
const TAGS = new Set(['html', 'svg', 'css']);

function tighten(raw, tag) {
  const single = raw.replace(/\s+/g, ' ');
  if (tag !== 'css') return single;
  return single
    .replace(/\/\*.*?\*\//g, '')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');
}

function* templates(node) {
  if (!node || typeof node !== 'object') return;
  if (Array.isArray(node)) {
    for (const child of node) yield* templates(child);
    return;
  }
  if (node.type === 'TaggedTemplateExpression' && TAGS.has(node.tag.name)) {
    for (const quasi of node.quasi.quasis) yield { quasi, tag: node.tag.name };
  }
  for (const [key, value] of Object.entries(node)) {
    if (key !== 'parent' && value && typeof value === 'object') yield* templates(value);
  }
}

/** A Rolldown/Vite plugin; works on the JavaScript that the TypeScript of components/ became. */
export function minifyTemplates() {
  return {
    name: 'skranke-minify-templates',
    enforce: 'post',
    transform(code, id) {
      if (!/\/components\/.*\.ts$/.test(id) || !/\b(html|svg|css)`/.test(code)) return null;
      const edits = [...templates(this.parse(code))].sort((a, b) => b.quasi.start - a.quasi.start);
      let text = code;
      for (const { quasi, tag } of edits) {
        const { raw } = quasi.value;
        const start = code.indexOf(raw, quasi.start);
        text = text.slice(0, start) + tighten(raw, tag) + text.slice(start + raw.length);
      }
      return { code: text, map: null };
    },
  };
}

/**
 * Has Chromium compile the whole of a file while it comes in, not function by function when each is first called: a
 * comment, so that it is put there when the comments have been taken out.
 */
export function compiledAtOnce() {
  return {
    name: 'skranke-compiled-at-once',
    generateBundle(_options, files) {
      for (const file of Object.values(files)) file.code = `//# allFunctionsCalledOnLoad\n${file.code}`;
    },
  };
}

/** Terser after the bundler's own minifier: another 1.5 % off what goes over the wire. */
export function terser() {
  return {
    name: 'skranke-terser',
    async renderChunk(code) {
      const { code: small } = await minify(code, {
        module: true,
        ecma: 2022,
        compress: { passes: 3, ecma: 2022, unsafe_arrows: true, keep_fargs: false, inline: 1 },
        format: { comments: false, ecma: 2022 },
      });
      return { code: small, map: null };
    },
  };
}
