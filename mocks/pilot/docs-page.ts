/**
 * The backend contract as a page for people, `GET /docs`: made from the OpenAPI document and nothing else. No script; lists
 * instead of tables, so that it can be read on a phone.
 */
type Json = Readonly<Record<string, unknown>>;

/** The page's only style. Its hash stands in {@link DOCS_POLICY}; a test compares them. */
export const DOCS_STYLE = `:root{color-scheme:light dark}
body{font-family:sans-serif;line-height:1.5;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
h2{border-top:3px solid;margin-top:3rem;padding-top:1rem}
article{border-top:1px solid;margin-top:2rem}
.notice{border:2px solid;padding:1rem}
code,pre{font-family:monospace,monospace}
pre{white-space:pre-wrap;border-left:3px solid;padding-left:1rem}
ul{padding-left:1.2rem}
dd p{margin:.2rem 0}
dt{font-weight:bold;margin-top:.5rem}
summary{cursor:pointer}`;

/** The page loads nothing, runs nothing and stands in no frame. */
export const DOCS_POLICY =
  "default-src 'none'; style-src 'sha256-0ktCRR4YY1Aggp3mtxwFo9Pai9la0peQ+w0tMCHDawQ='; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const METHODS = ['get', 'post', 'put', 'delete'] as const;
const REF = '#/components/schemas/';

