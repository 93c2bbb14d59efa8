/** What real points have besides a name and keywords, spread over made-up ones by their number: the same each time. */
import type { StoredPoint } from '../contract/contacts-authority.js';

type Extra = Partial<StoredPoint>;

const FIELDS = ['Sagsnummer', 'Adresse', 'Barnets fornavn', 'Matrikelnummer', 'Kundenummer'] as const;

const fieldNamed = (number: number) => ({ name: FIELDS[number % FIELDS.length] ?? FIELDS[0] });

const twoDigits = (number: number) => String(number % 100).padStart(2, '0');

/** The same empty list for all: structures of ten thousands of points are made with this. */
const NONE: never[] = [];

function codesOf(number: number, name: string): StoredPoint['contactPointCodes'] {
  const codes: StoredPoint['contactPointCodes'] = [];
  const base = `${twoDigits(number)}.${twoDigits(number * 7)}`;
  if (number % 4 === 0) codes.push({ type: 'KLE', code: `${base}.00`, name });
  if (number % 10 === 5) codes.push({ type: 'FORM', code: `${base}.10.05`, name });
  if (number % 50 === 7) codes.push({ type: 'EAN/GLN', code: `5790000${twoDigits(number)}0000`, name: '' });
  for (let index = 1; number % 11 === 0 && index <= 1 + (number % 3); index++)
    codes.push({ type: 'USER', code: `FB-${number}-${index}`, name: `Fordeling ${index}` });
  return codes.length > 0 ? codes : NONE;
}

function externalLinkOf(number: number, name: string): StoredPoint['externalLink'] {
  const heading = `${name.slice(0, 32)} på nettet`;
  const url = `https://www.example.dk/selvbetjening/${number}`;
  const description = 'Du får hurtigst svar, når du bruger selvbetjeningen.';
  return { heading, description, linkText: 'Start selvbetjening', url };
}

function informationFieldsOf(number: number): StoredPoint['recommendedAttributes'] {
  if (number % 5 !== 2) return NONE;
  return number % 10 === 2 ? [fieldNamed(number), fieldNamed(number + 1)] : [fieldNamed(number)];
}

/** Links, information fields, lowered capacity, codes, states and internal notes for the point with this number. */
export function sprinkle(number: number, name: string): Extra {
  const extra: Extra = {
    contactPointCodes: codesOf(number, name),
    recommendedAttributes: informationFieldsOf(number),
  };
  if (number % 31 === 0) extra.visible = false;
  if (number % 29 === 0) extra.active = false;
  if (number % 37 === 0) extra.receivingSystem = null;
  if (number % 23 === 0) extra.description = 'Change me';
  if (number % 3 === 0) extra.internalNote = `Kun internt: fordeles af team ${1 + (number % 9)}.`;
  if (number % 7 === 3) extra.externalLink = externalLinkOf(number, name);
  if (number % 6 === 1) extra.memoSizeThresholdMB = [5, 10, 25, 49.5][number % 4] ?? 10;
  if (number % 12 === 1) extra.allowedNumberOfAttachments = 1 + (number % 9);
  return extra;
}
