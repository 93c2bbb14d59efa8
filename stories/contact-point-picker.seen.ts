/** What can be seen of a contact point picker, and done with it. */
import type { ContactPointPickerHarness } from '../components/testing.js';

/** How many rows there are to choose between. */
export const rows = (count: number) => ({
  [`${count} rows`]: (picker: ContactPointPickerHarness) => picker.rows.length === count,
});

/** What was found is marked. */
export const marks = (word: RegExp) => ({
  'what was found, marked': ({ marks: found }: ContactPointPickerHarness) =>
    found.length > 0 && found.every((mark) => word.test(mark)),
});

/** Writes more into the first information field than it takes, when it is there. */
export async function writesTooMuch(picker: ContactPointPickerHarness): Promise<void> {
  await picker.shows('0/255');
  await picker.writeInformation(/valgfrit|optional/, 'x'.repeat(300));
}
