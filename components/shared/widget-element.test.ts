import { expect } from '@open-wc/testing';
import { html } from 'lit/html.js';
import { pageState } from './page-state.js';
import { captureConsole } from './testing/console-lines.js';
import { expectEvent, record } from './testing/expect-event.js';
import { json, later, problem, silence } from './testing/fake-fetch.js';
import { flush } from './testing/fake-time.js';
import { resetConfiguration } from './testing/page.js';
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

async function ready(...args: Parameters<typeof fakeBackend>) {
  const { backend, client } = fakeBackend(...args);
  const widget = mount(html`<test-widget .client=${client}></test-widget>`);
  await until(() => statesOf(widget).join() !== 'loading');
  await widget.updateComplete;
  return { backend, client, widget };
}

describe('properties', () => {
  it('count whether they come before or after the element is on the page', async () => {
    const { client } = fakeBackend(json(MOMS));
    const early = document.createElement('test-widget');
    early.client = client;
    early.headingLevel = 4;
    const late = mount(html`<test-widget></test-widget>`);
    late.client = client;
    late.headingLevel = 4;
    document.querySelector('.test-place')!.append(early);
    await until(() => part(early, '#name') !== null && part(late, '#name') !== null);
    expect([textOf(early), part(early, 'h4')?.id]).to.deep.equal([textOf(late), part(late, 'h4')?.id]);
  });

  it('count when they were set before the class was known', async () => {
    const { client } = fakeBackend(json(MOMS));
    const early = Object.assign(document.createElement('test-late'), { client });
    class TestLate extends (customElements.get('test-widget') as CustomElementConstructor) {}
    const place = mount(html`<test-widget></test-widget>`).parentElement!;
    place.replaceChildren(early);
    customElements.define('test-late', TestLate);
    await until(() => early.matches(':state(ready)'));
    expect(early.shadowRoot?.querySelector('#name')?.textContent).to.equal('Moms');
  });

  for (const [value, level] of [
    ['1', 1],
    ['6', 6],
    ['0', 2],
    ['7', 6],
    ['-3', 1],
    ['2.9', 2],
    ['x', 2],
    ['', 2],
  ] as const) {
    it(`heading-level="${value}" makes a heading of level ${level}`, async () => {
      const { widget } = await ready(json(MOMS));
      widget.setAttribute('heading-level', value);
      await widget.updateComplete;
      const headings = [...widget.shadowRoot!.querySelectorAll('h1, h2, h3, h4, h5, h6')];
      expect(headings.map(({ localName }) => localName)).to.deep.equal([`h${level}`]);
      expect(widget.levelOfParts).to.equal(level + 1);
    });
  }

  it('heading-level is 2 again when it is taken away', async () => {
    const { widget } = await ready(json(MOMS));
    widget.setAttribute('heading-level', '5');
    await widget.updateComplete;
    widget.removeAttribute('heading-level');
    await widget.updateComplete;
    expect(part(widget, 'h2')?.textContent).to.equal('Ting');
  });
});

describe('messages', () => {
  it('replace texts of the content', async () => {
    const { widget } = await ready(json(MOMS));
    widget.messages = { heading: 'Sager' };
    await widget.updateComplete;
    expect(part(widget, '#heading')?.textContent).to.equal('Sager');
  });

  it('replace the words of a failure', async () => {
    const { widget } = await ready(problem('not-found', 404));
    widget.messages = { errors: { 'not-found': { heading: 'Væk', text: 'Den er slettet.' } } };
    await widget.updateComplete;
    expect(textOf(widget)).to.contain('Væk').and.to.contain('Den er slettet.');
  });

  it('give way to the own ones again', async () => {
    const { widget } = await ready(json(MOMS));
    widget.messages = { heading: 'Sager' };
    await widget.updateComplete;
    widget.messages = null;
    await widget.updateComplete;
    expect(part(widget, '#heading')?.textContent).to.equal('Ting');
  });
});

describe('states', () => {
  it('are one at a time, from the beginning', async () => {
    const slow = later();
    const { client } = fakeBackend(slow.reply);
    const widget = document.createElement('test-widget');
    expect(statesOf(widget)).to.deep.equal(['loading']);
    widget.client = client;
    document.body.append(widget);
    widget.classList.add('test-place');
    await flush();
    expect(statesOf(widget)).to.deep.equal(['loading']);
    slow.give(json(MOMS));
    await until(() => part(widget, '#name') !== null);
    expect(statesOf(widget)).to.deep.equal(['ready']);
  });

  for (const [reply, state] of [
    [json(MOMS), 'ready'],
    [json({}), 'empty'],
    [problem('not-found', 404), 'error'],
  ] as const) {
    it(`end as ${state}`, async () => {
      const { widget } = await ready(reply);
      expect(statesOf(widget)).to.deep.equal([state]);
    });
  }

  it('leave an error by a reload, over loading', async () => {
    const { widget } = await ready(problem('not-found', 404), json(MOMS));
    widget.reload();
    await widget.updateComplete;
    expect(statesOf(widget)).to.deep.equal(['loading']);
    await until(() => statesOf(widget).join() === 'ready');
    expect(part(widget, '[part=message]')).to.equal(null);
  });
});

