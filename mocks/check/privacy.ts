/** What may stand in a report: values that say what is wrong, never who somebody is. */

/** Ten digits that begin like a date, with or without the hyphen; 61–91 are the days of made-up persons. */
const CPR = /(?<!\d)((?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])(?:0[1-9]|1[0-2])\d{2})-?\d{4}(?!\d)/g;

/** A text with each CPR number masked, `111213****`. */
export function maskCpr(text: string): string {
  return text.replace(CPR, '$1****');
}

/** True when a CPR number stands in the text. */
export function holdsCpr(text: string): boolean {
  return new RegExp(CPR.source).test(text);
}

/** Fields whose values are the service's own words, dates or ids. All else might be about somebody. */
const OPEN_FIELD =
  /^(id|type|status|kind|platform|target|targets|reason|version|language|until|answerBy|validTo|decision|idType|\w*(Id|UUID|At|Date|Dato|Page|Pages|Elements|[uU]rl)|link|active|visible|allowed)$/;
const MAX_SHOWN = 60;

const shorten = (text: string) => (text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text);

/** A value of an answer in words. `field` is the name that it stands under. */
export function describeValue(value: unknown, field = ''): string {
  if (value === undefined) return 'nothing';
  if (value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object') return 'an object';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (OPEN_FIELD.test(field)) return shorten(maskCpr(JSON.stringify(value)));
  return typeof value === 'number' ? 'a number' : `a text of ${text.length} characters`;
}
