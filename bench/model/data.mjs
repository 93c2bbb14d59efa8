/**
 * Contact structures of any size for the benches, made from a seed: subjects in four levels, descriptions of the
 * usual length, two or three keywords, every tenth point in two groups.
 */

const SUBJECTS = [
  'Bolig',
  'Byggeri',
  'Børn',
  'Skole',
  'Ældre',
  'Sundhed',
  'Miljø',
  'Trafik',
  'Kultur',
  'Pas',
  'Skat',
  'Job',
];
const ACTS = [
  'Fornyelse af',
  'Klage over',
  'Ansøgning om',
  'Spørgsmål om',
  'Ændring af',
  'Afmelding af',
  'Tilsyn med',
];
const THINGS = [
  'pas',
  'kørekort',
  'boligstøtte',
  'byggetilladelse',
  'dagtilbud',
  'hjemmehjælp',
  'affald',
  'parkering',
  'folkepension',
  'sygedagpenge',
  'nøglekort',
  'hegn og skel',
  'vandløb',
  'rottebekæmpelse',
  'skolefritidsordning',
  'tandpleje',
];
const PLACES = [
  'Åbenrå',
  'Aabybro',
  'Ærøskøbing',
  'Øster Hornum',
  'Fjordby',
  'Nørre Vinge',
  'Sønderlund',
  'Havneby',
];

/** Mulberry32: the same numbers for the same seed, everywhere. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * @param {number} top groups at the top level
 * @returns {{points: object[], groups: object[]}} as the readers give them
 */
export function structureOf(size, { seed = 1, top = SUBJECTS.length } = {}) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const groups = [];
  const groupCount = Math.max(top, Math.round(size / 8));
  for (let at = 0; at < groupCount; at++) {
    groups.push({
      id: `fd8ca657-157c-3ffe-0000-${String(at).padStart(12, '0')}`,
      name: at < SUBJECTS.length ? SUBJECTS[at] : `${pick(SUBJECTS)} i ${pick(PLACES)} ${at}`,
      description: undefined,
      unit: false,
      audiences: [],
      parentIds: at < top ? [] : [groups[Math.floor(at / 6)].id],
      organisationName: 'Fjordby Kommune',
    });
  }
  const points = Array.from({ length: size }, (_, at) => pointOf(at, pick, next, groups));
  return { points, groups };
}

function pointOf(at, pick, next, groups) {
  const thing = pick(THINGS);
  const name = `${pick(ACTS)} ${thing} i ${pick(PLACES)} ${at}`.slice(0, 50);
  return {
    id: `163710ae-5078-350c-0000-${String(at).padStart(12, '0')}`,
    name,
    description: `Skriv her, hvis du har spørgsmål om ${thing} eller ${pick(THINGS)}, når du bor i ${pick(PLACES)} eller er på vej til at flytte dertil.`,
    audiences: next() < 0.7 ? ['citizen', 'business', 'authority'] : ['citizen'],
    active: next() > 0.03,
    visible: next() > 0.03,
    organisationId: undefined,
    groupIds: [pick(groups).id, ...(next() < 0.1 ? [pick(groups).id] : [])],
    keywords: [thing, pick(THINGS), ...(next() < 0.5 ? [pick(PLACES)] : [])],
    informationFields: [],
    externalLink: undefined,
    maxMegabytes: 99.5,
    maxAttachments: 10,
  };
}

/** What people type: key by key, with Danish letters and without, two words, and words that are not there. */
export const QUERIES = [
  'pas',
  'kørekort',
  'koerekort',
  'boligstøtte',
  'klage aabenraa',
  'fornyelse pas',
  'zzz',
  'dagtilbud i åbenrå',
  'e',
  'ansøgning om byggetilladelse',
  '4711',
];
