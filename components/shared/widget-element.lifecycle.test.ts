import { expect } from '@open-wc/testing';
import { html } from 'lit/html.js';
import { configure, pageState } from './page-state.js';
import { captureConsole } from './testing/console-lines.js';
import { expectEvent, record } from './testing/expect-event.js';
import { FakeFetch, json, later, problem, silence, type Reply } from './testing/fake-fetch.js';
import { flush, useFakeTime } from './testing/fake-time.js';
import { resetConfiguration, restorePage, setOnline } from './testing/page.js';
import './testing/test-widget.js';
import {
  announced,
  cleanPage,
  fakeBackend,
  mount,
  part,
  statesOf,
  textOf,
  until,
} from './testing/widget-page.js';

const lines = captureConsole();
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

describe('removal', () => {
  it('gives the request up, and the load begins again with the element', async () => {
    const { backend, client } = fakeBackend(silence, json(MOMS));
    const widget = mount(html`<test-widget .client=${client}></test-widget>`);
    const place = widget.parentElement!;
    await flush();
    widget.remove();
    await flush();
    expect(backend.calls.map(({ signal }) => signal.aborted)).to.deep.equal([true]);
    place.append(widget);
    await settled(widget);
    expect(textOf(widget)).to.equal('Ting Moms');
  });

  it('and moving is not a reason to ask again', async () => {
    const { backend, widget } = await ready(json(MOMS));
    const events = record(document, ['skranke-ready', 'skranke-error']);
    const place = widget.parentElement!;
    place.prepend(widget);
    widget.remove();
    await flush();
    place.append(widget);
    await flush();
    expect([backend.calls.length, events.length, textOf(widget)]).to.deep.equal([1, 0, 'Ting Moms']);
  });

  it('after an error is not a reason to ask again', async () => {
    const { backend, widget } = await ready(problem('not-found', 404));
    widget.parentElement!.prepend(widget);
    await flush();
    expect([backend.calls.length, statesOf(widget)]).to.deep.equal([1, ['error']]);
  });

  it('while more is to come makes the load go on with the element', async () => {
    const { backend, client } = fakeBackend(json(MOMS));
    const widget = mount(html`<test-widget partial .client=${client}></test-widget>`);
    await settled(widget);
    widget.partial = false;
    const [event] = await expectEvent(widget, ['skranke-ready'], () => widget.parentElement!.prepend(widget));
    expect(event?.detail).to.deep.equal({ complete: true });
    expect(backend.calls).to.have.length(1);
  });

  it('while a reload is under way makes it go on with the element', async () => {
    const slow = later();
    const { widget } = await ready(json(MOMS), slow.reply);
    widget.reload();
    await flush();
    widget.parentElement!.prepend(widget);
    await flush();
    slow.give(json(TOLD));
    await until(() => textOf(widget) === 'Ting Told');
    expect(statesOf(widget)).to.deep.equal(['ready']);
  });

  it('takes away what was listened to on the window', async () => {
    const { widget } = await ready(json(MOMS));
    const removed: string[] = [];
    const { removeEventListener } = window;
    window.removeEventListener = (type: string) => removed.push(type);
    widget.remove();
    window.removeEventListener = removeEventListener;
    expect(removed).to.deep.equal(['online']);
  });

  it('leaves no listener behind', async () => {
    const { listeners } = pageState();
    const before = listeners.size;
    const { widget } = await ready(problem('x', 404));
    const place = widget.parentElement!;
    for (let i = 0; i < 3; i++) {
      widget.remove();
      place.append(widget);
    }
    expect(listeners.size).to.equal(before + 1);
    widget.remove();
    expect(listeners.size).to.equal(before);
  });

  it('ends what the net, the settings and the language could set off', async () => {
    const { backend, widget } = await ready(new TypeError('Failed to fetch'));
    const calls = backend.calls.length;
    widget.remove();
    window.dispatchEvent(new Event('online'));
    configure({ getToken: () => 'abc' });
    document.documentElement.lang = 'en';
    await flush();
    document.documentElement.lang = 'da';
    expect(backend.calls).to.have.length(calls);
  });
});

