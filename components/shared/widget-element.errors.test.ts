import { expect } from '@open-wc/testing';
import { html } from 'lit/html.js';
import { configure } from './page-state.js';
import { captureConsole } from './testing/console-lines.js';
import { expectEvent, record } from './testing/expect-event.js';
import { FakeFetch, json, later } from './testing/fake-fetch.js';
import { flush } from './testing/fake-time.js';
import { resetConfiguration } from './testing/page.js';
import './testing/test-widget.js';
import { cleanPage, fakeBackend, mount, part, statesOf, textOf, until } from './testing/widget-page.js';

const lines = captureConsole();
resetConfiguration();
cleanPage();

const MOMS = { name: 'Moms' };

async function ready(...args: Parameters<typeof fakeBackend>) {
  const { backend, client } = fakeBackend(...args);
  const widget = mount(html`<test-widget .client=${client}></test-widget>`);
  await until(() => statesOf(widget).join() !== 'loading');
  await widget.updateComplete;
  return { backend, client, widget };
}

describe('wrong address', () => {
  const WORDS = 'Siden er sat forkert op';

  for (const [address, why] of [
    ['', 'backend-url is missing'],
    ['http://[', 'backend-url is not a usable http(s) address'],
    ['javascript:alert(1)', 'backend-url is not a usable http(s) address'],
    ['data:application/json,{}', 'backend-url is not a usable http(s) address'],
    ['ftp://backend.test', 'backend-url is not a usable http(s) address'],
    ['https://a:SECRET@backend.test', 'backend-url is not a usable http(s) address'],
  ] as const) {
    it(`'${address}' gives a message, one console line and one event`, async () => {
      const seen = record(document, ['skranke-error', 'skranke-ready']);
      const widget = mount(html`<test-widget backend-url=${address}></test-widget>`);
      await until(() => seen.length > 0);
      widget.requestUpdate();
      await flush();
      expect(seen.map(({ detail }) => detail as unknown)).to.deep.equal([
        { kind: 'config', retryable: false },
      ]);
      expect(lines()).to.deep.equal([`[skranke] test-widget: config ${why}`]);
      expect(textOf(widget)).to.contain(WORDS);
      expect(part(widget, 'button')).to.equal(null);
    });
  }

  it('is no more a failure once it is right', async () => {
    const widget = mount(html`<test-widget backend-url="http://["></test-widget>`);
    await until(() => statesOf(widget).join() === 'error');
    configure({ fetch: new FakeFetch(json(MOMS)).fetch });
    widget.setAttribute('backend-url', 'https://backend.test');
    await until(() => statesOf(widget).join() === 'ready');
    expect(textOf(widget)).to.equal('Ting Moms');
  });

  it('is not followed by an answer to what was asked before', async () => {
    const slow = later();
    configure({ backendUrl: 'https://backend.test', fetch: new FakeFetch(slow.reply).fetch });
    const seen = record(document, ['skranke-error', 'skranke-ready']);
    const widget = mount(html`<test-widget></test-widget>`);
    await flush();
    widget.backendUrl = 'ftp://x';
    await until(() => statesOf(widget).join() === 'error');
    slow.give(json(MOMS));
    await flush();
    expect(statesOf(widget)).to.deep.equal(['error']);
    expect(seen.map(({ type }) => type)).to.deep.equal(['skranke-error']);
  });

  it('takes the place of the content', async () => {
    configure({ backendUrl: 'https://backend.test', fetch: new FakeFetch(json(MOMS)).fetch });
    const widget = mount(html`<test-widget></test-widget>`);
    await until(() => statesOf(widget).join() === 'ready');
    await expectEvent(widget, ['skranke-error'], () => (widget.backendUrl = 'ftp://x'));
    expect(statesOf(widget)).to.deep.equal(['error']);
  });
});

describe('mistake in a widget', () => {
  const broken = () => {
    throw new Error('SECRET');
  };

  it('in what it shows becomes its own error, not one of the page', async () => {
    const { widget } = await ready(json(MOMS));
    const [event] = await expectEvent(widget, ['skranke-error'], () => (widget.decorate = broken));
    expect(event?.detail).to.deep.equal({ kind: 'contract', retryable: true });
    expect(statesOf(widget)).to.deep.equal(['error']);
    expect(textOf(widget)).to.contain('Noget gik galt på siden');
    expect(lines()).to.deep.equal(['[skranke] test-widget: internal Error']);
  });

  it('before it asks becomes its own error too, and is seen', async () => {
    const { widget } = await ready(json(MOMS));
    await expectEvent(widget, ['skranke-error'], () => (widget.prepare = broken));
    expect(statesOf(widget)).to.deep.equal(['error']);
    expect(textOf(widget)).to.contain('Noget gik galt på siden');
  });

  it('before it asks is over when it does not come again', async () => {
    const { widget } = await ready(json(MOMS));
    await expectEvent(widget, ['skranke-error'], () => (widget.prepare = broken));
    widget.prepare = () => {};
    await until(() => statesOf(widget).join() === 'ready');
    expect(textOf(widget)).to.equal('Ting Moms');
  });

  it('leaves other widgets alone', async () => {
    const { client, widget } = await ready(json(MOMS));
    const other = mount(html`<test-widget .client=${client}></test-widget>`);
    await expectEvent(widget, ['skranke-error'], () => (widget.decorate = broken));
    expect(statesOf(other)).to.deep.equal(['ready']);
  });

  it('is over after a reload', async () => {
    const { widget } = await ready(json(MOMS));
    await expectEvent(widget, ['skranke-error'], () => (widget.decorate = broken));
    widget.decorate = (name) => name;
    widget.reload();
    await until(() => statesOf(widget).join() === 'ready');
    expect(textOf(widget)).to.equal('Ting Moms');
  });
});
