import { expect } from '@open-wc/testing';
import { html } from 'lit/html.js';
import { property, state } from './decorators.js';
import { css, ReactiveElement, type PropertyValues } from './reactive-element.js';

class Thing extends ReactiveElement {
  static override styles = [
    css`
      p {
        padding: 3px;
      }
    `,
    [
      css`
        p {
          margin: ${7}px;
        }
      `,
    ],
  ];

  @property() text: string | null = 'a';
  @property({ attribute: 'how-many', type: Number }) count: number | null = 0;
  @property({ type: Boolean, reflect: true }) open = false;
  @property({ reflect: true }) name: string | null = null;
  @property({ attribute: false }) hidden2 = 1;
  @state() private inner = 0;
  /** What happened, in order. */
  readonly steps: string[] = [];
  failing = false;

  protected override willUpdate(changed: PropertyValues): void {
    this.steps.push(`will ${[...changed.keys()].join(' ')}`);
    if (this.failing) throw new Error('as it should');
  }
  protected override updated(changed: PropertyValues): void {
    this.steps.push(
      `did ${[...changed].map(([name, before]) => `${String(name)} ${String(before)}`).join(' ')}`,
    );
  }
  bump(): void {
    this.inner += 1;
  }

  protected override render(): unknown {
    this.steps.push('render');
    return html`<p>${this.text} ${this.count} ${this.inner}</p>`;
  }
}
customElements.define('reactive-thing', Thing);

/** The next level down, with a property and an accessor of its own. */
class Below extends Thing {
  @property() get level(): number {
    return this.#level;
  }
  set level(value: string | number) {
    this.#level = Number(value);
  }
  #level = 1;
}
customElements.define('reactive-below', Below);

const made: Element[] = [];
afterEach(() => made.splice(0).forEach((element) => element.remove()));

async function show<Type extends Thing>(element: Type): Promise<Type> {
  made.push(element);
  document.body.append(element);
  await element.updateComplete;
  element.steps.length = 0;
  return element;
}
const textOf = (element: Thing) => element.renderRoot.textContent.trim();

describe('reactive element: attributes', () => {
  it('become properties, by name and type', async () => {
    const thing = await show(new Thing());
    thing.setAttribute('text', 'b');
    thing.setAttribute('how-many', '7');
    thing.setAttribute('open', '');
    expect([thing.text, thing.count, thing.open]).to.deep.equal(['b', 7, true]);
    thing.removeAttribute('how-many');
    thing.removeAttribute('open');
    thing.removeAttribute('text');
    expect([thing.text, thing.count, thing.open]).to.deep.equal([null, null, false]);
  });

  it('are observed on every level of a class, and only on its own', () => {
    expect(Thing.observedAttributes).to.deep.equal(['text', 'how-many', 'open', 'name']);
    expect(Below.observedAttributes).to.deep.equal(['text', 'how-many', 'open', 'name', 'level']);
  });

  it('of texts take what is no text, as the browser’s own do, without blanks around it', async () => {
    const thing = await show(new Thing());
    for (const [value, text] of [
      [42, '42'],
      [new URL('https://a.test/x'), 'https://a.test/x'],
      [['a', 'b'], 'a,b'],
      [' a ', 'a'],
      [null, null],
      [undefined, undefined],
    ] as const) {
      (thing as { text: unknown }).text = value;
      expect(thing.text).to.equal(text);
    }
    thing.setAttribute('text', '\n b ');
    expect(thing.text).to.equal('b');
  });

  it('of numbers are not there when they are empty', async () => {
    const thing = await show(new Thing());
    thing.setAttribute('how-many', ' ');
    expect(thing.count).to.equal(null);
  });

  it('follow a property that is reflected, and no other', async () => {
    const thing = await show(new Thing());
    Object.assign(thing, { open: true, name: 'x', text: 'c' });
    await thing.updateComplete;
    expect(thing.getAttributeNames().sort()).to.deep.equal(['name', 'open']);
    Object.assign(thing, { open: false, name: null });
    await thing.updateComplete;
    expect(thing.getAttributeNames()).to.deep.equal([]);
    expect([thing.open, thing.name]).to.deep.equal([false, null]);
  });
});

