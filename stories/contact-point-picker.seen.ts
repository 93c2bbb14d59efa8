/** What can be seen of a contact point picker. */
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
