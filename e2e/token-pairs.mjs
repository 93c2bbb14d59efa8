/**
 * Which tokens stand on which, read off a page: every colour token gets a colour of its own, and what is painted says
 * which token it came from. Runs in the page.
 */
export function readPairs(tokens) {
  const paint = (index) => `rgb(${index + 1}, 7, 7)`;
  const names = new Map(tokens.map((token, index) => [paint(index), token]));
  const marker = document.createElement('style');
  const rules = tokens.map((token, index) => `--skranke-${token}: ${paint(index)} !important;`);
  marker.textContent = `:root, [data-skranke-theme] { ${rules.join(' ')} } * { transition: none !important; }`;
  document.head.append(marker);

  const found = new Set();
  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host;
  const isClear = (colour) => colour === 'rgba(0, 0, 0, 0)';
  /** The colour that an element stands on. */
  function ground(element) {
    for (let place = element; place; place = parentOf(place)) {
      const { backgroundColor } = getComputedStyle(place);
      if (!isClear(backgroundColor)) return backgroundColor;
    }
    return 'the page';
  }
  const note = (kind, front, back, element) => {
    if (isClear(front) || front === 'none') return;
    const [one, other] = [names.get(front), names.get(back)];
    const where =
      one && other ? '' : ` at <${element.localName} class="${element.getAttribute('class') ?? ''}">`;
    found.add(`${kind} ${one ?? front} on ${other ?? back}${where}`);
  };

  function readElement(element) {
    const style = getComputedStyle(element);
    // What is only for the ear has no colour; what is disabled may be faint (WCAG 1.4.3).
    if (!element.checkVisibility() || style.clipPath !== 'none' || style.opacity !== '1') return;
    const isText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (isText) note('text', style.color, ground(element), element);
    if (element.matches('path, circle') && !element.closest('[role=img]'))
      note('graphic', style.stroke, ground(element.closest('svg').parentElement), element);
    if (
      element.matches('button, input, textarea, select, summary, a.button') &&
      style.borderTopWidth !== '0px'
    ) {
      if (style.borderTopColor !== style.backgroundColor || style.backgroundColor !== ground(element))
        note('graphic', style.borderTopColor, ground(parentOf(element)), element);
    }
    const after = getComputedStyle(element, '::after');
    if (after.content !== 'none' && after.borderRightWidth !== '0px')
      note('graphic', after.borderRightColor, ground(element), element);
  }

  const readAll = (root) => {
    for (const element of root.querySelectorAll('*')) {
      if (root instanceof ShadowRoot) readElement(element);
      if (element.shadowRoot) readAll(element.shadowRoot);
    }
  };
  readAll(document.querySelector('#storybook-root'));
  marker.remove();
  return [...found];
}
