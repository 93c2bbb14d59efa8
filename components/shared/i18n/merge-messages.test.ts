import { expect } from '@open-wc/testing';
import { captureConsole } from '../testing/console-lines.js';
import { commonMessages, type CommonMessages, type MessageOverrides } from './common.messages.js';
import { mergeMessages } from './merge-messages.js';

interface Texts extends CommonMessages {
  readonly parts: Readonly<Record<'one' | 'two', string>>;
}

const lines = captureConsole();
const texts: Texts = { ...commonMessages.da, parts: { one: 'Et', two: 'To' } };
/** As a page in plain JavaScript may do it. */
const loose = (overrides: unknown) => mergeMessages(texts, overrides as MessageOverrides<Texts>);

describe('texts of the host', () => {
  for (const none of [undefined, null, {}]) {
    it(`may be absent: ${JSON.stringify(none)}`, () => {
      expect(mergeMessages(texts, none)).to.deep.equal(texts);
    });
  }

  it('replace the one that they name, and leave the rest', () => {
    const merged = mergeMessages(texts, { retry: 'Igen!' });
    expect([merged.retry, merged.loading]).to.deep.equal(['Igen!', texts.loading]);
    expect(texts.retry).to.equal('Prøv igen');
  });

  it('may replace a text with placeholders', () => {
    expect(mergeMessages(texts, { waitHint: (seconds) => `${seconds}!` }).waitHint(5)).to.equal('5!');
  });

  for (const [name, waitHint] of [
    [
      'throws',
      () => {
        throw new Error('secret');
      },
    ],
    ['gives no string', () => undefined],
  ] as const) {
    it(`that ${name} is replaced by the kit's own, with a warning`, () => {
      expect(loose({ waitHint }).waitHint(5)).to.equal(texts.waitHint(5));
      expect(lines()).to.deep.equal(["[skranke] messages: 'waitHint' gives no text"]);
    });
  }

  it('may replace one error', () => {
    const timeout = { heading: 'Langsomt', text: 'Vent.' };
    const { errors } = mergeMessages(texts, { errors: { timeout } });
    expect([errors.timeout, errors.network]).to.deep.equal([timeout, texts.errors.network]);
  });

  it('may replace the heading of an error only', () => {
    const { errors } = loose({ errors: { timeout: { heading: 'Langsomt' } } });
    expect(errors.timeout).to.deep.equal({ heading: 'Langsomt', text: texts.errors.timeout.text });
  });

  it('may replace one text of a group', () => {
    expect(loose({ parts: { two: '2' } }).parts).to.deep.equal({ one: 'Et', two: '2' });
  });

  for (const [name, overrides, line] of [
    ['a string for a function', { waitHint: 'Vent' }, 'waitHint'],
    ['a function for a string', { retry: () => 'x' }, 'retry'],
    ['an unknown key', { retyr: 'x' }, 'retyr'],
    ['nothing for a string', { retry: null }, 'retry'],
    ['a string for a group', { parts: 'x' }, 'parts'],
    ['a string for an error', { errors: { timeout: 'Langsomt' } }, 'timeout'],
    ['a number in an error', { errors: { timeout: { heading: 7 } } }, 'heading'],
  ] as const) {
    it(`are left out with a warning: ${name}`, () => {
      expect(loose(overrides)).to.deep.equal(texts);
      expect(lines()).to.deep.equal([`[skranke] messages: '${line}' is unknown or of the wrong type`]);
    });
  }

  it('are left out for errors and groups that are null', () => {
    expect(loose({ errors: null, parts: null })).to.deep.equal(texts);
  });
});
