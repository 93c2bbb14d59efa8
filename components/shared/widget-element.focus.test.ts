import { expect } from '@open-wc/testing';
import { html } from 'lit/html.js';
import { json, later } from './testing/fake-fetch.js';
import './testing/test-widget.js';
import type { TestWidget } from './testing/test-widget.js';
import { cleanPage, fakeBackend, mount, part, statesOf, until } from './testing/widget-page.js';

async function showWidget() {
  const { backend, client } = fakeBackend(json({ name: 'x' }));
  const widget = mount(html`<test-widget .client=${client}></test-widget>`);
  await until(() => statesOf(widget).includes('ready'));
  await widget.updateComplete;
  return { widget, backend };
}

cleanPage();

/** Shows a widget whose content is what `content` gives; `show` renders it anew. */
async function showing(content: () => unknown) {
  const { widget } = await showWidget();
  widget.decorate = content;
  await widget.updateComplete;
  const show = async () => {
    widget.requestUpdate();
    await widget.updateComplete;
  };
  return { widget, show };
}

const focused = (widget: TestWidget) => widget.shadowRoot!.activeElement?.id ?? '';

describe('the focus, when the host starts a widget over', () => {
  it('goes to the heading, and is still there when the new content is', async () => {
    const { widget } = await showing(() => html`<button id="act">x</button>`);
    part(widget, '#act')!.focus();
    const slow = later();
    widget.client = fakeBackend(slow.reply).client;
    await widget.updateComplete;
    expect([statesOf(widget), focused(widget)]).to.deep.equal([['loading'], 'heading']);
    slow.give(json({ name: 'y' }));
    await until(() => statesOf(widget).includes('ready'));
    await widget.updateComplete;
    expect(focused(widget)).to.equal('heading');
  });

  it('is not taken when it was elsewhere, and no heading comes before the content', async () => {
    const { widget } = await showing(() => html`<button id="act">x</button>`);
    widget.client = fakeBackend(later().reply).client;
    await widget.updateComplete;
    expect(part(widget, '#heading')).to.equal(null);
  });
});

describe('the focus, when what had it goes away', () => {
  let rows: readonly string[] = [];
  let isOpen = true;
  const content = () => html`
    <section aria-labelledby="part">
      <h3 id="part" tabindex="-1">Del</h3>
      ${rows.map(
        (row) =>
          html`<div data-key=${row}>
            <button id="row-${row}">${row}</button>${isOpen ? html`<a id="in-${row}" href="#x">x</a>` : ''}
          </div>`,
      )}
    </section>
  `;
  beforeEach(() => {
    rows = ['a', 'b'];
    isOpen = true;
  });

  it('stays with its row, also when that moves', async () => {
    const { widget, show } = await showing(content);
    part(widget, '#row-b')!.focus();
    rows = ['new', 'a', 'b'];
    await show();
    expect(focused(widget)).to.equal('row-b');
  });

  it('goes to the button of the row', async () => {
    const { widget, show } = await showing(content);
    part(widget, '#in-b')!.focus();
    isOpen = false;
    await show();
    expect(focused(widget)).to.equal('row-b');
  });

  it('goes there without a jump of the page', async () => {
    const { widget, show } = await showing(content);
    part(widget, '#in-b')!.focus();
    const asked: unknown[] = [];
    part(widget, '#row-b')!.focus = (options) => asked.push(options);
    isOpen = false;
    await show();
    expect(asked).to.deep.equal([{ preventScroll: true }]);
  });

  it('goes to the heading of the part', async () => {
    const { widget, show } = await showing(content);
    part(widget, '#row-b')!.focus();
    rows = ['a'];
    await show();
    expect(focused(widget)).to.equal('part');
  });

  it('goes to the heading of the widget', async () => {
    let isThere = true;
    const { widget, show } = await showing(() => (isThere ? html`<button id="go">x</button>` : 'gone'));
    part(widget, '#go')!.focus();
    isThere = false;
    await show();
    expect(focused(widget)).to.equal('heading');
  });

  it('is not taken from somebody who is elsewhere', async () => {
    const { widget, show } = await showing(content);
    const field = document.createElement('input');
    widget.after(field);
    part(widget, '#row-b')!.focus();
    field.focus();
    rows = [];
    await show();
    expect(document.activeElement).to.equal(field);
    field.remove();
  });
});

describe('the focus that an action asks for', () => {
  it('is not taken from a field of the host page', async () => {
    const { widget, backend } = await showWidget();
    const field = document.createElement('input');
    widget.after(field);
    const retry = (widget as unknown as { retry: () => void }).retry;
    part(widget, '#heading')!.focus();
    retry();
    field.focus();
    await until(() => backend.calls.length === 2);
    await widget.updateComplete;
    expect(document.activeElement).to.equal(field);
    field.remove();
  });

  it('is taken where nobody has it', async () => {
    const { widget } = await showWidget();
    (document.activeElement as HTMLElement).blur();
    (widget as unknown as { retry: () => void }).retry();
    await widget.updateComplete;
    expect(focused(widget)).to.equal('heading');
  });
});
