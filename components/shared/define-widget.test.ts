import { expect } from '@open-wc/testing';
import { defineWidget } from './define-widget.js';
import { captureConsole } from './testing/console-lines.js';

const lines = captureConsole();
const widget = (version: string) =>
  class extends HTMLElement {
    static readonly version = version;
  };

// In this order: only the first clash of a page is told.
describe('registration', () => {
  it('happens where nobody has', () => {
    const first = widget('1.0.0');
    defineWidget('def-one', first);
    expect(customElements.get('def-one')).to.equal(first);
  });

  it('is silent for the same version again', () => {
    const first = widget('1.0.0');
    defineWidget('def-same', first);
    defineWidget('def-same', widget('1.0.0'));
    expect(customElements.get('def-same')).to.equal(first);
    expect(lines()).to.deep.equal([]);
  });

  it("leaves a stranger's element alone, and says so", () => {
    const stranger = class extends HTMLElement {};
    customElements.define('def-strange', stranger);
    defineWidget('def-strange', widget('1.0.0'));
    expect(customElements.get('def-strange')).to.equal(stranger);
    expect(lines()).to.deep.equal([
      '[skranke] def-strange is already registered (not by this kit); version 1.0.0 is not used',
    ]);
  });

  it('keeps the first of two versions, and says no more about it', () => {
    const first = widget('1.0.0');
    defineWidget('def-other', first);
    defineWidget('def-other', widget('1.1.0'));
    expect(customElements.get('def-other')).to.equal(first);
    expect(lines()).to.deep.equal([]);
  });
});
