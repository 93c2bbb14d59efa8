/** All that can be pushed, in the order of the menu. */
import { digitalPost } from './digital-post.js';
import { digitaltSamtykke } from './digitalt-samtykke.js';
import { mitVirk } from './mit-virk.js';
import type { Pair } from './pair.js';
import type { Resource } from './resource.js';

export interface Section {
  readonly name: Pair;
  readonly tabs: readonly { readonly id: string; readonly name: Pair }[];
}

export const resources: readonly Resource[] = [...mitVirk, ...digitalPost, ...digitaltSamtykke];

export const sections: readonly Section[] = [
  { name: ['Mit Virk', 'Mit Virk'], tabs: mitVirk },
  { name: ['Digital Post', 'Digital Post'], tabs: digitalPost },
  { name: ['Digitalt Samtykke', 'Digitalt Samtykke'], tabs: digitaltSamtykke },
  {
    name: ['Prøvemiljøet', 'The test environment'],
    tabs: [
      { id: 'fejl', name: ['Fejl og ventetid', 'Faults and delays'] },
      { id: 'tilstand', name: ['Tilstand', 'State'] },
      { id: 'log', name: ['Forespørgsler', 'Requests'] },
    ],
  },
];

const ids = sections.flatMap(({ tabs }) => tabs.map(({ id }) => id));

/** The tab of a name; an unknown one is the first. */
export const tabOf = (name: string | null) => (name !== null && ids.includes(name) ? name : (ids[0] ?? ''));
