/** Every reader, over valid, half-valid and hostile answers. */
import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { bodyFor } from './bodies.js';
import { change, changes, hostileValue } from './hostile.js';
import { readers } from './readers.js';
import { check, saveCovered } from './run.js';

const PROTOTYPE = Object.getOwnPropertyNames(Object.prototype).join();
/** As in the readers: what could turn around the text beside it. */
const CONTROLS = /(?![\n\t])[\p{Cc}\p{Bidi_C}]/u;

/** All texts in a value, with the name of the field that holds them. */
function* textsIn(value: unknown, field = ''): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [field, value];
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one, field);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* textsIn(one, key);
}

function expectClean(value: unknown, addresses: readonly string[]): void {
  for (const [field, text] of textsIn(value)) {
    if (addresses.includes(field)) expect(new URL(text).protocol, field).to.match(/^https?:$/);
    // Ids are compared, never shown; names of bad fields are the reader's own words.
    else if (!/id$|ids$|badFields|url/i.test(field)) expect(text, field).not.to.match(CONTROLS);
  }
}

interface Page {
  readonly items?: readonly unknown[];
  readonly leftOut?: number;
  readonly totalPages?: number;
  readonly totalElements?: number;
}

function expectCounts({ items, leftOut = 0, totalPages = 1, totalElements = 0 }: Page): void {
  if (!items) return;
  expect(
    [leftOut, totalPages, totalElements].every((count) => Number.isInteger(count) && count >= 0),
  ).to.equal(true);
}

for (const { name, path, read, addresses } of readers) {
  describe(`reader: ${name}`, () => {
    it('reads a whole answer', async () => {
      const whole = (await read(bodyFor(path))) as Page & { readonly badFields?: readonly string[] };
      expect(whole).not.to.equal(undefined);
      expect([whole.leftOut ?? 0, whole.badFields ?? []]).to.deep.equal([0, []]);
    });

    it('gives clean data or nothing for any answer, the same each time, and never throws', async function () {
      this.timeout(120_000);
      const halfValid = changes.map((list) => change(bodyFor(path), list));
      const any = fc.oneof({ weight: 8, arbitrary: halfValid }, { weight: 1, arbitrary: hostileValue });
      await check(
        fc.asyncProperty(any, async (body) => {
          const before = JSON.stringify(body);
          const data = await read(body);
          expect(JSON.stringify(body), 'left as it was').to.equal(before);
          if (data === undefined) return;
          expectClean(data, addresses);
          expectCounts(data as Page);
          expect(await read(body)).to.deep.equal(data);
        }),
      );
      expect(Object.getOwnPropertyNames(Object.prototype).join(), 'no prototype is touched').to.equal(
        PROTOTYPE,
      );
    });
  });
}

after(saveCovered('readers'));