describe('events', () => {
  const TYPES = ['skranke-ready', 'skranke-error', 'skranke-auth-required'];

  it('tell that it is ready, when that is on screen and the state says so', async () => {
    const { client } = fakeBackend(json(MOMS));
    const seen: unknown[] = [];
    mount(
      html`<test-widget
        .client=${client}
        @skranke-ready=${({ target }: Event) => {
          const widget = target as HTMLElementTagNameMap['test-widget'];
          seen.push(textOf(widget), statesOf(widget));
        }}
      ></test-widget>`,
    );
    await until(() => seen.length > 0);
    expect(seen).to.deep.equal(['Ting Moms', ['ready']]);
  });

  it('tell of an error, when that is on screen and the state says so', async () => {
    const { client } = fakeBackend(problem('not-found', 404));
    const seen: unknown[] = [];
    mount(
      html`<test-widget
        .client=${client}
        @skranke-error=${({ target }: Event) => {
          const widget = target as HTMLElementTagNameMap['test-widget'];
          seen.push(part(widget, '.message-heading')?.textContent, statesOf(widget));
        }}
      ></test-widget>`,
    );
    await until(() => seen.length > 0);
    expect(seen).to.deep.equal(['Fejl: Vi kan ikke finde det', ['error']]);
  });

  it('cross the borders of shadow roots and bubble', async () => {
    const { widget } = await ready(json(MOMS));
    const [event] = await expectEvent(document, ['skranke-ready'], () => widget.reload());
    expect([event?.composed, event?.bubbles, event?.detail]).to.deep.equal([true, true, { complete: true }]);
  });

  it('tell of an error what the contract says, and nothing of the words of the backend', async () => {
    const { widget } = await ready(json(MOMS), problem('not-permitted', 403));
    const [event] = await expectEvent(widget, ['skranke-error'], () => widget.reload());
    expect(event?.detail).to.deep.equal({
      kind: 'http',
      status: 403,
      problem: { type: 'https://backend.test/problems/not-permitted', status: 403 },
      retryable: false,
    });
    expect(textOf(widget) + lines().join()).not.to.contain('SECRET');
    expect(lines()).to.deep.equal(['[skranke] test-widget: not-permitted (403) GET /things/{id}']);
  });

  it('ask for a sign-in after a 401, instead of telling of an error', async () => {
    const { client } = fakeBackend(problem('x', 401), json(MOMS));
    const seen = record(document, TYPES);
    const widget = mount(html`<test-widget .client=${client}></test-widget>`);
    await until(() => seen.length > 0);
    expect(seen.map(({ type }) => type)).to.deep.equal(['skranke-auth-required']);
    expect(statesOf(widget)).to.deep.equal(['error']);
    expect(textOf(widget)).to.contain('Du er ikke logget ind');
    const [event] = await expectEvent(widget, ['skranke-ready'], () =>
      (seen[0] as CustomEvent<{ retry: () => void }>).detail.retry(),
    );
    expect(event?.detail).to.deep.equal({ complete: true });
  });

  it('tell of what was left out, after ready', async () => {
    const { client } = fakeBackend(json(MOMS));
    const seen = record(document, TYPES);
    const problems = { leftOut: 1, badFields: ['link'] };
    mount(html`<test-widget .client=${client} .problems=${problems}></test-widget>`);
    await until(() => seen.length > 1);
    expect(seen.map(({ type }) => type)).to.deep.equal(['skranke-ready', 'skranke-error']);
    expect(seen[1]?.detail).to.deep.equal({ kind: 'contract', retryable: true });
    expect(lines()).to.deep.equal([
      '[skranke] test-widget: bad-shape GET /things/{id}: 1 left out; bad fields: link',
    ]);
  });

  it('come once for each failure, the console line once until a reload', async () => {
    const { widget } = await ready(problem('not-found', 404));
    await expectEvent(widget, ['skranke-error'], () => widget.reload());
    await flush();
    expect(lines()).to.deep.equal([
      '[skranke] test-widget: not-found (404) GET /things/{id}',
      '[skranke] test-widget: not-found (404) GET /things/{id}',
    ]);
  });
});

describe('announcements', () => {
  it('have their region before there is anything to say', async () => {
    mount(html`<test-widget .client=${fakeBackend(silence).client}></test-widget>`);
    await flush();
    expect(document.querySelectorAll('body > [data-skranke-announcer]')).to.have.length(1);
    expect(announced()).to.deep.equal([]);
  });

  it('are made by one announcer of the page, in the language of the widget', async () => {
    const { widget } = await ready(problem('not-found', 404));
    await until(() => announced().length > 0);
    const line = document.querySelector<HTMLElement>('[data-skranke-announcer] > p');
    expect([line?.textContent, line?.lang]).to.deep.equal(['Vi kan ikke finde det', 'da']);
    expect(widget.shadowRoot?.querySelector('[aria-live]')).to.equal(null);
    expect(pageState().announcer).to.be.an('object');
  });
});
