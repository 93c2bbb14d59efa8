import createDOMPurify from 'dompurify';

// An instance of our own: hooks and settings that the host gives to the shared one must not loosen this.
const purify = createDOMPurify(window);

const TAGS = [
  'p',
  'br',
  'ul',
  'ol',
  'li',
  'dl',
  'dt',
  'dd',
  'strong',
  'b',
  'em',
  'i',
  'sub',
  'sup',
  'blockquote',
  'a',
];
const HEADINGS = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
/** What stands on a line of its own; it stays so, and is nothing else. */
const BLOCKS = ['div', 'section', 'article', 'header', 'footer', 'address', 'pre', 'caption', 'tr'];
const CELLS = ['td', 'th'];

// Also one without an end: else each of many would be read to the end of the text.
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>?/gi;
const VALUE_OR_LOUD_NAME = /=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)|(?<![\w:-])(on\w+|style)(?=\s*=)/gi;

/**
 * Takes out what a strict policy reports as a breach while the browser only parses it: attributes for events and
 * style, style sheets, base addresses. No safety hangs on it, only the quiet of the host's log.
 */
function withoutLoudParts(html: string): string {
  return html
    .replace(/<style\b.*?(<\/style\s*>|$)|<base\b[^>]*>?/gis, '')
    .replace(TAG, (tag) =>
      tag.replace(VALUE_OR_LOUD_NAME, (match, name?: string) => (name ? `data-${name}` : match)),
    );
}

/**
 * Cleans an authority's HTML: text structure and http(s) links only, nothing that styles, loads, runs or names.
 * Headings become bold paragraphs, since theirs would disturb the order of the page's own.
 * @param tidyLink adds what every link that leaves the page has; false when it must not be a link
 * @throws Error when the page's policy refuses the sanitiser; the caller then shows plain text
 */
export function sanitize(html: string, tidyLink: (link: HTMLAnchorElement) => boolean): HTMLElement {
  const fragment = purify.sanitize(withoutLoudParts(html), {
    ALLOWED_TAGS: [...TAGS, ...HEADINGS, ...BLOCKS, ...CELLS],
    ALLOWED_ATTR: ['href'],
    ALLOWED_URI_REGEXP: /^https?:/i,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  }) as DocumentFragment | null;
  if (!fragment) throw new Error('sanitiser refused');
  const box = document.createElement('div');
  box.className = 'rich stack';
  box.append(fragment);
  for (const title of box.querySelectorAll(HEADINGS.join())) replaceHeading(title);
  for (const cell of box.querySelectorAll(CELLS.join())) {
    if (cell.nextElementSibling) cell.append(' ');
    cell.replaceWith(...cell.childNodes);
  }
  for (const block of box.querySelectorAll(BLOCKS.join())) {
    const plain = document.createElement('div');
    plain.append(...block.childNodes);
    block.replaceWith(plain);
  }
  for (const link of box.querySelectorAll('a')) {
    if (!tidyLink(link)) link.replaceWith(...link.childNodes);
  }
  return box;
}

function replaceHeading(title: Element): void {
  const bold = document.createElement('strong');
  bold.append(...title.childNodes);
  const paragraph = document.createElement('p');
  paragraph.append(bold);
  title.replaceWith(paragraph);
}
