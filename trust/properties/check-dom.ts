/** What may never stand in the DOM of a widget, whatever a backend sends. */
import { harmed } from './hostile.js';

const FORBIDDEN =
  'script, iframe, frame, object, embed, base, link, meta, applet, portal, foreignObject, animate, set';
const ADDRESS_ATTRIBUTES = ['href', 'src', 'srcdoc', 'action', 'formaction', 'xlink:href', 'data', 'poster'];
const STATES = ['loading', 'ready', 'empty', 'error'];

function attributeFault({ name, value }: Attr): string | undefined {
  if (name.startsWith('on')) return `handler ${name}`;
  if (name === 'style') return 'style attribute';
  if (!ADDRESS_ATTRIBUTES.includes(name)) return undefined;
  const { protocol } = new URL(value, 'https://page.example/');
  return ['https:', 'http:', 'mailto:', 'tel:'].includes(protocol) ? undefined : `${name}=${protocol}`;
}

/** All that is wrong, in words. */
export function domFaults(element: HTMLElement): string[] {
  const root = element.shadowRoot!;
  const faults = [...root.querySelectorAll(FORBIDDEN)].map(({ localName }) => `<${localName}>`);
  // The announcer of a dialog hides itself through the CSSOM, which no policy blocks.
  for (const { attributes, localName } of root.querySelectorAll('*:not([data-skranke-announcer])')) {
    if (localName.startsWith('skranke-')) faults.push(`<${localName}> from a text`);
    for (const attribute of attributes) {
      const fault = attributeFault(attribute);
      if (fault) faults.push(`${localName}: ${fault}`);
    }
  }
  const states = STATES.filter((state) => element.matches(`:state(${state})`));
  if (states.length !== 1) faults.push(`states: ${states.join(' ') || 'none'}`);
  if (harmed()) faults.push('a script has run');
  return faults;
}