const record = (value: unknown): Json => (typeof value === 'object' && value !== null ? (value as Json) : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

function escape(value: string): string {
  return value.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

const code = (value: string) => `<code>${escape(value)}</code>`;
const link = (id: string, label: string) => `<a href="#${escape(id)}">${label}</a>`;
const items = (lines: readonly string[]) =>
  lines.length > 0 ? `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>` : '';

/** What a value may be, in words. */
function typeText(schema: Json): string {
  const ref = text(schema['$ref']);
  if (ref.startsWith(REF)) return link(`skema-${ref.slice(REF.length)}`, code(ref.slice(REF.length)));
  if ('const' in schema) return code(JSON.stringify(schema['const']));
  const values = list(schema['enum']);
  if (values.length > 0) return values.map((value) => code(JSON.stringify(value))).join(', ');
  const branches = list(schema['anyOf'] ?? schema['oneOf']).map((branch) => typeText(record(branch)));
  if (branches.length > 0) return branches.join(' eller ');
  if (schema['type'] === 'array') return `liste: ${typeText(record(schema['items']))}`;
  const parts = [text(schema['format']) || text(schema['type']) || 'hvad som helst', ...limits(schema)];
  return escape(parts.join(', '));
}

function limits(schema: Json): string[] {
  const names = {
    minLength: 'mindst',
    maxLength: 'højst',
    minItems: 'mindst',
    maxItems: 'højst',
    minimum: 'fra',
    maximum: 'til',
  };
  return Object.entries(names).flatMap(([name, word]) => {
    const limit = schema[name];
    // The schemas' whole numbers end where JavaScript's do: that tells nobody anything.
    return typeof limit === 'number' && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? [`${word} ${limit}`] : [];
  });
}

/** The fields of an object, and of the objects in it. */
function fields(schema: Json): string {
  const required = list(schema['required']);
  const lines = Object.entries(record(schema['properties'])).map(([name, value]) => {
    const field = record(value);
    const inner = field['type'] === 'array' ? record(field['items']) : field;
    const isObject = inner['type'] === 'object';
    const kind = isObject ? (field === inner ? 'objekt' : 'liste af objekter') : typeText(field);
    const must = required.includes(name) ? ' <strong>skal være der</strong>' : '';
    return `${code(name)} – ${kind}${must}${isObject ? fields(inner) : ''}`;
  });
  return items(lines);
}

function schemaText(schema: Json): string {
  const branches = list(schema['anyOf'] ?? schema['oneOf']).map(record);
  if (branches.some((branch) => 'properties' in branch)) return branches.map(schemaText).join('<p>eller</p>');
  return 'properties' in schema ? fields(schema) : `<p>${typeText(schema)}</p>`;
}

function example(name: string, value: unknown): string {
  if (value === undefined) return '';
  return `<details><summary>${name}</summary><pre>${escape(JSON.stringify(value, null, 2))}</pre></details>`;
}

/** The content of a body or an answer: its schema, then its examples. */
function content(value: unknown, name: string): string {
  return Object.entries(record(value))
    .map(([type, media]) => {
      const { schema, example: one, examples } = record(media);
      const many = Object.entries(record(examples)).map(([slug, problem]) =>
        example(`Eksempel: ${code(slug)}`, record(problem)['value']),
      );
      const shown = schema === undefined ? '' : schemaText(record(schema));
      return `<p>${code(type)}</p>${shown}${example(`Eksempel på ${name}`, one)}${many.join('')}`;
    })
    .join('');
}

const places: Readonly<Record<string, string>> = {
  path: 'i stien',
  query: 'i forespørgslen',
  header: 'header',
};

function parameters(value: unknown): string {
  const lines = list(value)
    .map(record)
    .map(
      (one) =>
        `${code(text(one['name']))} (${places[text(one['in'])] ?? ''}) – ${typeText(record(one['schema']))}`,
    );
  return lines.length > 0 ? `<h4>Parametre</h4>${items(lines)}` : '';
}

function operation(path: string, method: string, value: Json): string {
  const { operationId, summary, requestBody, responses } = value;
  const answers = Object.entries(record(responses)).map(([status, answer]) => {
    const { description, content: media } = record(answer);
    return `<dt>${escape(status)} – ${escape(text(description))}</dt><dd>${content(media, 'svar')}</dd>`;
  });
  const body = requestBody ? `<h4>Indhold</h4>${content(record(requestBody)['content'], 'indhold')}` : '';
  return `<article id="${escape(text(operationId))}">
<h3>${code(`${method.toUpperCase()} ${path}`)}</h3>
<p>${escape(text(summary))}</p>
${parameters(value['parameters'])}${body}
<h4>Svar</h4>
<dl>${answers.join('\n')}</dl>
</article>`;
}

interface Operation {
  readonly path: string;
  readonly method: string;
  readonly value: Json;
}

function byTag(document: Json): Map<string, Operation[]> {
  const groups = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(record(document['paths']))) {
    for (const method of METHODS) {
      const value = record(record(methods)[method]);
      if (!('operationId' in value)) continue;
      const tag = text(list(value['tags'])[0]);
      groups.set(tag, [...(groups.get(tag) ?? []), { path, method, value }]);
    }
  }
  return groups;
}

function contents(groups: ReadonlyMap<string, readonly Operation[]>): string {
  const lines = [...groups].map(([tag, operations], index) => {
    const inner = operations.map(({ path, method, value }) =>
      link(text(value['operationId']), code(`${method.toUpperCase()} ${path}`)),
    );
    return `${link(`del-${index}`, escape(tag))}${items(inner)}`;
  });
  return items([...lines, link('skemaer', 'Skemaer')]);
}

/** The whole page as HTML. */
export function docsPage(document: Json): string {
  const { title, version, description } = record(document['info']);
  const groups = byTag(document);
  const parts = [...groups].map(
    ([tag, operations], index) =>
      `<section aria-labelledby="del-${index}"><h2 id="del-${index}">${escape(tag)}</h2>
${operations.map(({ path, method, value }) => operation(path, method, value)).join('\n')}</section>`,
  );
  const schemas = Object.entries(record(record(document['components'])['schemas'])).map(
    ([name, schema]) =>
      `<article id="skema-${escape(name)}"><h3>${code(name)}</h3>${schemaText(record(schema))}</article>`,
  );
  return `<!doctype html>
<html lang="da">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,">
<title>${escape(text(title))}</title>
<style>${DOCS_STYLE}</style>
</head>
<body>
<header>
<h1>${escape(text(title))}</h1>
<p>Version ${escape(text(version))}. ${escape(text(description))}</p>
<p class="notice"><strong>Dette er et prøvemiljø.</strong> Alle personer, virksomheder, myndigheder og numre er opdigtede.</p>
<p>Det samme til maskiner: <a href="openapi.json">openapi.json</a></p>
</header>
<nav aria-label="Indhold">${contents(groups)}</nav>
<main>
${parts.join('\n')}
<section aria-labelledby="skemaer"><h2 id="skemaer">Skemaer</h2>
${schemas.join('\n')}</section>
</main>
</body>
</html>
`;
}
