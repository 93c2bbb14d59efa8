import { expect } from '@open-wc/testing';
import { html } from 'lit/html.js';
import { configure } from './page-state.js';
import { captureConsole } from './testing/console-lines.js';
import { expectEvent } from './testing/expect-event.js';
import { FakeFetch, json, later, problem, silence, type Reply } from './testing/fake-fetch.js';
import { flush, useFakeTime } from './testing/fake-time.js';
import { resetConfiguration } from './testing/page.js';
import './testing/test-widget.js';
import { cleanPage, fakeBackend, mount, part, statesOf, textOf, until } from './testing/widget-page.js';

captureConsole();
resetConfiguration();
cleanPage();

const MOMS = { name: 'Moms' };
const TOLD = { name: 'Told' };

async function settled(widget: HTMLElementTagNameMap['test-widget']) {
  await until(() => statesOf(widget).join() !== 'loading');
  await widget.updateComplete;
  return widget;
}

async function ready(...replies: Reply[]) {
  const { backend, client } = fakeBackend(...replies);
  return { backend, widget: await settled(mount(html`<test-widget .client=${client}></test-widget>`)) };
}

/** A widget that lives by the page-wide settings. */
async function configured(...replies: Reply[]) {
  const backend = new FakeFetch(...replies);
  configure({ backendUrl: 'https://backend.test', fetch: backend.fetch });
  return { backend, widget: await settled(mount(html`<test-widget></test-widget>`)) };
}