describe('net', () => {
  const time = useFakeTime();
  afterEach(restorePage);

  it('that is back makes a widget ask again that failed for its lack', async () => {
    setOnline(false);
    const broken = new TypeError('Failed to fetch');
    const { client } = fakeBackend(broken, broken, broken, json(MOMS));
    const widget = mount(html`<test-widget .client=${client}></test-widget>`);
    await time().pass(3_000);
    expect(textOf(widget)).to.contain('Du er ikke på nettet');
    setOnline(true);
    await time().pass(100);
    expect(textOf(widget)).to.equal('Ting Moms');
  });

  for (const status of [404, 500]) {
    it(`that is back is no reason for one that failed otherwise: ${status}`, async () => {
      const { backend, client } = fakeBackend(problem('oops', status));
      mount(html`<test-widget .client=${client}></test-widget>`);
      await time().pass(100);
      setOnline(true);
      await time().pass(100);
      expect(backend.calls).to.have.length(1);
    });
  }
});

describe("'Prøv igen'", () => {
  const click = (widget: HTMLElementTagNameMap['test-widget']) => part(widget, '[part~=retry]')!.click();

  it('moves the focus to the heading, says that it loads and then what is there', async () => {
    const { widget } = await ready(problem('not-found', 404), json(MOMS));
    click(widget);
    await widget.updateComplete;
    await flush();
    expect(widget.shadowRoot?.activeElement?.id).to.equal('heading');
    await settled(widget);
    await until(() => announced().length >= 3);
    expect(announced()).to.deep.equal(['Vi kan ikke finde det', 'Henter …', 'Den hedder Moms']);
    expect(widget.shadowRoot?.activeElement?.id).to.equal('heading');
  });

  it('says what is wrong when it fails again', async () => {
    const { widget } = await ready(problem('not-found', 404), problem('not-permitted', 403));
    click(widget);
    await until(() => announced().length >= 3);
    expect(announced()).to.deep.equal(['Vi kan ikke finde det', 'Henter …', 'Du har ikke adgang']);
  });

  for (const [outcome, reply] of [
    ['came', json(MOMS)],
    ['failed again', problem('not-permitted', 403)],
  ] as const) {
    it(`is over when it ${outcome}: what the host asks for then is not read out`, async () => {
      const { widget } = await ready(problem('not-found', 404), reply, json(TOLD));
      click(widget);
      await until(() => announced().length >= 3);
      widget.reload();
      await until(() => textOf(widget) === 'Ting Told');
      await flush();
      await new Promise((resolve) => setTimeout(resolve, 150));
      expect(announced()).to.have.length(3);
    });
  }

  it('does not call back a user who has gone on meanwhile', async () => {
    const slow = later();
    const { widget } = await ready(problem('not-found', 404), slow.reply);
    const field = document.createElement('input');
    widget.parentElement!.append(field);
    click(widget);
    await flush();
    field.focus();
    // As the skeleton does after 300 ms.
    widget.requestUpdate();
    await widget.updateComplete;
    expect(field.matches(':focus')).to.be.true;
    slow.give(json(MOMS));
    await settled(widget);
    await flush();
    expect(field.matches(':focus')).to.be.true;
  });

  it('is there when no token could be had', async () => {
    const getToken = () => Promise.reject(new Error('SECRET'));
    configure({ backendUrl: 'https://backend.test', getToken, fetch: new FakeFetch(json(MOMS)).fetch });
    const widget = await settled(mount(html`<test-widget></test-widget>`));
    expect(textOf(widget)).to.contain('Vi kunne ikke bekræfte, hvem du er');
    expect(part(widget, '[part~=retry]')?.textContent.trim()).to.equal('Prøv igen');
    expect(lines().join()).not.to.contain('SECRET');
  });

  it('is silent for a load that nobody asked for', async () => {
    await ready(json(MOMS));
    await flush();
    expect(announced()).to.deep.equal([]);
  });
});