describe('reactive element: updates', () => {
  it('come once for several changes, with the values before', async () => {
    const thing = await show(new Thing());
    thing.text = 'b';
    thing.text = 'c';
    thing.count = 2;
    expect(thing.steps).to.deep.equal([]);
    expect(await thing.updateComplete).to.equal(true);
    expect(thing.steps).to.deep.equal(['will text count', 'render', 'did text a count 0']);
    expect(textOf(thing)).to.equal('c 2 0');
  });

  it('do not come for the value that is there', async () => {
    const thing = await show(new Thing());
    thing.text = 'a';
    thing.count = 0;
    await thing.updateComplete;
    expect(thing.steps).to.deep.equal([]);
  });

  it('wait until the element is on a page', async () => {
    const thing = new Thing();
    thing.text = 'early';
    await Promise.resolve();
    expect(thing.steps).to.deep.equal([]);
    await show(thing);
    expect(textOf(thing)).to.equal('early 0 0');
  });

  it('go on after one that failed', async () => {
    const thing = await show(new Thing());
    thing.failing = true;
    thing.bump();
    const error = await thing.updateComplete.catch((reason: unknown) => reason);
    expect(String(error)).to.contain('as it should');
    thing.failing = false;
    thing.bump();
    await thing.updateComplete;
    expect(textOf(thing)).to.equal('a 0 2');
  });

  it('follow an accessor of the class, too', async () => {
    const below = await show(new Below());
    below.setAttribute('level', '4');
    await below.updateComplete;
    expect([below.level, below.steps.at(-1)]).to.deep.equal([4, 'did level 1']);
  });
});

describe('reactive element: what is around it', () => {
  it('takes over what was set before the class was known', async () => {
    const early = document.createElement('reactive-late');
    Object.assign(early, { text: 'before', count: 3 });
    document.body.append(early);
    class Late extends Thing {}
    customElements.define('reactive-late', Late);
    expect(early).to.be.instanceOf(Late);
    const late = await show(document.querySelector<Thing>('reactive-late')!);
    expect(textOf(late)).to.equal('before 3 0');
    late.text = 'after';
    await late.updateComplete;
    expect(textOf(late)).to.equal('after 3 0');
  });

  for (const how of ['property', 'attribute']) {
    it(`does not put that over a newer ${how}, set in the same breath`, async () => {
      const tag = `reactive-newer-${how}`;
      const early = document.createElement(tag);
      early.setAttribute('text', 'in the page');
      Object.assign(early, { text: 'before', count: 3 });
      document.body.append(early);
      customElements.define(tag, class extends Thing {});
      const late = document.querySelector<Thing>(tag)!;
      expect([late.text, late.count]).to.deep.equal(['before', 3]);
      if (how === 'property') late.text = 'newer';
      else late.setAttribute('text', 'newer');
      await show(late);
      expect([textOf(late), late.text]).to.deep.equal(['newer 3 0', 'newer']);
    });
  }

  it('tells controllers of its coming, its going and its updates', async () => {
    const seen: string[] = [];
    const thing = new Thing();
    thing.addController({
      hostConnected: () => seen.push('here'),
      hostDisconnected: () => seen.push('gone'),
      hostUpdated: () => seen.push('updated'),
    });
    expect(seen).to.deep.equal([]);
    await show(thing);
    thing.remove();
    expect(seen).to.deep.equal(['here', 'updated', 'gone']);
    thing.addController({ hostConnected: () => seen.push('late') });
    document.body.append(thing);
    expect(seen.slice(3)).to.deep.equal(['here', 'late']);
  });

  it('keeps its styles when it is moved to another document, and back', async () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const thing = await show(new Thing());
    for (const page of [frame.contentDocument!, document]) {
      page.body.append(thing);
      const paragraph = thing.renderRoot.querySelector('p')!;
      expect(page.defaultView!.getComputedStyle(paragraph).paddingTop).to.equal('3px');
    }
    frame.remove();
  });

  it('does no harm in a document that is not shown, and has its styles when it is', () => {
    const thing = new Thing();
    document.implementation.createHTMLDocument().body.append(thing);
    document.body.append(thing);
    expect(thing.renderRoot.adoptedStyleSheets).to.have.length(2);
    thing.remove();
  });

  it('has its styles when its first place is in another document', () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const thing = new Thing();
    frame.contentDocument!.body.append(thing);
    expect(thing.renderRoot.adoptedStyleSheets).to.have.length(2);
    frame.remove();
  });

  it('shares one style sheet among all elements of a class', async () => {
    const [one, other] = [await show(new Thing()), await show(new Thing())];
    expect(one.renderRoot.adoptedStyleSheets).to.have.length(2);
    expect(one.renderRoot.adoptedStyleSheets).to.deep.equal(other.renderRoot.adoptedStyleSheets);
    const { paddingTop, marginTop } = getComputedStyle(one.renderRoot.querySelector('p')!);
    expect([paddingTop, marginTop]).to.deep.equal(['3px', '7px']);
  });
});