describe('place of the content', () => {
  const time = useFakeTime();
  const slotOf = (widget: Element) => widget.shadowRoot!.querySelector('slot');

  it('holds what the host put in while loading, and no skeleton', async () => {
    const { client } = fakeBackend(silence);
    const widget = mount(html`<test-widget .client=${client}><a href="tel:112">Ring</a></test-widget>`);
    await time().pass(1_000);
    expect(
      slotOf(widget)
        ?.assignedElements()
        .map(({ textContent }) => textContent),
    ).to.deep.equal(['Ring']);
    expect(part(widget, '.skeleton')).to.equal(null);
  });

  it('holds bare words of the host likewise', async () => {
    const widget = mount(html`<test-widget .client=${fakeBackend(silence).client}>Ring 112</test-widget>`);
    await time().pass(1_000);
    expect(part(widget, '.skeleton')).to.equal(null);
  });

  it('holds nothing at first, and a skeleton after 300 ms', async () => {
    const widget = mount(
      html`<test-widget .client=${fakeBackend(silence).client}> <!-- x --> </test-widget>`,
    );
    await time().pass(299);
    expect(part(widget, '.skeleton')).to.equal(null);
    await time().pass(1);
    expect(part(widget, '.skeleton')?.textContent.trim()).to.equal('Henter …');
  });

  it('has the fonts of what is to come made meanwhile, seen and read by nobody and without room', async () => {
    const { client } = fakeBackend(silence);
    const widget = mount(html`<test-widget .client=${client}></test-widget>`);
    await time().pass(1);
    const texts = [...widget.shadowRoot!.querySelectorAll('.fonts > *')];
    const fonts = texts.map((text) => getComputedStyle(text, '::before'));
    const base = parseFloat(getComputedStyle(widget).fontSize);
    expect(fonts.map(({ fontSize, fontWeight }) => [parseFloat(fontSize) / base, fontWeight])).to.deep.equal([
      [1.5, '600'],
      [1, '600'],
      [0.875, '400'],
    ]);
    expect(fonts.map(({ content, visibility }) => [content, visibility])).to.deep.equal(
      texts.map(() => ['"a"', 'hidden']),
    );
    expect([widget.offsetHeight, textOf(widget)]).to.deep.equal([0, '']);
  });

  it('holds no skeleton after a quick answer', async () => {
    const { client } = fakeBackend(json(MOMS));
    const widget = mount(html`<test-widget .client=${client}></test-widget>`);
    await time().pass(299);
    await time().pass(1_000);
    expect(textOf(widget)).to.equal('Ting Moms');
  });

  it('holds what the host put in below an error', async () => {
    const { client } = fakeBackend(problem('not-found', 404));
    const widget = mount(html`<test-widget .client=${client}><a href="tel:112">Ring</a></test-widget>`);
    await time().pass(10);
    const message = part(widget, '[part=message]')!;
    const order = message.compareDocumentPosition(slotOf(widget)!) & Node.DOCUMENT_POSITION_FOLLOWING;
    expect(order).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('does not hold it any more when the widget is ready', async () => {
    const { client } = fakeBackend(json(MOMS));
    const widget = mount(html`<test-widget .client=${client}><a href="tel:112">Ring</a></test-widget>`);
    await time().pass(10);
    expect(statesOf(widget)).to.deep.equal(['ready']);
    expect(slotOf(widget)).to.equal(null);
    expect(widget.querySelector('a')?.checkVisibility()).to.be.false;
  });
});

describe('reload', () => {
  it('keeps the content until the new one is there', async () => {
    const slow = later();
    const { widget } = await ready(json(MOMS), slow.reply);
    widget.reload();
    await flush();
    expect([textOf(widget), statesOf(widget)]).to.deep.equal(['Ting Moms', ['ready']]);
    slow.give(json(TOLD));
    await until(() => textOf(widget) === 'Ting Told');
    expect(widget.reasons.at(-1)).to.deep.equal({ isOtherSource: false, isReload: true });
  });

  it('keeps the content when it fails, and tells of it', async () => {
    const { widget } = await ready(json(MOMS), problem('not-found', 404));
    await expectEvent(widget, ['skranke-error'], () => widget.reload());
    expect([textOf(widget), statesOf(widget)]).to.deep.equal(['Ting Moms', ['ready']]);
  });

  it('does not take the answer of a moment ago', async () => {
    const { backend, widget } = await ready(json(MOMS), json(TOLD));
    await new Promise((resolve) => setTimeout(resolve, 2));
    await expectEvent(widget, ['skranke-ready'], () => widget.reload());
    expect([backend.calls.length, textOf(widget)]).to.deep.equal([2, 'Ting Told']);
  });

  it('twice at once asks once', async () => {
    const { backend, widget } = await ready(json(MOMS), json(TOLD));
    await new Promise((resolve) => setTimeout(resolve, 2));
    await expectEvent(widget, ['skranke-ready'], () => {
      widget.reload();
      widget.reload();
    });
    expect(backend.calls).to.have.length(2);
  });
});

describe('start over', () => {
  it('happens for another id, without the content of the one before', async () => {
    const slow = later();
    const { widget } = await ready(json(MOMS), slow.reply);
    widget.thing = '2';
    await flush();
    expect([statesOf(widget), part(widget, '#name')]).to.deep.equal([['loading'], null]);
    slow.give(json(TOLD));
    await settled(widget);
    expect(textOf(widget)).to.equal('Ting Told');
  });

  it('ignores a late answer for the id before', async () => {
    const [first, second] = [later(), later()];
    const { client } = fakeBackend(first.reply, second.reply);
    const widget = mount(html`<test-widget .client=${client}></test-widget>`);
    await flush();
    widget.thing = '2';
    await flush();
    second.give(json(TOLD));
    first.give(json(MOMS));
    await settled(widget);
    expect(textOf(widget)).to.equal('Ting Told');
  });

  it('happens for another client', async () => {
    const { widget } = await ready(json(MOMS));
    await expectEvent(widget, ['skranke-ready'], () => (widget.client = fakeBackend(json(TOLD)).client));
    expect(widget.reasons.at(-1)?.isOtherSource).to.be.true;
    expect(textOf(widget)).to.equal('Ting Told');
  });

  it('happens for another backend-url', async () => {
    const { backend, widget } = await configured(json(MOMS));
    await expectEvent(widget, ['skranke-ready'], () => {
      widget.setAttribute('backend-url', 'https://other.test');
    });
    expect(backend.calls.at(-1)?.url).to.equal('https://other.test/things/1');
  });

  it('happens after configure({ getToken })', async () => {
    const { backend, widget } = await configured(json(MOMS));
    await expectEvent(widget, ['skranke-ready'], () => configure({ getToken: () => 'abc' }));
    expect(backend.calls.at(-1)?.headers.get('Authorization')).to.equal('Bearer abc');
  });

  it('does not happen after configure({ getToken }) for an element with its own client', async () => {
    const { backend, widget } = await ready(json(MOMS));
    configure({ getToken: () => 'abc', backendUrl: 'https://other.test' });
    await flush();
    expect([backend.calls.length, textOf(widget)]).to.deep.equal([1, 'Ting Moms']);
  });

  it('does not happen after configure({ lang }) where an element has a language around it', async () => {
    const { backend, widget } = await configured(json(MOMS));
    configure({ lang: 'en' });
    await flush();
    expect([backend.calls.length, textOf(widget)]).to.deep.equal([1, 'Ting Moms']);
  });

  it('does not happen for texts, level or other properties', async () => {
    const { backend, widget } = await ready(json(MOMS));
    widget.messages = { heading: 'Sager' };
    widget.headingLevel = 3;
    await flush();
    expect(backend.calls).to.have.length(1);
  });
});

describe('language', () => {
  afterEach(() => {
    document.documentElement.lang = 'da';
  });

  it('is followed live, and the data asked for anew while the old ones stay', async () => {
    const slow = later();
    const { backend, widget } = await ready(json(MOMS), slow.reply);
    document.documentElement.lang = 'en';
    await flush();
    expect(textOf(widget)).to.equal('Thing Moms');
    slow.give(json({ name: 'VAT' }));
    await until(() => textOf(widget) === 'Thing VAT');
    expect(backend.calls.map(({ headers }) => headers.get('Accept-Language'))).to.deep.equal(['da', 'en']);
    expect(part(widget, '.root')?.lang).to.equal('en');
  });

  it('is the configured one where no other is near', async () => {
    document.documentElement.removeAttribute('lang');
    const { backend, widget } = await configured(json(MOMS));
    await expectEvent(widget, ['skranke-ready'], () => configure({ lang: 'en' }));
    expect([backend.calls.length, textOf(widget)]).to.deep.equal([2, 'Thing Moms']);
  });

  it('is the one of the new place after a move', async () => {
    const { widget } = await ready(json(MOMS));
    const place = document.createElement('div');
    place.className = 'test-place';
    place.lang = 'en';
    document.body.append(place);
    place.append(widget);
    await until(() => textOf(widget).startsWith('Thing'));
    expect(textOf(widget)).to.equal('Thing Moms');
  });
});
