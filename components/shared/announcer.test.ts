import { expect, fixtureSync, html } from '@open-wc/testing';
import { Announcer } from './announcer.js';
import { useFakeTime } from './testing/fake-time.js';

const time = useFakeTime();
const REGION = '[data-skranke-announcer]';
const regions = (root: ParentNode = document) => [...root.querySelectorAll<HTMLElement>(REGION)];
const said = (region: Element | undefined) => [...(region?.children ?? [])].map((line) => line.textContent);

describe('announcer', () => {
  afterEach(() => {
    for (const region of regions()) region.remove();
  });

  it('makes its region before the first text, outside the widget', () => {
    const element = fixtureSync(html`<p></p>`);
    new Announcer().prepare(element);
    const [region] = regions();
    expect(region?.parentElement).to.equal(document.body);
    expect(region?.getAttribute('aria-live')).to.equal('polite');
    expect(said(region)).to.deep.equal([]);
  });

  it('has one region for the whole page', async () => {
    const announcer = new Announcer();
    const [one, two] = [fixtureSync(html`<p></p>`), fixtureSync(html`<p></p>`)];
    announcer.prepare(one);
    announcer.announce(one, 'a', 'da');
    announcer.announce(two, 'b', 'da');
    await time().pass(100);
    expect(regions()).to.have.length(1);
  });

  it('says nothing before the region has stood for a moment', async () => {
    const announcer = new Announcer();
    announcer.announce(fixtureSync(html`<p></p>`), 'a', 'da');
    await time().pass(99);
    expect(said(regions()[0])).to.deep.equal([]);
    await time().pass(1);
    expect(said(regions()[0])).to.deep.equal(['a']);
  });

  it('says all texts, in their order, also one that comes twice', async () => {
    const announcer = new Announcer();
    const element = fixtureSync(html`<p></p>`);
    for (const text of ['a', 'b', 'b', 'c']) announcer.announce(element, text, 'da');
    await time().pass(100);
    expect(said(regions()[0])).to.deep.equal(['a', 'b', 'b', 'c']);
  });

  it('adds a new line for each, since a changed text may be swallowed', async () => {
    const announcer = new Announcer();
    const element = fixtureSync(html`<p></p>`);
    announcer.announce(element, 'a', 'da');
    await time().pass(100);
    const first = regions()[0]?.firstElementChild;
    announcer.announce(element, 'a', 'da');
    await time().pass(0);
    expect(regions()[0]?.children).to.have.length(2);
    expect(regions()[0]?.firstElementChild).to.equal(first);
  });

  it('says each in its language', async () => {
    const announcer = new Announcer();
    const element = fixtureSync(html`<p></p>`);
    announcer.announce(element, 'Henter', 'da');
    announcer.announce(element, 'Loading', 'en');
    await time().pass(100);
    expect([...regions()[0]!.children].map((line) => line.getAttribute('lang'))).to.deep.equal(['da', 'en']);
  });

  it('takes text for text', async () => {
    new Announcer().announce(fixtureSync(html`<p></p>`), '<img src=x>', 'da');
    await time().pass(100);
    expect(regions()[0]?.querySelector('img')).to.equal(null);
    expect(said(regions()[0])).to.deep.equal(['<img src=x>']);
  });

  it('clears up after a while', async () => {
    new Announcer().announce(fixtureSync(html`<p></p>`), 'a', 'da');
    await time().pass(5_099);
    expect(said(regions()[0])).to.deep.equal(['a']);
    await time().pass(1);
    expect(said(regions()[0])).to.deep.equal([]);
  });

  it('is not seen, but there for assistive technology', () => {
    new Announcer().prepare(fixtureSync(html`<p></p>`));
    const { display, visibility, width } = getComputedStyle(regions()[0]!);
    expect([display, visibility, width]).to.deep.equal(['block', 'visible', '1px']);
  });

  it('makes the region anew when the page has thrown it away', async () => {
    const announcer = new Announcer();
    const element = fixtureSync(html`<p></p>`);
    announcer.prepare(element);
    regions()[0]?.remove();
    announcer.announce(element, 'a', 'da');
    await time().pass(100);
    expect(said(regions()[0])).to.deep.equal(['a']);
  });
});

describe('announcer in a modal dialog', () => {
  afterEach(() => {
    for (const region of regions()) region.remove();
  });

  function openDialog(): { dialog: HTMLDialogElement; inside: Element; deep: Element } {
    const dialog = fixtureSync<HTMLDialogElement>(
      html`<dialog>
        <p></p>
        <span></span>
      </dialog>`,
    );
    const deep = document.createElement('i');
    dialog.querySelector('span')!.attachShadow({ mode: 'open' }).append(deep);
    dialog.showModal();
    return { dialog, inside: dialog.querySelector('p')!, deep };
  }

  for (const place of ['inside', 'deep'] as const) {
    it(`speaks in the dialog, since the page behind is inert (${place})`, async () => {
      const places = openDialog();
      new Announcer().announce(places[place], 'a', 'da');
      await time().pass(100);
      expect(regions().map(({ parentElement }) => parentElement)).to.deep.equal([places.dialog]);
      expect(said(regions(places.dialog)[0])).to.deep.equal(['a']);
    });
  }

  it('speaks in the innermost of two', async () => {
    const { dialog, inside } = openDialog();
    const inner = document.createElement('dialog');
    dialog.append(inner);
    inner.append(inside);
    inner.showModal();
    new Announcer().announce(inside, 'a', 'da');
    await time().pass(100);
    expect(said(regions(inner)[0])).to.deep.equal(['a']);
  });

  it('speaks in what says that it is modal', async () => {
    const box = fixtureSync(html`<div role="dialog" aria-label="x" aria-modal="true"><p></p></div>`);
    new Announcer().announce(box.firstElementChild!, 'a', 'da');
    await time().pass(100);
    expect(said(regions(box)[0])).to.deep.equal(['a']);
  });

  it('speaks on the page from a dialog that is not modal', async () => {
    const { dialog, inside } = openDialog();
    dialog.close();
    dialog.show();
    new Announcer().announce(inside, 'a', 'da');
    await time().pass(100);
    expect(regions(dialog)).to.have.length(0);
    expect(said(regions()[0])).to.deep.equal(['a']);
  });

  it('speaks on the page again when the dialog has closed', async () => {
    const { dialog, inside } = openDialog();
    const announcer = new Announcer();
    announcer.announce(inside, 'a', 'da');
    dialog.close();
    announcer.announce(inside, 'b', 'da');
    await time().pass(100);
    expect(
      regions(document.body)
        .filter((one) => one.parentElement === document.body)
        .map(said),
    ).to.deep.equal([['b']]);
  });
});
