/** Marks in the data that can be found again wherever they leak to. */

/** As a CPR number looks, with and without the hyphen; no such person exists: the day is impossible. */
export const PERSON = '390190-9917';
const PERSON_ON_THE_WIRE = '3901909917';
/** In the texts of authorities. */
export const TEXT = 'Kanarietekst';
/** The access token of every request: a persona of the pilot. */
export const TOKEN = 'pilot-all';
/** In what a backend says of its own errors. */
export const ERROR = 'Kanariefejl';

const PERSON_FIELDS = ['recipientID', 'senderID'];
/** Not names: the stories find rows by them. */
const TEXT_FIELDS = [
  ...['overskrift', 'beskrivelse', 'kategori', 'myndighed', 'linkTekst', 'status', 'description'],
  ...['heading', 'introduction', 'legalBasis', 'refusalText', 'withdrawalText', 'complaintText', 'purpose'],
  'linkText',
];
const ERROR_FIELDS = ['title', 'detail', 'instance'];

function mark(key: string, value: string): string {
  if (PERSON_FIELDS.includes(key)) return /^\d{10}$/.test(value) ? PERSON_ON_THE_WIRE : value;
  if (ERROR_FIELDS.includes(key)) return `${value} ${ERROR} ${PERSON}`;
  // Statuses of cases are free text, those of requests and messages a fixed set.
  if (key === 'status' && !/ |^Modtaget|^Godkendt/.test(value)) return value;
  return TEXT_FIELDS.includes(key) && value ? `${value} ${TEXT} ${PERSON}` : value;
}

/** The same answer with canaries in it. */
export function withCanaries(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return mark(key, value);
  if (Array.isArray(value)) return value.map((one) => withCanaries(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withCanaries(one, name)]));
}

const ANY = [PERSON, PERSON_ON_THE_WIRE, TEXT, TOKEN, ERROR];

/** Which canaries stand in a text; `allowed` are those that may. */
export function canariesIn(text: string, allowed: readonly string[] = []): string[] {
  const seen = [text, decodeURIComponent(text.replaceAll(/%(?![\da-f]{2})/gi, '%25'))];
  return ANY.filter((canary) => !allowed.includes(canary) && seen.some((one) => one.includes(canary)));
}
